// The Teams client of the local world: Microsoft's Agents Playground, told about our team.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAYGROUND_CHANNEL, PLAYGROUND_CHAT_ID } from './acting.ts';
import { answers, startChild, surroundings, untilReady, type Child } from './child.ts';
import { BOT, PEOPLE, TEAM, TENANT_ID, type LocalPerson } from './people.ts';
import { CONNECTOR_PATH } from './playground-connector.ts';
import { programOf } from './root.ts';

export type PlaygroundParts = {
  readonly port: number;
  /** Where it sends what people write, `http://127.0.0.1:<port>`. */
  readonly signingUrl: string;
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Starts the Playground and resolves when its page can be opened. */
export async function startPlayground({ port, signingUrl, dataDir, env }: PlaygroundParts): Promise<Child> {
  const folder = join(dataDir, 'playground');
  mkdirSync(folder, { recursive: true });
  // The Playground reads this file from its working directory. JSON is YAML.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), `${JSON.stringify(playgroundSettings(), null, 2)}\n`);
  const child = startChild({
    name: 'Playground',
    args: [
      [programOf('@microsoft/m365agentsplayground/cli.js'), 'start'],
      ['--channel-id', 'msteams', '--port', String(port), '--disable-telemetry'],
      ['--app-endpoint', `${signingUrl}/api/messages`, '--service-url', `${signingUrl}${CONNECTOR_PATH}`],
    ].flat(),
    env: {
      ...surroundings(env),
      // The zone that it tells the bot.
      TZ: 'Europe/Helsinki',
      // It would open a browser, and keep what people write in a file.
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: '/dev/null',
    },
    cwd: folder,
    logFile: join(dataDir, 'logs', 'playground.log'),
  });
  await untilReady(child, () => answers(`http://127.0.0.1:${port}/_internal/v1/config`, 200), 60_000);
  return child;
}

// It wants exactly five people besides the current one, and at most one channel besides General.
function playgroundSettings(): object {
  const [currentUser, ...users] = PEOPLE;
  return {
    version: '0.1.1',
    tenantId: TENANT_ID,
    bot: BOT,
    currentUser: toUser(currentUser),
    users: users.map(toUser),
    personalChat: { id: PLAYGROUND_CHAT_ID },
    groupChat: { id: '19:ryhmakeskustelu@thread.v2', name: 'Ryhmäkeskustelu' },
    team: { ...TEAM, channels: [PLAYGROUND_CHANNEL] },
  };
}

function toUser(person: LocalPerson): object {
  const [givenName = '', surname = ''] = person.name.split(' ');
  const email = `${person.key}@esimerkki.example`;
  // `userPrincipleName` is the Playground's own spelling.
  return {
    id: person.teamsId,
    name: person.name,
    userPrincipleName: email,
    aadObjectId: person.aadObjectId,
    givenName,
    surname,
    email,
  };
}
