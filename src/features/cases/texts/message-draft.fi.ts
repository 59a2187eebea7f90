// The message to officials (S0-22): polite standard Finnish, since its reader is not the user of the app.
import type { LetterWords } from '../domain/message-draft.ts';

export const messageDraftFi = {
  letter: {
    greeting: 'Hei,',
    subject: (title) => `Keskustelupyyntö: ${title}`,
    about: (owner, title) => `${owner} haluaa keskustella kanssanne asiasta ”${title}”.`,
    who: {
      localAssociation: 'Olemme kehitysvammaisten ihmisten ja heidän läheistensä paikallinen yhdistys.',
      workingGroup: 'Edistämme kehitysvammaisten ihmisten ja heidän läheistensä asioita koko hyvinvointialueella.',
    },
    influenceTarget: (text) => `Asia, johon haluamme muutosta: ${text}`,
    goal: (text) => `Tavoitteemme: ${text}`,
    request: {
      municipality: 'Pyydämme mahdollisuutta keskustella tästä niiden kanssa, jotka vastaavat asiasta kunnassanne.',
      wellbeingCounty:
        'Pyydämme mahdollisuutta keskustella tästä niiden kanssa, jotka vastaavat asiasta hyvinvointialueella.',
      jointAuthority:
        'Pyydämme mahdollisuutta keskustella tästä niiden kanssa, jotka vastaavat asiasta kuntayhtymässä.',
    },
    urgency: {
      urgent: 'Asia on kiireellinen, joten toivomme tapaamista lähiviikkoina.',
      normal: 'Toivomme tapaamista noin kuukauden kuluessa.',
      unhurried: 'Toivomme tapaamista seuraavan kahden kuukauden aikana.',
    },
    model:
      'Noudatamme Kehitysvammaisten Tukiliiton toimintamallia Yhteistyössä kohti ratkaisua. Sen mukaisesti tuomme esille eri näkökulmat ja etsimme yhdessä kanssanne realistisia ratkaisuja.',
    federation: {
      no: null,
      onSite: 'Toivomme, että myös Tukiliiton työntekijä on mukana keskustelussa paikan päällä.',
      teams: 'Toivomme, että myös Tukiliiton työntekijä on mukana keskustelussa Teams-yhteydellä.',
    },
    ask: 'Voisitteko ehdottaa sopivia aikoja sekä paikkaa tai etäyhteyttä? Sovimme mielellämme kanssanne, ketkä keskusteluun kutsutaan, ja hoidamme käytännön järjestelyt yhteistyössä.',
    askedSubject: (title) => `Muistutus keskustelupyynnöstä: ${title}`,
    asked: ({ day, month, year }, title) => `Otimme teihin yhteyttä ${day}.${month}.${year} asiasta ”${title}”.`,
    unanswered: 'Emme ole vielä saaneet vastausta, joten palaamme asiaan.',
    askAgain:
      'Voisitteko vastata viikon kuluessa ja ehdottaa sopivia aikoja? Jos asia kuuluu jollekin toiselle, pyydämme teitä välittämään viestin hänelle ja kertomaan siitä meille.',
    closing: 'Ystävällisin terveisin',
    signature: (owner) => `[oma nimi ja yhteystiedot]\n${owner}`,
  } satisfies LetterWords,
};
