// What stands around every page, always in the same place: where one can go, who one is, and where one gets help.
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../platform/tab/contract.ts';
import { Panel } from '../cards/panel.tsx';
import { PAGES } from '../pages.ts';
import { tabTextsFi as words } from '../texts.fi.ts';
import { useAddress } from './address.ts';
import { currentSession } from './api.ts';
import { announce, announced } from './announce.ts';
import { online } from './connection.ts';
import { CurrentPage } from './current-page.tsx';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';
import { outcome } from './outcome.tsx';
import { useStore } from './store.ts';

type FrameProps = {
  readonly me: Me;
  readonly team: string;
  readonly onTeam: (team: string) => void;
};

/** The whole page: header, navigation, the page of the address, help, and what is said to screen readers. */
export function Frame({ me, team, onTeam }: FrameProps) {
  const { path } = useAddress();
  const page = path[0] ?? '';
  useEffect(() => outcome.set(null), [path.join('/')]);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="header">
        <nav class="nav" aria-label={words.navigation}>
          <ul>
            {PAGES.filter(({ title }) => title !== null).map((entry) => (
              <li key={entry.path}>
                <Link to={entry.path} {...(entry.path === page ? { 'aria-current': 'page' as const } : {})}>
                  {entry.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="who">
          <TeamChoice me={me} team={team} onTeam={onTeam} />
          <span>{words.signedInAs(me.name)}</span>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <OfflineNotice />
        <CurrentPage key={team} />
      </main>
      <footer class="footer">
        <p>
          {words.help} <Link to="ohje">{words.readGuide}</Link>
        </p>
        <ShareView />
      </footer>
      <Panel />
      <Status />
    </>
  );
}

// Everything that a view shows is in its address, so its address is enough.
function ShareView() {
  const [said, setSaid] = useState('');
  const share = async (): Promise<void> => {
    const address = location.pathname.replace(/^\/tab\/?/, '') + location.search;
    const answer = await currentSession().host.share({ address, title: document.title });
    setSaid(answer === 'shown' ? '' : words.share[answer]);
  };
  return (
    <div class="share">
      <button type="button" class="button" onClick={() => void share()}>
        {words.share.button}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}

function TeamChoice({ me, team, onTeam }: FrameProps) {
  if (me.teams.length < 2) {
    return null;
  }
  return (
    <label class="team">
      {words.team}{' '}
      <select value={team} onChange={(event) => onTeam(event.currentTarget.value)}>
        {me.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function OfflineNotice() {
  const isOnline = useStore(online);
  useEffect(() => {
    if (!isOnline) {
      announce(words.offlineNow);
      return () => announce(words.onlineAgain);
    }
    return undefined;
  }, [isOnline]);
  return isOnline ? null : (
    <div class="offline">
      <Notice tone="warning">{words.offlineNow}</Notice>
    </div>
  );
}

// The same words twice are news twice: the text is taken away and put back.
function Status() {
  const { text, turn } = useStore(announced);
  return (
    <div class="unseen" role="status">
      <span key={turn}>{text}</span>
    </div>
  );
}
