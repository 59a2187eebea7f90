import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite, tablesUrl } from '../../infra/local/azurite.ts';
import { startChild, untilReady } from '../../infra/local/child.ts';
import { findFreePorts, findTakenPorts, parsePorts, type Ports } from '../../infra/local/ports.ts';
import { createTableStore } from '../../src/platform/storage/table-store.ts';
import { tableOptions } from '../support/azurite.ts';
import { ECHO_APP, openTestWorld } from '../e2e/support/test-world.ts';

// Whole programs start here, on a machine that may be busy with other tests.
jest.setTimeout(120_000);

async function clockOf(storage: string): Promise<string> {
  const date = (await fetch(storage)).headers.get('date') ?? '';
  return new Date(date).toISOString().slice(0, 10);
}

async function areFree(ports: Ports): Promise<boolean> {
  return (await findTakenPorts(ports, ['app', 'signing', 'tables', 'playground'])).length === 0;
}

const running: { readonly child: ChildProcess; readonly ended: Promise<unknown> }[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});

/** `npm start` without npm, `output` grows as it speaks. */
async function start(ports: Ports, dataDir: string, env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, ['infra/local/start.ts'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      NO_PLAYGROUND: '1',
      PORT: String(ports.app),
      SIGNING_PORT: String(ports.signing),
      PLAYGROUND_PORT: String(ports.playground),
      AZURITE_TABLE_PORT: String(ports.tables),
      ...env,
    },
  });
  const spoken = { output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      spoken.output += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  running.push({ child, ended });
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (spoken.output.includes(text)) {
          resolve();
        }
      };
      child.stdout?.on('data', look);
      void ended.then((code) => reject(new Error(`ended with ${code}: ${spoken.output}`)));
      look();
    });
  return { child, spoken, ended, says };
}

describe('which ports are used', () => {
  it('takes the standard ones unless variables name others', () => {
    expect(parsePorts({ SIGNING_PORT: '4001', PORT: '' })).toEqual({
      ports: { app: 3978, signing: 4001, playground: 56_150, tables: 10_002 },
      problems: [],
    });
  });

  it.each([['abc'], ['0'], ['65536'], ['12.5'], ['-1']])('refuses %s', (text) => {
    expect(parsePorts({ PORT: text }).problems).toEqual(['PORT: kirjoita portin numero 1–65535.']);
  });

  it('refuses the same port twice', () => {
    expect(parsePorts({ PORT: '3979' }).problems).toEqual(['SIGNING_PORT: portti 3979 on jo toisessa käytössä.']);
  });

  it.each([['127.0.0.1'], ['0.0.0.0'], ['::']])(
    'says which port somebody holds on %s, and how to change it',
    async (host) => {
      const ports = await findFreePorts();
      const holder = createServer();
      await new Promise<void>((resolve) => void holder.listen(ports.signing, host, resolve));
      const taken = await findTakenPorts(ports, ['app', 'signing']);
      await new Promise((resolve) => holder.close(resolve));
      expect(taken).toEqual([
        `Portti ${ports.signing} on varattu (port ${ports.signing} is taken). ` +
          `Sulje sitä käyttävä ohjelma tai valitse toinen portti: SIGNING_PORT=${ports.signing + 1} npm start`,
      ]);
      expect(await areFree(ports)).toBe(true);
    },
  );
});

