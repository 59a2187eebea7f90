import { TeamSettings } from '../../../features/settings/contract.ts';
import { settingsTabFi } from '../../../features/settings/texts/tab.fi.ts';
import type { ShownButton } from '../../../platform/cards/contract.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { useApi } from '../../shell/use-api.ts';
import { ExplainedLines } from './text-level.tsx';

const words = settingsTabFi.people;

/** Who has which role, who is away, and what guests may do. */
export function PeopleSection() {
  const api = useApi(TeamSettings, 'settings');
  return (
    <Loaded from={api}>
      {(team) => (
        <>
          <ExplainedLines lines={words.explained} />
          {team.canChange ? null : <p>{settingsTabFi.adminsOnly}</p>}
          <Buttons buttons={team.buttons} onDone={api.reload} />
          <section class="settings-part">
            <h3 class="first-capital">{team.advisorLabel}</h3>
            {team.advisors.length === 0 ? <p>{words.nobody}</p> : <Advisors team={team} onDone={api.reload} />}
          </section>
          <section class="settings-part">
            <h3>{words.admins}</h3>
            <ul>
              {team.admins.map(({ name, isHere, isInstalled }) => (
                <li key={name}>{withNotes(name, [isHere ? '' : words.left, isInstalled ? words.installed : ''])}</li>
              ))}
            </ul>
          </section>
          {team.uncovered.length === 0 ? null : (
            <section class="settings-part">
              <h3>{words.uncovered}</h3>
              <p>{words.uncoveredIntro}</p>
              <p>{team.uncovered.join(', ')}</p>
            </section>
          )}
          <section class="settings-part">
            <h3>{words.guests}</h3>
            <p>{team.guests}.</p>
            <Buttons buttons={team.guestButtons} onDone={api.reload} />
          </section>
        </>
      )}
    </Loaded>
  );
}

/** The buttons of a part, if the person has any. */
export function Buttons({
  buttons,
  onDone,
}: {
  readonly buttons: readonly ShownButton[];
  readonly onDone: () => void;
}) {
  return buttons.length === 0 ? null : (
    <div class="actions">
      {buttons.map((button) => (
        <PressButton key={button.label} button={button} onDone={onDone} />
      ))}
    </div>
  );
}

function withNotes(name: string, notes: readonly string[]): string {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? name : `${name} (${said.join(', ')})`;
}

function Advisors({ team, onDone }: { readonly team: TeamSettings; readonly onDone: () => void }) {
  const hasButtons = team.advisors.some(({ buttons }) => buttons.length > 0);
  return (
    <DataTable<TeamSettings['advisors'][number]>
      caption={team.advisorLabel}
      isCaptionHidden
      rows={team.advisors}
      keyOf={({ name }) => name}
      columns={[
        {
          name: 'name',
          title: words.name,
          isRowHeader: true,
          cell: ({ name, isHere }) => withNotes(name, [isHere ? '' : words.left]),
        },
        { name: 'counties', title: words.counties, cell: ({ counties }) => counties.join(', ') },
        { name: 'absence', title: words.absence, cell: ({ absence }) => (absence === '' ? words.here : absence) },
        ...(hasButtons
          ? [
              {
                name: 'actions',
                title: words.actions,
                cell: ({ buttons }: TeamSettings['advisors'][number]) => <Buttons buttons={buttons} onDone={onDone} />,
              },
            ]
          : []),
      ]}
    />
  );
}
