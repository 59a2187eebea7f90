// The words of the register of districts and associations: its file, what is wrong with a row, what an import does.
import type { CellProblem, Column } from './domain/draft.ts';
import type { OrganisationKind } from './domain/organisation.ts';
import type { RowNote } from './domain/plan-import.ts';
import type { FileProblem } from './domain/read-file.ts';

const columns = {
  id: 'Tunnus',
  kind: 'Laji',
  name: 'Nimi',
  counties: 'Hyvinvointialueet',
  municipalities: 'Kunnat',
  district: 'Tukipiiri',
  page: 'Verkkosivu',
  active: 'Käytössä',
} satisfies Record<Column, string>;

const kinds = { district: 'tukipiiri', association: 'tukiyhdistys' } satisfies Record<OrganisationKind, string>;

/** What is wrong with a row, and how to mend it. `value`: what was written, `near`: what may have been meant. */
const problems = {
  'name-missing': () => ['Nimi puuttuu.', 'Kirjoita nimi. Esimerkiksi: Esimerkkilän tuki ry.'],
  'name-too-long': () => ['Nimi on liian pitkä.', 'Lyhennä nimi. Siinä voi olla 120 merkkiä.'],
  'identity-code': () => ['Rivillä on henkilötunnus.', 'Poista henkilötunnus tiedostosta heti.'],
  'personal-data': () => ['Rivillä on ihmisen yhteystietoja.', 'Poista ne. Luettelossa on vain järjestöjen tietoja.'],
  'kind-unknown': (value: string) => [
    value === '' ? 'Laji puuttuu.' : `En tunne lajia: ${value}.`,
    'Kirjoita tukipiiri tai tukiyhdistys.',
  ],
  'county-unknown': (value: string, near: string) => [
    `En tunne hyvinvointialuetta: ${value}.`,
    near === '' ? 'Kirjoita nimi kuten tässä: Pirkanmaa.' : `Tarkoititko: ${near}?`,
  ],
  'county-missing': () => ['Hyvinvointialue puuttuu.', 'Kirjoita ainakin yksi hyvinvointialue tai kunta.'],
  'municipality-unknown': (value: string, near: string) => [
    `En tunne kuntaa: ${value}.`,
    near === '' ? 'Tarkista kunnan nimi.' : `Tarkoititko: ${near}?`,
  ],
  'municipality-elsewhere': (_value: string, near: string) => [
    `Rivillä on kunta, joka kuuluu muualle: ${near}.`,
    'Lisää tämä hyvinvointialue tai vaihda kunta.',
  ],
  'district-unknown': (value: string, near: string) => [
    `Tätä tukipiiriä ei ole luettelossa: ${value}.`,
    near === '' ? 'Lisää tukipiiri omalle rivilleen tai jätä kohta tyhjäksi.' : `Tarkoititko: ${near}?`,
  ],
  'district-in-district': () => ['Tukipiirillä ei voi olla toista tukipiiriä.', 'Jätä kohta tyhjäksi.'],
  'page-unusable': (value: string) => [
    `Verkkosivu ei kelpaa: ${value}.`,
    'Kirjoita koko osoite. Esimerkiksi: https://www.esimerkki.fi.',
  ],
  'active-unknown': (value: string) => [`En ymmärrä tätä: ${value}.`, 'Kirjoita kyllä tai ei.'],
  'id-unknown': (value: string) => [`Tätä tunnusta ei ole luettelossa: ${value}.`, 'Jätä tunnus tyhjäksi.'],
  'kind-fixed': () => ['Laji ei voi vaihtua.', 'Palauta laji ennalleen tai anna uusi nimi.'],
  'name-taken': (value: string) => [`Luettelossa on jo tämä nimi: ${value}.`, 'Kirjoita toinen nimi.'],
  'twice-in-file': (value: string) => [`Sama nimi on tiedostossa kahdesti: ${value}.`, 'Poista toinen rivi.'],
  'register-full': () => ['Luettelo on täynnä. Siihen mahtuu 2000 riviä.', 'Poista tarpeettomia rivejä.'],
} satisfies Record<CellProblem['code'], (value: string, near: string) => readonly [string, string]>;

