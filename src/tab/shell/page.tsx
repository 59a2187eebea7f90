import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { tabTextsFi as words } from '../texts.fi.ts';
import { restoreScroll, takeFocusDue, useAddress } from './address.ts';
import { OutcomeNotice } from './outcome.tsx';

type PageProps = {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** Buttons that stand by the heading. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** A page: its heading, which takes the focus after a navigation, and the title of the document. */
export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = useAddress();
  const place = path.join('/');
  useEffect(() => {
    document.title = `${title} – ${words.appName}`;
  }, [title]);
  useLayoutEffect(() => {
    if (takeFocusDue()) {
      heading.current?.focus({ preventScroll: true });
      restoreScroll();
    }
  }, [place]);
  return (
    <div class="page">
      <OutcomeNotice />
      <div class="page-head">
        <div class="page-words">
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead === undefined ? null : <p class="lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div class="actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
