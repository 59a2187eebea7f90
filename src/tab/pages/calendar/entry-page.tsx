import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CalendarEntryPage } from '../../../features/calendar/contract.ts';
import { calendarTabFi } from '../../../features/calendar/texts/tab.fi.ts';
import { MessageView } from '../../cards/card-frame.tsx';
import { PressButton } from '../../cards/press-button.tsx';
import { useAddress } from '../../shell/address.ts';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Notice } from '../../shell/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { changed } from './calendar-view.ts';
import { kindColour } from './kind-colour.ts';

const words = calendarTabFi.entry;

type EntryPageProps = { readonly source: string; readonly id: string };

/** One dated thing at an address of its own, with everything that can be done with it. */
export function EntryPage({ source, id }: EntryPageProps) {
  const path = `calendar/entries/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;
  const api = useApi(CalendarEntryPage, path);
  return (
    <Loaded from={api}>
      {(shown) => (
        <Page title={shown.card?.title ?? shown.entry.title} lead={shown.card?.about ?? shown.entry.when}>
          <BackLink month={shown.month} />
          <p class={`kind ${kindColour(shown.entry.kind.code)}`}>{shown.entry.kind.label}</p>
          <div class="entry-columns">
            <Details shown={shown} onDone={api.reload} />
            <div class="entry-parts">
              {shown.parts.map((part) => (
                <Part key={part.card.title} {...part} onDone={api.reload} />
              ))}
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function BackLink({ month: { month, title } }: Pick<CalendarEntryPage, 'month'>) {
  const { query } = useAddress();
  return (
    <p class="back">
      <Link to="kalenteri" query={changed(query, { kuukausi: month })}>
        {words.back(title)}
      </Link>
    </p>
  );
}

type DetailsProps = { readonly shown: CalendarEntryPage; readonly onDone: () => void };

function Details({ shown, onDone }: DetailsProps) {
  const { card, entry, link, buttons, caseNumber } = shown;
  const heading = useFocusKept(shown);
  // Who comes finds it among the buttons of the card.
  const isOffered = card?.buttons.some(({ verb }) => verb === entry.add.verb) ?? false;
  return (
    <section class="entry-details" aria-labelledby="entry-details">
      <h2 id="entry-details" tabIndex={-1} ref={heading}>
        {words.details}
      </h2>
      {shown.isElsewhere ? <Notice tone="info">{words.elsewhere}</Notice> : null}
      {card === null ? <EntryFacts shown={shown} /> : <MessageView card={card} onDone={onDone} />}
      <div class="actions">
        {caseNumber === '' ? null : (
          <Link class="button button-primary" to={`tapaukset/${caseNumber}`}>
            {words.openCase(caseNumber)}
          </Link>
        )}
        {buttons.map((button) => (
          <PressButton key={button.label} button={button} onDone={onDone} />
        ))}
        {isOffered ? null : <PressButton button={entry.add} onDone={onDone} />}
        {link === '' ? null : (
          <a class="button" href={link} target="_blank" rel="noreferrer">
            {words.join}
          </a>
        )}
      </div>
    </section>
  );
}

/** The heading takes the focus when what had it is gone after a press, like the buttons of an answer that was given. */
function useFocusKept(shown: CalendarEntryPage): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!isFirst.current && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [shown]);
  return heading;
}

function EntryFacts({ shown: { description, facts } }: Pick<DetailsProps, 'shown'>) {
  return (
    <>
      {description.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <dl class="facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type PartProps = CalendarEntryPage['parts'][number] & { readonly onDone: () => void };

/** The agenda, which people take along on paper, and the like. */
function Part({ card, isPrinted, onDone }: PartProps) {
  return (
    <section class={isPrinted ? 'entry-part' : 'entry-part not-printed'}>
      <h2>{card.title}</h2>
      <MessageView card={card} onDone={onDone} />
      {isPrinted ? (
        <button type="button" class="button not-printed" onClick={() => print()}>
          {words.print}: {card.title}
        </button>
      ) : null}
    </section>
  );
}
