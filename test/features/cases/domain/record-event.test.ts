import { moment } from '../../../kernel/literals.ts';
import type { Case, DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import {
  knownAttendees,
  possibleAttendees,
  recordEvent,
  setEventType,
  type EventRecord,
} from '../../../../src/features/cases/domain/record-event.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { buildCase, buildContext, buildEvent, day, itemId, TODAY } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';

const association = buildInvitee(10, 'association', { answer: 'coming' });
const official = buildInvitee(11, 'officeHolder');

const withEvent = (overrides: Partial<DiscussionEvent> = {}): Case =>
  buildCase({
    stage: 'discussion',
    events: [buildEvent({ date: TODAY, invitees: [association, official], ...overrides })],
  });

function record(c: Case, overrides: Partial<EventRecord> = {}, id: ReturnType<typeof itemId> | null = null) {
  return recordEvent(c, id, { on: TODAY, attended: [], extra: null, openDiscussion: '', ...overrides }, buildContext());
}

function recorded(c: Case, overrides: Partial<EventRecord> = {}): DiscussionEvent | undefined {
  const decision = record(c, overrides);
  return decision.ok ? decision.value.events.at(-1) : undefined;
}

describe('S0-37, S0-50: who can resolve the matter', () => {
  it.each(['officials', 'political'] as const)('makes the current event one of type %s', (type) => {
    const decision = setEventType(withEvent(), null, type);
    expect(decision).toMatchObject({ ok: true, value: { events: [{ type }] } });
  });

  it('can be asked only of an event', () => {
    expect(setEventType(buildCase(), null, 'officials')).toEqual({ ok: false, refusal: { code: 'no-event' } });
  });

  it('is refused for an event that has gone', () => {
    expect(setEventType(withEvent(), itemId(77), 'officials')).toMatchObject({ refusal: { code: 'item-gone' } });
  });

  it('is not set for a cancelled event', () => {
    const c = withEvent({ status: 'cancelled' });
    expect(setEventType(c, itemId(1), 'officials')).toMatchObject({ refusal: { code: 'item-gone' } });
    expect(setEventType(c, null, 'officials')).toMatchObject({ refusal: { code: 'no-event' } });
  });
});

describe('S0-26, S0-54: recording an event', () => {
  it('marks it held on the day that it was', () => {
    expect(recorded(withEvent(), { on: day('2026-11-20') })).toMatchObject({ status: 'held', date: '2026-11-20' });
  });

  it('keeps who attended and who did not', () => {
    expect(recorded(withEvent(), { attended: [official.id] })?.invitees.map(({ attended }) => attended)).toEqual([
      false,
      true,
    ]);
  });

  it('keeps the notes of the open discussion (S0-31)', () => {
    expect(recorded(withEvent(), { openDiscussion: 'Kyydit' })?.openDiscussion).toBe('Kyydit');
  });

  it('adds one who came without being on the list', () => {
    const extra = { role: 'countyCouncillor', organisation: 'Aluevaltuusto' } as const;
    expect(recorded(withEvent(), { extra })?.invitees.at(-1)).toMatchObject({
      ...extra,
      attended: true,
      invited: false,
    });
  });

  it('is refused before its day has come', () => {
    expect(record(withEvent(), { on: day('2026-11-25') })).toEqual({
      ok: false,
      refusal: { code: 'event-not-today-yet', field: 'on' },
    });
  });

  it('counts the day in Helsinki', () => {
    const justPastMidnight = buildContext({ now: moment('2026-11-24T22:01:00.000Z') });
    const request = { on: day('2026-11-25'), attended: [], extra: null, openDiscussion: '' };
    expect(recordEvent(withEvent(), null, request, justPastMidnight)).toMatchObject({ ok: true });
  });

  it('is refused without an event', () => {
    expect(record(buildCase())).toMatchObject({ refusal: { code: 'no-event' } });
  });

  it('can be done again to mend it', () => {
    const first = record(withEvent(), { attended: [official.id] });
    const again = first.ok ? recorded(first.value, { attended: [association.id] }) : undefined;
    expect(again?.invitees.filter(({ attended }) => attended).map(({ id }) => id)).toEqual([association.id]);
  });

  it('reaches an earlier event by its id and leaves the others alone', () => {
    const later = buildEvent({ id: itemId(2) });
    const c = buildCase({ events: [buildEvent(), later] });
    const decision = record(c, {}, itemId(1));
    expect(decision).toMatchObject({ ok: true, value: { events: [{ status: 'held' }, { status: 'agreed' }] } });
  });

  it('is refused when the list of invitees is full and somebody new came', () => {
    const invitees = Array.from({ length: LIST_CAPS.invitees }, (_each, index) => buildInvitee(100 + index, 'other'));
    expect(record(withEvent({ invitees }), { extra: { role: 'other', organisation: '' } })).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });
});

describe('S0-17: participants planned in stage 1', () => {
  const planned = [
    { id: itemId(20), role: 'officeHolder', organisation: '' },
    { id: itemId(21), role: 'serviceProvider', organisation: 'Taksi' },
  ] as const;
  const c = { ...withEvent(), plannedParticipants: planned };

  it('are asked about unless they are among the invitees', () => {
    const [event] = c.events;
    const ids = event === undefined ? [] : possibleAttendees(c, event).map(({ id }) => id);
    expect(ids).toEqual([association.id, official.id, itemId(21)]);
  });

  it('join the list when they attended', () => {
    const invitees = recorded(c, { attended: [itemId(21)] })?.invitees;
    expect(invitees?.at(-1)).toMatchObject({ role: 'serviceProvider', organisation: 'Taksi', attended: true });
    expect(invitees).toHaveLength(3);
  });

  it('stay off the list when they did not', () => {
    expect(recorded(c)?.invitees).toHaveLength(2);
  });
});

describe('who is known to attend', () => {
  it('is whoever has said so, until the event is held', () => {
    expect(knownAttendees(buildEvent({ invitees: [association, official] }))).toEqual([association.id]);
  });

  it('is whoever was recorded, once it is', () => {
    const invitees = [association, { ...official, attended: true }];
    expect(knownAttendees(buildEvent({ status: 'held', invitees }))).toEqual([official.id]);
  });
});
