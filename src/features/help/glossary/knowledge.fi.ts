// Words of what Tukiliitto tells and what people ask and share.
import type { GlossaryTerm } from './glossary-term.ts';

export const knowledgeFi: readonly GlossaryTerm[] = [
  {
    term: 'tiedote',
    group: 'knowledge',
    text: 'Tiedote on uutinen Tukiliitolta. Tiedotteen kirjoittaa järjestöasiantuntija tai ylläpitäjä.',
    also: ['uutinen'],
  },
  {
    term: 'valtakunnallinen',
    group: 'knowledge',
    text: 'Valtakunnallinen asia koskee koko Suomea.',
  },
  {
    term: 'uudistus',
    group: 'knowledge',
    text: 'Uudistus on iso muutos laissa tai palveluissa. Esimerkiksi: hyvinvointialueet aloittivat vuonna 2023.',
    also: ['sote-uudistus'],
  },
  {
    term: 'kuulemistilaisuus',
    group: 'knowledge',
    text: 'Kuulemistilaisuudessa voit kertoa mielipiteesi. Hyvinvointialue tai kunta kuuntelee ennen päätöstä.',
    also: ['kuuleminen'],
  },
  {
    term: 'alueellinen työryhmä',
    group: 'knowledge',
    text: 'Alueellinen työryhmä on ryhmä, jonka hyvinvointialue on koonnut. Ryhmä valmistelee yhteistä asiaa.',
  },
  {
    term: 'toimintaympäristön muutos',
    group: 'knowledge',
    text: 'Toimintaympäristön muutos on iso muutos ympärilläsi. Esimerkiksi: laki muuttuu tai palvelu siirtyy toiselle.',
  },
  {
    term: 'kysymys asiantuntijalle',
    group: 'knowledge',
    text: 'Voit kysyä Tukiliiton asiantuntijalta tietoa. Järjestöasiantuntija vastaa kanavalla.',
    also: ['kysymys'],
  },
  {
    term: 'kokemus',
    group: 'knowledge',
    text: 'Kokemus kertoo muille, mitä teit ja mikä auttoi. Kokemuksesta ei tunnista yhtä ihmistä.',
  },
];
