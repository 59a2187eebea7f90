// What the codes of the meetings are called.
import type { AwkwardReason } from '../domain/awkward-days.ts';
import type { MeetingRefusal } from '../domain/decision.ts';
import type { MeetingState } from '../domain/meeting.ts';
import type { Answer, Format, MeetingKind, SeriesKind, Theme } from '../domain/vocabulary.ts';

export const meetingVocabularyFi = {
  kinds: {
    supervision: 'Tukitapaaminen',
    onlineMeetup: 'Vaikuttamisen verkkotreffit',
    municipalCooperation: 'Kuntayhteistyötilaisuus',
    training: 'Koulutus',
    trainingDay: 'Koulutuspäivä',
    trainingEvening: 'Koulutusilta',
    jointTraining: 'Yhteistyökoulutus',
    themeEvent: 'Teematilaisuus',
    seminar: 'Seminaari',
    congressSeminar: 'Liittokokousseminaari',
    hearing: 'Kuulemistilaisuus',
    foundingMeeting: 'Perustamispalaveri',
    otherEvent: 'Muu tapahtuma',
  } satisfies Record<MeetingKind, string>,
  seriesNames: {
    supervision: 'Tukitapaamisten sarja',
    onlineMeetup: 'Verkkotreffien sarja',
    municipalCooperation: 'Kuntayhteistyön sarja',
  } satisfies Record<SeriesKind, string>,
  themes: {
    advocacy: 'Vaikuttaminen',
    services: 'Palvelut',
    rights: 'Oikeudet',
    inclusion: 'Osallisuus',
    association: 'Tukiyhdistyksen toiminta',
    other: 'Muu aihe',
  } satisfies Record<Theme, string>,
  formats: {
    online: 'Verkossa',
    onSite: 'Paikan päällä',
    both: 'Paikan päällä ja verkossa',
  } satisfies Record<Format, string>,
  answers: { yes: 'Tulen', maybe: 'Ehkä', no: 'En pääse' } satisfies Record<Answer, string>,
  nths: {
    1: 'ensimmäinen',
    2: 'toinen',
    3: 'kolmas',
    4: 'neljäs',
    last: 'viimeinen',
  },
  weekdays: {
    1: 'maanantai',
    2: 'tiistai',
    3: 'keskiviikko',
    4: 'torstai',
    5: 'perjantai',
    6: 'lauantai',
    7: 'sunnuntai',
  },
  everyMonths: { 1: 'joka kuukausi', 2: 'joka toinen kuukausi' },
  /** `Joka kuukausi, kuukauden toinen tiistai klo 17.00` */
  rule: (every: string, nth: string, weekday: string, time: string) =>
    `${every.charAt(0).toLocaleUpperCase('fi')}${every.slice(1)}, kuukauden ${nth} ${weekday} ${time}`,
  length: (minutes: number): string => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const ofHours = hours === 1 ? '1 tunti' : `${hours} tuntia`;
    return hours === 0 ? `${rest} minuuttia` : rest === 0 ? ofHours : `${ofHours} ${rest} minuuttia`;
  },
  wholeCountry: 'Koko maa',
  wholeDay: 'koko päivä',
  reasons: {
    'new-years-day': 'Päivä on uudenvuodenpäivä.',
    epiphany: 'Päivä on loppiainen.',
    'good-friday': 'Päivä on pitkäperjantai.',
    'easter-sunday': 'Päivä on pääsiäispäivä.',
    'easter-monday': 'Päivä on toinen pääsiäispäivä.',
    'may-day': 'Päivä on vappu.',
    'ascension-day': 'Päivä on helatorstai.',
    pentecost: 'Päivä on helluntai.',
    'midsummer-eve': 'Päivä on juhannusaatto.',
    'midsummer-day': 'Päivä on juhannus.',
    'all-saints-day': 'Päivä on pyhäinpäivä.',
    'independence-day': 'Päivä on itsenäisyyspäivä.',
    'christmas-eve': 'Päivä on jouluaatto.',
    'christmas-day': 'Päivä on joulupäivä.',
    'st-stephens-day': 'Päivä on tapaninpäivä.',
    yearEnd: 'Päivä on joulun ja uuden vuoden välissä.',
    july: 'Päivä on heinäkuussa, kun moni lomailee.',
  } satisfies Record<AwkwardReason, string>,
  states: {
    asking: 'Odottaa päätöstä',
    planned: 'Tulossa',
    announced: 'Tulossa',
    skipped: 'Ei tässä kuussa',
    cancelled: 'Peruttu',
    held: 'Pidetty',
  } satisfies Record<MeetingState['kind'], string>,
  refusals: {
    'areas-missing': 'Valitse ainakin yksi hyvinvointialue.',
    'municipality-missing': 'Valitse kunta listasta.',
    'place-missing': 'Kirjoita paikka. Esimerkiksi: Pääkirjasto, kokoustila 2.',
    'link-not-https': 'Linkin pitää alkaa https://. Kopioi linkki kokonaan Teamsista.',
    'materials-not-https': 'Linkin pitää alkaa https://. Kopioi linkki kokonaan.',
    'from-in-past': 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
    'until-before-first': 'Viimeinen päivä on ennen ensimmäistä tapaamista. Valitse myöhempi päivä.',
    'too-long': 'Päivä on yli viiden vuoden päässä. Tarkista vuosi.',
    'date-in-past': 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
    'date-too-far': 'Päivä on yli kolmen vuoden päässä. Tarkista vuosi.',
    'same-time': 'Tapaaminen on jo silloin. Valitse toinen päivä tai kellonaika.',
    'not-asked': 'Tästä tapaamisesta on jo päätetty. Näet tässä uusimman tilanteen.',
    'not-on': 'Tapaaminen on jo pidetty tai peruttu. Näet tässä uusimman tilanteen.',
    'not-yet': 'Tapaaminen on vasta tulossa. Kirjaa muistiinpano tapaamisen jälkeen.',
    'step-date-in-past': 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
    'step-without-text': 'Kirjoita, mikä on seuraava askel. Esimerkiksi: Pyydä tilastot kunnasta.',
    'too-many-steps': 'Seuraavia askelia on jo 12. Merkitse ensin jokin tehdyksi.',
    'series-ended': 'Sarja on jo päättynyt. Voit tehdä uuden sarjan.',
  } satisfies Record<MeetingRefusal, string>,
};
