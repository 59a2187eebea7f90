// Words of the agenda of a discussion event: the model's own headings, and what to do under each.
import type { AgendaItem } from '../domain/agenda.ts';
import type { EventType } from '../domain/vocabulary.ts';

export const agendaFi = {
  agendaHeadings: {
    whyGathered: { officials: 'Miksi olemme koolla?', political: 'Miksi olemme koolla?' },
    openDiscussion: { officials: 'Avoin keskustelu', political: 'Avoin keskustelu' },
    viewpoints: { officials: 'Näkökulmien esille tuominen', political: 'Näkökulmien esille tuominen' },
    direction: { officials: 'Yhteisen suunnan löytäminen', political: 'Yhteisen suunnan löytäminen' },
    options: { officials: 'Ratkaisuvaihtoehdot', political: 'Miten toimitaan?' },
    result: { officials: 'Yhteinen näkökulma ja ratkaisut', political: 'Yhteinen näkökulma ja ratkaisut' },
  } satisfies Record<AgendaItem['code'], Record<EventType, string>>,
  agendaLines: {
    influenceTarget: (text: string) => `Vaikuttamisen kohde: ${text}`,
    influenceTargetOpen: 'Mitä haluamme muuttaa?',
    goal: (text: string) => `Tavoite: ${text}`,
    urgency: (text: string) => `Asian kiireellisyys: ${text}`,
    targetDate: (date: string) => `Tavoitepäivä: ${date}`,
    openDiscussion: 'Jokainen voi kertoa, mitä ajattelee asiasta.',
    said: (heading: string, text: string) => `${heading}: ${text}`,
    factors: 'Mitkä tekijät vaikuttavat asiaan?',
    factor: (text: string) => `Tekijä: ${text}`,
    direction: 'Mikä on yhteinen suunta?',
    directionFound: (text: string) => `Yhteinen suunta: ${text}`,
    schedules: {
      officials: 'Mitkä aikataulut vaikuttavat asiaan?',
      political: 'Miten päätöksenteko ja mahdollinen kilpailutus vaikuttavat aikatauluihin?',
    } satisfies Record<EventType, string>,
    milestone: (date: string, what: string) => `${date}: ${what}`,
    options: 'Mitkä vaihtoehdot ovat realistisia? Mitä asialle on tehtävissä ja millä aikataululla?',
    option: (description: string) => `Vaihtoehto: ${description}`,
    realistic: (answer: string) => `Realistinen: ${answer}`,
    whatCanBeDone: (text: string) => `Mitä tehtävissä: ${text}`,
    schedule: (text: string) => `Aikataulu: ${text}`,
    result: 'Mistä olemme samaa mieltä? Mitkä ratkaisut sopivat asiaan?',
    sharedView: (text: string) => `Yhteinen näkökulma: ${text}`,
    chosen: (description: string) => `Valittu ratkaisu: ${description}`,
    actions: 'Mitä teemme seuraavaksi, kuka tekee ja milloin?',
    action: (date: string, what: string) => `Toimenpide ${date}: ${what}`,
  },
};
