// The settings over HTTP: what everybody sees, what an admin may change, and that what is set holds on the cards.
import { TemplateUse } from '../../src/features/cases/contract/template-use.ts';
import { OwnSettings, TeamSettings } from '../../src/features/settings/contract.ts';
import { ShownCard } from '../../src/platform/cards/contract.ts';
import { OPENING, says } from '../features/cases/case-world.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import type { ConnectorMember } from '../support/teams-connector.ts';
import { known, openAppWorld, type AppWorld } from './app-world.ts';
import { AINO, appointAdvisor, ask, cardIn, KAISA, MIKKO, openCase, press, VEERA } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables, env: { MODEL_URL: 'https://malli.example.org/' } });
});
afterEach(() => world.close());

async function settings(who: ConnectorMember): Promise<TeamSettings> {
  return TeamSettings.parse((await world.api(who).get('/settings')).json);
}

async function tabPress(who: ConnectorMember, verb: string, data: Readonly<Record<string, string>>) {
  return ShownCard.parse((await world.api(who).post('/press', { verb, data })).json);
}

/** Opens the links' form and saves it filled in. */
async function setLinks(typed: Readonly<Record<string, string>>) {
  const form = await tabPress(KAISA, 'settings/links', {});
  const save = known(form.buttons.find(({ label }) => label === 'Tallenna'));
  return await tabPress(KAISA, save.verb, { legalAdvice: '', model: '', privacy: '', ...typed, ...save.data });
}

describe('the settings of a team', () => {
  it('are seen by every member, with buttons for those alone who may change them', async () => {
    await appointAdvisor(world);
    const seen = await settings(VEERA);
    expect(seen).toMatchObject({ canChange: false, buttons: [], guestButtons: [], linkButtons: [] });
    expect(seen.advisors).toMatchObject([{ name: AINO.name, counties: ['Pirkanmaan hyvinvointialue'], buttons: [] }]);
    expect(seen.uncovered).toHaveLength(21);
    expect((await settings(AINO)).advisors[0]?.buttons.map(({ label }) => label)).toEqual(['Merkitse poissaolo']);
    expect((await settings(KAISA)).buttons.map(({ label }) => label)).toEqual(['Anna rooli', 'Poista rooli']);
  });

  it('T-07: tell the times that hold for everybody', async () => {
    expect((await settings(VEERA)).times.map(({ value }) => value)).toEqual([
      '7 päivää ennen ja päivää ennen',
      'arkipäivinä klo 9–18',
      'maanantaisin klo 9.00',
    ]);
  });

  it('S1-30, G-05: take a link from the installation until an admin sets one, and cards lead there', async () => {
    expect((await settings(VEERA)).links).toEqual([
      { label: 'Lakineuvonta', url: null, isInstalled: false },
      { label: 'Toimintamalli', url: 'https://malli.example.org/', isInstalled: true },
      { label: 'Tietosuojaseloste', url: null, isInstalled: false },
    ]);
    const said = await setLinks({ legalAdvice: 'https://neuvonta.example.org/', model: 'https://uusi.example.org/' });
    expect(said.notices).toMatchObject([{ tone: 'done' }]);
    expect((await settings(VEERA)).links.map(({ url, isInstalled }) => [url, isInstalled])).toEqual([
      ['https://neuvonta.example.org/', false],
      ['https://uusi.example.org/', false],
      [null, false],
    ]);
    const at = await ask(world, VEERA, 'uusi tapaus');
    const typed = { ...OPENING, onePerson: 'yes' };
    const refused = await press(world, VEERA, at, { card: cardIn(at), title: 'Avaa tapaus', typed });
    expect(says(refused, 'https://neuvonta.example.org/')).toBe(true);
  });

  it.each([
    'http://neuvonta.example.org',
    'neuvonta.example.org',
    'https://a:b@neuvonta.example.org',
    'javascript:alert(1)',
  ])('refuse a link that is not safe to follow: %s', async (legalAdvice) => {
    const form = await setLinks({ legalAdvice });
    expect(form.kind).toBe('form');
    expect((await settings(VEERA)).links[0]?.url).toBeNull();
  });

  it('refuse what others than admins press', async () => {
    const said = await tabPress(MIKKO, 'settings/links', {});
    expect(said.notices).toEqual([{ tone: 'warning', text: 'Vain ylläpitäjä voi muokata tätä.' }]);
  });

  it('S0-04: tell admins how many cases follow which version of the model', async () => {
    await openCase(world);
    const use = TemplateUse.parse((await world.api(KAISA).get('/templates')).json);
    expect(use).toEqual({ current: '2024-01', versions: [{ version: '2024-01', cases: 1 }] });
    expect((await world.api(VEERA).get('/templates')).status).toBe(403);
  });
});

describe('what a person chooses for themselves', () => {
  it('A-14: is short texts at first, and what was chosen after that', async () => {
    const own = async (who: ConnectorMember) => OwnSettings.parse((await world.api(who).get('/own')).json).texts;
    expect(await own(VEERA)).toBe('short');
    await Promise.all([1, 2].map(() => world.api(VEERA).post('/own', { texts: 'long' })));
    expect([await own(VEERA), await own(MIKKO)]).toEqual(['long', 'short']);
    await world.api(VEERA).post('/own', { texts: 'short' });
    expect(await own(VEERA)).toBe('short');
    expect((await world.api(VEERA).post('/own', { texts: 'huge' })).status).toBe(400);
  });

  it('B-15: is said in words, and a saved form says only that it is saved', async () => {
    const shown = ShownCard.parse((await world.api(VEERA).get('/own/reminders')).json);
    expect(shown).toMatchObject({ kind: 'message', title: 'Omat muistutukset' });
    const form = await tabPress(VEERA, 'reminders/own/change', {});
    const save = known(form.buttons.find(({ label }) => label === 'Tallenna'));
    const typed = { on: 'no', leads: '', where: 'private', from: '09:00', until: '18:00' };
    expect(await tabPress(VEERA, save.verb, { ...typed, ...save.data })).toMatchObject({
      kind: 'message',
      notices: [{ tone: 'done' }],
      paragraphs: [],
      buttons: [],
    });
  });
});
