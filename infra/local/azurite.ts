// The storage of the local world: Azurite's tables in a process of their own.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answers, startChild, surroundings, untilReady, type Child } from './child.ts';
import { fakedTime } from './faked-time.ts';
import { ROOT } from './root.ts';

export type AzuriteParts = {
  readonly port: number;
  /** The rows lie in `tables/` under it and are kept between starts. */
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A file that says what time it is for Azurite, and so for everybody whose now is the storage's clock. */
  readonly faketimeFile?: string | undefined;
};

/** Where the development account's tables are; the name and key of that account are public and the same everywhere. */
export function tablesUrl(port: number): string {
  return `http://127.0.0.1:${port}/devstoreaccount1`;
}

/** Starts Azurite and resolves when it answers. */
export async function startAzurite({ port, dataDir, env, faketimeFile }: AzuriteParts): Promise<Child> {
  const location = join(dataDir, 'tables');
  mkdirSync(location, { recursive: true });
  const child = startChild({
    name: 'Azurite',
    args: [join(ROOT, 'infra/local/azurite-server.cjs'), String(port), join(location, 'tables.json')],
    stopsOn: 'disconnect',
    env: { ...surroundings(env), ...(faketimeFile === undefined ? {} : fakedTime(faketimeFile)) },
    cwd: location,
    logFile: join(dataDir, 'logs', 'azurite.log'),
  });
  await untilReady(child, () => answers(tablesUrl(port)), 30_000);
  return child;
}
