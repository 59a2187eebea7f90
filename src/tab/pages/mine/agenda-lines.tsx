import type { OverviewLine } from '../../../features/overview/contract.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { Link } from '../../shell/link.tsx';

type AgendaLinesProps = { readonly lines: readonly OverviewLine[]; readonly onDone: () => void };

/** Things to do: what, about which case, when, how late in words, and what can be done at once. */
export function AgendaLines({ lines, onDone }: AgendaLinesProps) {
  return (
    <ul class="mine-lines">
      {lines.map(({ id, text, about, to, when, late, buttons }) => (
        <li key={id}>
          <p class="mine-what">{text}</p>
          {late === '' ? null : <p class="mine-lateness">{late}</p>}
          {when === '' ? null : <p>{when}</p>}
          <p>{to === null ? about : <Link to={to}>{about}</Link>}</p>
          <div class="actions">
            {buttons.map((button) => (
              <PressButton key={button.label} button={button} onDone={onDone} about={`${text}, ${about}`} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
