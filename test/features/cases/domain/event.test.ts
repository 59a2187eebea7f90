import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { openItems } from '../../../../src/features/cases/domain/dated-items.ts';
import {
  agreeEvent,
  attendanceAsked,
  cancelEvent,
  cancelledBefore,
  eventInPreparation,
  type EventRequest,
} from '../../../../src/features/cases/domain/event.ts';
import { isHttpsLink } from '../../../../src/kernel/https-links.ts';
import { mayAdvance } from '../../../../src/features/cases/domain/process.ts';
import { EVENT_FORMATS } from '../../../../src/features/cases/domain/vocabulary.ts';
import { AINO, BO, NOW, TODAY, buildCase, buildContext, buildEvent, clock, day, itemId } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { eventOf, valueOf } from '../value-of.ts';

const AGREED: EventRequest = {
  status: 'agreed',
  date: day('2026-12-15'),
  time: clock('14:00'),
  format: 'onSite',
  place: 'Tampereen kirjasto',
  link: '',
  federation: 'no',
};
const LINK = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting';
const WISH: EventRequest = { ...AGREED, status: 'proposed', date: null, time: null, place: '' };

const withEvent = (overrides: Partial<DiscussionEvent> = {}) =>
  buildCase({ stage: 'authorityContact', events: [buildEvent(overrides)] });

const agree = (c: ReturnType<typeof buildCase>, request: EventRequest, id: ReturnType<typeof itemId> | null = null) =>
  agreeEvent(c, id, request, buildContext());

describe('S0-23: agreeing an event', () => {
  it('makes an event with nobody invited, of which the lead is reminded', () => {
    const c = valueOf(agree(buildCase({ lead: BO }), AGREED));
    expect(c.events).toMatchObject([{ id: itemId(900), ...AGREED, person: BO, type: null, invitees: [] }]);
    expect(openItems(c)).toMatchObject([{ kind: 'event', date: '2026-12-15', where: 'Tampereen kirjasto' }]);
  });

  it('starts as a proposal that may lack everything, and is agreed later', () => {
    const proposed = valueOf(agree(buildCase(), WISH));
    expect(proposed.events).toMatchObject([{ status: 'proposed', date: null }]);
    const agreed = valueOf(agree(proposed, AGREED));
    expect(agreed.events).toMatchObject([{ id: itemId(900), ...AGREED }]);
  });

  it('lets the case go on to the discussion only once it is agreed', () => {
    const contacts = [
      { id: itemId(3), on: TODAY, channel: 'phone', receiver: 'x', outcome: 'agreed', note: '', by: AINO },
    ] as const;
    const c = buildCase({ stage: 'authorityContact', contacts });
    expect(mayAdvance(valueOf(agree(c, { ...AGREED, status: 'proposed' })))).toMatchObject({
      refusal: { args: { step: 'agreeEvent' } },
    });
    expect(mayAdvance(valueOf(agree(c, AGREED)))).toMatchObject({ ok: true });
  });

  it.each([
    ['agreed without a date', { ...AGREED, date: null, time: null }, 'date-missing', 'date'],
    ['S1-29: on site without a place', { ...AGREED, place: '', link: LINK }, 'event-needs-place', 'place'],
    ['S1-29: remote without a link', { ...AGREED, format: 'remote' }, 'event-needs-link', 'link'],
    [
      'S1-29: in both ways without a place',
      { ...AGREED, format: 'both', place: '', link: LINK },
      'event-needs-place',
      'place',
    ],
    ['S1-29: in both ways without a link', { ...AGREED, format: 'both' }, 'event-needs-link', 'link'],
    ['a time without a date', { ...WISH, time: clock('14:00') }, 'date-missing', 'date'],
    ['a proposal for a day that has passed', { ...WISH, date: day('2026-11-23') }, 'date-in-past', 'date'],
    ['a day years away', { ...AGREED, date: day('2036-12-15') }, 'date-too-far', 'date'],
    ['a link that is not https', { ...AGREED, link: 'http://teams.example' }, 'link-not-https', 'link'],
  ] as const)('refuses %s and names the field', (_what, request, code, field) => {
    expect(agree(buildCase(), request)).toEqual({ ok: false, refusal: { code, field } });
  });

  it('S1-29: needs no place when there is a link', () => {
    const remote = { ...AGREED, format: 'remote', place: '', link: 'https://teams.example/meet/1' } as const;
    expect(eventOf(agree(buildCase(), remote))).toMatchObject(remote);
  });

  it.each(['remote', 'both'] as const)(
    'S1-29: %s, can say that the link follows later, and keeps no more of it',
    (format) => {
      const event = eventOf(agree(buildCase(), { ...AGREED, format, linkLater: true }));
      expect(event).toMatchObject({ format, link: '', status: 'agreed' });
      expect(event).not.toHaveProperty('linkLater');
    },
  );

  it('S1-18, S1-29: as a proposal needs neither place nor link in any format', () => {
    for (const format of EVENT_FORMATS) {
      expect(agree(buildCase(), { ...WISH, format })).toMatchObject({ ok: true });
    }
  });

  it('can be entered late, so that what was held can be recorded, but not before the case was opened', () => {
    const later = buildContext({ now: NOW, today: day('2026-12-20') });
    const c = buildCase();
    expect(agreeEvent(c, null, AGREED, later)).toMatchObject({ ok: true });
    expect(agreeEvent(c, null, { ...AGREED, date: day('2025-12-15') }, later)).toMatchObject({
      refusal: { code: 'date-in-past' },
    });
  });

  it('can be mended after its day has passed', () => {
    const c = withEvent({ date: day('2026-11-20') });
    const request = { ...AGREED, date: day('2026-11-20'), place: 'Kaupungintalo' };
    expect(eventOf(agree(c, request))).toMatchObject({ place: 'Kaupungintalo' });
  });

  it('S0-26: makes a new event after one that was held, and leaves the held one alone', () => {
    const c = withEvent({ status: 'held' });
    expect(valueOf(agree(c, AGREED)).events).toMatchObject([{ id: itemId(1), status: 'held' }, { id: itemId(900) }]);
    expect(agree(c, AGREED, itemId(1))).toMatchObject({ refusal: { code: 'already-done' } });
  });

  it('is refused for an event that is gone or cancelled, and when there are too many', () => {
    expect(agree(withEvent(), AGREED, itemId(77))).toMatchObject({ refusal: { code: 'item-gone' } });
    expect(agree(withEvent({ status: 'cancelled' }), AGREED, itemId(1))).toMatchObject({
      refusal: { code: 'item-gone' },
    });
    const events = Array.from({ length: LIST_CAPS.events }, (_, index) =>
      buildEvent({ id: itemId(index), status: 'held' }),
    );
    expect(agree(buildCase({ events }), AGREED)).toMatchObject({ refusal: { code: 'list-full' } });
  });

  it('keeps who is invited and what is arranged when it is moved', () => {
    const c = withEvent({ invitees: [buildInvitee(10, 'officeHolder')] });
    expect(eventOf(agree(c, { ...AGREED, date: day('2026-12-16') })).invitees).toHaveLength(1);
  });
});

