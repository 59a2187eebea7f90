import { parsePersonId } from '../../../src/kernel/ids.ts';
import { createGraphMeetings } from '../../../src/platform/graph/graph-meetings.ts';
import {
  NO_ONLINE_MEETINGS as off,
  type OnlineMeetingDraft,
  type OnlineMeetings,
} from '../../../src/platform/graph/online-meetings.ts';
import { startGraphStandIn, type GraphStandIn } from '../../support/graph-stand-in.ts';
import { dateOf, timeOf } from '../calendar/entries.ts';

const AINO = parsePersonId('dddddddd-0000-4000-8000-000000000003') ?? fail();
function fail(): never {
  throw new Error('a fixed id cannot be read');
}

const DRAFT: OnlineMeetingDraft = {
  transactionId: '01JD0000000000000000000001',
  organiser: AINO,
  subject: 'Tukitapaaminen, Pirkanmaa',
  body: 'Tervetuloa.',
  date: dateOf('2026-12-08'),
  time: timeOf('17:00'),
  minutes: 90,
};

let graph: GraphStandIn;
let notes: { readonly code: string; readonly about: Readonly<Record<string, string | number>> }[];

beforeEach(async () => {
  graph = await startGraphStandIn('right');
  notes = [];
});
afterEach(() => graph.close());

function meetings(token = 'right', deadlineMs = 2_000): OnlineMeetings {
  return createGraphMeetings({
    url: graph.url,
    token: () => Promise.resolve(token),
    log: (code, about) => notes.push({ code, about }),
    deadlineMs,
  });
}

async function made(draft = DRAFT): Promise<{ readonly eventId: string; readonly joinUrl: string }> {
  const answer = await meetings().create(draft);
  if (answer.kind !== 'made') {
    throw new Error(`not made but ${answer.kind}`);
  }
  return answer;
}

describe('a Teams meeting', () => {
  it('C-05: is made in the organiser’s calendar at the Finnish hour, and has an address to join', async () => {
    const { joinUrl, eventId } = await made();
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(graph.events).toEqual([
      expect.objectContaining({
        id: eventId,
        user: AINO,
        content: {
          subject: 'Tukitapaaminen, Pirkanmaa',
          body: { contentType: 'text', content: 'Tervetuloa.' },
          start: { dateTime: '2026-12-08T17:00:00', timeZone: 'Europe/Helsinki' },
          end: { dateTime: '2026-12-08T18:30:00', timeZone: 'Europe/Helsinki' },
          isOnlineMeeting: true,
          onlineMeetingProvider: 'teamsForBusiness',
          transactionId: DRAFT.transactionId,
        },
      }),
    ]);
  });

  it('T-05: lasts as long as agreed over a change of the clocks', async () => {
    await made({ ...DRAFT, date: dateOf('2026-10-25'), time: timeOf('02:30'), minutes: 120 });
    expect(graph.events[0]?.content).toMatchObject({
      start: { dateTime: '2026-10-25T02:30:00' },
      end: { dateTime: '2026-10-25T03:30:00' },
    });
  });

  it('is one meeting however often it is asked for', async () => {
    const [first, again, together] = await Promise.all([made(), made(), made()]);
    expect([again, together]).toEqual([first, first]);
    expect(graph.events).toHaveLength(1);
  });

  it('is found again when its making was answered by silence', async () => {
    graph.troubles.push({ kind: 'reset-after' });
    expect(await meetings().create(DRAFT)).toEqual({ kind: 'unavailable', retryAfterMs: null });
    const [event] = graph.events;
    expect((await made()).eventId).toBe(event?.id);
    expect(graph.events).toHaveLength(1);
  });

  it.each([true, false])('is the same one when its words have changed meanwhile (its id is said: %s)', async (says) => {
    graph.namesDuplicates = says;
    const { eventId } = await made();
    expect((await made({ ...DRAFT, body: 'Uudet sanat.' })).eventId).toBe(eventId);
    expect(graph.events).toHaveLength(1);
  });

  it('is asked for again later while its address is not there yet', async () => {
    graph.givesJoinUrls = false;
    expect(await meetings().create(DRAFT)).toEqual({ kind: 'unavailable', retryAfterMs: null });
    graph.givesJoinUrls = true;
    await made();
    expect(graph.events).toHaveLength(1);
  });

  it('is moved, and keeps its body with the way to join', async () => {
    const { eventId } = await made();
    const to = { subject: 'Siirretty', date: dateOf('2026-12-09'), time: timeOf('18:00'), minutes: 60 };
    expect(await meetings().move(AINO, eventId, to)).toEqual({ kind: 'done' });
    expect(graph.events[0]?.content).toMatchObject({
      subject: 'Siirretty',
      body: { content: 'Tervetuloa.' },
      start: { dateTime: '2026-12-09T18:00:00' },
      end: { dateTime: '2026-12-09T19:00:00' },
    });
  });

  it('is cancelled; a second time it is gone', async () => {
    const { eventId } = await made();
    expect(await meetings().cancel(AINO, eventId, 'Peruttu.')).toEqual({ kind: 'done' });
    expect(graph.events).toEqual([]);
    expect(await meetings().cancel(AINO, eventId, 'Peruttu.')).toEqual({ kind: 'gone' });
    expect(await meetings().move(AINO, eventId, DRAFT)).toEqual({ kind: 'gone' });
  });
});

