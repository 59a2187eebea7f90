import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { tabTextsFi as words } from '../texts.fi.ts';

type StandingProps = { readonly title: string; readonly text: string; readonly children?: ComponentChildren };

/** What is shown instead of the pages while there is nobody or no team to show them to. */
export function Standing({ title, text, children }: StandingProps) {
  useEffect(() => {
    document.title = `${title} – ${words.appName}`;
  }, [title]);
  return (
    <main class="standing">
      <h1>{title}</h1>
      <p>{text}</p>
      <div class="actions">{children}</div>
    </main>
  );
}
