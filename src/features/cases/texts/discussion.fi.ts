// Words of stage 3: the discussion event and what was said in it.
import type { MissingSide } from '../domain/event-warnings.ts';
import type { TargetBodyKind } from '../domain/vocabulary.ts';

export const discussionFi = {
  eventType: {
    title: 'Kerro, kuka voi ratkaista asian',
    intro: 'Vastaus auttaa valitsemaan oikeat osallistujat.',
    type: 'Kuka voi ratkaista asian?',
    typeHint: 'Poliittinen päätös tarkoittaa, että luottamushenkilöt päättävät asiasta.',
    typeProblem: 'Valitse yksi vaihtoehto. Jos olet epävarma, kysy viranhaltijalta.',
    said: {
      officials: 'Viranhaltijat voivat ratkaista asian.',
      political: 'Asia vaatii poliittisen päätöksen.',
    },
  },
  recordEvent: {
    title: 'Kirjaa tilaisuus pidetyksi',
    intro: 'Kirjaa, milloin tilaisuus oli ja ketkä olivat paikalla.',
    on: 'Milloin tilaisuus oli?',
    onProblem: 'Valitse tilaisuuden päivä. Esimerkiksi 15.12.2026.',
    attended: 'Ketkä olivat paikalla?',
    attendedProblem: 'Valitse osallistujat listasta tai jätä tyhjäksi.',
    extraRole: 'Oliko paikalla joku muu?',
    extraRoleHint: 'Valitse hänen roolinsa.',
    extraRoleProblem: 'Valitse rooli listasta tai jätä tyhjäksi. Esimerkiksi Viranhaltija.',
    extraOrganisation: 'Mistä hän tuli?',
    extraOrganisationHint: 'Kirjoita, jos valitsit roolin. Esimerkiksi: hyvinvointialueen vammaispalvelut.',
    extraOrganisationProblem: 'Lyhennä tekstiä. Kirjoita vain taho, esimerkiksi: vammaispalvelut.',
    openDiscussion: 'Avoin keskustelu',
    openDiscussionHint: 'Kirjoita muistiinpanot ilman nimiä.',
    openDiscussionProblem: 'Lyhennä tekstiä. Kirjoita vain tärkeimmät asiat.',
    said: (date: string) => `Tilaisuus on kirjattu. Se oli ${date}.`,
  },
  eventWarnings: {
    planned: {
      ours: () => 'Kutsuttavissa ei ole tukiyhdistyksen tai vaikuttamistyöryhmän edustajaa. Kutsu ainakin yksi.',
      officeHolders: () => 'Kutsuttavissa ei ole viranhaltijaa. Kutsu ainakin yksi.',
      elected: (who: string) =>
        `Kutsuttavissa ei ole ${who}. Kutsu ainakin yksi, koska asia vaatii poliittisen päätöksen.`,
    },
    held: {
      ours: () => 'Paikalla ei ollut tukiyhdistyksen tai vaikuttamistyöryhmän edustajaa. Tarkista osallistujat.',
      officeHolders: () => 'Paikalla ei ollut viranhaltijaa. Tarkista osallistujat tai sovi uusi keskustelu.',
      elected: (who: string) => `Paikalla ei ollut ${who}. Kerro asiasta heille erikseen.`,
    },
    /** Whom the warning about the elected misses, as the object of the sentence. */
    electedMissed: {
      municipality: 'kuntapäättäjää',
      wellbeingCounty: 'aluevaltuutettua tai muuta luottamushenkilöä',
      jointAuthority: 'luottamushenkilöä',
    } satisfies Record<TargetBodyKind, string>,
  } satisfies Record<'planned' | 'held', Record<MissingSide, (who: string) => string>> & {
    electedMissed: Record<TargetBodyKind, string>;
  },
  viewpoints: {
    title: 'Kirjaa näkökulmat',
    intro: 'Kirjaa jokaisen osapuolen näkökulma. Voit täydentää tekstiä myöhemmin.',
    usersAndClose: 'Palvelun käyttäjien ja läheisten näkökulmat',
    usersAndCloseHint: 'Älä kirjoita nimiä.',
    usersAndCloseProblem: 'Lyhennä tekstiä. Kirjoita tärkein ensin, esimerkiksi: kyyti myöhästyy usein.',
    authority: {
      municipality: 'Kunnan edustajien näkökulmat',
      wellbeingCounty: 'Hyvinvointialueen edustajien näkökulmat',
      jointAuthority: 'Kuntayhtymän edustajien näkökulmat',
    } satisfies Record<TargetBodyKind, string>,
    authorityProblem: 'Lyhennä tekstiä. Kirjoita tärkein ensin, esimerkiksi: rahaa on liian vähän.',
    references: 'Lainsäädännön ja YK:n vammaissopimuksen velvoitteet',
    referencesHint: 'Valitse ne, jotka liittyvät asiaan.',
    referencesProblem: 'Valitse velvoitteet listasta tai jätä tyhjäksi.',
    lawText: 'Velvoitteet omin sanoin',
    lawTextHint: 'Kirjoita, miten velvoite liittyy asiaan.',
    lawTextProblem: 'Lyhennä tekstiä. Kirjoita yksi velvoite, esimerkiksi: oikeus liikkua.',
    said: 'Näkökulmat on kirjattu.',
    saidMissing: (sections: string) => `Näkökulmat on kirjattu. Vielä puuttuu: ${sections}.`,
    saidEmpty: 'Näkökulmia ei ole vielä kirjattu.',
  },
  direction: {
    title: 'Kirjaa yhteinen suunta',
    intro: 'Kirjaa, mihin suuntaan haluatte yhdessä edetä.',
    factors: 'Mitkä tekijät vaikuttavat asiaan?',
    factorsHint: 'Kirjoita jokainen tekijä omalle rivilleen.',
    factorsProblem: 'Lyhennä tekstiä. Kirjoita tekijä muutamalla sanalla, esimerkiksi: talousarvio.',
    commonDirection: 'Mikä on yhteinen suunta?',
    commonDirectionHint: 'Kirjoita, mihin haluatte yhdessä päästä.',
    commonDirectionProblem: 'Lyhennä tekstiä. Esimerkiksi: parannamme kuljetuksia yhdessä.',
    said: 'Yhteinen suunta on kirjattu.',
    saidFactors: 'Vaikuttavat tekijät on kirjattu. Yhteinen suunta puuttuu vielä.',
    saidEmpty: 'Yhteistä suuntaa ei ole vielä kirjattu.',
  },
};
