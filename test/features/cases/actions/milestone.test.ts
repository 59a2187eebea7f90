import { milestoneAction } from '../../../../src/features/cases/actions/milestone.ts';
import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { BO, buildCase, buildEvent, itemId, SANNA } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const contextOf = (type: DiscussionEvent['type']) =>
  buildFormContext({ c: buildCase({ events: [buildEvent({ type })] }) });
const typed = { kind: 'board', what: 'Hallitus käsittelee', date: '2026-12-14' };

describe('the form of a date', () => {
  it('S0-46: of type 1 asks what, when and whether to remind', () => {
    const content = milestoneAction.content(contextOf('officials'));
    expect(content.title).toBe('Kirjaa aikataulu, joka vaikuttaa asiaan');
    expect(Object.keys(content.fields)).toEqual(['what', 'date', 'remind']);
  });

  it('S0-52: of type 2 asks which step of the decision or tender it is', () => {
    const content = milestoneAction.content(contextOf('political'));
    expect(content.title).toBe('Kirjaa aikataulu: päätöksenteko ja kilpailutus');
    expect(content.fields['kind']?.choices.map(({ title }) => title)).toContain('Lautakunta tai jaosto');
  });

  it('tells who is reminded', () => {
    const c = { ...contextOf(null).c, lead: BO };
    expect(milestoneAction.content(buildFormContext({ c, by: SANNA })).fields['remind']?.hint).toBe(
      'Muistutuksen saa Bo Berg.',
    );
  });

  it('adds one date at a time', () => {
    expect(milestoneAction.content(contextOf(null)).isList).toBe(true);
  });

  it('shows what was saved when it is opened again', () => {
    const saved = save(milestoneAction, contextOf('political'), { ...typed, remind: 'false' });
    expect(saved.item).toBe(itemId(900));
    expect(initialOf(milestoneAction, buildFormContext({ c: saved.c, item: saved.item }))).toEqual({
      ...typed,
      remind: 'false',
    });
  });

  it('lets the step say what happens, without showing it as typed', () => {
    const saved = save(milestoneAction, contextOf('political'), { ...typed, what: '' });
    expect(saved.c.events[0]?.milestones[0]?.what).toBe('Hallitus');
    expect(initialOf(milestoneAction, buildFormContext({ c: saved.c, item: saved.item }))['what']).toBe('');
  });

  it('names the field of a day that has passed', () => {
    expect(fillIn(milestoneAction, contextOf('political'), { ...typed, date: '2026-11-20' }).decided).toMatchObject({
      refusal: { code: 'date-in-past', field: 'date' },
    });
  });

  it('asks what happens on an affecting date of type 1', () => {
    expect(fillIn(milestoneAction, contextOf('officials'), { date: '2026-12-14' }).problems).toEqual(['what']);
  });
});

// The case's target date is 24.12.2026.
describe('saving a date', () => {
  it('S0-52: after the target date proposes a new target date', () => {
    const saved = save(milestoneAction, contextOf('political'), { ...typed, date: '2027-02-15' });
    expect(saved.next).toEqual({ name: 'acceptTargetDate', item: null });
    expect(saved.notices).toEqual([
      { tone: 'warning', text: 'Päivä on tavoitepäivän 24.12.2026 jälkeen. Voit valita uuden tavoitepäivän.' },
    ]);
  });

  it('S0-52: before the target date proposes nothing', () => {
    expect(save(milestoneAction, contextOf('political'), typed)).toMatchObject({ next: null, notices: [] });
  });

  it('S0-46: that only affects the matter does not move the target date', () => {
    const { what } = typed;
    expect(save(milestoneAction, contextOf('officials'), { what, date: '2027-02-15' }).next).toBeNull();
  });

  it('T-09: says when the day is too near for a reminder', () => {
    const near = { ...typed, date: '2026-11-24' };
    expect(save(milestoneAction, contextOf('political'), near).notices).toMatchObject([{ tone: 'info' }]);
    expect(save(milestoneAction, contextOf('political'), { ...near, remind: 'false' }).notices).toEqual([]);
  });
});
