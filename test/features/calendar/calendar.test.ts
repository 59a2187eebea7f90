import { addDays } from '../../../src/kernel/dates.ts';
import { counties } from '../../../src/kernel/regions/regions.ts';
import type { CalendarEntry } from '../../../src/platform/calendar/calendar-entry.ts';
import { drawAdd, drawEntry } from '../../../src/features/calendar/cards/entry-card.ts';
import { drawCalendar, drawFilter } from '../../../src/features/calendar/cards/calendar-card.ts';
import { teamsMeetingLink } from '../../../src/platform/calendar/teams-meeting-link.ts';
import { drawAddress, drawScopeForm, drawStatus } from '../../../src/features/calendar/cards/subscription-card.ts';
import { calendarFi as t } from '../../../src/features/calendar/texts.fi.ts';
import { lintCard } from '../../support/card-linter.ts';
import { buildEntry, dateOf } from '../../platform/calendar/entries.ts';
import { buttonOf, nodesOf, RESTRICTED, says, TUESDAY, VEERA, WORKSPACE, type Shown } from '../cases/case-world.ts';
import { ALONE, IN_CHANNEL, openCalendarWorld, type CalendarWorld } from './calendar-world.ts';

const [FIRST, SECOND] = counties.map(({ code }) => code);
const SUPERVISION = { code: 'supervision', label: 'Tukitapaaminen' };

function entry(number: number, over: Partial<CalendarEntry> = {}): CalendarEntry {
  const title = `Keskustelutilaisuus: Asia ${number}`;
  return buildEntry({ id: `id-${number}`, title, date: addDays(dateOf('2026-12-01'), number), ...over });
}

async function withEntries(...entries: readonly CalendarEntry[]): Promise<CalendarWorld> {
  const world = await openCalendarWorld();
  world.entries = entries;
  return world;
}

function matters(card: Shown): readonly string[] {
  return nodesOf(card).flatMap(({ text }) => /Asia \d+$/.exec(typeof text === 'string' ? text : '') ?? []);
}

