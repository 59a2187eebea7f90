// Where the tab begins: the host, then the page for it.
import 'virtual:themes.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/forms.css';
import './styles/table.css';
import { render } from 'preact';
import { TabSettings } from '../platform/tab/contract.ts';
import { openHost } from './host/open-host.ts';
import { followHistory, go } from './shell/address.ts';
import { followConnection } from './shell/connection.ts';
import { preloadPage } from './shell/current-page.tsx';
import { Standing } from './shell/standing.tsx';
import { Tab } from './shell/tab.tsx';
import { tabTextsFi as words } from './texts.fi.ts';

const place = document.getElementById('app');

async function open(root: Element): Promise<void> {
  followHistory();
  followConnection();
  try {
    // The page's own script is on its way while the host is asked who and where.
    preloadPage();
    const host = await openHost(askSettings);
    if (host.place.subPage !== null) {
      const [to = '', query = ''] = host.place.subPage.split('?');
      go(to, { query: new URLSearchParams(query), replace: true });
    }
    render(<Tab host={host} />, root);
  } catch {
    render(<NoAnswer />, root);
  }
}

async function askSettings(): Promise<TabSettings> {
  const response = await fetch('/tab/config.json');
  return TabSettings.parse(await response.json());
}

function NoAnswer() {
  const { title, text } = words.problems.unavailable;
  return (
    <Standing title={title} text={text}>
      <button type="button" class="button button-primary" onClick={() => location.reload()}>
        {words.retry}
      </button>
    </Standing>
  );
}

if (place !== null) {
  void open(place);
}
