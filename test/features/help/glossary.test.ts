import { findTerm } from '../../../src/features/help/find-term.ts';
import { glossaryFi } from '../../../src/features/help/glossary/glossary.fi.ts';
import { helpFi } from '../../../src/features/help/texts.fi.ts';
import { fold } from '../../../src/kernel/fold.ts';
import { lintCard } from '../../support/card-linter.ts';
import { sentencesOf } from '../../support/catalogue-texts.ts';
import { buttonOf, nodesOf, says } from '../cases/case-world.ts';
import { openHelpWorld, press, request } from './help-world.ts';

// Actors, organisations, the case and its process: every word that the app decided on.
const DECIDED =
  `Tukiliitto, liittohallitus, tukipiiri, tukiyhdistys, jäsenyhdistys, vaikuttamistyöryhmä, vaikuttamisverkosto,
  järjestöasiantuntija, taustatuki, Tukiliiton asiantuntija, lakineuvonta, yhdyshenkilö, kontaktihenkilö, yhdistysaktiivi,
  yhdistystoimija, jäsenistö, kokemusasiantuntija, palvelun käyttäjä, läheinen, kunta, kuntayhtymä, hyvinvointialue,
  yhteistyöalue, YTA, viranhaltija, luottamushenkilö, kuntapäättäjä, aluevaltuutettu, aluevaltuusto, aluehallitus,
  vammaisneuvosto, järjestöneuvottelukunta, palveluntuottaja, vammaisjärjestö, muu järjestö, vastinpari,
  tapaus, asia, vaikuttamisen kohde, kohdetaho, tavoite, toimija, taso, tapauksen laji, teema, kiireellisyys, tavoitepäivä,
  vaihe, Yhteys Tukiliittoon, Yhteys kuntaan tai hyvinvointialueelle, keskustelutilaisuus, Jatkosuunnitelmat ja seuranta,
  tila, päättymisen tulos, tuen tarve, tukipyyntö, ajankohdan vaihtoehto, toimintamallin periaatteet,
  koskettaako muita järjestöjä, yhteydenotto, kutsuttava, osallistuja, käytännön järjestelyt, näkökulma, vaikuttava tekijä,
  yhteinen suunta, ratkaisuvaihtoehto, toimenpide, päätöksentekoprosessi, välietappi, kilpailutus, seuraava tapaaminen,
  tiedotus, seuranta, seurantapäivä, muistutus, arviointi, hyvä käytäntö, velvoite, määräaika,
  tiedote, valtakunnallinen, uudistus, kuulemistilaisuus, alueellinen työryhmä, toimintaympäristön muutos, kokemus,
  tukitapaaminen, Vaikuttamisen verkkotreffit, kuntayhteistyötilaisuus, tapahtuma`
    .split(',')
    .map((term) => term.trim());

async function look(rest: string): Promise<Readonly<Record<string, unknown>>> {
  const { feature } = await openHelpWorld();
  const [, glossary] = feature.commands;
  const reply = await glossary?.run(request(rest));
  expect(lintCard(reply?.card)).toEqual([]);
  return reply?.card ?? {};
}

async function choose(data: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { feature } = await openHelpWorld();
  const action = feature.actions.find(({ verb }) => verb === 'help/term');
  const reply = await action?.run(press(data));
  expect(lintCard(reply?.card)).toEqual([]);
  return reply?.card ?? {};
}

describe('the glossary', () => {
  it.each(DECIDED)('A-08: explains %s', (term) => {
    expect(findTerm(term)).toMatchObject({ kind: 'found' });
  });

  it('A-08: explains each term in at most two sentences', () => {
    const long = glossaryFi.filter(({ text }) => sentencesOf(text).length > 2 || !text.endsWith('.'));
    expect(long).toEqual([]);
  });

  it('holds each term and each other word for it once', () => {
    const words = glossaryFi.flatMap(({ term, also = [] }) => [term, ...also]).map(fold);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});

describe('sanasto with a word', () => {
  it.each(['tavoite', 'TAVOITE', '”tavoite”', 'tavoite?', ' tavoite.'])('explains %s', async (word) => {
    const card = await look(word);
    expect(says(card, 'Tavoite on se, mitä haluat saada aikaan.')).toBe(true);
  });

  it('A-07: understands other words for a term and answers with ours', async () => {
    expect(says(await look('omainen'), 'Läheinen')).toBe(true);
    expect(says(await look('HVA'), 'Hyvinvointialue')).toBe(true);
  });

  it('T-12: needs no dots on letters', async () => {
    expect(says(await look('viranhaltija'), 'Viranhaltija')).toBe(true);
    expect(says(await look('laheinen'), 'Läheinen')).toBe(true);
  });

  it.each([
    ['tavote', 'tavoite'],
    ['tavoitteen', 'tavoite'],
    ['viranhaltijoiden', 'viranhaltija'],
    ['kontaktihenkilot', 'kontaktihenkilö'],
  ])('says first that %s is not there, then offers what it is near to and the choice', async (typed, term) => {
    const card = await look(typed);
    const body = JSON.stringify(card['body']);
    const places = [`Sanaa ”${typed}” ei ole sanastossa.`, helpFi.glossary.unknownNext, 'Input.ChoiceSet'].map((text) =>
      body.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const { verb, data } = buttonOf(card, `Tarkoititko: ${term}?`);
    const { feature } = await openHelpWorld();
    const shown = (await feature.actions.find((each) => each.verb === verb)?.run(press(data)))?.card ?? {};
    expect(says(shown, glossaryFi.find((each) => each.term === term)?.text ?? '-')).toBe(true);
  });

  it('lets choose another word after one that nothing is like', async () => {
    const card = await look('kvanttikenttäteoria');
    expect(says(card, 'Sanaa ”kvanttikenttäteoria” ei ole sanastossa.')).toBe(true);
    expect(nodesOf(card).some((node) => node['type'] === 'Input.ChoiceSet')).toBe(true);
  });

  it('shows a long text back short, and identity codes not at all', async () => {
    const card = await look(`131052-308T ${'pitkä '.repeat(500)}`);
    expect(JSON.stringify(card)).not.toContain('131052-308T');
    expect(says(card, '…')).toBe(true);
  });
});

describe('sanasto without a word', () => {
  it('lets choose any term, and names only a few of them', async () => {
    const card = await look('');
    const choices = nodesOf(card).filter((node) => typeof node['title'] === 'string' && 'value' in node);
    expect(choices).toHaveLength(glossaryFi.length);
    expect(choices.map(({ title }) => title)).toContain('kunta (Kunta ja hyvinvointialue)');
    expect(nodesOf(card).filter((node) => node['type'] === 'TextBlock').length).toBeLessThan(6);
    expect(says(card, 'Esimerkiksi: tapaus,')).toBe(true);
  });

  it('names only terms that it explains', () => {
    const named = helpFi.glossary.examples.replace(/^Esimerkiksi: |\.$/g, '').split(/, | tai /);
    expect(named.map((term) => findTerm(term).kind)).toEqual(named.map(() => 'found'));
  });

  it.each(glossaryFi.map(({ term, text }) => [term, text]))('explains %s when it is chosen', async (term, text) => {
    expect(says(await choose({ term }), text)).toBe(true);
  });

  it.each([[{}], [{ term: '' }], [{ term: 'HVA' }], [{ term: 7 }], [null], ['tavoite']])(
    'says beside the field what to do when %j was sent',
    async (data) => {
      expect(says(await choose(data), helpFi.glossary.termProblem)).toBe(true);
    },
  );
});
