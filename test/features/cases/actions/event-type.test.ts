import { eventTypeAction } from '../../../../src/features/cases/actions/event-type.ts';
import type { TargetBody } from '../../../../src/features/cases/domain/case.ts';
import { buildCase, buildEvent, itemId, PIRKANMAA } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const invitees = [buildInvitee(10, 'association'), buildInvitee(11, 'officeHolder')];
const c = buildCase({ events: [buildEvent({ invitees })] });

const warningsOf = (type: string, targetBody: TargetBody = PIRKANMAA): readonly string[] => {
  const context = buildFormContext({ c: { ...c, basics: { ...c.basics, targetBody } } });
  return save(eventTypeAction, context, { type }).notices.map(({ text }) => text);
};

describe('the form of the event type', () => {
  it('S0-36, S0-37, S0-49, S0-50: asks who can resolve the matter, with one choice for each type', () => {
    const { type } = eventTypeAction.content(buildFormContext({ c })).fields;
    expect(type?.label).toBe('Kuka voi ratkaista asian?');
    expect(type?.choices.map(({ value }) => value)).toEqual(['officials', 'political']);
  });

  it('has nothing chosen at first, and what was chosen afterwards', () => {
    const later = buildFormContext({ c: buildCase({ events: [buildEvent({ type: 'political' })] }) });
    expect(initialOf(eventTypeAction, buildFormContext({ c }))).toEqual({ type: '' });
    expect(initialOf(eventTypeAction, later)).toEqual({ type: 'political' });
  });

  it('names the field that is empty', () => {
    expect(fillIn(eventTypeAction, buildFormContext({ c }), {}).problems).toEqual(['type']);
  });

  it('opens again for the event that it was about', () => {
    expect(save(eventTypeAction, buildFormContext({ c }), { type: 'officials' }).item).toBe(itemId(1));
  });

  it('is refused without an event', () => {
    expect(fillIn(eventTypeAction, buildFormContext(), { type: 'officials' }).decided).toMatchObject({
      refusal: { code: 'no-event' },
    });
  });
});

describe('choosing the type warns at once', () => {
  it('S0-38: says nothing when both sides are there', () => {
    expect(warningsOf('officials')).toEqual([]);
  });

  it('S0-51: of a county misses an aluevaltuutettu', () => {
    expect(warningsOf('political')).toEqual([expect.stringContaining('aluevaltuutettua tai muuta luottamushenkilöä')]);
  });

  it('S0-51: of a municipality misses a kuntapäättäjä', () => {
    expect(warningsOf('political', { ...PIRKANMAA, kind: 'municipality' })).toEqual([
      expect.stringContaining('kuntapäättäjää'),
    ]);
  });

  it('S0-51: of a joint authority misses a luottamushenkilö', () => {
    const targetBody = { ...PIRKANMAA, kind: 'jointAuthority', jointAuthorityName: 'HUS-yhtymä' } as const;
    expect(warningsOf('political', targetBody)).toEqual([expect.stringContaining('ei ole luottamushenkilöä')]);
  });
});
