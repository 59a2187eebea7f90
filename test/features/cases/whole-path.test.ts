// The whole path as a volunteer walks it: always the first button of the card, each form filled in, until the lesson is
// shared and the case closed. No step may be a dead end.
import { lintCard } from '../../support/card-linter.ts';
import { addMs } from '../../../src/kernel/helsinki-time.ts';
import type { Member } from '../../../src/platform/teams/bot.ts';
import {
  AINO,
  nodesOf,
  openCaseWorld,
  openOne,
  says,
  TUESDAY,
  VEERA,
  type CaseWorld,
  type Shown,
} from './case-world.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What Veera writes into each form; what a form proposes itself is left as it is. */
const ANSWERS: Readonly<Record<string, Shown>> = {
  define: { influenceTarget: 'Kuljetuspalvelun sopimus ja tilausajat', kind: 'serviceDefect', theme: 'mobility' },
  owner: { kind: 'workingGroup', name: 'Pirkanmaan vaikuttamistyöryhmä' },
  principles: { reviewed: 'true' },
  supportNeed: { mode: 'onSite' },
  timeOptions: { date1: '2026-12-10', time1: '13:00', date2: '2026-12-11' },
  plannedParticipant: { role: 'officeHolder', organisation: 'Pirkanmaan hyvinvointialue' },
  otherOrganisations: { concern: 'yes', names: 'Invalidiliiton paikallisyhdistys', contactBy: '2026-12-04' },
  contact: { channel: 'email', receiver: 'Vammaispalvelujen päällikkö', outcome: 'agreed', askAgain: '2026-12-03' },
  event: { format: 'onSite', status: 'agreed', date: '2026-12-10', time: '13.00', place: 'Tampereen kaupungintalo' },
  invitee: {
    role: 'officeHolder',
    organisation: 'Pirkanmaan hyvinvointialue',
    proposedBy: 'owner',
    invitation: 'invited',
  },
  arrangement: { usual: '', what: 'Tilan varaus', assignee: 'owner' },
  eventType: { type: 'officials' },
  recordEvent: {
    openDiscussion: 'Puhuimme odotusajoista ja tilauskeskuksesta.',
    extraRole: 'workingGroup',
    extraOrganisation: 'Työryhmä',
  },
  viewpoints: {
    usersAndClose: 'Odotus kestää yli tunnin.',
    authority: 'Autoja on liian vähän.',
    references: 'crpd',
    lawText: '',
  },
  direction: { factors: 'Kilpailutus\nAutojen määrä', commonDirection: 'Lyhyempi odotus kaikille' },
  milestone: { kind: 'affecting', what: 'Uusi sopimuskausi alkaa', date: '2026-12-18', remind: 'true' },
  option: {
    description: 'Lisää autoja ruuhka-aikaan',
    proposedBy: 'together',
    realistic: 'yes',
    whatCanBeDone: 'Sopimuksen muutos',
    schedule: 'Tammikuu 2027',
  },
  result: { sharedView: 'Odotusaika pitää mitata joka kuukausi.' },
  action: { what: 'Pyydä tilastot', date: '2026-12-17', who: '' },
  nextMeeting: { kind: 'agreed', date: '2027-01-14', time: '13:00', place: 'Teams' },
  contactPerson: {
    ownerName: 'Veera Virtanen',
    ownerOrganisation: 'Työryhmä',
    authorityName: 'Päivi Päällikkö',
    authorityOrganisation: 'Hyvinvointialue',
  },
  informTask: { audience: 'ownNetworks', what: 'Kerro jäsenkirjeessä', date: '2026-12-20' },
  followUp: { what: 'Katso uudet odotusajat', date: '2027-01-20' },
  evaluationDate: { date: '2027-01-28' },
  evaluate: { side: 'owner', worked: 'Yhteinen keskustelu', improve: 'Aikaa lisää', useAgain: 'yes' },
  lesson: { text: 'Pyydä tilastot ennen keskustelua.' },
  shareLesson: { reviewed: 'true' },
  close: {
    outcome: 'resolved',
    summary: 'Odotusaika lyheni puoleen tuntiin.',
    cooperation: 'yes',
    noEvaluationReason: '',
  },
};

function textOf(node: Shown): string {
  return typeof node['text'] === 'string' ? node['text'] : '';
}

