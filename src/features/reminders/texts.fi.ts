// The words of the reminders: the letters, moving one later, one's own choices and the Monday digest.
import type { LaterDay } from './domain/later-days.ts';

export const remindersFi = {
  letter: {
    about: (about: string) => `Muistutus · ${about}`,
    aboutSeveral: 'Muistutus',
    several: (count: number) => `${count} asiaa muistettavana`,
    late: 'Tämä muistutus tulee myöhässä. Pahoittelut.',
    more: (count: number) =>
      count === 1
        ? 'Lisäksi 1 muu asia. Näet sen, kun kirjoitat: muistutukset'
        : `Lisäksi ${count} muuta asiaa. Näet ne, kun kirjoitat: muistutukset`,
    insteadOf: (name: string) =>
      `${name} ei saanut tätä viestiä, koska Ratkaisupolku ei voi kirjoittaa hänelle. Kerro hänelle tästä.`,
    later: 'Siirrä myöhemmäksi',
    andMore: (count: number) => (count === 1 ? 'ja 1 muu asia' : `ja ${count} muuta asiaa`),
  },
  later: {
    title: 'Siirrä myöhemmäksi',
    intro: (what: string, when: string) => `${what}, ${when}`,
    when: 'Milloin muistutan sinua uudelleen?',
    whenProblem: 'Valitse päivä tai kirjoita oma päivä.',
    own: 'Oma päivä',
    ready: (kind: LaterDay['kind'], day: string) => {
      const words = { tomorrow: 'Huomenna', nextWorkingDay: 'Seuraavana arkipäivänä', nextWeek: 'Ensi viikolla' };
      return `${words[kind]}, ${day}`;
    },
    date: 'Oma päivä',
    dateHint: 'Valitse tämä, jos mikään päivä yllä ei sovi.',
    dateProblem: 'Kirjoita päivä. Esimerkiksi: 5.1.2027.',
    datePast: 'Päivä on jo mennyt, joten muistutusta ei tule. Valitse päivä huomisesta eteenpäin.',
    dateTooLate: (day: string) => `Sovittu päivä on ${day}. Valitse päivä viimeistään silloin.`,
    move: 'Siirrä myös sovittu päivä',
    moveHint: 'Silloin asia on sovittu tehtäväksi samana päivänä.',
    moveProblem: 'Valitse kyllä tai jätä tyhjäksi.',
    save: 'Siirrä',
    today: (what: string) => `${what} on jo tänään. Muistutusta ei voi enää siirtää.`,
    said: (when: string) => `Muistutan sinua uudelleen ${when}.`,
    saidMoved: (moved: string, when: string) => `${moved} Muistutan sinua ${when}.`,
    saidTitle: 'Muistutus on siirretty',
    gone: 'Tästä ei enää muistuteta. Asia on tehty, siirretty tai peruttu.',
    notYours: 'Tämä muistutus on toiselle ihmiselle. Voit siirtää vain omia muistutuksiasi.',
    again: 'Tämä on jo tallennettu. Mitään ei tehty kahteen kertaan.',
    notMoved: 'Päivää ei voinut siirtää.',
  },
  own: {
    button: 'Omat muistutukset',
    title: 'Omat muistutukset',
    intro: 'Näet tässä, miten Ratkaisupolku muistuttaa sinua. Vain sinä näet tämän.',
    on: 'Muistutukset ovat päällä.',
    off: 'Muistutukset ovat pois päältä. Ratkaisupolku ei muistuta sinua mistään.',
    leads: (list: string) => `Saat muistutuksen ${list}.`,
    leadWords: {
      14: '14 päivää ennen',
      7: '7 päivää ennen',
      3: '3 päivää ennen',
      1: '1 päivää ennen',
      0: 'samana aamuna',
    },
    and: 'ja',
    where: {
      thread:
        'Muistutus tulee asian keskusteluun kanavalle. Jos asioita on monta, ne tulevat yhdessä viestissä vain sinulle.',
      private: 'Muistutus tulee vain sinulle.',
    },
    hours: (range: string) => `Muistutuksia tulee arkipäivinä ${range}.`,
    often: 'Saat enintään yhden viestin päivässä. Jos jokin asia on jo huomenna, voit saada toisen.',
    isDefault: 'Nämä ovat oletukset.',
    change: 'Muokkaa',
    defaults: 'Palauta oletukset',
    formTitle: 'Muokkaa omia muistutuksia',
    formIntro: 'Asetukset koskevat vain sinua.',
    onLabel: 'Haluatko muistutuksia?',
    onChoices: { yes: 'Kyllä', no: 'En' },
    onProblem: 'Valitse kyllä tai en.',
    leadsLabel: 'Milloin muistutan sinua?',
    leadsHint: 'Voit valita monta.',
    leadsProblem: 'Valitse ainakin yksi. Jos et halua muistutuksia, valitse yllä: En.',
    leadChoices: {
      14: '14 päivää ennen',
      7: '7 päivää ennen',
      3: '3 päivää ennen',
      1: '1 päivää ennen',
      0: 'Samana aamuna',
    },
    whereLabel: 'Missä muistutan sinua?',
    whereChoices: { thread: 'Kanavalla, asian keskustelussa', private: 'Yksityisesti, vain minulle' },
    whereProblem: 'Valitse kanavalla tai yksityisesti.',
    fromLabel: 'Aikaisintaan',
    fromProblem: 'Valitse, mistä kellonajasta alkaen muistutus saa tulla.',
    untilLabel: 'Viimeistään',
    untilProblem: 'Valitse kellonaika, joka on myöhemmin kuin aikaisin aika.',
    save: 'Tallenna',
    back: 'Takaisin',
    saved: 'Tallennettu. Muistutan sinua nyt näin.',
    reset: 'Oletukset ovat taas voimassa.',
    again: 'Tämä on jo tallennettu. Mitään ei tehty kahteen kertaan.',
    collision: 'Muutit asetuksia toisessa paikassa. Tarkista valinnat ja tallenna uudelleen.',
    stale: 'Tämä kortti oli vanha. Näet tässä uusimmat asetukset.',
  },
  digest: {
    title: 'Tällä viikolla',
    about: 'Kanavan viikko',
    thisWeek: 'Tämän viikon päivät',
    late: 'Myöhässä',
    withoutNextStep: 'Ilman seuraavaa askelta',
    more: (count: number) => (count === 1 ? 'ja 1 muu' : `ja ${count} muuta`),
    all: 'Näet kaikki päivät, kun kirjoitat: muistutukset',
    datesThisWeek: (count: number) => (count === 1 ? '1 päivä tällä viikolla' : `${count} päivää tällä viikolla`),
    datesLate: (count: number) => (count === 1 ? '1 asia myöhässä' : `${count} asiaa myöhässä`),
    casesWithout: (count: number) =>
      count === 1 ? '1 asia ilman seuraavaa askelta' : `${count} asiaa ilman seuraavaa askelta`,
  },
  help: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
};

export type RemindersTexts = typeof remindersFi;
