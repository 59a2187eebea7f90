// The words of experiences that people share.
import type { ExperienceRefusal } from './domain/experience.ts';

export const libraryFi = {
  commands: {
    share: 'Jakaa kokemuksen muille: mitä teit ja mikä auttoi.',
    list: 'Näyttää kokemukset, joita muut ovat jakaneet.',
  },
  start: {
    title: 'Jaa kokemus',
    paragraphs: [
      'Kerro muille, mitä teit ja mikä auttoi. Kokemus tulee kanavalle kaikkien luettavaksi.',
      'Kirjoita yleisesti. Älä kerro yhden ihmisen asioista.',
    ],
  },
  about: (county: string) => `Kokemus · ${county}`,
  aboutAll: 'Kokemus',
  aboutTitle: (title: string) => `Kokemus · ${title}`,
  form: {
    editTitle: 'Muokkaa kokemusta',
    intro: 'Kirjoita yleisesti. Kaikki tällä kanavalla näkevät kokemuksen. Tähän menee noin 3 minuuttia.',
    introPersonal: 'Kirjoita yleisesti. Kokemus tulee tiimin yleiselle kanavalle. Tähän menee noin 3 minuuttia.',
    name: 'Otsikko',
    nameHint: 'Esimerkiksi: tapasimme lautakunnan ennen päätöstä.',
    nameProblem: 'Kirjoita otsikko. Esimerkiksi: tapasimme lautakunnan ennen päätöstä.',
    done: 'Mitä teit?',
    doneHint: 'Kerro, mitä teit ja kenen kanssa. Älä kirjoita nimiä.',
    doneProblem: 'Kirjoita, mitä teit. Esimerkiksi: pyysimme keskustelua lautakunnan kanssa.',
    helped: 'Mikä auttoi?',
    helpedHint: 'Mikä toimi hyvin? Mitä tekisit toisin?',
    helpedProblem: 'Kirjoita, mikä auttoi. Esimerkiksi: meillä oli valmis ratkaisuehdotus.',
    county: 'Hyvinvointialue',
    countyHint: 'Valitse, jos kokemus koskee yhtä hyvinvointialuetta.',
    countyProblem: 'Valitse hyvinvointialue listasta tai jätä tyhjäksi.',
    general: 'Tekstistäni ei tunnista ketään ihmistä.',
    generalProblem: 'Tarkista teksti ja poista tiedot yhdestä ihmisestä. Valitse sitten tämä.',
    share: 'Jaa kokemus',
    save: 'Tallenna',
  },
  withdraw: {
    title: 'Peru kokemus',
    intro: 'Haluatko perua kokemuksen? Poistan tekstin kortista. Et voi palauttaa sitä.',
  },
  facts: { writer: 'Kirjoittaja', shared: 'Jaettu' },
  headings: { done: 'Mitä tehtiin', helped: 'Mikä auttoi' },
  buttons: {
    share: 'Kirjoita kokemus',
    edit: 'Muokkaa',
    show: 'Näytä kokemus',
    list: 'Näytä kokemukset',
    more: 'Näytä lisää',
    withdraw: 'Peru kokemus',
    back: 'Takaisin',
    cancel: 'Peruuta',
  },
  said: {
    shared: 'Tallennettu. Kokemus tulee kohta kanavalle.',
    changed: 'Tallennettu. Kokemus on muokattu.',
    withdrawn: 'Tallennettu. Kokemus on peruttu.',
  },
  withdrawn: (date: string) => `Tämä kokemus on peruttu ${date}.`,
  list: {
    title: 'Kokemukset',
    intro: (count: number) => (count === 1 ? 'Löytyi 1 kokemus.' : `Löytyi ${count} kokemusta.`),
    none: 'Kokemuksia ei ole vielä. Voit jakaa ensimmäisen.',
    more: (count: number) => (count === 1 ? 'Lisäksi 1 kokemus.' : `Lisäksi ${count} kokemusta.`),
    shared: (date: string) => `Jaettu ${date}`,
  },
  summary: (title: string) => `Kokemus: ${title}`,
  notFound: 'Kokemusta ei löydy. Katso lista.',
  forbidden: {
    share: 'Et voi jakaa kokemuksia vieraana. Kysy oikeutta ylläpitäjältä.',
    reword: 'Vain kirjoittaja voi muokata kokemusta.',
    withdraw: 'Vain kirjoittaja tai järjestöasiantuntija voi perua kokemuksen.',
  },
  refusals: {
    withdrawn: 'Kokemus on jo peruttu.',
    'changed-meanwhile': 'Muokkasit kokemusta jo toisessa lomakkeessa. Tarkista teksti ja tallenna uudelleen.',
  } satisfies Record<ExperienceRefusal, string>,
  help: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
};

export type LibraryTexts = typeof libraryFi;
