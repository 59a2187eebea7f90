import { agendaOf } from '../../../../src/features/cases/domain/agenda.ts';
import { AINO, buildCase, buildEvent, day, itemId } from '../build-case.ts';

const basics = { ...buildCase().basics, influenceTarget: 'Kuljetuspalvelun sopimus' };

describe('S0-26, S0-39, S0-44: the agenda', () => {
  it.each([null, 'officials', 'political'] as const)('has the same items in the same order in type %s', (type) => {
    expect(agendaOf(buildCase({ events: [buildEvent({ type })] })).map(({ code }) => code)).toEqual([
      'whyGathered',
      'openDiscussion',
      'viewpoints',
      'direction',
      'options',
      'result',
    ]);
  });

  it('S0-27…S0-30: begins with why we are gathered, filled in from stage 1', () => {
    const [first] = agendaOf(buildCase({ basics, events: [buildEvent({ federation: 'teams' })] }));
    expect(first).toEqual({
      code: 'whyGathered',
      influenceTarget: 'Kuljetuspalvelun sopimus',
      goal: 'Kyyti tulee ajallaan',
      urgency: 'normal',
      targetDate: '2026-12-24',
      federation: 'teams',
    });
  });

  it('is ready before any event is agreed', () => {
    expect(agendaOf(buildCase({ basics }))).toHaveLength(6);
  });

  it('S0-34: shows the chosen ones among the options', () => {
    const option = { proposedBy: 'owner', description: 'A', realistic: null, whatCanBeDone: '', schedule: '' } as const;
    const options = [
      { ...option, id: itemId(5) },
      { ...option, id: itemId(6) },
    ];
    const c = buildCase({ events: [buildEvent({ options, chosenOptions: [itemId(6)] })] });
    expect(agendaOf(c).at(-1)).toMatchObject({ chosen: [{ id: itemId(6) }] });
  });

  it('S0-35: shows the actions that are still to do, by date', () => {
    const action = { what: 'A', who: '', person: AINO, done: null };
    const actions = [
      { ...action, id: itemId(5), date: day('2027-01-10') },
      { ...action, id: itemId(6), date: day('2026-12-10') },
      { ...action, id: itemId(7), date: day('2026-12-01'), done: { on: day('2026-11-20'), by: AINO } },
    ];
    expect(agendaOf(buildCase({ actions })).at(-1)).toMatchObject({ actions: [{ id: itemId(6) }, { id: itemId(5) }] });
  });
});
