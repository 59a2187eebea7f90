// Words of the page of all cases: the board, the table, what narrows them.
const cases = (count: number): string => (count === 1 ? '1 tapaus' : `${count} tapausta`);
const late = (count: number): string => (count === 0 ? 'Mikään ei ole myöhässä.' : `${count} on myöhässä.`);

export const caseBoardFi = {
  title: 'Tapaukset',
  open: (count: number, lateCount: number): string =>
    count === 0 ? 'Ei avoimia tapauksia.' : `${count === 1 ? '1 avoin' : `${count} avointa`}. ${late(lateCount)}`,
  closedToo: (count: number): string => (count === 1 ? '1 on päätetty.' : `${count} on päätetty.`),
  found: (count: number, lateCount: number): string =>
    count === 0
      ? 'Rajaus ei löytänyt tapauksia.'
      : `Rajaus löysi ${count === 1 ? '1 tapauksen' : cases(count)}. ${late(lateCount)}`,
  views: 'Näkymä',
  board: 'Taulu',
  table: 'Taulukko',
  file: 'Lataa tiedosto (CSV)',
  fileFailed: 'Tiedoston lataus ei onnistunut. Yritä uudelleen.',
  count: cases,
  more: (count: number): string => `Näytä ${count} lisää`,
  moreOf: (count: number, stage: string): string => `Näytä ${count} lisää: ${stage}`,
  moreShown: (count: number): string => `${count} tapausta lisää on näkyvissä.`,
  noneInStage: 'Ei tapauksia tässä vaiheessa.',
  noneYet: 'Avoimia tapauksia ei ole.',
  noneFound: 'Näillä rajauksilla ei löytynyt tapauksia. Vaihda rajauksia tai tyhjennä ne.',
  next: (step: string): string => `Seuraavaksi: ${step}`,
  lateBy: (days: number): string => `${days} ${days === 1 ? 'päivän' : 'päivää'} myöhässä`,
  dueWord: 'Seuraava päivä',
  urgency: (word: string): string => `Kiireellisyys: ${word.toLowerCase()}`,
  closedOn: (date: string): string => `Päätetty ${date}`,
  caption: 'Tapaukset taulukkona',
  columns: {
    number: 'Numero',
    title: 'Asia',
    stage: 'Vaihe',
    place: 'Paikka',
    step: 'Seuraava askel',
    due: 'Seuraava päivä',
    urgency: 'Kiireellisyys',
    owner: 'Toimija',
  },
  filters: {
    heading: 'Hae ja rajaa',
    text: 'Hae',
    textHint: 'Hae numerolla, asialla, paikalla tai toimijalla.',
    county: 'Hyvinvointialue',
    municipality: 'Kunta',
    stage: 'Vaihe',
    theme: 'Teema',
    urgency: 'Kiireellisyys',
    level: 'Taso',
    owner: 'Toimija',
    all: 'Kaikki',
    ownerKinds: { localAssociation: 'Kaikki tukiyhdistykset', workingGroup: 'Kaikki vaikuttamistyöryhmät' },
    isLate: 'Vain myöhässä olevat',
    isMine: 'Vain omat',
    withClosed: 'Myös päätetyt',
    more: 'Lisää rajauksia',
    inUse: (count: number): string => (count === 1 ? '1 käytössä' : `${count} käytössä`),
    clear: 'Tyhjennä rajaukset',
  },
};
