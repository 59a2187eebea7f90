// The panel beside the page in which a press is answered: a form to fill in, or something to read.
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../shell/store.ts';
import { tabTextsFi as words } from '../texts.fi.ts';
import { ListView, MessageView } from './card-frame.tsx';
import { draftKey, dropDraft } from './drafts.ts';
import { FormView } from './form-view.tsx';
import { closePanel, opened, type Opened } from './press.ts';

/** The panel, while something is open in it. */
export function Panel() {
  const shown = useStore(opened);
  return shown === null ? null : <OpenPanel shown={shown} />;
}

/** Asks before typed text is thrown away, and gives the focus back to who goes on writing. */
function useLeaving(card: Opened['card'], heading: RefObject<HTMLElement | null>) {
  const isDirty = useRef(false);
  const asked = useRef<Element | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  return {
    isAsking: leaving !== null,
    onDirty: (is: boolean): void => {
      isDirty.current = is;
    },
    confirmLeaving: (goOn: () => void): void => {
      if (isDirty.current) {
        asked.current = document.activeElement;
        setLeaving(() => goOn);
      } else {
        goOn();
      }
    },
    stay: (): void => {
      setLeaving(null);
      focusOn(asked.current ?? heading.current);
    },
    throwAway: (): void => {
      const key = card.kind === 'form' ? draftKey(card) : null;
      if (key !== null) {
        dropDraft(key);
      }
      isDirty.current = false;
      setLeaving(null);
      leaving?.();
    },
  };
}

function OpenPanel({ shown }: { readonly shown: Opened }) {
  const { card } = shown;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { isAsking, onDirty, confirmLeaving, stay, throwAway } = useLeaving(card, heading);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => giveFocusBack(before);
  }, []);
  useEffect(() => {
    const isWrong = card.kind === 'form' && card.fields.some(({ problem }) => problem !== '');
    dialog.current?.scrollTo(0, 0);
    if (!isWrong) {
      heading.current?.focus();
    }
  }, [card]);
  const close = (): void => confirmLeaving(closePanel);
  return (
    <dialog
      class="panel"
      ref={dialog}
      aria-labelledby="panel-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => {
        // Browsers let a page hold back Esc itself only once.
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          close();
        }
      }}
      // By a gesture of the system: what was typed is kept as a draft.
      onClose={closePanel}
    >
      <PanelHead card={card} heading={heading} onClose={close} />
      {isAsking ? <Leaving onStay={stay} onLeave={throwAway} /> : null}
      <Drawn {...{ shown, confirmLeaving, onDirty }} />
      {card.help === '' ? null : <p class="help">{card.help}</p>}
    </dialog>
  );
}

type PanelHeadProps = {
  readonly card: Opened['card'];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
};

function PanelHead({ card, heading, onClose }: PanelHeadProps) {
  return (
    <div class="panel-head">
      <div>
        {card.about === null ? null : <p class="about">{card.about}</p>}
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          {card.title}
        </h2>
      </div>
      <button type="button" class="button" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

type DrawnProps = {
  readonly shown: Opened;
  readonly confirmLeaving: (goOn: () => void) => void;
  readonly onDirty: (isDirty: boolean) => void;
};

const turns = new WeakMap<object, number>();
let lastTurn = 0;

// Every answer is a form of its own, even when it looks like the last one.
function turnOf(card: object): number {
  const turn = turns.get(card) ?? (lastTurn += 1);
  turns.set(card, turn);
  return turn;
}

function Drawn({ shown, confirmLeaving, onDirty }: DrawnProps): VNode {
  const { card, onDone } = shown;
  useEffect(() => {
    if (card.kind !== 'form') {
      onDirty(false);
    }
  }, [card]);
  switch (card.kind) {
    case 'form':
      return <FormView key={turnOf(card)} {...{ card, onDone, onDirty, confirmLeaving }} />;
    case 'message':
      return <MessageView card={card} onDone={onDone} />;
    case 'list':
      return <ListView card={card} onDone={onDone} />;
  }
}

/** Asks once before typed text is thrown away. */
function Leaving({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <div class="notice notice-warning leaving" role="alertdialog" aria-labelledby="leaving-question">
      <p id="leaving-question">{words.form.discard}</p>
      <div class="actions">
        <button type="button" class="button button-primary" ref={stay} onClick={onStay}>
          {words.form.keepWriting}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {words.form.throwAway}
        </button>
      </div>
    </div>
  );
}

function focusOn(place: Element | null): void {
  if (place instanceof HTMLElement) {
    place.focus();
  }
}

// Back to what opened the panel; when a reload has taken it away, to the heading of the page.
function giveFocusBack(before: Element | null): void {
  setTimeout(() => {
    const place = before instanceof HTMLElement && before.isConnected ? before : document.querySelector('h1');
    if (document.activeElement === null || document.activeElement === document.body) {
      focusOn(place);
    }
  });
}