function formName(card: Shown): string | null {
  const save = nodesOf(card).find((node) => String(node['verb']).startsWith('cases/save/'));
  return save === undefined ? null : String(save['verb']).slice('cases/save/'.length);
}

function initial(card: Shown): Shown {
  const inputs = nodesOf(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [String(input['id']), input['value'] ?? '']));
}

function firstButton(card: Shown): { readonly verb: string; readonly data: Shown; readonly title: string } {
  const button = nodesOf(card).find((node) => node['type'] === 'Action.Execute');
  if (button === undefined) {
    throw new Error('the card has no button');
  }
  return { verb: String(button['verb']), data: nodesOf(button['data'])[0] ?? {}, title: String(button['title']) };
}

/** Fills in and saves a form until the case card is back; forms that follow at once are filled in too. */
async function fillIn(world: CaseWorld, who: Member, card: Shown, now: Shown, seen: string[]): Promise<Shown> {
  let current = card;
  for (let name = formName(current); name !== null; name = formName(current)) {
    expect([name, ...lintCard(current)]).toEqual([name]);
    const { verb, data } = firstButton(current);
    const own = who.id === AINO.id && name === 'evaluate' ? { ...ANSWERS[name], side: 'federation' } : ANSWERS[name];
    const answer = await world.press(who, verb, { ...data, ...initial(current), ...own }, now);
    if (formName(answer) === name) {
      throw new Error(`${name} was not accepted: ${nodesOf(answer).map(textOf).join(' | ')}`);
    }
    seen.push(name);
    current = answer;
  }
  return current;
}

describe('the whole path', () => {
  it('S0-60, B-02: leads from opening to a closed case by its first button alone', async () => {
    const world = await openCaseWorld();
    let card = await openOne(world, { owner: 'workingGroup' });
    const seen: string[] = [];
    const stages = new Set<string>();
    for (let steps = 0; steps < 60; steps += 1) {
      const c = await world.read('2026-001');
      if (c.status.kind === 'closed') {
        break;
      }
      stages.add(c.stage);
      expect(lintCard(card)).toEqual([]);
      // The event is held in time: from stage 3 on it is the day after it.
      const now = { now: addMs(TUESDAY, c.stage === 'discussion' || c.stage === 'followUp' ? 17 * DAY_MS : 0) };
      const { verb, data, title } = firstButton(card);
      // Tukiliitto's side of the evaluation and the sharing of the lesson are the advisor's.
      const isAdvisors =
        c.evaluation.owner !== null && c.evaluation.federation === null && verb === 'cases/do/evaluate';
      const who = isAdvisors || verb === 'cases/do/shareLesson' ? AINO : VEERA;
      const next = await world.press(who, verb, data, now);
      card = await fillIn(world, who, next, now, seen);
      if (c.evaluation.lesson !== null && c.evaluation.lesson.shared === null) {
        const form = await world.press(AINO, 'cases/do/shareLesson', { caseId: c.id, seen: String(c.rev) }, now);
        card = await fillIn(world, AINO, form, now, seen);
      }
      expect([title, says(card, 'ei voi')]).toEqual([title, false]);
    }
    const closed = await world.read('2026-001');
    expect([...stages]).toEqual(['federationContact', 'authorityContact', 'discussion', 'followUp']);
    expect(closed.status).toMatchObject({ kind: 'closed', outcome: 'resolved', cooperation: 'yes' });
    expect(closed.evaluation).toMatchObject({ owner: { by: VEERA.id }, federation: { by: AINO.id } });
    expect(closed.evaluation.lesson?.shared).not.toBeNull();
    const everyStep = [
      'define',
      'owner',
      'principles',
      'supportNeed',
      'timeOptions',
      'plannedParticipant',
      'contact',
      'event',
      'invitee',
      'arrangement',
      'eventType',
      'recordEvent',
      'viewpoints',
      'direction',
      'milestone',
      'option',
      'result',
      'action',
      'nextMeeting',
      'contactPerson',
      'informTask',
      'followUp',
      'evaluationDate',
      'evaluate',
      'lesson',
      'shareLesson',
      'close',
    ];
    expect(everyStep.filter((name) => !seen.includes(name))).toEqual([]);
  });
});
