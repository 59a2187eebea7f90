// The tab from its first moment: who is signed in, which team, and then the pages.
import { useEffect, useState } from 'preact/hooks';
import { Me } from '../../platform/tab/contract.ts';
import type { Host } from '../host/host.ts';
import { keep, recall } from '../host/window-storage.ts';
import { tabTextsFi as words } from '../texts.fi.ts';
import { call, openSession, type Answer } from './api.ts';
import { online } from './connection.ts';
import { Frame } from './frame.tsx';
import { ProblemView } from './problem.tsx';
import { Standing } from './standing.tsx';

const TEAM_KEY = 'tiimi';

/** The pages for whoever is signed in, or what they have to do first. */
export function Tab({ host }: { readonly host: Host }) {
  const [me, setMe] = useState<Answer<Me> | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const load = (): void => {
    openSession({ host, team: null, channel: host.place.channel });
    void call(Me, { url: '/api/me' }).then((answer) => {
      if (answer.kind === 'ready') {
        choose(answer.value, host.place.team ?? recall(TEAM_KEY));
      }
      setMe(answer);
      host.ready();
    });
  };
  const choose = ({ teams }: Me, wanted: string | null): void => {
    const chosen = teams.find(({ id }) => id === wanted) ?? teams[0] ?? null;
    openSession({ host, team: chosen?.id ?? null, channel: host.place.channel });
    setTeam(chosen?.id ?? null);
  };
  useEffect(load, [host]);
  useEffect(() => online.subscribe(() => online.get() && me?.kind === 'failed' && load()), [me]);
  if (me === null) {
    return <p class="opening">{words.loading}</p>;
  }
  if (me.kind === 'failed') {
    return <NotIn problem={me.problem} host={host} onRetry={load} />;
  }
  if (team === null) {
    return <Standing {...words.noTeam} />;
  }
  const changeTeam = (id: string): void => {
    keep(TEAM_KEY, id);
    choose(me.value, id);
  };
  return <Frame me={me.value} team={team} onTeam={changeTeam} />;
}

type NotInProps = {
  readonly problem: Extract<Answer<Me>, { kind: 'failed' }>['problem'];
  readonly host: Host;
  readonly onRetry: () => void;
};

function NotIn({ problem, host, onRetry }: NotInProps) {
  if (problem.code === 'sign-in' && host.kind === 'browser' && host.signIn === null) {
    return <Standing {...words.openInTeams} />;
  }
  return (
    <main class="standing">
      <h1>{words.appName}</h1>
      <ProblemView problem={problem} onRetry={onRetry} />
    </main>
  );
}
