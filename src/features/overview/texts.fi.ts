// The words of the first page.

export const overviewFi = {
  title: 'Omat',
  lead: 'Näet tästä, mitä voit tehdä seuraavaksi.',
  watched: {
    title: 'Hyvinvointialueesi',
    lead: (names: string) => `Tuet tapauksia täällä: ${names}.`,
    late: 'Myöhässä',
    silent: 'Ei muutoksia',
    silentLead: (days: number) => `Näissä tapauksissa ei ole tapahtunut mitään ${days} päivään.`,
    next: (step: string) => `Seuraavaksi: ${step}`,
    none: 'Mikään tapaus ei ole myöhässä, ja kaikki etenevät.',
    silentSince: (day: string) => `Viimeisin muutos ${day}`,
    lateSince: (late: string, day: string) => `${late}. Sovittu päivä oli ${day}`,
    moreLate: (count: number) =>
      count === 1 ? 'Lisäksi 1 tapaus on myöhässä.' : `Lisäksi ${count} tapausta on myöhässä.`,
    moreSilent: (count: number) =>
      count === 1 ? 'Lisäksi 1 tapauksessa ei ole muutoksia.' : `Lisäksi ${count} tapauksessa ei ole muutoksia.`,
  },
  answers: { title: 'Muut odottavat vastaustasi' },
  steps: {
    title: 'Seuraavat askeleesi',
    groups: {
      late: 'Myöhässä',
      today: 'Tänään',
      week: 'Tällä viikolla',
      nextWeek: 'Ensi viikolla',
      later: 'Myöhemmin',
      undated: 'Ei päivää',
    },
    none: 'Sinulla ei ole nyt tehtäviä.',
    more: (count: number) => (count === 1 ? 'Lisäksi 1 muu asia.' : `Lisäksi ${count} muuta asiaa.`),
  },
  week: {
    title: 'Viikon tapaamiset',
    none: 'Sinulla ei ole tällä viikolla tapaamisia.',
    wholeDay: 'koko päivä',
    add: 'Lisää kalenteriin',
  },
  labelled: (label: string, day: string) => `${label}: ${day}`,
  at: (day: string, time: string) => `${day} ${time}`,
  show: 'Näytä',
  openNew: 'Uusi tapaus',
  toCases: 'Katso tapaukset',
  toCalendar: 'Katso kalenteri',
} as const;

export type OverviewTexts = typeof overviewFi;
