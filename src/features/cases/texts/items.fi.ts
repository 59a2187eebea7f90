// Words of what is done to one thing in a case: done, later, away.
import type { RemovableKind } from '../domain/remove-item.ts';

export const itemsFi = {
  done: {
    title: 'Tehty',
    said: (what: string) => `Merkitsit tehdyksi: ${what}`,
  },
  notDone: {
    title: 'Kumoa',
    said: (what: string) => `Tämä on taas tekemättä: ${what}`,
  },
  postpone: {
    title: 'Siirrä myöhemmäksi',
    intro: (what: string, date: string) => `${what}\nPäivä on nyt ${date}.`,
    when: 'Mihin päivään siirrät?',
    whenProblem: 'Valitse uusi päivä.',
    own: 'Valitsen päivän itse',
    date: 'Päivä, jonka valitset itse',
    dateHint: 'Valitse päivä, jos et valinnut valmista päivää.',
    dateProblem: 'Valitse päivä. Esimerkiksi 5.1.2027.',
    said: (date: string) => `Uusi päivä on ${date}.`,
  },
  remove: {
    title: 'Poista',
    what: (what: string) => `Poistat tämän: ${what}`,
    consequence: 'Et voi palauttaa poistettua kohtaa.',
    consequenceOfDate: 'Et voi palauttaa poistettua kohtaa. Sen muistutukset loppuvat.',
    said: (kind: string) => `Poistit kohdan: ${kind}.`,
    kinds: {
      plannedParticipant: 'Suunniteltu osallistuja',
      contact: 'Yhteydenotto',
      invitee: 'Kutsuttava',
      arrangement: 'Järjestely',
      option: 'Ratkaisuvaihtoehto',
      milestone: 'Välietappi',
      action: 'Toimenpide',
      nextMeeting: 'Seuraava tapaaminen',
      informTask: 'Tiedotus',
      followUp: 'Seurantapäivä',
      evaluation: 'Toimintamallin arviointi',
    } satisfies Record<RemovableKind, string>,
  },
};
