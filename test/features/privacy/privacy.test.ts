import { createPrivacy, type PrivacyParts } from '../../../src/features/privacy/index.ts';
import { lintCard } from '../../support/card-linter.ts';
import { KAISA, nodesOf, peopleOf, says, VEERA } from '../cases/case-world.ts';
import { request } from '../help/help-world.ts';

async function privacyCard(about: Partial<PrivacyParts> = {}): Promise<Readonly<Record<string, unknown>>> {
  const { commands } = createPrivacy({
    people: { load: () => Promise.resolve(peopleOf([VEERA, KAISA])) },
    controller: null,
    ...about,
  });
  const reply = await commands.find(({ names }) => names.includes('tietosuoja'))?.run(request());
  expect(lintCard(reply?.card)).toEqual([]);
  return reply?.card ?? {};
}

describe('tietosuoja', () => {
  it('G-16: says what is stored, why, how long, who sees it and which rights people have', async () => {
    const card = await privacyCard();
    for (const heading of [
      'Mitä tietoja tallentuu?',
      'Miksi tiedot tallentuvat?',
      'Kuinka kauan tiedot säilyvät?',
      'Kuka näkee tiedot?',
      'Mitä oikeuksia sinulla on?',
    ]) {
      expect(says(card, heading)).toBe(true);
    }
  });

  it('G-13: says that no text goes to a language model', async () => {
    expect(says(await privacyCard(), 'Ratkaisupolku ei lähetä tapausten tekstejä tekoälylle.')).toBe(true);
  });

  it('G-20: names the controller of the configuration, or says that there is none yet', async () => {
    const named = await privacyCard({ controller: 'Esimerkkiyhdistys ry' });
    expect(says(named, 'Rekisterinpitäjä on Esimerkkiyhdistys ry.')).toBe(true);
    expect(says(await privacyCard(), 'Rekisterinpitäjää ei ole vielä nimetty. Kysy ylläpitäjältä.')).toBe(true);
  });

  it('G-16: links the full notice, and shows no link where there is none', async () => {
    const set = { legalAdvice: null, model: null, privacy: 'https://esimerkki.fi/tietosuoja' };
    const links = (card: unknown) => nodesOf(card).filter((node) => node['type'] === 'Action.OpenUrl');
    const card = await privacyCard({ people: { load: () => Promise.resolve(peopleOf([KAISA], { links: set })) } });
    expect(links(card)).toMatchObject([{ title: 'Lue tietosuojaseloste', url: 'https://esimerkki.fi/tietosuoja' }]);
    expect(links(await privacyCard())).toEqual([]);
  });

  it('names whom to ask, or the owner of the team where there is no admin', async () => {
    expect(says(await privacyCard(), `Kysy ylläpitäjältä: ${KAISA.name}.`)).toBe(true);
    const nobody = await privacyCard({ people: { load: () => Promise.resolve(peopleOf([VEERA])) } });
    expect(says(nobody, 'Kysy tiimin omistajalta.')).toBe(true);
  });
});
