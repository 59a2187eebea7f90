import { resultAction } from '../../../../src/features/cases/actions/result.ts';
import type { SolutionOption } from '../../../../src/features/cases/domain/case.ts';
import { buildCase, buildEvent, itemId } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const option = (index: number, description: string): SolutionOption => ({
  id: itemId(index),
  proposedBy: 'owner',
  description,
  realistic: null,
  whatCanBeDone: '',
  schedule: '',
});
const options = [option(5, 'Varaus puhelimella'), option(6, `Uusi sopimus ${'pitkine ehtoineen '.repeat(10)}`)];
const context = buildFormContext({ c: buildCase({ events: [buildEvent({ options })] }) });
const bare = buildFormContext({ c: buildCase({ events: [buildEvent()] }) });

describe('S0-34: the form of the result', () => {
  it('offers the options that were listed, long ones cut to a line', () => {
    const titles = resultAction.content(context).fields['chosen']?.choices.map(({ title }) => title) ?? [];
    expect(titles[0]).toBe('Varaus puhelimella');
    expect(titles[1]).toMatch(/^Uusi sopimus .{1,90}…$/);
  });

  it('asks only for the shared view while no options are listed, and says so', () => {
    const content = resultAction.content(bare);
    expect(Object.keys(content.fields)).toEqual(['sharedView']);
    expect(content.notices).toMatchObject([{ tone: 'info' }]);
    expect(save(resultAction, bare, { sharedView: 'Kyyti tulee ajallaan' }).c.events[0]).toMatchObject({
      sharedView: 'Kyyti tulee ajallaan',
      chosenOptions: [],
    });
  });

  it('shows what was recorded when it is opened again', () => {
    const typed = { sharedView: 'Kyyti tulee ajallaan', chosen: itemId(5) };
    const saved = save(resultAction, context, typed);
    expect(initialOf(resultAction, buildFormContext({ c: saved.c, item: saved.item }))).toEqual(typed);
  });

  it('names the shared view when it is empty', () => {
    expect(fillIn(resultAction, context, {}).problems).toEqual(['sharedView']);
  });

  it('takes no option that is not listed', () => {
    const typed = { sharedView: 'Kyyti tulee ajallaan', chosen: itemId(7) };
    expect(fillIn(resultAction, context, typed).problems).toEqual(['chosen']);
  });
});
