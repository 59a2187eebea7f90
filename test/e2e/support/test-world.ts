import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFakedTime } from '../../../infra/local/faked-time.ts';
import { findFreePorts, type Ports } from '../../../infra/local/ports.ts';
import { startLocalWorld, type LocalWorld } from '../../../infra/local/world.ts';

export type TestWorld = LocalWorld & {
  readonly dataDir: string;
  /** Only in a world with a `startsAt`: from now on it is `instant` there, and time goes on from it. */
  readonly travelTo: (instant: string) => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export type TestWorldOptions = {
  readonly playground?: boolean;
  /** When it is in that world (`2026-12-01T07:00:00.000Z`); absent, as late as everywhere. */
  readonly startsAt?: string;
  readonly appProgram?: string;
  readonly ports?: Ports;
};

/** A local world of its own: free ports, empty storage in a folder that goes away with it. Stop it in any case. */
export async function openTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const { startsAt, playground = false, ports = await findFreePorts(), ...rest } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'ratkaisupolku-'));
  const faketimeFile = join(dataDir, 'time');
  if (startsAt !== undefined) {
    setFakedTime(faketimeFile, startsAt);
  }
  const time = startsAt === undefined ? {} : { faketimeFile };
  const clear = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  const parts = { ports, dataDir, playground, env: process.env, ...time, ...rest };
  const world = await startLocalWorld(parts).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await world.stop();
    await clear();
  };
  const travelTo = async (instant: string): Promise<void> => {
    setFakedTime(faketimeFile, instant);
    await untilStorageSays(world.tablesUrl, instant);
  };
  return { ...world, dataDir, travelTo, stop, [Symbol.asyncDispose]: stop };
}

// Node keeps the Date header of its answers for up to a second.
async function untilStorageSays(tablesUrl: string, instant: string): Promise<void> {
  for (;;) {
    const date = (await fetch(tablesUrl)).headers.get('date') ?? '';
    if (Math.abs(Date.parse(date) - Date.parse(instant)) < 5_000) {
      return;
    }
    await wait(50);
  }
}

/** The stand-in for the app, for tests of the world itself. */
export const ECHO_APP = join(process.cwd(), 'test/e2e/support/echo-app.ts');
