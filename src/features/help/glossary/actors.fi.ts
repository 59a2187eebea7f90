// Words for people, organisations and authorities.
import type { GlossaryTerm } from './glossary-term.ts';

export const actorsFi: readonly GlossaryTerm[] = [
  {
    term: 'järjestöasiantuntija',
    group: 'people',
    text: 'Järjestöasiantuntija on Tukiliiton työntekijä. Hän on toimijan taustatuki.',
    also: ['aluekoordinaattori', 'koordinaattori'],
  },
  {
    term: 'taustatuki',
    group: 'people',
    text: 'Taustatuki neuvoo toimijaa. Taustatuki on Tukiliiton järjestöasiantuntija.',
  },
  {
    term: 'Tukiliiton asiantuntija',
    group: 'people',
    text: 'Tukiliiton asiantuntija antaa tietoa asiasta. Hän on esimerkiksi juristi.',
    also: ['asiantuntija'],
  },
  {
    term: 'vastuuhenkilö',
    group: 'people',
    text: 'Vastuuhenkilö huolehtii, että tapaus etenee. Tapauksella on yksi vastuuhenkilö.',
  },
  {
    term: 'ylläpitäjä',
    group: 'people',
    text: 'Ylläpitäjä hoitaa tiimin asetuksia. Hän auttaa myös Ratkaisupolun käytössä.',
  },
  {
    term: 'yhdyshenkilö',
    group: 'people',
    text: 'Yhdyshenkilö pitää yhteyttä vaikuttamistyöryhmän puolesta. Jokaisella vaikuttamistyöryhmällä on yksi yhdyshenkilö.',
  },
  {
    term: 'kontaktihenkilö',
    group: 'people',
    text: 'Kontaktihenkilö vastaa kysymyksiin ja kertoo uutiset eteenpäin. Toimijalla ja kohdetaholla on omat kontaktihenkilöt.',
    also: ['yhteyshenkilö'],
  },
  {
    term: 'vastinpari',
    group: 'people',
    text: 'Vastinpari on hyvinvointialueen työntekijä. Hän pitää yhteyttä vaikuttamistyöryhmään.',
  },
  {
    term: 'yhdistysaktiivi',
    group: 'people',
    text: 'Yhdistysaktiivi on vapaaehtoinen, joka toimii tukiyhdistyksessä. Toinen sana on yhdistystoimija.',
    also: ['yhdistystoimija'],
  },
  {
    term: 'kokemusasiantuntija',
    group: 'people',
    text: 'Kokemusasiantuntija tuntee asian omasta elämästään. Hän kertoo, miten palvelu toimii arjessa.',
    also: ['kokemustoimija'],
  },
  {
    term: 'palvelun käyttäjä',
    group: 'people',
    text: 'Palvelun käyttäjä on ihminen, joka saa palvelua. Älä kirjoita hänen nimeään tapaukseen.',
  },
  {
    term: 'läheinen',
    group: 'people',
    text: 'Läheinen on palvelun käyttäjän perheenjäsen, sukulainen tai ystävä. Älä kirjoita hänen nimeään tapaukseen.',
    also: ['omainen'],
  },
  {
    term: 'viranhaltija',
    group: 'people',
    text: 'Viranhaltija on töissä kunnassa tai hyvinvointialueella. Hän valmistelee asioita ja tekee osan päätöksistä.',
    also: ['virkamies'],
  },
  {
    term: 'luottamushenkilö',
    group: 'people',
    text: 'Luottamushenkilö päättää kunnan tai hyvinvointialueen asioista. Hän on esimerkiksi kuntapäättäjä tai aluevaltuutettu.',
    also: ['päättäjä'],
  },
  {
    term: 'kuntapäättäjä',
    group: 'people',
    text: 'Kuntapäättäjä on kunnan luottamushenkilö. Hän on jäsen esimerkiksi valtuustossa.',
    also: ['kunnanvaltuutettu'],
  },
  {
    term: 'aluevaltuutettu',
    group: 'people',
    text: 'Aluevaltuutettu on aluevaltuuston jäsen. Äänestäjät valitsevat hänet aluevaaleissa.',
  },
  {
    term: 'Tukiliitto',
    group: 'organisations',
    text: 'Tukiliiton koko nimi on Kehitysvammaisten Tukiliitto ry. Se on tukiyhdistysten ja tukipiirien valtakunnallinen järjestö.',
    also: ['liitto', 'Kehitysvammaisten Tukiliitto'],
  },
  {
    term: 'liittohallitus',
    group: 'organisations',
    text: 'Liittohallitus johtaa Tukiliiton toimintaa.',
  },
  {
    term: 'tukipiiri',
    group: 'organisations',
    text: 'Tukipiiri on tukiyhdistysten yhteinen järjestö. Se toimii 1–5 hyvinvointialueella.',
    also: ['piiri'],
  },
  {
    term: 'tukiyhdistys',
    group: 'organisations',
    text: 'Tukiyhdistys on kehitysvammaisten ihmisten ja läheisten paikallinen yhdistys. Se on Tukiliiton jäsen.',
    also: ['yhdistys', 'paikallisyhdistys'],
  },
  {
    term: 'jäsenyhdistys',
    group: 'organisations',
    text: 'Jäsenyhdistys on Tukiliiton jäsen. Se on tukiyhdistys tai tukipiiri.',
  },
  {
    term: 'jäsenistö',
    group: 'organisations',
    text: 'Jäsenistö tarkoittaa kaikkia tukiyhdistyksen jäseniä.',
  },
  {
    term: 'vaikuttamistyöryhmä',
    group: 'organisations',
    text: 'Vaikuttamistyöryhmä on hyvinvointialueen yhteinen ryhmä. Se vaikuttaa koko hyvinvointialueen asioihin.',
    also: ['työryhmä'],
  },
  {
    term: 'vaikuttamisverkosto',
    group: 'organisations',
    text: 'Vaikuttamisverkosto toimii joillakin hyvinvointialueilla vaikuttamistyöryhmän tilalla.',
    also: ['verkosto'],
  },
  {
    term: 'lakineuvonta',
    group: 'organisations',
    text: 'Lakineuvonta on Tukiliiton palvelu. Se auttaa, kun asia koskee yhtä ihmistä.',
  },
  {
    term: 'vammaisjärjestö',
    group: 'organisations',
    text: 'Vammaisjärjestö ajaa vammaisten ihmisten asioita. Tukiliitto on yksi vammaisjärjestöistä.',
  },
  {
    term: 'muu järjestö',
    group: 'organisations',
    text: 'Muu järjestö ei kuulu Tukiliittoon. Sama asia voi koskea myös sitä.',
    also: ['järjestö'],
  },
  {
    term: 'järjestöneuvottelukunta',
    group: 'organisations',
    text: 'Järjestöneuvottelukunnassa järjestöt ja hyvinvointialue keskustelevat yhdessä.',
  },
  {
    term: 'palveluntuottaja',
    group: 'organisations',
    text: 'Palveluntuottaja on yritys, järjestö tai virasto, joka antaa palvelun.',
  },
  {
    term: 'kunta',
    group: 'authorities',
    text: 'Kunta hoitaa esimerkiksi koulut, kirjastot ja vapaa-ajan palvelut.',
    also: ['kaupunki'],
  },
  {
    term: 'kuntayhtymä',
    group: 'authorities',
    text: 'Kuntayhtymä hoitaa monen kunnan yhteisiä tehtäviä.',
  },
  {
    term: 'hyvinvointialue',
    group: 'authorities',
    text: 'Hyvinvointialue hoitaa sosiaalipalvelut ja terveyspalvelut. Suomessa on 21 hyvinvointialuetta.',
    also: ['HVA', 'alue'],
  },
  {
    term: 'yhteistyöalue',
    group: 'authorities',
    text: 'Yhteistyöalueella monta hyvinvointialuetta toimii yhdessä. Suomessa on 5 yhteistyöaluetta.',
    also: ['YTA'],
  },
  {
    term: 'aluevaltuusto',
    group: 'authorities',
    text: 'Aluevaltuusto päättää hyvinvointialueen tärkeimmistä asioista. Sen jäsenet ovat aluevaltuutettuja.',
  },
  {
    term: 'aluehallitus',
    group: 'authorities',
    text: 'Aluehallitus johtaa hyvinvointialueen toimintaa. Se valmistelee asioita aluevaltuustolle.',
  },
  {
    term: 'vammaisneuvosto',
    group: 'authorities',
    text: 'Vammaisneuvosto tuo vammaisten ihmisten näkökulman päätöksiin. Kunnassa ja hyvinvointialueella on vammaisneuvosto.',
  },
];
