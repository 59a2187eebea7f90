import { settingsTabFi as words } from '../../../features/settings/texts/tab.fi.ts';
import { useAddress } from '../../shell/address.ts';
import { Link } from '../../shell/link.tsx';
import { Page } from '../../shell/page.tsx';
import './settings.css';
import { SECTIONS } from './sections.ts';

/** The settings in their sections, each with an address of its own. */
export function SettingsPage() {
  const { path } = useAddress();
  const section = SECTIONS.find((each) => each.path === (path[1] ?? '')) ?? SECTIONS[0];
  const { View, title } = section;
  return (
    <Page title={words.title}>
      <nav class="view-links settings-sections" aria-label={words.sections}>
        {SECTIONS.map((each) => (
          <Link
            key={each.path}
            to={`asetukset/${each.path}`}
            {...(each === section ? { 'aria-current': 'page' as const } : {})}
          >
            {each.title}
          </Link>
        ))}
        <Link to="asetukset/viestit">{words.messages}</Link>
      </nav>
      <section class="settings" aria-labelledby="settings-title">
        <h2 id="settings-title">{title}</h2>
        <View />
      </section>
    </Page>
  );
}