const fileProblems = {
  empty: () => ['Tiedosto on tyhjä.', 'Valitse toinen tiedosto.'],
  'no-rows': () => ['Tiedostossa on vain otsikot.', 'Lisää rivejä otsikoiden alle.'],
  'too-many-rows': () => ['Tiedostossa on yli 2000 riviä.', 'Jaa rivit kahteen tiedostoon.'],
  'open-quote': (detail: string) => [
    `Lainausmerkki jää auki. Se alkaa riviltä ${detail}.`,
    'Sulje lainausmerkki tai poista se.',
  ],
  'column-missing': (detail: string) => [
    `Tiedostosta puuttuu sarake: ${detail}.`,
    'Kirjoita sarakkeiden otsikot ensimmäiselle riville.',
  ],
  'column-twice': (detail: string) => [`Sama sarake on kahdesti: ${detail}.`, 'Poista toinen.'],
} satisfies Record<FileProblem['code'], (detail: string) => readonly [string, string]>;

const rows = (count: number): string => (count === 1 ? '1 rivi' : `${count} riviä`);

export const organisationsFi = {
  columns,
  kinds,
  yes: 'kyllä',
  no: 'ei',
  fileName: 'tukipiirit-ja-tukiyhdistykset.csv',
  problems,
  fileProblems,
  notText: ['Tiedosto ei ole tekstiä.', 'Tallenna taulukko CSV-muodossa ja valitse se.'] as const,
  tooLarge: ['Tiedosto on liian suuri.', 'Tiedosto voi olla 1 megatavun kokoinen.'] as const,
  report: ['Rivi', 'Nimi', 'Sarake', 'Mikä on vialla', 'Miten korjaat'] as const,
  notes: {
    'many-counties': (name: string) => `${name}: tukipiirillä on yli viisi hyvinvointialuetta. Tarkista ne.`,
    'person-name': (name: string) => `${name}: nimi näyttää ihmisen nimeltä. Tarkista se.`,
  } satisfies Record<RowNote['code'], (name: string) => string>,
  nothing: 'ei mitään',
  imported: (added: number, changed: number, removed: number) =>
    `Tallennettu. Uusia ${rows(added)}, muuttuneita ${rows(changed)}, poistettuja ${rows(removed)}.`,
  saved: (name: string) => `Tallennettu. ${name} on nyt luettelossa näin.`,
  unchanged: 'Mikään ei muuttunut. Muokkaa jotain kohtaa tai palaa takaisin.',
  also: {
    columns: {
      id: ['id', 'tunniste'],
      kind: ['tyyppi', 'organisaatiotyyppi', 'muoto'],
      name: [
        'yhdistys',
        'yhdistyksen nimi',
        'tukiyhdistys',
        'järjestö',
        'järjestön nimi',
        'organisaatio',
        'jäsenyhdistys',
      ],
      counties: ['hyvinvointialue', 'alue', 'alueet', 'hva', 'maakunta'],
      municipalities: ['kunta', 'kotikunta', 'kotipaikka', 'toiminta-alue', 'paikkakunta'],
      district: ['piiri', 'tukipiirin nimi', 'piiriyhdistys'],
      page: [
        'www',
        'sivu',
        'sivut',
        'kotisivu',
        'kotisivut',
        'verkkosivut',
        'linkki',
        'nettisivu',
        'nettisivut',
        'url',
      ],
      active: ['aktiivinen', 'voimassa', 'toiminnassa', 'toimii'],
    } satisfies Record<Column, readonly string[]>,
    kinds: {
      district: ['piiri', 'piirit', 'tukipiirit', 'piiriyhdistys', 'p'],
      association: ['yhdistys', 'yhdistykset', 'tukiyhdistykset', 'paikallisyhdistys', 'jäsenyhdistys', 'y'],
    } satisfies Record<OrganisationKind, readonly string[]>,
    yes: ['k', 'kyllä', 'joo', 'on', 'x', '1', 'tosi', 'true', 'yes'],
    no: ['e', 'ei', 'ei ole', '0', 'epätosi', 'false', 'no', '-'],
  },
};

export type OrganisationsTexts = typeof organisationsFi;
