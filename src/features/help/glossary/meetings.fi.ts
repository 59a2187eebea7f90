// Words of meetings and events.
import type { GlossaryTerm } from './glossary-term.ts';

export const meetingTermsFi: readonly GlossaryTerm[] = [
  {
    term: 'tukitapaaminen',
    group: 'meetings',
    text: 'Tukitapaaminen on työnohjauksellinen tuki vaikuttamistyöhön. Se on kerran kuukaudessa, ja osallistuminen on vapaaehtoista.',
    also: ['työnohjaus', 'työnohjauksellinen tuki'],
  },
  {
    term: 'Vaikuttamisen verkkotreffit',
    group: 'meetings',
    text: 'Vaikuttamisen verkkotreffit ovat verkkokeskustelu joka toinen kuukausi.',
    also: ['verkkotreffit'],
  },
  {
    term: 'kuntayhteistyötilaisuus',
    group: 'meetings',
    text: 'Kuntayhteistyötilaisuudessa yhdistysaktiivit ja viranhaltijat tapaavat. He puhuvat oman kunnan asioista.',
    also: ['kuntatapaaminen', 'kuntayhteistyö'],
  },
  {
    term: 'tapahtuma',
    group: 'meetings',
    text: 'Tapahtuma on esimerkiksi koulutus, seminaari tai teematilaisuus.',
    also: ['tapahtumakalenteri', 'koulutus'],
  },
];
