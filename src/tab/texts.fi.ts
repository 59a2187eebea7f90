/** The words of the tab itself; what a page is about is worded by its feature. */
export const tabTextsFi = {
  appName: 'Ratkaisupolku',
  skip: 'Siirry sisältöön',
  navigation: 'Sivut',
  pages: {
    mine: 'Omat',
    cases: 'Tapaukset',
    calendar: 'Kalenteri',
    counties: 'Hyvinvointialueet',
    statistics: 'Tilastot',
    settings: 'Asetukset',
    guide: 'Ohje',
  },
  signedInAs: (name: string): string => `Olet ${name}`,
  team: 'Tiimi',
  help: 'Tarvitsetko apua? Kysy omalta järjestöasiantuntijaltasi.',
  readGuide: 'Lue ohje',
  loading: 'Haen tietoja.',
  retry: 'Yritä uudelleen',
  close: 'Sulje',
  copyByHand: 'Teksti on valittu. Kopioi se itse.',
  problems: {
    offline: {
      title: 'Ei yhteyttä',
      text: 'Verkkoyhteys puuttuu. Sivu tulee näkyviin, kun yhteys palaa.',
    },
    unavailable: {
      title: 'Palvelu ei vastaa',
      text: 'Palvelu ei vastaa juuri nyt. Yritä hetken päästä uudelleen.',
    },
    internal: {
      title: 'Jokin meni vikaan',
      text: 'Vika on meidän. Yritä uudelleen. Jos vika toistuu, kerro ylläpitäjälle vian tunnus.',
    },
    'not-member': {
      title: 'Et ole enää tiimin jäsen',
      text: 'Näet tiimin asiat vain, kun olet tiimin jäsen. Pyydä tiimin omistajaa lisäämään sinut.',
    },
    'not-allowed': {
      title: 'Sinulla ei ole oikeutta tähän',
      text: 'Kysy ylläpitäjältä, kuka voi tehdä tämän.',
    },
    'not-found': {
      title: 'Sivua ei löydy',
      text: 'Asia on ehkä poistettu tai osoitteessa on virhe. Se voi myös kuulua kanavalle, jota et näe.',
    },
    'too-many-requests': {
      title: 'Liian monta hakua',
      text: 'Odota minuutti ja yritä sitten uudelleen.',
    },
    'sign-in': {
      title: 'Kirjaudu sisään',
      text: 'Et ole nyt kirjautunut. Kirjaudu, niin voit jatkaa.',
    },
    'bad-request': {
      title: 'Pyyntö ei onnistunut',
      text: 'Sivu on ehkä vanhentunut. Lataa sivu uudelleen.',
    },
    conflict: {
      title: 'Joku ehti muokata samaa asiaa',
      text: 'Hae uusimmat tiedot ja yritä sitten uudelleen.',
    },
  },
  reference: (ref: string): string => `Vian tunnus: ${ref}`,
  offlineNow: 'Verkkoyhteys puuttuu. Näet tiedot, jotka sivu ehti hakea.',
  onlineAgain: 'Yhteys palasi.',
  signIn: 'Kirjaudu sisään',
  openInTeams: {
    title: 'Avaa Ratkaisupolku Teamsissa',
    text: 'Ratkaisupolku toimii Teamsissa. Avaa Teams ja valitse Ratkaisupolku.',
  },
  teamsSilent: {
    title: 'Teams ei vastaa',
    text: 'Sivu ei saanut yhteyttä Teamsiin. Sulje välilehti ja avaa se uudelleen.',
  },
  noTeam: {
    title: 'Et ole vielä missään tiimissä',
    text: 'Pyydä tiimin omistajaa lisäämään sinut tiimiin. Sitten voit käyttää Ratkaisupolkua.',
  },
  share: {
    button: 'Jaa tämä näkymä',
    copied: 'Linkki on kopioitu. Voit liittää sen viestiin.',
    failed: 'Linkin kopiointi ei onnistunut. Kopioi osoite selaimen osoiteriviltä.',
  },
  channelTab: {
    title: 'Lisää Ratkaisupolku kanavan välilehdeksi',
    lead: 'Valitse sivu, joka aukeaa välilehdellä. Valitse sitten Teamsissa Tallenna.',
    page: 'Sivu',
    name: (page: string): string => `Ratkaisupolku: ${page}`,
    outside: 'Voit lisätä välilehden vain Teamsissa.',
  },
  toStart: 'Siirry omalle sivulle',
  sort: {
    ascending: 'nouseva järjestys',
    descending: 'laskeva järjestys',
  },
  form: {
    choose: 'Valitse',
    sending: 'Odota hetki.',
    mend: 'Korjaa nämä kohdat:',
    notSent: 'Tallennus ei onnistunut. Tekstisi on tallessa. Yritä uudelleen.',
    notOpened: 'Tämä ei onnistunut. Yritä uudelleen.',
    kept: 'Lomakkeessa on teksti, joka jäi sinulta kesken.',
    found: (count: number): string => (count === 1 ? 'Löytyi yksi vaihtoehto.' : `Löytyi ${count} vaihtoehtoa.`),
    nothingFound: 'Vaihtoehtoja ei löytynyt. Tarkista, mitä kirjoitit.',
    typeToFind: 'Kirjoita nimen alku ja valitse luettelosta.',
    startOver: 'Aloita alusta',
    discard: 'Teksti katoaa, jos suljet lomakkeen. Haluatko sulkea sen?',
    keepWriting: 'Jatka kirjoittamista',
    throwAway: 'Sulje ja poista teksti',
  },
} as const;
