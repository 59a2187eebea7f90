// One entry and the person's own feed as the tab asks for them.
import { drawAddress } from '../../../src/features/calendar/cards/subscription-card.ts';
import { calendarFi } from '../../../src/features/calendar/texts.fi.ts';
import { CalendarEntryPage, CalendarSubscriptionView } from '../../../src/features/calendar/contract.ts';
import { shownCard } from '../../../src/platform/cards/shown-card.ts';
import { parseChannelId } from '../../../src/kernel/ids.ts';
import type { Place } from '../../../src/platform/teams/bot.ts';
import { buildEntry } from '../../platform/calendar/entries.ts';
import { PRIVATE } from '../../support/bot-client.ts';
import { MIKKO, VEERA } from '../cases/case-world.ts';
import { ALONE, openCalendarWorld, type CalendarWorld } from './calendar-world.ts';

let world: CalendarWorld;
beforeEach(async () => {
  world = await openCalendarWorld();
});

async function page(path: string, place: Place = ALONE): Promise<CalendarEntryPage> {
  const answer = await world.ask(VEERA, path, '', place);
  return CalendarEntryPage.parse(answer.kind === 'json' ? answer.json : answer);
}

async function feedOf(who = VEERA): Promise<CalendarSubscriptionView> {
  const answer = await world.ask(who, '/calendar/subscription');
  return CalendarSubscriptionView.parse(answer.kind === 'json' ? answer.json : answer);
}

describe('S2-37: an entry on its page', () => {
  it('says what, when, how long and where, and leads back to its month', async () => {
    world.entries = [buildEntry({ id: 'a', link: 'https://teams.example/kokous', description: 'Tapaus\n\nAsia' })];
    expect(await page('/calendar/entries/cases/a')).toMatchObject({
      entry: { title: 'Keskustelutilaisuus: Kuljetuspalvelun odotusajat' },
      month: { month: '2026-12', title: 'joulukuu 2026' },
      description: ['Tapaus', 'Asia'],
      facts: [
        { label: 'Aika', value: 'keskiviikkona 2.12.2026 klo 13.00' },
        { label: 'Kesto', value: '2 tuntia' },
        { label: 'Paikka', value: 'Kaupungintalo, Tampere' },
        { label: 'Hyvinvointialue', value: 'Koko maa' },
      ],
      link: 'https://teams.example/kokous',
      isElsewhere: false,
    });
  });

  it('has no link any more when it is cancelled, and says so', async () => {
    world.entries = [buildEntry({ id: 'a', link: 'https://teams.example/kokous', status: 'cancelled' })];
    const shown = await page('/calendar/entries/cases/a');
    expect([shown.link, shown.facts[0], shown.entry.isCancelled]).toEqual([
      '',
      { label: 'Tilanne', value: 'Peruttu' },
      true,
    ]);
  });

  it('is not found when it is gone, hidden, or of nobody', async () => {
    world.entries = [buildEntry({ id: 'a' })];
    for (const path of ['/calendar/entries/cases/b', '/calendar/entries/nobody/a']) {
      expect(await world.ask(VEERA, path)).toEqual({ kind: 'refused', code: 'not-found' });
    }
  });

  it('of a restricted channel says to its roster that it is worked with there alone', async () => {
    const channelId = parseChannelId(PRIVATE);
    if (channelId === null) {
      throw new Error('no channel');
    }
    world.entries = [buildEntry({ id: 'a', audience: { channelId } })];
    const there: Place = { kind: 'channel', channelId, channelName: null, access: 'restricted', rootId: '1' };
    expect((await page('/calendar/entries/cases/a')).isElsewhere).toBe(true);
    expect((await page('/calendar/entries/cases/a', there)).isElsewhere).toBe(false);
  });
});

describe('S2-37: the feed of one’s own', () => {
  it('is offered, then told of without its address, and each person has their own', async () => {
    expect(await feedOf()).toMatchObject({
      isOffered: true,
      isOn: false,
      facts: [],
      buttons: [{ label: 'Tilaa kalenteri' }],
    });
    const form = await world.send(VEERA, 'calendar/subscription');
    await world.press(VEERA, form, 'Tilaa kalenteri', { what: 'county', county: '08' });
    const feed = await feedOf();
    expect(feed.facts).toEqual([
      { label: 'Kalenteriin tulee', value: 'Omat ja kaikki hyvinvointialueen tapahtumat: Pirkanmaan hyvinvointialue' },
      { label: 'Tilattu', value: '24.11.2026' },
    ]);
    expect(feed.buttons.map(({ label }) => label)).toEqual(['Muokkaa tilausta', 'Vaihda osoite', 'Lopeta tilaus']);
    expect(JSON.stringify(feed)).not.toContain('/calendar/');
    expect((await feedOf(MIKKO)).isOn).toBe(false);
  });

  it('gives its address apart from the words, to be copied', () => {
    const shown = shownCard(drawAddress('https://ratkaisupolku.example.org/calendar/x.ics', true, calendarFi));
    expect(shown).toMatchObject({
      copy: { text: 'https://ratkaisupolku.example.org/calendar/x.ics', label: 'Kopioi osoite' },
    });
    expect(JSON.stringify(shown.kind === 'message' ? shown.paragraphs : [])).not.toContain('https:');
  });

  it('is not offered while the app has no address of its own', async () => {
    world = await openCalendarWorld({ publicUrl: null });
    expect(await feedOf()).toEqual({ isOffered: false, isOn: false, facts: [], buttons: [] });
  });
});
