// The words of the page of statistics.
import type { StatisticsTableId } from './contract.ts';

const cases = (count: number): string => (count === 1 ? '1 tapaus' : `${count} tapausta`);
const days = (count: number): string => (count === 1 ? '1 päivä' : `${count} päivää`);

export const statisticsFi = {
  title: 'Tilastot',
  lead: 'Näet, mitä tapauksia on avattu ja mitä niistä on tullut.',
  filter: {
    heading: 'Valitse, mitä haluat nähdä',
    period: 'Aika',
    county: 'Hyvinvointialue',
  },
  wholeTime: 'Koko aika',
  year: (year: number) => `Vuosi ${year}`,
  half: {
    1: (year: number) => `Alkuvuosi ${year} (tammi–kesäkuu)`,
    2: (year: number) => `Loppuvuosi ${year} (heinä–joulukuu)`,
  },
  quarters: ['Tammi–maaliskuu', 'Huhti–kesäkuu', 'Heinä–syyskuu', 'Loka–joulukuu'],
  allCounties: 'Kaikki hyvinvointialueet',
  shown: (period: string, county: string) => `Näkyvissä: ${period} · ${county}`,
  summary: {
    heading: 'Tärkeimmät luvut',
    opened: 'Avattuja tapauksia',
    late: 'Niistä on nyt myöhässä',
    closed: 'Päätettyjä tapauksia',
    median: 'Tyypillinen aika avaamisesta päättämiseen',
    withinModel: 'Aika oli 2 viikkoa – 2 kuukautta',
    cooperating: 'Johti jatkuvaan yhteistyöhön',
  },
  days,
  part: (count: number, total: number) =>
    total === 0 ? 'Ei vielä päätettyjä tapauksia' : `${cases(count)} ${total} tapauksesta`,
  percent: (share: number) => `${share} %`,
  medianNote: 'Puolet tapauksista kesti tätä vähemmän ja puolet enemmän.',
  quartiles: (lower: number, upper: number) => `Puolet tapauksista kesti ${lower}–${days(upper)}.`,
  modelNote: 'Toimintamallin mukaan asia vie 2 viikkoa – 2 kuukautta.',
  noMedian: 'Ei vielä päätettyjä tapauksia',
  fewNote: 'Tapauksia on vähän. Siksi en näytä prosentteja.',
  openedHeading: 'Avatut tapaukset',
  openedNote: 'Tässä ovat tapaukset, jotka on avattu valittuna aikana.',
  closedHeading: 'Päätetyt tapaukset',
  closedNote: 'Tässä ovat tapaukset, jotka on päätetty valittuna aikana.',
  tables: {
    stages: 'Tapaukset vaiheittain',
    counties: 'Tapaukset hyvinvointialueittain',
    themes: 'Tapaukset teemoittain',
    counterparts: 'Tapaukset kohdetahon mukaan',
    overTime: 'Milloin tapaukset avattiin',
    lengths: 'Aika avaamisesta päättämiseen',
    outcomes: 'Mitä tapauksista tuli',
    cooperations: 'Jatkuuko yhteistyö',
  } satisfies Record<StatisticsTableId, string>,
  firstColumns: {
    stages: 'Vaihe',
    counties: 'Hyvinvointialue',
    themes: 'Teema',
    counterparts: 'Kohdetaho',
    overTime: 'Aika',
    lengths: 'Aika',
    outcomes: 'Tulos',
    cooperations: 'Yhteistyö',
  } satisfies Record<StatisticsTableId, string>,
  othersHaveNone: 'Muilla hyvinvointialueilla ei ole tapauksia tänä aikana.',
  closedStage: 'Päätetty',
  unsaid: 'Ei kerrottu',
  lengths: {
    under2Weeks: 'Alle 2 viikkoa',
    upTo1Month: '2 viikkoa – 1 kuukausi',
    upTo2Months: '1–2 kuukautta',
    upTo6Months: '2–6 kuukautta',
    over6Months: 'Yli 6 kuukautta',
  },
  isOfModel: 'toimintamallin aika',
  columns: { count: 'Tapauksia', share: 'Osuus' },
  chart: (title: string) => `Kuvio: ${title}`,
  showTable: 'Näytä luvut taulukkona',
  noneOpened: 'Valittuna aikana ei ole avattu tapauksia.',
  noneClosed: 'Valittuna aikana ei ole päätetty tapauksia.',
  empty: 'Tilastoja ei ole vielä. Ne tulevat tähän, kun avaat ensimmäisen tapauksen.',
  whatIsCounted: {
    heading: 'Mitä luvuissa on',
    paragraphs: [
      'Luvuissa ovat tiimin tapaukset, jotka sinä voit nähdä tässä. Rajatun kanavan tapaukset näkyvät vain sillä kanavalla.',
      'Tapaus kuuluu siihen aikaan, jona se avattiin. Tulos kuuluu siihen aikaan, jona tapaus päätettiin.',
      'Luvut kertovat tapauksista. Niissä ei ole ihmisten nimiä eikä toimijoiden nimiä.',
    ],
  },
  download: 'Lataa luvut tiedostona',
  downloadHint: 'Voit avata tiedoston Excelissä.',
  print: 'Tulosta',
  file: {
    name: 'tilastot',
    columns: ['Aika', 'Hyvinvointialue', 'Taulukko', 'Luokka', 'Tapauksia', 'Osuus prosentteina'],
    total: 'Yhteensä',
  },
};

export type StatisticsTexts = typeof statisticsFi;
