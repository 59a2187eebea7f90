// The program as a whole process: it starts, is killed, stops in order, waits for its storage.
import { setTimeout as pause } from 'node:timers/promises';
import { parseInstant } from '../../src/kernel/helsinki-time.ts';
import { createTeamsSide } from '../support/bot-client.ts';
import { openFaultProxy } from '../support/fault-proxy.ts';
import { startTeamsConnector, type ConnectorMessage, type TeamsConnector } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';
import { nodesOf, says } from '../features/cases/case-world.ts';
import { startProgram, type AppProgram } from './app-program.ts';
import { known, localEnvironment, TUESDAY } from './app-world.ts';
import { cardIn, doAction, openCase, TEAM, VEERA } from './people.ts';

// Whole programs start here, on a machine that may be busy with other tests.
jest.setTimeout(120_000);

let tables: TravellingTables;
let issuer: TokenIssuer;
let connector: TeamsConnector;
let programs: AppProgram[];
let tests = 0;

beforeAll(async () => {
  [tables, issuer] = await Promise.all([openTravellingTables(), startTokenIssuer()]);
});
afterAll(() => Promise.all([tables.close(), issuer.close()]));
beforeEach(async () => {
  tests += 1;
  programs = [];
  connector = await startTeamsConnector();
  connector.setTeam(TEAM);
  await travel(TUESDAY);
});
afterEach(async () => {
  await Promise.all(programs.map((each) => each.end('SIGKILL')));
  await connector.close();
});

function travel(to: string): Promise<void> {
  return tables.travel(known(parseInstant(to)));
}

function start(tablesUrl = tables.url): AppProgram {
  const program = startProgram({ ...localEnvironment(issuer.url, tablesUrl), TABLE_PREFIX: `program${tests}` });
  programs.push(program);
  return program;
}

async function teamsOf(program: AppProgram) {
  return { ...createTeamsSide(`${await program.url}/api/messages`, { connector, issuer }), connector };
}

/** Waits until the program answers so; asks again in a moment, because nothing tells when it is ready. */
async function untilReadyz(program: AppProgram, status: number): Promise<void> {
  const url = `${await program.url}/readyz`;
  while ((await fetch(url)).status !== status) {
    await pause(100);
  }
}

function now(at: ConnectorMessage): ConnectorMessage {
  return known(connector.messages.find(({ id }) => id === at.id));
}

const isReminder = ({ activity }: ConnectorMessage): boolean => String(activity['summary']).includes('Soita kuntaan');

describe('a process that is killed right after a press', () => {
  it('R1, T-08: has lost nothing: the next one redraws the card, reminds once, and later ones say nothing again', async () => {
    const first = start();
    await untilReadyz(first, 200);
    const { at } = await openCase(await teamsOf(first));
    await first.end('SIGKILL');

    const second = start();
    // Later than the lease of the dead one lasts, and than the opener reads.
    await travel('2026-11-24T09:01:00.000Z');
    await connector.until(() => now(at).updates === 1);
    expect(says(cardIn(now(at)), 'Tapaus 2026-001')).toBe(true);
    const id = String(nodesOf(cardIn(now(at))).find((node) => node['caseId'] !== undefined)?.['caseId']);
    const typed = { what: 'Soita kuntaan', person: VEERA.aadObjectId, who: '', date: '2026-12-09' };
    await doAction(await teamsOf(second), VEERA, { at, id, rev: 1 }, { action: 'action', typed });
    await second.end('SIGKILL');

    const third = start();
    await travel('2026-12-02T07:00:05.000Z');
    await connector.until((messages) => messages.some(isReminder));
    await third.end('SIGTERM');

    const fourth = start();
    await untilReadyz(fourth, 200);
    const owner = { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' };
    await doAction(await teamsOf(fourth), VEERA, { at, id, rev: 2 }, { action: 'owner', typed: owner });
    await travel('2026-12-02T07:20:00.000Z');
    // A reminder that was due again would be said together with this or before.
    await connector.until(() => says(cardIn(now(at)), 'Pirkanmaan ryhmä'));
    await fourth.end('SIGTERM');
    expect(connector.messages.filter(isReminder)).toHaveLength(1);
  });
});

describe('SIGTERM', () => {
  it('ends it in order: what it was asked is answered, nothing broke, and another may work at once', async () => {
    const program = start();
    await untilReadyz(program, 200);
    const { at } = await openCase(await teamsOf(program));
    await program.end('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null, errors: '' });
    expect(program.lines.filter((line) => line.includes('"fault"'))).toEqual([]);
    const next = start();
    await travel('2026-11-24T09:00:25.000Z');
    await connector.until(() => now(at).updates === 1);
    await next.end('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });

  it('ends it while it still waits for its storage', async () => {
    const program = start('http://127.0.0.1:9/devstoreaccount1');
    await untilReadyz(program, 503);
    await program.end('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });
});

describe('the start', () => {
  it('with settings that cannot be used says all that is wrong, without their values, and ends with 1', async () => {
    const env = { ...localEnvironment(issuer.url, tables.url), BOT_ID: '', BOT_TYPE: 'Loacl', PORT: 'salaisuus' };
    const program = startProgram(env);
    const { code, errors } = await program.ended;
    expect(code).toBe(1);
    for (const name of ['BOT_ID', 'BOT_TYPE', 'PORT', 'LOCAL_ISSUER', 'TABLES_URL']) {
      expect(errors).toContain(`- ${name}: `);
    }
    expect(errors).not.toContain('salaisuus');
    expect(program.lines).toEqual([]);
  });

  it('without the pages of the tab notes that, says so to who asks for them, and serves the bot', async () => {
    const program = startProgram({ ...localEnvironment(issuer.url, tables.url), TAB_DIR: 'test/app' });
    programs.push(program);
    const response = await fetch(`${await program.url}/tab`);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('Sivua ei voi näyttää')]);
    expect(program.lines.filter((line) => line.includes('"code":"tab-not-built"'))).toHaveLength(1);
    expect((await fetch(`${await program.url}/healthz`)).status).toBe(200);
  });

  it('on a port that is taken ends with 1', async () => {
    const first = start();
    const port = new URL(await first.url).port;
    const second = startProgram({ ...localEnvironment(issuer.url, tables.url), PORT: port });
    expect((await second.ended).code).toBe(1);
  });

  it('before its storage lives, says that it is not ready, answers people, and is ready once the storage is', async () => {
    const proxy = await openFaultProxy(tables.url);
    let isDown = true;
    proxy.fail(
      Array.from({ length: 1_000 }, () => 'unavailable' as const),
      () => isDown,
    );
    const program = start(proxy.url);
    const url = await program.url;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const teams = await teamsOf(program);
    expect((await teams.say(VEERA, 'uusi tapaus')).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    isDown = false;
    await untilReadyz(program, 200);
    const { shown } = await openCase(teams);
    expect(says(shown, 'Tapaus 2026-001')).toBe(true);
    await program.end('SIGKILL');
    await proxy.close();
  });
});
