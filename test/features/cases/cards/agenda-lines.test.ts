import { agendaLines } from '../../../../src/features/cases/cards/agenda-lines.ts';
import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { casesFi } from '../../../../src/features/cases/texts.fi.ts';
import { AINO, buildCase, buildEvent, day, itemId } from '../build-case.ts';

const linesOf = (overrides: Partial<DiscussionEvent> = {}) =>
  agendaLines(buildCase({ events: [buildEvent(overrides)] }), casesFi);
const linesUnder = (heading: string, overrides: Partial<DiscussionEvent> = {}): readonly string[] =>
  linesOf(overrides).find((section) => section.heading === heading)?.lines ?? [];

describe('S0-26: the agenda in words', () => {
  it.each([
    ['S0-47', 'officials', 'Ratkaisuvaihtoehdot'],
    ['S0-53', 'political', 'Miten toimitaan?'],
  ] as const)('%s: of type %s has the headings of the model', (_row, type, options) => {
    expect(linesOf({ type }).map(({ heading }) => heading)).toEqual([
      'Miksi olemme koolla?',
      'Avoin keskustelu',
      'Näkökulmien esille tuominen',
      'Yhteisen suunnan löytäminen',
      options,
      'Yhteinen näkökulma ja ratkaisut',
    ]);
  });

  it('says something under every heading before anything is recorded', () => {
    expect(agendaLines(buildCase(), casesFi).every(({ lines }) => lines.length > 0)).toBe(true);
  });

  it('S0-28, S0-29: tells the goal, the urgency and the target date without typing them again', () => {
    expect(linesUnder('Miksi olemme koolla?')).toEqual([
      'Mitä haluamme muuttaa?',
      'Tavoite: Kyyti tulee ajallaan',
      'Asian kiireellisyys: Tavallinen',
      'Tavoitepäivä: 24.12.2026',
    ]);
    expect(linesUnder('Miksi olemme koolla?', { federation: 'teams' })).toContain(
      'Tukiliiton työntekijä on mukana Teamsilla',
    );
  });

  it('S0-40: lists exactly three sections of viewpoints, and the references picked', () => {
    const lawAndCrpd = { references: ['opennessAct', 'repealedAct'], text: '' };
    const viewpoints = { usersAndClose: 'Kyyti myöhästyy', authority: '', lawAndCrpd };
    expect(linesUnder('Näkökulmien esille tuominen', { viewpoints })).toEqual([
      'Palvelun käyttäjien ja läheisten näkökulmat: Kyyti myöhästyy',
      'Hyvinvointialueen edustajien näkökulmat',
      'Lainsäädännön ja YK:n vammaissopimuksen velvoitteet',
      'Julkisuuslaki 621/1999, 14 §: asiakirjojen pyytäminen (tarkista Finlexistä)',
    ]);
  });

  it('S0-46, S0-52: asks about the schedules that the type is about', () => {
    expect(linesUnder('Yhteisen suunnan löytäminen', { type: 'officials' })).toContain(
      'Mitkä aikataulut vaikuttavat asiaan?',
    );
    expect(linesUnder('Yhteisen suunnan löytäminen', { type: 'political' })).toContain(
      'Miten päätöksenteko ja mahdollinen kilpailutus vaikuttavat aikatauluihin?',
    );
  });

  it('S0-52: shows the dates that are known, the first one first', () => {
    const milestone = { kind: 'board', remind: true, person: AINO, done: null } as const;
    const milestones = [
      { ...milestone, id: itemId(5), what: 'Hallitus', date: day('2027-02-15') },
      { ...milestone, id: itemId(6), what: 'Valmistelu', date: day('2026-12-14') },
    ];
    expect(linesUnder('Yhteisen suunnan löytäminen', { milestones }).slice(1, 3)).toEqual([
      '14.12.2026: Valmistelu',
      '15.2.2027: Hallitus',
    ]);
  });

  it('S0-48: tells of each option what is known of it', () => {
    const option = { id: itemId(5), proposedBy: 'owner', description: 'Varaus puhelimella' } as const;
    const options = [{ ...option, realistic: false, whatCanBeDone: '', schedule: 'Keväällä 2027' }];
    expect(linesUnder('Ratkaisuvaihtoehdot', { options }).slice(1)).toEqual([
      'Vaihtoehto: Varaus puhelimella',
      'Realistinen: Ei',
      'Aikataulu: Keväällä 2027',
    ]);
  });
});