describe('a local world', () => {
  it('takes an activity from the signing proxy to the app, and leaves nothing behind when it stops', async () => {
    await using world = await openTestWorld({ appProgram: ECHO_APP });
    const sent = { type: 'event', serviceUrl: 'http://127.0.0.1:1/' };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.signingUrl}/api/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify(sent),
    });
    expect(response.status).toBe(200);
    const received = await (await fetch(`${world.appUrl}/received`)).json();
    expect(received).toMatchObject([{ authorization: expect.stringMatching(/^Bearer /), activity: { type: 'event' } }]);
    await world.stop();
    await expect(fetch(world.appUrl)).rejects.toThrow('fetch failed');
    await expect(fetch(world.signingUrl)).rejects.toThrow('fetch failed');
    await expect(fetch(world.tablesUrl)).rejects.toThrow('fetch failed');
    await world.stop();
  });

  it('stops the others again and says why when one part does not start', async () => {
    const ports = await findFreePorts();
    const started = openTestWorld({ appProgram: join(tmpdir(), 'there-is-no-such-app.ts'), ports });
    await expect(started).rejects.toThrow(/Sovellus ei käynnisty[^]*there-is-no-such-app/);
    expect(await areFree(ports)).toBe(true);
  });

  it('gives up a part that lives but never answers, with what it said last', async () => {
    const logFile = join(await mkdtemp(join(tmpdir(), 'ratkaisupolku-')), 'mute.log');
    const args = ['--eval', 'console.log("I am here"); setInterval(() => undefined, 1000)'];
    const child = startChild({ name: 'Mykkä', args, env: {}, cwd: tmpdir(), logFile });
    const ready = untilReady(child, () => Promise.resolve(false), 1_000);
    await expect(ready).rejects.toThrow('Mykkä ei vastaa (does not answer) 1 s:\nI am here');
    expect(await child.ended).toBe('I am here');
  });

  it('lives in the time that a test says', async () => {
    await using world = await openTestWorld({ appProgram: ECHO_APP, startsAt: '2026-12-01T09:00:00.000Z' });
    expect(await clockOf(world.tablesUrl)).toBe('2026-12-01');
    await world.travelTo('2027-02-15T09:00:00.000Z');
    expect(await clockOf(world.tablesUrl)).toBe('2027-02-15');
    await world.travelTo('2026-11-30T09:00:00.000Z');
    expect(await clockOf(world.tablesUrl)).toBe('2026-11-30');
  });
});

describe('what was stored', () => {
  it('is there again after a stop and a start', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'ratkaisupolku-'));
    const { tables: port } = await findFreePorts();
    const options = tableOptions('kept', { url: tablesUrl(port) });
    const first = await startAzurite({ port, dataDir, env: process.env });
    const before = createTableStore(options);
    await before.ensureTable();
    await before.commit('team', [{ kind: 'insert', rowKey: 'case', cells: { title: 'Kuljetus' } }]);
    await first.stop();
    const second = await startAzurite({ port, dataDir, env: process.env });
    const row = await createTableStore(options).read('team', 'case');
    await second.stop();
    await rm(dataDir, { recursive: true });
    expect(row?.cells).toMatchObject({ title: 'Kuljetus' });
  });
});

describe('npm start', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ratkaisupolku-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('says which port is taken and starts nothing', async () => {
    const ports = await findFreePorts();
    const holder = createServer();
    await new Promise<void>((resolve) => void holder.listen(ports.tables, '127.0.0.1', resolve));
    const { ended, spoken } = await start(ports, dataDir);
    expect(await ended).toBe(1);
    expect(spoken.output).toContain(`AZURITE_TABLE_PORT=${ports.tables + 1} npm start`);
    await new Promise((resolve) => holder.close(resolve));
    expect(await areFree(ports)).toBe(true);
  });

  it.each([['SIGINT'], ['SIGTERM'], ['SIGHUP']] as const)(
    'tells what to do, and %s ends it and all it started',
    async (signal) => {
      const ports = await findFreePorts();
      const { child, ended, says, spoken } = await start(ports, dataDir);
      await says('Valmis.');
      const started = startedBy(child.pid ?? 0);
      expect(started).toHaveLength(2);
      expect(new Set(started.map(({ group }) => group))).toEqual(new Set([groupOf(child.pid ?? 0)]));
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(spoken.output).toContain(`http://127.0.0.1:${ports.signing}`);
      expect(startedBy(child.pid ?? 0)).toEqual([]);
      expect(await areFree(ports)).toBe(true);
    },
  );

  it('ends in order when the signal comes while it is still starting', async () => {
    const ports = await findFreePorts();
    const { child, ended, says } = await start(ports, dataDir);
    await says('Taulut');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(await areFree(ports)).toBe(true);
  });

  it('stops the rest and says who ended when a part ends by itself', async () => {
    const ports = await findFreePorts();
    const { child, ended, says, spoken } = await start(ports, dataDir);
    await says('Valmis.');
    const [first] = startedBy(child.pid ?? 0);
    process.kill(first?.pid ?? 0, 'SIGKILL');
    expect(await ended).toBe(1);
    expect(spoken.output).toContain('Azurite päättyi kesken kaiken');
    expect(await areFree(ports)).toBe(true);
  });
});

type Process = { readonly pid: number; readonly group: number };

/** The children of a process, the oldest first, as Linux lists them. */
function startedBy(pid: number): readonly Process[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return list === '' ? [] : list.split(' ').map((child) => ({ pid: Number(child), group: groupOf(Number(child)) }));
  } catch {
    return [];
  }
}

function groupOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]);
}
