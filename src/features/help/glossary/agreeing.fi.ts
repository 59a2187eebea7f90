// Words of the discussion event and of what follows it.
import type { GlossaryTerm } from './glossary-term.ts';

export const agreeingFi: readonly GlossaryTerm[] = [
  {
    term: 'keskustelutilaisuus',
    group: 'discussion',
    text: 'Keskustelutilaisuus on vaihe 3. Siinä toimija ja kohdetaho etsivät ratkaisua yhdessä.',
    also: ['tilaisuus'],
  },
  {
    term: 'kutsuttava',
    group: 'discussion',
    text: 'Kutsuttava on ihminen, jonka haluat mukaan keskustelutilaisuuteen.',
  },
  {
    term: 'osallistuja',
    group: 'discussion',
    text: 'Osallistuja on ihminen, joka on mukana keskustelutilaisuudessa.',
  },
  {
    term: 'käytännön järjestelyt',
    group: 'discussion',
    text: 'Käytännön järjestelyt ovat tilaisuuden valmisteluja. Esimerkiksi: varaa tila ja lähetä kutsut.',
    also: ['järjestelyt'],
  },
  {
    term: 'asialista',
    group: 'discussion',
    text: 'Asialista kertoo, mistä tilaisuudessa puhutte ja missä järjestyksessä.',
  },
  {
    term: 'näkökulma',
    group: 'discussion',
    text: 'Näkökulma kertoo, miten joku näkee asian. Palvelun käyttäjillä ja viranhaltijoilla voi olla eri näkökulma.',
  },
  {
    term: 'vaikuttava tekijä',
    group: 'discussion',
    text: 'Vaikuttava tekijä auttaa tai hidastaa asiaa. Esimerkiksi: talousarvio.',
    also: ['tekijä'],
  },
  {
    term: 'yhteinen suunta',
    group: 'discussion',
    text: 'Yhteinen suunta kertoo, mihin haluatte yhdessä edetä.',
  },
  {
    term: 'yhteinen näkökulma',
    group: 'discussion',
    text: 'Yhteinen näkökulma kertoo, mistä olette samaa mieltä.',
  },
  {
    term: 'ratkaisuvaihtoehto',
    group: 'discussion',
    text: 'Ratkaisuvaihtoehto on yksi tapa ratkaista asia. Realistinen vaihtoehto voi toteutua.',
    also: ['vaihtoehto'],
  },
  {
    term: 'velvoite',
    group: 'discussion',
    text: 'Velvoite on asia, jota laki tai YK:n vammaissopimus vaatii.',
  },
  {
    term: 'YK:n vammaissopimus',
    group: 'discussion',
    text: 'YK tarkoittaa Yhdistyneitä kansakuntia. Sen vammaissopimus turvaa vammaisten ihmisten oikeudet.',
    also: ['vammaissopimus', 'YK'],
  },
  {
    term: 'toimenpide',
    group: 'followUp',
    text: 'Toimenpide on sovittu tehtävä. Sillä on tekijä ja päivä.',
  },
  {
    term: 'päätöksentekoprosessi',
    group: 'followUp',
    text: 'Päätöksentekoprosessi kertoo, miten päätös syntyy. Siihen kuuluu valmistelua ja kokouksia.',
  },
  {
    term: 'välietappi',
    group: 'followUp',
    text: 'Välietappi on päivä, joka vaikuttaa asian aikatauluun. Esimerkiksi: valtuuston kokous.',
  },
  {
    term: 'kilpailutus',
    group: 'followUp',
    text: 'Kilpailutuksessa kunta tai hyvinvointialue etsii palvelulle tuottajan. Se vertaa tarjouksia ja valitsee niistä.',
    also: ['hankinta'],
  },
  {
    term: 'määräaika',
    group: 'followUp',
    text: 'Määräaika on viimeinen päivä, jonka laki määrää. Esimerkiksi: valituksen viimeinen päivä.',
  },
  {
    term: 'seuraava tapaaminen',
    group: 'followUp',
    text: 'Seuraavassa tapaamisessa jatkatte keskustelua. Kirjaa myös, jos ette sovi uutta tapaamista.',
    also: ['tapaaminen'],
  },
  {
    term: 'tiedotus',
    group: 'followUp',
    text: 'Tiedotus kertoo asiasta muille. Keskinäinen tiedotus on toimijan ja kohdetahon välillä.',
    also: ['keskinäinen tiedotus', 'tiedotus omissa verkostoissa'],
  },
  {
    term: 'seuranta',
    group: 'followUp',
    text: 'Seurannassa katsot, toteutuuko se, mitä sovitte.',
  },
  {
    term: 'seurantapäivä',
    group: 'followUp',
    text: 'Seurantapäivänä katsot, miten asia etenee. Saat muistutuksen ennen sitä.',
  },
  {
    term: 'muistutus',
    group: 'followUp',
    text: 'Muistutus on viesti, jonka saat ennen sovittua päivää.',
  },
  {
    term: 'arviointi',
    group: 'followUp',
    text: 'Arviointi kertoo, miten toimintamalli auttoi. Toimija ja Tukiliitto arvioivat kumpikin.',
  },
  {
    term: 'hyvä käytäntö',
    group: 'followUp',
    text: 'Hyvä käytäntö on tapa, joka on toiminut hyvin. Kerro siitä myös muille.',
  },
  {
    term: 'oppi',
    group: 'followUp',
    text: 'Oppi kertoo muille, mikä auttoi tässä asiassa.',
  },
];
