// What the cards tell of an event to come: how and where, who is invited, who arranges what, which times are asked.
import { drawAgenda } from '../../../../src/features/cases/cards/agenda-card.ts';
import { drawDetails } from '../../../../src/features/cases/cards/case-details.ts';
import { caseCardView } from '../../../../src/features/cases/cards/case-view.ts';
import { drawTimePoll } from '../../../../src/features/cases/cards/time-poll-card.ts';
import { itemWhere, whereText } from '../../../../src/features/cases/cards/where-text.ts';
import type { Case, DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { datedItems } from '../../../../src/features/cases/domain/dated-items.ts';
import { casesFi as t } from '../../../../src/features/cases/texts.fi.ts';
import { AINO, BO, buildCase, buildEvent, day, itemId, TODAY } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { buildTimePoll } from '../build-time-poll.ts';
import { says } from '../case-world.ts';
import { PEOPLE } from '../fill-form.ts';

const LINK = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting';
const scene = { people: PEOPLE, today: TODAY, t };
const withEvent = (event: Partial<DiscussionEvent>, over: Partial<Case> = {}): Case =>
  buildCase({ stage: 'authorityContact', events: [buildEvent(event)], ...over });

describe('S1-18, S1-29: how and where people meet', () => {
  it.each([
    ['on site', { format: 'onSite' }, 'Paikan päällä: Tampereen kirjasto'],
    ['remote', { format: 'remote', place: '', link: LINK }, `Etänä: ${LINK}`],
    ['both', { format: 'both', link: LINK }, `Paikan päällä ja etänä: Tampereen kirjasto, ${LINK}`],
    ['remote, the link to come', { format: 'remote', place: '' }, 'Etänä: linkki tulee myöhemmin'],
    [
      'both, the link to come',
      { format: 'both' },
      'Paikan päällä ja etänä: Tampereen kirjasto, linkki tulee myöhemmin',
    ],
    ['a proposal that knows only the format', { format: 'remote', place: '', status: 'proposed' }, 'Etänä'],
  ] as const)('%s, in one line on the case card, the details and the agenda', (_what, event, line) => {
    const c = withEvent(event);
    expect(whereText(buildEvent(event), t)).toBe(line);
    expect([says(drawDetails(c, scene, null), line), says(drawAgenda(c, scene), line)]).toEqual([true, true]);
    const shown = caseCardView(c, scene).facts.filter(({ label }) => label === t.facts.event);
    expect(shown).toEqual([{ label: t.facts.event, value: c.events[0]?.status === 'agreed' ? line : '' }]);
  });

  it.each([
    ['onSite', 'Tampereen kirjasto', '', 'Tampereen kirjasto'],
    ['remote', '', LINK, LINK],
    ['remote', 'Teams', LINK, LINK],
    ['both', 'Tampereen kirjasto', LINK, `Tampereen kirjasto, ${LINK}`],
    ['both', 'Tampereen kirjasto', '', 'Tampereen kirjasto'],
  ] as const)('%s, in its reminders: what leads people there (%s, %s)', (format, place, link, where) => {
    const c = withEvent({ format, place, link });
    expect(datedItems(c)).toMatchObject([{ kind: 'event', where }]);
    expect(datedItems(c).map((item) => itemWhere(c, item, t))).toEqual([
      whereText(buildEvent({ format, place, link }), t),
    ]);
  });

  it('is no fact of the case card once the day has passed or the case is closed', () => {
    const facts = (c: Case, today = TODAY) =>
      caseCardView(c, { ...scene, today }).facts.find(({ label }) => label === t.facts.event)?.value;
    expect(facts(withEvent({ status: 'held' }))).toBe('');
    expect(facts(withEvent({ status: 'cancelled' }))).toBe('');
    expect(facts(withEvent({}), day('2026-12-16'))).toBe('');
  });
});

describe('S0-24: who is invited', () => {
  it('with who proposed, whether both sides agree, and how far the invitation is', () => {
    const invitees = [
      buildInvitee(10, 'officeHolder', { organisation: 'Vammaispalvelut', proposedBy: 'authority' }),
      buildInvitee(11, 'countyCouncillor', {
        organisation: 'Aluevaltuusto',
        proposedBy: 'owner',
        agreedByOwner: true,
        agreedByAuthority: true,
        invited: true,
        answer: 'coming',
      }),
    ];
    const card = drawDetails(withEvent({ invitees }), scene, null);
    expect(
      says(
        card,
        'Viranhaltija: Vammaispalvelut · Ehdottaja: Kunta tai hyvinvointialue · Kutsusta ei ole vielä sovittu yhdessä · Kutsu ei ole vielä lähtenyt',
      ),
    ).toBe(true);
    expect(says(card, 'Aluevaltuusto · Ehdottaja: Toimija · Molemmat samaa mieltä · Tulee')).toBe(true);
  });
});

describe('S0-25: who arranges what', () => {
  it('is told of each task: the actor or the authority', () => {
    const arrangements = [
      { id: itemId(30), what: 'Varaa tila', assignee: 'owner', done: null },
      { id: itemId(31), what: 'Hoida tarjoilu', assignee: 'authority', done: { on: TODAY, by: AINO } },
    ] as const;
    const card = drawDetails(withEvent({ arrangements }), scene, null);
    expect(says(card, 'Varaa tila · Toimija')).toBe(true);
    expect(says(card, 'Hoida tarjoilu · Kunta tai hyvinvointialue · Tehty')).toBe(true);
  });
});

describe('S0-23: while times are asked', () => {
  const answers = [{ person: BO, fits: ['fits', 'ifNeeded', 'doesNotFit'] }] as const;
  const asking = (over: Partial<Case> = {}) =>
    withEvent({ status: 'proposed', date: null, time: null, times: buildTimePoll({ answers }) }, over);
  const contacted: Partial<Case> = {
    contacts: [{ id: itemId(3), on: TODAY, channel: 'phone', receiver: 'x', outcome: 'agreed', note: '', by: AINO }],
  };

  it('the case card says how many have answered, and leads to choosing and answering', () => {
    const { nextStep, buttons } = caseCardView(asking(contacted), scene);
    expect(nextStep?.text).toBe('Valitse aika, kun olet saanut vastaukset. Nyt niitä on 1/4.');
    expect(buttons.map(({ label }) => label)).toEqual([
      'Valitse aika',
      'Vastaa aikoihin',
      'Pyydä tukea',
      'Näytä tapaus',
      'Lisää toimintoja',
    ]);
  });

  it('before that, the card offers to ask for times beside agreeing one', () => {
    const { buttons } = caseCardView(buildCase({ stage: 'authorityContact', ...contacted }), scene);
    expect(buttons.slice(0, 2).map(({ label }) => label)).toEqual(['Sovi keskustelutilaisuus', 'Kysy sopivaa aikaa']);
  });

  it('the question names nobody’s own answer, the details no more either', () => {
    const question = drawTimePoll(asking(), itemId(200), scene);
    expect(says(question, 'Bo Berg')).toBe(true);
    expect(says(question, 'sopii 1, jos muu ei käy 0, ei sovi 0')).toBe(true);
    expect(says(drawDetails(asking(), scene, null), 'tiistaina 8.12.2026 klo 14.00: sopii 1')).toBe(true);
  });
});