describe('S2-37: kalenteri', () => {
  it('says what comes next with its kind, weekday, date, time, place and how sure it is', async () => {
    const world = await withEntries(
      entry(1, { title: 'Asia 1', kind: SUPERVISION, place: '', link: 'https://teams.microsoft.com/l/x' }),
      entry(2, { status: 'cancelled' }),
      entry(3, { status: 'tentative', time: null }),
    );
    const card = await world.say(VEERA);
    for (const text of [
      'Tukitapaaminen: Asia 1',
      'keskiviikkona 2.12.2026 klo 13.00',
      'Etänä. Linkki on tiedoissa.',
      'Peruttu',
      'Paikka: Kaupungintalo, Tampere',
      'Ei vielä varma',
      'perjantaina 4.12.2026',
      '3 tapahtumaa on tulossa.',
    ]) {
      expect([text, says(card, text)]).toEqual([text, true]);
    }
  });

  it('shows eight at a time, in order, and goes on after the last one, whatever has come meanwhile', async () => {
    const world = await withEntries(...[...Array(11).keys()].map((index) => entry(11 - index)));
    const first = await world.say(VEERA);
    expect(matters(first)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Asia ${number}`));
    expect(says(first, 'Vielä 3 tapahtumaa.')).toBe(true);
    world.entries = [...world.entries, entry(0)];
    const second = await world.press(VEERA, first, 'Näytä lisää');
    expect(matters(second)).toEqual([9, 10, 11].map((number) => `Asia ${number}`));
    expect(() => buttonOf(second, 'Näytä lisää')).toThrow('no button');
    world.entries = [];
    expect(says(await world.press(VEERA, first, 'Näytä lisää'), 'Mitään ei ole tulossa.')).toBe(true);
  });

  it('leaves out what has been', async () => {
    const world = await withEntries(entry(1, { date: dateOf('2026-11-23') }), entry(2, { date: dateOf('2026-11-24') }));
    expect(matters(await world.say(VEERA))).toEqual(['Asia 2']);
  });

  it('is narrowed by county, kind and part by a form, and keeps that on the card', async () => {
    const own = entry(4, { counties: [SECOND].filter((code) => code !== undefined) });
    const world = await withEntries(
      entry(1, { counties: [FIRST].filter((code) => code !== undefined) }),
      entry(2),
      entry(3, { kind: SUPERVISION, title: 'Tukitapaaminen: Asia 3' }),
      own,
    );
    world.mine = [own];
    const form = await world.press(VEERA, await world.say(VEERA), 'Rajaa kalenteria');
    const here = await world.press(VEERA, form, 'Näytä', { county: FIRST, kind: '', whose: '' });
    expect(matters(here)).toEqual(['Asia 1', 'Asia 2', 'Asia 3']);
    const both = await world.press(VEERA, form, 'Näytä', { county: FIRST, kind: 'supervision', whose: '' });
    expect(matters(both)).toEqual(['Asia 3']);
    expect(says(both, 'Tukitapaaminen')).toBe(true);
    const again = nodesOf(await world.press(VEERA, both, 'Rajaa kalenteria'));
    expect(again.filter(({ value }) => value === 'supervision' || value === FIRST).length).toBeGreaterThan(1);
    expect(matters(await world.press(VEERA, form, 'Näytä', { county: '', kind: '', whose: 'mine' }))).toEqual([
      'Asia 4',
    ]);
    expect(matters(await world.press(VEERA, both, 'Näytä omat'))).toEqual([]);
    expect(matters(await world.press(VEERA, both, 'Näytä kaikki'))).toHaveLength(4);
    // What no card of ours sends shows everything.
    expect(matters(await world.press(VEERA, form, 'Näytä', { county: 'x', kind: 'y' }))).toHaveLength(4);
  });

  it.each([
    ['tampere', ['Asia 1']],
    ['Pirkanmaa', ['Asia 1']],
    ['nowhere', ['Asia 1', 'Asia 2']],
  ])('takes the name of a place after it: %s', async (typed, shown) => {
    const named = (name: string) => counties.filter(({ nameFi }) => nameFi.startsWith(name)).map(({ code }) => code);
    const world = await withEntries(
      entry(1, { counties: named('Pirkanmaan') }),
      entry(2, { counties: named('Lapin') }),
    );
    const card = await world.say(VEERA, typed);
    expect(matters(card)).toEqual(shown);
    expect(says(card, 'En löytänyt tällä nimellä')).toBe(typed === 'nowhere');
  });

  it('shows in a channel what may be read there, page by page, and the rest to the presser alone', async () => {
    const world = await withEntries(
      ...[...Array(9).keys()].map((index) => entry(index + 1)),
      entry(10, { audience: { channelId: RESTRICTED } }),
      entry(11, { audience: 'person' }),
    );
    const card = await world.say(VEERA, '', IN_CHANNEL);
    expect(says(card, '9 tapahtumaa on tulossa.')).toBe(true);
    const { verb, data } = buttonOf(card, 'Näytä lisää');
    expect(matters(await world.send(VEERA, verb, data, IN_CHANNEL))).toEqual(['Asia 9']);
    const restricted = { ...IN_CHANNEL, channelId: RESTRICTED };
    expect(says(await world.say(VEERA, '', restricted), '10 tapahtumaa on tulossa.')).toBe(true);
    const form = await world.send(VEERA, 'calendar/filter', buttonOf(card, 'Rajaa kalenteria').data, IN_CHANNEL);
    const { verb: find, data: sent } = buttonOf(form, 'Näytä');
    const own = await world.send(VEERA, find, { ...sent, county: '', kind: '', whose: '' }, IN_CHANNEL);
    expect(says(own, '11 tapahtumaa on tulossa.')).toBe(true);
  });
});

describe('an entry', () => {
  it('shows its details with the ways on', async () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/1';
    const world = await withEntries(entry(1, { link, minutes: 90, counties: [] }));
    const card = await world.press(VEERA, await world.say(VEERA), 'Näytä tiedot');
    for (const text of ['Tapaus 2026-014', '1 tunti 30 minuuttia', 'Koko maa', 'Kaupungintalo, Tampere']) {
      expect(says(card, text)).toBe(true);
    }
    expect(nodesOf(card).find(({ type }) => type === 'Action.OpenUrl')?.['url']).toBe(link);
    expect(buttonOf(card, 'Lisää kalenteriin')).toMatchObject({
      verb: 'calendar/add',
      data: { source: 'cases', id: 'id-1' },
    });
  });

  it('B-15: without an address of the app gives the Teams meeting, and says why there is no file', async () => {
    const world = await openCalendarWorld({ publicUrl: null });
    world.entries = [entry(1)];
    const card = await world.send(VEERA, 'calendar/add', { source: 'cases', id: 'id-1' });
    expect(says(card, 'Kalenteritiedostoa ei voi vielä ladata.')).toBe(true);
    expect(nodesOf(card).filter(({ type }) => type === 'Action.OpenUrl')).toHaveLength(1);
    expect(says(await world.send(VEERA, 'calendar/subscription'), 'Kalenteria ei voi vielä tilata.')).toBe(true);
  });

  it('B-16: that was cancelled says so where it is taken from', async () => {
    const world = await withEntries(entry(1, { status: 'cancelled' }));
    const card = await world.send(VEERA, 'calendar/add', { source: 'cases', id: 'id-1' });
    expect(says(card, 'Tämä on peruttu. Kalenteritiedosto merkitsee sen perutuksi.')).toBe(true);
  });
});

describe('W-14: every card at its fullest', () => {
  const LONG = 'Äänekoskella ja muualla ä'.repeat(200);
  const full = buildEntry({
    title: LONG,
    description: LONG,
    place: LONG,
    link: `https://teams.microsoft.com/${'a'.repeat(2_000)}`,
    status: 'tentative',
    counties: counties.map(({ code }) => code),
    kind: { code: 'k', label: 'Keskustelutilaisuus ja koulutusilta' },
  });
  const view = { scope: 'open', county: FIRST ?? null, kind: 'k', after: null } as const;
  const more = [1, 2, 3].map((number) => ({
    label: `Toinen painike ${number}`,
    verb: 'x/y',
    data: {},
    look: 'plain' as const,
    sendsInputs: false,
  }));

  it('the list, the form and the details', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...full,
      id: `${'i'.repeat(60)}.${index}`,
      kind: { code: `k${index}`, label: 'Laji' },
    }));
    const notices = [{ tone: 'warning', text: t.list.unknownPlace }] as const;
    expect(lintCard(drawCalendar(many, { view, t, notices }))).toEqual([]);
    expect(lintCard(drawFilter(many, view, t))).toEqual([]);
    expect(lintCard(drawEntry(full, more, t))).toEqual([]);
  });

  it('the feed of a person', () => {
    const county = counties.toSorted((a, b) => b.nameFi.length - a.nameFi.length)[0]?.code ?? null;
    const who = { workspace: WORKSPACE, person: VEERA.id, since: TUESDAY };
    const feed = { ...who, kind: 'feed', scope: { county } } as const;
    const notices = [{ tone: 'info', text: t.subscription.again }] as const;
    const address = `https://${'a'.repeat(200)}.example.org/calendar/${'s'.repeat(43)}.ics`;
    const problems = { what: t.subscription.whatProblem, county: t.subscription.countyProblem };
    for (const card of [
      drawStatus(feed, notices, t),
      drawAddress(address, true, t),
      drawAddress(address, false, t),
      drawScopeForm({ feed, nonce: '01JD0000000000000000000001', typed: { what: 'x', county: 'y' }, problems }, t),
    ]) {
      expect(lintCard(card)).toEqual([]);
    }
  });

  it('the ways into a calendar', () => {
    const file = `https://${'a'.repeat(60)}.example.org/calendar/${'s'.repeat(43)}/cases/${'i'.repeat(53)}.ics`;
    expect(lintCard(drawAdd(full, { file, fileDays: 7, meeting: teamsMeetingLink(full) }, t))).toEqual([]);
    expect(lintCard(drawAdd(full, { file: null, fileDays: 7, meeting: null }, t))).toEqual([]);
    expect(
      lintCard(drawAdd(full, { file: 'http://127.0.0.1:3978/calendar/x', fileDays: 7, meeting: null }, t)),
    ).toEqual([]);
  });
});

it('an unreadable press shows what there is, and harms nobody', async () => {
  const world = await withEntries(entry(1));
  for (const data of [
    { viewScope: 'everything' },
    { viewScope: 'all', viewKind: '<x>' },
    { viewAfter: 'z'.repeat(400) },
  ]) {
    expect(matters(await world.send(VEERA, 'calendar/list', data, ALONE))).toEqual(['Asia 1']);
  }
});