describe('what Graph says instead', () => {
  it('without the grant, or without a right token: not granted', async () => {
    graph.granted = false;
    expect(await meetings().create(DRAFT)).toEqual({ kind: 'notGranted' });
    expect(await meetings('wrong').create(DRAFT)).toEqual({ kind: 'notGranted' });
  });

  it('for somebody without a mailbox: gone', async () => {
    graph.mailboxes = [];
    expect(await meetings().create(DRAFT)).toEqual({ kind: 'gone' });
  });

  it.each([
    ['429 with its seconds', { kind: 'status', status: 429, retryAfter: '7' }, 7_000],
    ['503 with a date', { kind: 'status', status: 503, retryAfter: 'Tue, 24 Nov 2026 09:00:00 GMT' }, null],
    ['a page of a proxy', { kind: 'status', status: 502, text: '<html>' }, null],
    ['a success that cannot be read', { kind: 'status', status: 200, text: '<html>' }, null],
    ['a refusal that nobody knows', { kind: 'status', status: 400 }, null],
  ] as const)('%s: later, and one request only', async (_name, trouble, retryAfterMs) => {
    graph.troubles.push(trouble);
    expect(await meetings().create(DRAFT)).toEqual({ kind: 'unavailable', retryAfterMs });
    expect(graph.requests).toHaveLength(1);
  });

  it('nothing in time, or no token to ask with: later', async () => {
    graph.troubles.push({ kind: 'hang' });
    expect(await meetings('right', 100).create(DRAFT)).toEqual({ kind: 'unavailable', retryAfterMs: null });
    const tokenless = createGraphMeetings({
      url: graph.url,
      token: () => Promise.reject(new Error('no identity here')),
      log: (code, about) => notes.push({ code, about }),
    });
    expect(await tokenless.create(DRAFT)).toEqual({ kind: 'unavailable', retryAfterMs: null });
    expect(graph.requests).toHaveLength(1);
  });

  it('is noted in codes, without words, people or tokens', async () => {
    graph.granted = false;
    await meetings().create(DRAFT);
    expect(notes).toEqual([{ code: 'graph-refused', about: { method: 'POST', status: 403 } }]);
  });
});

it('an id cannot reach another path of Graph', async () => {
  await expect(meetings().cancel(AINO, '..', '')).rejects.toThrow('graph-path-invalid');
  await meetings().cancel(AINO, '../../events/AAMk=1', '');
  expect(graph.requests.map(({ path }) => path)).toEqual([
    `/v1.0/users/${AINO}/events/..%2F..%2Fevents%2FAAMk%3D1/cancel`,
  ]);
});

it('without the grant in the settings, nobody is asked and everything else goes on', async () => {
  expect(off.isOn).toBe(false);
  expect(await off.create(DRAFT)).toEqual({ kind: 'notGranted' });
  expect(await off.move(AINO, 'x', DRAFT)).toEqual({ kind: 'notGranted' });
  expect(await off.cancel(AINO, 'x', '')).toEqual({ kind: 'notGranted' });
});
