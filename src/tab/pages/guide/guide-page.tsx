import { Page } from '../../shell/page.tsx';
import { guideTextsFi as words } from './texts.fi.ts';

/** What one can do here and who helps, in short. */
export function GuidePage() {
  return (
    <Page title={words.title} lead={words.lead}>
      {words.sections.map(({ heading, lines }) => (
        <section key={heading} class="prose">
          <h2>{heading}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
