/** The words of the privacy card (G-16). */
export const privacyFi = {
  commandName: 'tietosuoja',
  help: 'Näyttää, mitä tietoja Ratkaisupolku tallentaa ja miksi.',
  title: 'Tietosuoja',
  intro: ['Tietosuoja tarkoittaa, että tietosi ovat turvassa.', 'Ratkaisupolku tallentaa vain tarpeelliset tiedot.'],
  stored: {
    heading: 'Mitä tietoja tallentuu?',
    lines: [
      'Sinusta tallentuu nimi, Teamsin tunnus ja rooli.',
      'Tapahtumalokiin tallentuu, kuka teki, mitä ja milloin.',
      'Tapaukseen tallentuu se, mitä kirjoitat lomakkeisiin.',
      'Kysymyksesi, vastauksesi, kokemuksesi ja tiedotteesi tallentuvat ja näkyvät kanavalla.',
      'Vastauksesi tapaamiseen tallentuu. Järjestäjä näkee nimesi, muut vain vastausten määrät.',
      'Viranhaltijasta tai järjestön edustajasta voit tallentaa nimen ja työn yhteystiedot.',
      'Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.',
      'Ratkaisupolku ei tallenna henkilötunnuksia.',
    ],
  },
  why: {
    heading: 'Miksi tiedot tallentuvat?',
    lines: [
      'Asia etenee, ja saat muistutukset ajallaan.',
      'Tiimi näkee, mitä seuraavaksi tapahtuu.',
      'Rekisterinpitäjä kertoo, mihin lakiin tietojen käyttö perustuu.',
    ],
  },
  howLong: {
    heading: 'Kuinka kauan tiedot säilyvät?',
    lines: ['Rekisterinpitäjä päättää, kuinka kauan tiedot säilyvät.'],
  },
  who: {
    heading: 'Kuka näkee tiedot?',
    lines: [
      'Tiimin jäsenet näkevät tiimin tapaukset.',
      'Joillakin kanavilla on vain osa tiimistä. Niiden tapaukset näkevät vain kanavan jäsenet.',
      'Jos tilaat kalenterin, oma kalenteriohjelmasi saa tapahtumat.',
      'Ratkaisupolku toimii Microsoftin palvelussa.',
      'Ratkaisupolku ei lähetä tapausten tekstejä tekoälylle.',
    ],
  },
  rights: {
    heading: 'Mitä oikeuksia sinulla on?',
    lines: [
      'Voit pyytää kopion omista tiedoistasi.',
      'Voit pyytää korjausta, jos tieto on väärä.',
      'Voit pyytää omien tietojesi poistamista.',
    ],
    admins: (names: string) => `Kysy ylläpitäjältä: ${names}.`,
    nobody: 'Kysy tiimin omistajalta.',
    authority: 'Voit tehdä valituksen tietosuojavaltuutetulle.',
  },
  controller: {
    heading: 'Kuka vastaa tiedoista?',
    named: (name: string) => `Rekisterinpitäjä on ${name}.`,
    unnamed: 'Rekisterinpitäjää ei ole vielä nimetty. Kysy ylläpitäjältä.',
    explained: 'Rekisterinpitäjä päättää, miten tietojasi saa käyttää.',
  },
  link: 'Lue tietosuojaseloste',
  helpLine: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
};