describe('cancelling an event', () => {
  it('ends its reminders and keeps what was recorded', () => {
    const c = valueOf(cancelEvent(withEvent({ invitees: [buildInvitee(10, 'officeHolder')] })));
    expect(c.events).toMatchObject([{ status: 'cancelled', invitees: [{ role: 'officeHolder' }] }]);
    expect(openItems(c)).toEqual([]);
    expect(eventInPreparation(c)).toBeNull();
  });

  it('is refused when there is none or it was held', () => {
    expect(cancelEvent(buildCase())).toEqual({ ok: false, refusal: { code: 'no-event' } });
    expect(cancelEvent(withEvent({ status: 'held' }))).toEqual({ ok: false, refusal: { code: 'no-event' } });
  });

  it('W-08: hands the invitees, not yet asked, and the arrangements to the next event', () => {
    const invitees = [buildInvitee(10, 'officeHolder', { invited: true, answer: 'coming', agreedByAuthority: true })];
    const arrangements = [
      { id: itemId(30), what: 'Varaa tila', assignee: 'owner', done: { on: TODAY, by: AINO } },
    ] as const;
    const c = withEvent({ status: 'cancelled', invitees, arrangements });
    expect(cancelledBefore(c)?.id).toBe(itemId(1));
    const event = eventOf(agree(c, AGREED));
    expect(event.invitees).toMatchObject([
      { id: itemId(901), role: 'officeHolder', agreedByAuthority: true, invited: false, answer: 'none' },
    ]);
    expect(event.arrangements).toEqual([{ id: itemId(902), what: 'Varaa tila', assignee: 'owner', done: null }]);
  });

  it('hands nothing on once another event has followed', () => {
    const events = [buildEvent({ status: 'cancelled' }), buildEvent({ id: itemId(2), status: 'held' })];
    expect(cancelledBefore(buildCase({ events }))).toBeNull();
  });
});

describe('S0-30: how Tukiliitto takes part', () => {
  it('follows the support that was asked for', () => {
    const asked = (mode: 'onSite' | 'teams' | 'information') =>
      attendanceAsked({ mode, question: '', answer: '', timeOptions: [], choice: null });
    expect([asked('onSite'), asked('teams'), asked('information'), attendanceAsked(null)]).toEqual([
      'onSite',
      'teams',
      'no',
      'no',
    ]);
  });
});

describe('a link', () => {
  it.each(['https://teams.microsoft.com/l/meetup-join/19%3ameeting', 'HTTPS://teams.example'])('may be %s', (link) => {
    expect(isHttpsLink(link)).toBe(true);
  });

  it.each(['', 'teams.microsoft.com/l', 'http://teams.example', 'javascript:alert(1)', 'https://a b', 'https://'])(
    'may not be "%s"',
    (link) => {
      expect(isHttpsLink(link)).toBe(false);
    },
  );
});
