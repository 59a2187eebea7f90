import type { OverviewView } from '../../../features/overview/contract.ts';
import { overviewFi } from '../../../features/overview/texts.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { Link } from '../../shell/link.tsx';

const words = overviewFi.week;

type WeekSectionProps = { readonly week: OverviewView['week']; readonly onDone: () => void };

/** What happens in this week that the person takes part in, day by day. */
export function WeekSection({ week: { range, days }, onDone }: WeekSectionProps) {
  return (
    <section aria-labelledby="week" class="mine-meetings">
      <h2 id="week">{words.title}</h2>
      <p>{range}</p>
      {days.length === 0 ? <p>{words.none}</p> : null}
      {days.map(({ date, label, entries }) => (
        <div key={date} class="mine-group">
          <h3>{label}</h3>
          <ul class="mine-lines">
            {entries.map(({ id, time, title, place, to, add }) => (
              <li key={id}>
                <p class="mine-what">
                  <Link to={to}>{title}</Link>
                </p>
                <p>{time}</p>
                {place === '' ? null : <p>{place}</p>}
                <div class="actions">
                  <PressButton button={add} onDone={onDone} about={title} />
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <Link to="kalenteri">{overviewFi.toCalendar}</Link>
      </p>
    </section>
  );
}
