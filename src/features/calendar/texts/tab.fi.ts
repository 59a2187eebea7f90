// The words of the calendar's page.
export const calendarTabFi = {
  title: 'Kalenteri',
  lead: 'Näet tässä tapaamiset, tapahtumat ja omat päiväsi.',
  months: {
    label: 'Vaihda kuukautta',
    previous: (title: string) => `Edellinen: ${title}`,
    next: (title: string) => `Seuraava: ${title}`,
    current: 'Tämä kuukausi',
  },
  view: { label: 'Näytä', grid: 'Kuukausi', list: 'Lista' },
  filter: {
    title: 'Rajaa kalenteria',
    county: 'Hyvinvointialue',
    allCounties: 'Kaikki hyvinvointialueet',
    kind: 'Mitä?',
    allKinds: 'Kaikki',
    mine: 'Vain omat tapahtumani ja päiväni',
    all: 'Näytä kaikki',
  },
  weekdays: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
  week: 'Viikko',
  weekNumber: (number: number) => `Viikko ${number}`,
  weekRange: (number: number, range: string) => `Viikko ${number}, ${range}`,
  today: 'Tänään',
  more: (count: number) => (count === 1 ? 'Ja 1 muu' : `Ja ${count} muuta`),
  count: (count: number, month: string) =>
    count === 0
      ? `${month}: mitään ei ole kalenterissa.`
      : `${month}: ${count === 1 ? '1 tapahtuma' : `${count} tapahtumaa`}.`,
  empty: 'Tässä kuussa ei ole mitään.',
  emptyNarrowed: 'Näillä valinnoilla kuussa ei ole mitään.',
  kinds: 'Värien selitykset',
  create: {
    title: 'Tee uusi',
    intro: 'Kerron uudesta kanavalla. Ilman kanavaa kerron siitä tiimin yleisellä kanavalla.',
  },
  entry: {
    back: (month: string) => `Takaisin: kalenteri, ${month}`,
    details: 'Tiedot',
    calendarTitle: 'Oma kalenteri',
    elsewhere: 'Tämä kuuluu rajatulle kanavalle. Toimi kanavan omalla välilehdellä.',
    openCase: (number: string) => `Avaa tapaus ${number}`,
    join: 'Avaa kokouksen linkki',
    print: 'Tulosta',
  },
  subscription: {
    title: 'Tilaa kalenteri omaan kalenteriin',
    intro: 'Saat oman osoitteen. Kun lisäät sen kalenteriisi, tapahtumat näkyvät siinä.',
    updates: 'Muutokset ja peruutukset tulevat kalenteriisi itse.',
    isOn: 'Sinulla on tilattu kalenteri.',
    lost: 'Jos osoite katoaa, valitse Vaihda osoite.',
    noAddress: 'Kalenteria ei voi vielä tilata. Ylläpitäjä ei ole vielä asettanut Ratkaisupolun osoitetta.',
    outlook: {
      title: 'Ohje: Outlook',
      steps: [
        'Tilaa kalenteri ja kopioi osoite.',
        'Avaa Outlook selaimessa ja siinä Kalenteri.',
        'Valitse Lisää kalenteri.',
        'Valitse Tilaa verkosta.',
        'Liitä osoite ja valitse Tuo.',
      ],
    },
    google: {
      title: 'Ohje: Google Kalenteri',
      steps: [
        'Tilaa kalenteri ja kopioi osoite.',
        'Avaa Google Kalenteri tietokoneella.',
        'Etsi kohta Muut kalenterit ja paina plusmerkkiä.',
        'Valitse URL-osoitteella.',
        'Liitä osoite ja valitse Lisää kalenteri.',
      ],
    },
    delay: 'Kalenterit hakevat muutokset muutaman tunnin välein.',
  },
};
