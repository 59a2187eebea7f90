import { saveAction } from '../../../../src/features/cases/domain/action-item.ts';
import type { ActionItem } from '../../../../src/features/cases/domain/case.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { AINO, BO, buildCase, buildContext, day, itemId } from '../build-case.ts';

const action = (overrides: Partial<ActionItem> = {}): ActionItem => ({
  id: itemId(5),
  what: 'Pyydä tilasto',
  who: '',
  person: AINO,
  date: day('2026-12-10'),
  done: null,
  ...overrides,
});
const REQUEST = { what: 'Selvitä sopimus', who: 'palvelupäällikkö', person: BO, date: day('2026-12-14') };

describe('S0-35: an action', () => {
  it('says what, who and by when', () => {
    expect(saveAction(buildCase(), null, REQUEST, buildContext())).toMatchObject({
      value: { actions: [{ ...REQUEST, done: null }] },
    });
  });

  it('is reminded of', () => {
    const decision = saveAction(buildCase(), null, REQUEST, buildContext());
    expect(decision.ok && plannedReminders(decision.value).map(({ item, leadDays }) => [item, leadDays])).toEqual([
      [itemId(900), 7],
      [itemId(900), 1],
    ]);
  });

  it('may not be promised for a day that has passed', () => {
    expect(saveAction(buildCase(), null, { ...REQUEST, date: day('2026-11-23') }, buildContext())).toEqual({
      ok: false,
      refusal: { code: 'date-in-past', field: 'date' },
    });
  });

  it('keeps its day and that it is done when its words are mended', () => {
    const past = action({ date: day('2026-11-10'), done: { on: day('2026-11-11'), by: BO } });
    const request = { ...REQUEST, date: past.date };
    expect(saveAction(buildCase({ actions: [past] }), past.id, request, buildContext())).toMatchObject({
      value: { actions: [{ ...past, ...request }] },
    });
  });

  it('is refused when somebody has removed it', () => {
    expect(saveAction(buildCase(), itemId(5), REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'item-gone' },
    });
  });

  it('is refused when the list is full', () => {
    const actions = Array.from({ length: LIST_CAPS.actions }, (_each, index) => action({ id: itemId(100 + index) }));
    expect(saveAction(buildCase({ actions }), null, REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });
});
