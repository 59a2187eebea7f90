// Words of a case and of the stages before the discussion event.
import type { GlossaryTerm } from './glossary-term.ts';

export const processFi: readonly GlossaryTerm[] = [
  {
    term: 'tapaus',
    group: 'case',
    text: 'Tapaus on asia, jota viet eteenpäin Ratkaisupolun avulla. Tapauksella on numero, esimerkiksi 2026-014.',
  },
  {
    term: 'asia',
    group: 'case',
    text: 'Asia kertoo, mistä tapauksessa on kyse. Esimerkiksi: kuljetuspalvelun odotusajat.',
  },
  {
    term: 'vaikuttamisen kohde',
    group: 'case',
    text: 'Vaikuttamisen kohde on se, mitä haluat muuttaa. Esimerkiksi: kuljetuspalvelun pitkät odotusajat.',
  },
  {
    term: 'tavoite',
    group: 'case',
    text: 'Tavoite on se, mitä haluat saada aikaan. Esimerkiksi: kyyti tulee 30 minuutissa.',
  },
  {
    term: 'kohdetaho',
    group: 'case',
    text: 'Kohdetaho on se, mihin otat yhteyttä. Se on kunta, hyvinvointialue tai kuntayhtymä.',
  },
  {
    term: 'toimija',
    group: 'case',
    text: 'Toimija vie asiaa eteenpäin. Toimija on tukiyhdistys tai vaikuttamistyöryhmä.',
  },
  {
    term: 'taso',
    group: 'case',
    text: 'Tapauksen taso on paikallinen tai alueellinen. Alueellinen asia koskee koko hyvinvointialuetta.',
    also: ['paikallinen', 'alueellinen'],
  },
  {
    term: 'tapauksen laji',
    group: 'case',
    text: 'Tapauksen laji kertoo, millainen asia on. Esimerkiksi: palvelun epäkohta.',
    also: ['laji', 'palvelun epäkohta'],
  },
  {
    term: 'teema',
    group: 'case',
    text: 'Teema kertoo, mihin aiheeseen asia kuuluu. Esimerkiksi: asuminen tai liikkuminen.',
  },
  {
    term: 'kiireellisyys',
    group: 'case',
    text: 'Kiireellisyys kertoo, miten pian tarvitset ratkaisun. Aikaa menee noin 2 viikosta 2 kuukauteen.',
    also: ['kiire', 'kiireellinen'],
  },
  {
    term: 'tavoitepäivä',
    group: 'case',
    text: 'Tavoitepäivä kertoo, milloin toivot ratkaisua. Se on eri asia kuin lain määräaika.',
  },
  {
    term: 'tila',
    group: 'case',
    text: 'Tila kertoo, missä tilanteessa tapaus on. Tapaus on avoin, tauolla tai päätetty.',
    also: ['avoin', 'tauolla', 'päätetty'],
  },
  {
    term: 'päättymisen tulos',
    group: 'case',
    text: 'Päättymisen tulos kertoo, miten tapaus päättyi. Esimerkiksi: ratkaistu osittain.',
    also: ['tulos'],
  },
  {
    term: 'toimintamalli',
    group: 'stages',
    text: 'Toimintamallin nimi on Yhteistyössä kohti ratkaisua. Siinä etsit ratkaisun yhdessä kunnan tai hyvinvointialueen kanssa.',
    also: ['Yhteistyössä kohti ratkaisua', 'malli'],
  },
  {
    term: 'toimintamallin periaatteet',
    group: 'stages',
    text: 'Periaatteet kertovat, miten toimit toimintamallin mukaan. Lue ne vaiheessa 1.',
    also: ['periaatteet'],
  },
  {
    term: 'vaihe',
    group: 'stages',
    text: 'Vaihe on yksi osa tapauksen polkua. Vaiheita on 4.',
  },
  {
    term: 'Yhteys Tukiliittoon',
    group: 'stages',
    text: 'Yhteys Tukiliittoon on vaihe 1. Kerrot asian, tavoitteen ja tuen tarpeen.',
  },
  {
    term: 'Yhteys kuntaan tai hyvinvointialueelle',
    group: 'stages',
    text: 'Yhteys kuntaan tai hyvinvointialueelle on vaihe 2. Pyydät keskustelua ja sovit ajan ja paikan.',
  },
  {
    term: 'Jatkosuunnitelmat ja seuranta',
    group: 'stages',
    text: 'Jatkosuunnitelmat ja seuranta on vaihe 4. Sovit jatkosta ja katsot, toteutuuko se.',
  },
  {
    term: 'tuen tarve',
    group: 'stages',
    text: 'Tuen tarve kertoo, mitä apua haluat Tukiliitolta. Voit vastata myös, että et tarvitse tukea.',
  },
  {
    term: 'tukipyyntö',
    group: 'stages',
    text: 'Tukipyynnössä pyydät apua Tukiliitolta. Järjestöasiantuntija vastaa siihen.',
  },
  {
    term: 'ajankohdan vaihtoehto',
    group: 'stages',
    text: 'Ajankohdan vaihtoehto on aika, jota ehdotat Tukiliiton työntekijän käynnille. Voit ehdottaa 1–3 aikaa.',
  },
  {
    term: 'koskettaako asia muita järjestöjä',
    group: 'stages',
    text: 'Mieti, onko sama asia tärkeä myös muille järjestöille. Silloin voitte vaikuttaa yhdessä.',
    also: ['koskettaako muita järjestöjä', 'koskeeko asia muita järjestöjä'],
  },
  {
    term: 'yhteydenotto',
    group: 'stages',
    text: 'Yhteydenotto on viesti, puhelu tai tapaaminen kohdetahon kanssa. Kirjaa myös, jos et saanut vastausta.',
  },
];
