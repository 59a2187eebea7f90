import { actionItemAction } from '../../../../src/features/cases/actions/action-item.ts';
import { AINO, BO, buildCase, itemId, SANNA } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const c = buildCase({ participants: [AINO, BO] });
const context = buildFormContext({ c });
const typed = { what: 'Pyydä tilasto', who: 'palvelupäällikkö', date: '2026-12-14' };

describe('the form of an action', () => {
  it('S0-35: asks what, who and by when', () => {
    expect(Object.keys(actionItemAction.content(context).fields)).toEqual(['what', 'person', 'who', 'date']);
  });

  it('offers the people of the case, first oneself', () => {
    const { person } = actionItemAction.content(buildFormContext({ c, by: BO })).fields;
    expect(person?.choices.map(({ title }) => title)).toEqual(['Aino Aalto', 'Bo Berg']);
    expect(person?.initial).toBe(BO);
  });

  it('proposes the lead when the one who fills it in is not in the case', () => {
    expect(initialOf(actionItemAction, buildFormContext({ c, by: SANNA }))['person']).toBe(AINO);
  });

  it('reminds the chosen person, also when somebody else does it', () => {
    const saved = save(actionItemAction, context, { ...typed, person: BO });
    expect(saved.c.actions).toMatchObject([{ id: itemId(900), person: BO, who: 'palvelupäällikkö' }]);
    expect(saved.said).toBe('Toimenpide on kirjattu. Se on valmis viimeistään maanantaina 14.12.2026.');
  });

  it('shows what was saved when it is opened again', () => {
    const saved = save(actionItemAction, context, { ...typed, person: BO });
    expect(initialOf(actionItemAction, buildFormContext({ c: saved.c, item: saved.item }))).toEqual({
      ...typed,
      person: BO,
    });
  });

  it('keeps the person who saw to it and has left the case, until another is chosen', () => {
    const saved = save(actionItemAction, context, { ...typed, person: BO });
    const left = buildFormContext({ c: { ...saved.c, participants: [AINO] }, item: saved.item });
    expect(save(actionItemAction, left, { who: 'sihteeri' }).c.actions).toMatchObject([
      { person: BO, who: 'sihteeri' },
    ]);
    expect(save(actionItemAction, left, { person: AINO }).c.actions).toMatchObject([{ person: AINO }]);
  });

  it('takes nobody from outside the case', () => {
    expect(fillIn(actionItemAction, context, { ...typed, person: SANNA }).problems).toEqual(['person']);
  });

  it('names the field of a day that has passed', () => {
    expect(fillIn(actionItemAction, context, { ...typed, date: '2026-11-20' }).decided).toMatchObject({
      refusal: { code: 'date-in-past', field: 'date' },
    });
  });

  it('T-09: says when the day is too near for a reminder, once', () => {
    const saved = save(actionItemAction, context, { ...typed, date: '2026-11-24' });
    expect(saved.notices).toMatchObject([{ tone: 'info' }]);
    expect(save(actionItemAction, buildFormContext({ c: saved.c, item: saved.item }), {}).notices).toEqual([]);
  });
});
