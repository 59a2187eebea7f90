// A message that is no command: the matter itself, told to the bot, becomes a case with one press.
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { buttonOf, nodesOf, OPENING, says } from '../features/cases/case-world.ts';
import { openAppWorld, type AppWorld } from './app-world.ts';
import { ask, cardIn, press, VEERA } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => world.close());

it('a matter told without a command is already in the form that the button opens, and the form opens the case', async () => {
  const matter = 'Kuljetuspalvelun odotusajat ovat pitkiä';
  const at = await ask(world, VEERA, matter);
  const form = await press(world, VEERA, at, { card: cardIn(at), title: 'Avaa tästä uusi tapaus' });
  expect(nodesOf(form).find((node) => node['id'] === 'matter')).toMatchObject({ value: matter });
  const shown = await press(world, VEERA, at, { card: form, title: 'Avaa tapaus', typed: { ...OPENING, matter } });
  expect(says(shown, 'Tapaus 2026-001 on avattu.')).toBe(true);
  expect(says(shown, matter)).toBe(true);
  expect(world.faults).toEqual([]);
});

it('a word that is not in the glossary leads to the nearest one with one press', async () => {
  const at = await ask(world, VEERA, 'sanasto tavoitepaivan');
  const card = cardIn(at);
  expect(says(card, 'Sanaa ”tavoitepaivan” ei ole sanastossa.')).toBe(true);
  expect(buttonOf(card, 'Näytä sana').verb).toBe('help/term');
  const shown = await press(world, VEERA, at, { card, title: 'Tarkoititko: tavoitepäivä?' });
  expect(says(shown, 'Tavoitepäivä kertoo, milloin toivot ratkaisua.')).toBe(true);
});
