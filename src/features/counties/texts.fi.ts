// The words of the pages of the counties.

const cases = (count: number): string => (count === 1 ? '1 tapaus' : `${count} tapausta`);
const open = (count: number): string => (count === 1 ? '1 avoin tapaus' : `${count} avointa tapausta`);

export const countiesFi = {
  title: 'Hyvinvointialueet',
  lead: 'Näet, missä päin Suomea tapauksia on. Valitse hyvinvointialue, niin näet siitä lisää.',
  cases,
  open,
  late: (count: number) => (count === 0 ? 'ei myöhässä' : `${count} myöhässä`),
  lateShort: (count: number) => `${count} myöhässä`,
  totals: (openCount: number, lateCount: number, closedCount: number) =>
    `${open(openCount)}. Myöhässä ${lateCount}. Päätetty ${closedCount}.`,
  map: {
    heading: 'Kartta',
    intro: 'Ruudut ovat suunnilleen samassa järjestyksessä kuin hyvinvointialueet kartalla.',
    legend: 'Numero kertoo avoimet tapaukset. Mitä tummempi ruutu, sitä enemmän tapauksia.',
    keys: 'Voit liikkua ruudusta toiseen sarkaimella tai nuolinäppäimillä.',
    narrow: 'Ruudun nimi on listassa, jonka näet ennen karttaa.',
    aland: 'Ahvenanmaa',
    alandNote: 'Ahvenanmaalla on omat lait. Sieltä ei voi avata tapausta.',
  },
  list: {
    heading: 'Lista',
    caption: 'Hyvinvointialueet ja niiden tapaukset',
    county: 'Hyvinvointialue',
    open: 'Avoimia',
    late: 'Myöhässä',
    closed: 'Päätettyjä',
    workingGroups: 'Vaikuttamistyöryhmä',
    advisors: 'Järjestöasiantuntija',
    none: 'ei ole',
  },
  county: {
    back: 'Kaikki hyvinvointialueet',
    openCases: 'Avoimet tapaukset',
    noneOpen: 'Ei avoimia tapauksia.',
    closedCases: 'Päätetyt tapaukset',
    noneClosed: 'Ei päätettyjä tapauksia.',
    isLate: 'Myöhässä',
    allOpen: (count: number) => `Näytä kaikki avoimet (${count})`,
    allLate: (count: number) => `Näytä myöhässä olevat (${count})`,
    allClosed: (count: number) => `Näytä kaikki päätetyt (${count})`,
    workingGroups: 'Vaikuttamistyöryhmät',
    workingGroupsNote: 'Tässä ovat ryhmät, jotka ovat toimijoina tapauksissa.',
    noWorkingGroups: 'Ryhmiä ei ole vielä tapauksissa.',
    advisors: 'Järjestöasiantuntija',
    noAdvisors: 'Järjestöasiantuntijaa ei ole nimetty.',
    away: (until: string) => `Poissa ${until} asti.`,
    awayStandIn: (until: string, standIn: string) => `Poissa ${until} asti. Sijainen on ${standIn}.`,
    support: (name: string) => `Apua antaa nyt ${name}.`,
    events: 'Tulossa',
    noEvents: 'Ei tulevia tapahtumia.',
    moreEvents: (count: number) => (count === 1 ? 'Lisäksi 1 tapahtuma.' : `Lisäksi ${count} tapahtumaa.`),
    calendar: 'Näytä kalenterissa',
    facts: 'Tietoa hyvinvointialueesta',
    council: 'Kuka päättää',
    countyCouncil: 'Aluevaltuusto',
    cityCouncil: 'Kaupunginvaltuusto',
    helsinki: 'Helsinki hoitaa itse hyvinvointialueen tehtävät',
    tasks: 'Tehtävät',
    area: 'Yhteistyöalue',
    municipalities: (count: number) => (count === 1 ? 'Kunta' : `Kunnat (${count})`),
    source: 'Kuntien lähde: Tilastokeskus, lisenssi Creative Commons Nimeä 4.0.',
  },
};

export type CountiesTexts = typeof countiesFi;
