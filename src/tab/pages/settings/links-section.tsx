import { TemplateUse } from '../../../features/cases/contract/template-use.ts';
import { TeamSettings } from '../../../features/settings/contract.ts';
import { settingsTabFi } from '../../../features/settings/texts/tab.fi.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { useApi } from '../../shell/use-api.ts';
import { Buttons } from './people-section.tsx';

const words = settingsTabFi.links;

/** Where the app leads outside, and the times that hold for everybody. */
export function LinksSection() {
  const api = useApi(TeamSettings, 'settings');
  return (
    <Loaded from={api}>
      {(team) => (
        <>
          <section class="settings-part">
            <h3>{words.links}</h3>
            {team.canChange ? null : <p>{settingsTabFi.adminsOnly}</p>}
            <dl class="facts">
              {team.links.map(({ label, url, isInstalled }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {url === null ? (
                      words.notSet
                    ) : (
                      <a href={url} target="_blank" rel="noreferrer">
                        {url}
                      </a>
                    )}
                    {isInstalled ? ` (${words.installed})` : ''}
                  </dd>
                </div>
              ))}
            </dl>
            <Buttons buttons={team.linkButtons} onDone={api.reload} />
          </section>
          {team.canChange ? <Template /> : null}
          <section class="settings-part">
            <h3>{words.times}</h3>
            <p>{words.timesIntro}</p>
            <dl class="facts">
              {team.times.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        </>
      )}
    </Loaded>
  );
}

function Template() {
  const api = useApi(TemplateUse, 'templates');
  return (
    <section class="settings-part">
      <h3>{words.template}</h3>
      <Loaded from={api}>
        {({ current, versions }) => (
          <>
            <p>{words.templateIs(current)}</p>
            <ul>
              {versions.map(({ version, cases }) => (
                <li key={version}>{words.templateUse(version, cases)}</li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}
