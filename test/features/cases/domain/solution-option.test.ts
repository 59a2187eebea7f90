import type { SolutionOption } from '../../../../src/features/cases/domain/case.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { findOption, recordResult, saveOption } from '../../../../src/features/cases/domain/solution-option.ts';
import { buildCase, buildContext, buildEvent, itemId } from '../build-case.ts';

const option = (index: number): SolutionOption => ({
  id: itemId(index),
  proposedBy: 'owner',
  description: `Vaihtoehto ${index}`,
  realistic: null,
  whatCanBeDone: '',
  schedule: '',
});

const REQUEST = {
  proposedBy: 'authority',
  description: 'Kyydin voi varata puhelimella',
  realistic: true,
  whatCanBeDone: 'Sopimusta voi muuttaa',
  schedule: 'Keväällä 2027',
} as const;

describe('S0-33, S0-48: a solution option', () => {
  it.each(['owner', 'authority', 'together'] as const)('can be proposed by %s', (proposedBy) => {
    const decision = saveOption(
      buildCase({ events: [buildEvent()] }),
      null,
      { ...REQUEST, proposedBy },
      buildContext(),
    );
    expect(decision).toMatchObject({ value: { events: [{ options: [{ ...REQUEST, proposedBy }] }] } });
  });

  it('goes last in the list of the current event', () => {
    const c = buildCase({
      events: [buildEvent({ options: [option(5)] }), buildEvent({ id: itemId(2), options: [option(6)] })],
    });
    const decision = saveOption(c, null, REQUEST, buildContext());
    expect(decision.ok && decision.value.events.map(({ options }) => options.map(({ id }) => id))).toEqual([
      [itemId(5)],
      [itemId(6), itemId(900)],
    ]);
  });

  it('is mended in the event that holds it', () => {
    const c = buildCase({ events: [buildEvent({ options: [option(5)] }), buildEvent({ id: itemId(2) })] });
    const decision = saveOption(c, itemId(5), REQUEST, buildContext());
    expect(decision).toMatchObject({
      value: { events: [{ options: [{ id: itemId(5), ...REQUEST }] }, { options: [] }] },
    });
    expect(findOption(c, itemId(5))).toMatchObject({ event: { id: itemId(1) }, option: { id: itemId(5) } });
  });

  it('is refused when somebody has removed it', () => {
    expect(saveOption(buildCase({ events: [buildEvent()] }), itemId(5), REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'item-gone' },
    });
  });

  it('is refused when the list is full', () => {
    const options = Array.from({ length: LIST_CAPS.options }, (_each, index) => option(100 + index));
    expect(saveOption(buildCase({ events: [buildEvent({ options })] }), null, REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });

  it('needs an event', () => {
    expect(saveOption(buildCase(), null, REQUEST, buildContext())).toMatchObject({ refusal: { code: 'no-event' } });
  });
});

describe('S0-34: the result', () => {
  const c = buildCase({ events: [buildEvent({ options: [option(5), option(6)] })] });

  it('is the shared view and the chosen options', () => {
    const request = { sharedView: 'Kyyti tulee ajallaan', chosenOptions: [itemId(6)] };
    expect(recordResult(c, null, request)).toMatchObject({ value: { events: [request] } });
  });

  it('leaves out an option that somebody has removed', () => {
    const request = { sharedView: 'Kyyti tulee ajallaan', chosenOptions: [itemId(6), itemId(7)] };
    expect(recordResult(c, null, request)).toMatchObject({ value: { events: [{ chosenOptions: [itemId(6)] }] } });
  });

  it('needs an event', () => {
    expect(recordResult(buildCase(), null, { sharedView: '', chosenOptions: [] })).toMatchObject({
      refusal: { code: 'no-event' },
    });
  });
});
