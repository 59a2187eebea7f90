import { createPrivacy } from '../../../src/features/privacy/index.ts';
import { lintCard } from '../../support/card-linter.ts';
import { buttonOf, KAISA, nodesOf, peopleOf, says, textsOf, VEERA } from '../cases/case-world.ts';
import { openHelpWorld, otherCommand, press, request, type HelpWorld } from './help-world.ts';

async function say({ feature }: HelpWorld, name: string, rest = ''): Promise<Readonly<Record<string, unknown>>> {
  const command = feature.commands.find(({ names }) => names.includes(name));
  if (command === undefined) {
    throw new Error(`no command ${name}`);
  }
  const { card } = await command.run(request(rest));
  expect(lintCard(card)).toEqual([]);
  return card;
}

async function pressButton(
  { feature }: HelpWorld,
  { verb, data }: { readonly verb: string; readonly data: unknown },
): Promise<Readonly<Record<string, unknown>>> {
  const action = feature.actions.find((each) => each.verb === verb);
  if (action === undefined) {
    throw new Error(`no action ${verb}`);
  }
  const { card } = await action.run(press(data));
  expect(lintCard(card)).toEqual([]);
  return card;
}

describe('ohje', () => {
  it('is understood as apua and help too', async () => {
    const { feature } = await openHelpWorld();
    expect(feature.commands.map(({ names }) => names)).toEqual([['ohje', 'apua', 'help'], ['sanasto']]);
  });

  it('S0-01, S0-05: names the model, its four stages and what each is for', async () => {
    const card = await say(await openHelpWorld(), 'ohje');
    for (const text of [
      'Yhteistyössä kohti ratkaisua',
      '1. Yhteys Tukiliittoon',
      '2. Yhteys kuntaan tai hyvinvointialueelle',
      '3. Keskustelutilaisuus',
      '4. Jatkosuunnitelmat ja seuranta',
    ]) {
      expect(says(card, text)).toBe(true);
    }
  });

  it('S1-30: links the original model, and shows no link while nobody has said where it is', async () => {
    const set = { legalAdvice: null, model: 'https://esimerkki.fi/malli', privacy: null };
    const people = { load: () => Promise.resolve(peopleOf([KAISA], { links: set })) };
    const linked = await say(await openHelpWorld({ people }), 'ohje');
    const links = (card: unknown) => nodesOf(card).filter((node) => node['type'] === 'Action.OpenUrl');
    expect(links(linked)).toMatchObject([{ title: 'Tutustu toimintamalliin', url: 'https://esimerkki.fi/malli' }]);
    expect(links(await say(await openHelpWorld(), 'ohje'))).toEqual([]);
  });

  it('C-10: says first how to begin, in the words that are typed', async () => {
    const card = await say(await openHelpWorld(), 'ohje');
    expect(says(card, 'Aloita näin: kirjoita kanavalle @Ratkaisupolku uusi tapaus.')).toBe(true);
  });

  it('lists every command of the app with its help, its own included', async () => {
    const card = await say(await openHelpWorld(), 'ohje');
    for (const name of ['uusi tapaus', 'tapaukset', 'ohje', 'sanasto']) {
      expect(textsOf(card).some((text) => text.startsWith(`${name}: Näyttää`))).toBe(true);
    }
  });

  it('names the admins, and says what to do where there is none', async () => {
    expect(says(await say(await openHelpWorld(), 'ohje'), KAISA.name)).toBe(true);
    const nobody = await openHelpWorld({ people: { load: () => Promise.resolve(peopleOf([VEERA])) } });
    expect(says(await say(nobody, 'ohje'), 'Tiimissä ei ole vielä ylläpitäjää.')).toBe(true);
  });

  it('counts the admins whom it does not name', async () => {
    const members = Array.from({ length: 7 }, (_, index) => ({ ...KAISA, name: `Ylläpitäjä ${index}` }));
    const world = await openHelpWorld({ people: { load: () => Promise.resolve(peopleOf(members)) } });
    const card = await say(world, 'ohje');
    expect(says(card, 'Ylläpitäjä 4 ja 2 muuta.')).toBe(true);
    expect(says(card, 'Ylläpitäjä 5')).toBe(false);
  });

  it('leads to the glossary with one press', async () => {
    const world = await openHelpWorld();
    const glossary = await pressButton(world, buttonOf(await say(world, 'ohje'), 'Näytä sanasto'));
    expect(says(glossary, 'Valitse sana, niin näet, mitä se tarkoittaa.')).toBe(true);
  });
});

describe('help/run', () => {
  it('runs the command that the button names, with what followed it', async () => {
    const card = await pressButton(await openHelpWorld(), {
      verb: 'help/run',
      data: { command: 'tapaukset', rest: 'kyyti' },
    });
    expect(says(card, 'ran tapaukset')).toBe(true);
    expect(says(card, 'rest: kyyti')).toBe(true);
  });

  it.each([
    ['a command that the app does not have', { command: 'poista kaikki' }],
    ['a name that is spelt otherwise than in the table', { command: 'Tapaukset' }],
    ['a name that every object has', { command: 'constructor' }],
    ['no name', {}],
    ['a name that is no text', { command: ['tapaukset'] }],
    ['more than a button carries', { command: 'tapaukset', rest: 'x'.repeat(201) }],
    ['nothing', null],
  ])('answers %s as an old card', async (_what, data) => {
    const card = await pressButton(await openHelpWorld(), { verb: 'help/run', data });
    expect(says(card, 'Tämä kortti on vanha')).toBe(true);
  });

  it('runs the privacy card beside it', async () => {
    const { commands } = createPrivacy({
      people: { load: () => Promise.resolve(peopleOf([VEERA, KAISA])) },
      controller: null,
    });
    const world = await openHelpWorld({ commands: [...commands, otherCommand('tapaukset')] });
    const card = await pressButton(world, { verb: 'help/run', data: { command: 'tietosuoja' } });
    expect(says(card, 'Mitä tietoja tallentuu?')).toBe(true);
  });
});
