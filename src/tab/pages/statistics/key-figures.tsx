import type { StatisticsView } from '../../../features/statistics/contract.ts';
import { statisticsFi as words } from '../../../features/statistics/texts.fi.ts';

/** The few figures that say most, each with its name and, where it needs one, a word of explanation. */
export function KeyFigures({ view }: { readonly view: StatisticsView }) {
  const { opened, late, closed, median, quartiles, withinModel, cooperating } = view;
  const { summary } = words;
  const figures = [
    { name: summary.opened, value: String(opened), note: '' },
    { name: summary.late, value: String(late), note: '' },
    { name: summary.closed, value: String(closed), note: '' },
    {
      name: summary.median,
      value: median === null ? words.noMedian : words.days(median),
      note:
        median === null
          ? ''
          : quartiles === null
            ? words.medianNote
            : words.quartiles(quartiles.lower, quartiles.upper),
    },
    { name: summary.withinModel, value: words.part(withinModel, closed), note: words.modelNote },
    { name: summary.cooperating, value: words.part(cooperating, closed), note: '' },
  ];
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures">{summary.heading}</h2>
      <dl class="key-figures">
        {figures.map(({ name, value, note }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              {note === '' ? null : <span class="hint">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
