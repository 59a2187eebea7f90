// The words of help, the glossary card, the greeting and whatever the bot says where no other feature speaks.
import type { GlossaryGroup } from './glossary/glossary-term.ts';

export const helpFi = {
  commandNames: { help: 'ohje', glossary: 'sanasto', cases: 'tapaukset', open: 'uusi tapaus' },
  commands: {
    help: 'Näyttää tämän ohjeen.',
    glossary: 'Näyttää, mitä sanat tarkoittavat. Voit kirjoittaa sanan perään.',
  },
  help: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
  guide: {
    title: 'Ohje',
    paragraphs: [
      'Ratkaisupolku auttaa sinua viemään asiaa eteenpäin askel kerrallaan.',
      'Aloita näin: kirjoita kanavalle @Ratkaisupolku uusi tapaus.',
      'Näet aina seuraavan askeleen. Saat muistutuksen ennen sovittuja päiviä.',
    ],
    stagesTitle: 'Neljä vaihetta',
    stages: [
      'Toimintamallin nimi on Yhteistyössä kohti ratkaisua.',
      '1. Yhteys Tukiliittoon. Kerro asia ja tavoite. Järjestöasiantuntija on taustatuki.',
      '2. Yhteys kuntaan tai hyvinvointialueelle. Pyydä keskustelua ja sovi aika.',
      '3. Keskustelutilaisuus. Etsi ratkaisua yhdessä muiden kanssa.',
      '4. Jatkosuunnitelmat ja seuranta. Katso, toteutuuko se, mitä sovitte.',
    ],
    commandsTitle: 'Komennot',
    groups: {
      cases: 'Komennot: tapaukset',
      meetings: 'Komennot: kalenteri ja tapaamiset',
      knowledge: 'Komennot: tieto ja kokemukset',
      own: 'Komennot: asetukset ja ohjeet',
    },
    where: 'Kirjoita kanavalla komennon alkuun @Ratkaisupolku. Kahden kesken riittää pelkkä komento.',
    command: (name: string, what: string) => `${name}: ${what}`,
    peopleTitle: 'Kuka auttaa?',
    advisor: 'Järjestöasiantuntija auttaa, kun viet asiaa eteenpäin. Hänen nimensä näkyy tapauksessa.',
    admins: (names: string) => `Ylläpitäjä auttaa Ratkaisupolun käytössä: ${names}.`,
    adminsMore: (names: string, count: number) =>
      count === 1
        ? `Ylläpitäjä auttaa Ratkaisupolun käytössä: ${names} ja 1 muu.`
        : `Ylläpitäjä auttaa Ratkaisupolun käytössä: ${names} ja ${count} muuta.`,
    noAdmin: 'Tiimissä ei ole vielä ylläpitäjää. Kysy apua kanavalla.',
    model: 'Tutustu toimintamalliin',
  },
  buttons: {
    help: 'Näytä ohje',
    glossary: 'Näytä sanasto',
    cases: 'Näytä tapaukset',
    openCase: 'Avaa tästä uusi tapaus',
    didYouMean: (what: string) => `Tarkoititko: ${what}?`,
    showTerm: 'Näytä sana',
    chooseTeam: 'Valitse tiimi',
  },
  glossary: {
    title: 'Sanasto',
    intro: 'Valitse sana, niin näet, mitä se tarkoittaa.',
    groups: {
      case: 'Tapaus',
      stages: 'Vaiheet',
      discussion: 'Keskustelutilaisuus',
      followUp: 'Jatkosuunnitelmat ja seuranta',
      meetings: 'Tapaamiset ja tapahtumat',
      knowledge: 'Tieto ja kokemukset',
      people: 'Ihmiset',
      organisations: 'Järjestöt ja ryhmät',
      authorities: 'Kunta ja hyvinvointialue',
    } satisfies Record<GlossaryGroup, string>,
    examples: 'Esimerkiksi: tapaus, tavoite, toimija, kohdetaho tai taustatuki.',
    choice: (term: string, group: string) => `${term} (${group})`,
    term: 'Sana',
    termProblem: 'Valitse sana listasta. Esimerkiksi: tavoite.',
    unknown: (word: string) => `Sanaa ”${word}” ei ole sanastossa.`,
    unknownNext: 'Valitse toinen sana listasta.',
  },
  unknownCommand: {
    title: 'En ymmärtänyt viestiä',
    typed: (text: string) => `Kirjoitit: ”${text}”`,
    suggested: 'Valitse alta, mitä tarkoitit.',
    openCase: 'Haluatko viedä asiaa eteenpäin? Avaa siitä uusi tapaus.',
    next: 'Ohje kertoo, mitä voit kirjoittaa.',
  },
  unknownAction: {
    title: 'Tämä kortti on vanha',
    text: 'Tämä painike ei enää toimi. Mitään ei muuttunut.',
    next: 'Hae uusi kortti tapausten listasta.',
  },
  stranger: {
    title: 'En löydä sinua tiimistä',
    text: 'Vain tiimin tai kanavan jäsenet voivat käyttää tätä.',
    next: 'Pyydä tiimin omistajaa lisäämään sinut. Kokeile sitten uudelleen.',
  },
  noTeam: {
    title: 'En löydä tiimiäsi',
    text: 'Et ole vielä tiimissä, jossa Ratkaisupolku on mukana.',
    next: 'Pyydä tiimin omistajaa lisäämään sinut. Voit myös pyytää häntä lisäämään Ratkaisupolun.',
  },
  severalTeams: {
    title: 'Valitse tiimi',
    text: 'Olet monessa tiimissä. Minkä tiimin asioista haluat puhua?',
    team: 'Tiimi',
    teamProblem: 'Valitse yksi tiimi listasta.',
    unnamed: 'Tiimi ilman nimeä',
  },
  teamChosen: {
    title: 'Tiimi on valittu',
    text: (team: string) => `Puhumme nyt tästä tiimistä: ${team}.`,
    next: 'Kirjoita nyt komento uudelleen. Toisen tiimin asiat löydät sen omalta kanavalta.',
  },
  unsupportedPlace: {
    title: 'Tämä ei toimi ryhmäkeskustelussa',
    text: 'Kirjoita tiimin kanavalle tai minulle kahden kesken.',
  },
  answeredElsewhere: {
    title: 'Sain lomakkeen',
    text: 'Vastaus ei näy tässä, koska Teams on vanha.',
    next: 'Tarkista tapauksesta, onko tieto tallessa. Päivitä sitten Teams.',
  },
  fault: {
    title: 'Jokin meni vikaan',
    text: 'En tiedä, tallentuiko tieto. Tarkista se, ennen kuin yrität uudelleen.',
    next: (ref: string) => `Jos vika toistuu, kerro ylläpitäjälle tämä tunnus: ${ref}.`,
  },
  welcome: {
    title: 'Ratkaisupolku on nyt mukana tiimissä',
    paragraphs: [
      'Hei kaikki. Autan teitä viemään asioita eteenpäin yhdessä.',
      'Näytän seuraavan askeleen ja muistutan sovituista päivistä.',
    ],
    startTitle: 'Näin pääset alkuun',
    start: [
      'Avaa tapaus: kirjoita kanavalle @Ratkaisupolku uusi tapaus.',
      'Voit kirjoittaa myös /uusi tapaus.',
      'Lue lisää: kirjoita @Ratkaisupolku ohje.',
    ],
  },
};
