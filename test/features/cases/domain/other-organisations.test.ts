import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { answerOthers, needsContactTask } from '../../../../src/features/cases/domain/other-organisations.ts';
import { BO, buildCase, buildContext, day, itemId } from '../build-case.ts';
import { valueOf } from '../value-of.ts';

const YES = { concern: 'yes', names: 'Autismiliitto' } as const;
const TASK = { date: day('2026-12-01'), person: BO, what: 'Ota yhteyttä: Autismiliitto' };
const NO_TASK = { ...TASK, date: null };
const answered = buildCase({ otherOrganisations: YES });

describe('S0-19: does the matter concern other organisations', () => {
  it('"yes" keeps their names and makes somebody contact them by a date', () => {
    const c = valueOf(answerOthers(buildCase(), YES, TASK, buildContext()));
    expect(c.otherOrganisations).toEqual(YES);
    expect(c.actions).toEqual([{ id: itemId(900), ...TASK, done: null, who: '' }]);
  });

  it.each(['no', 'unknown'] as const)('"%s" is an answer and makes no task', (concern) => {
    const c = valueOf(answerOthers(buildCase(), { concern, names: '' }, TASK, buildContext()));
    expect(c.otherOrganisations).toEqual({ concern, names: '' });
    expect(c.actions).toEqual([]);
  });

  it.each([
    ['names', { ...YES, names: '' }, TASK, 'names-missing', 'names'],
    ['a date', YES, NO_TASK, 'date-missing', 'contactBy'],
    ['a date to come', YES, { ...TASK, date: day('2026-11-23') }, 'date-in-past', 'contactBy'],
  ] as const)('"yes" without %s is refused, naming the field', (_what, answer, task, code, field) => {
    expect(answerOthers(buildCase(), answer, task, buildContext())).toEqual({ ok: false, refusal: { code, field } });
  });

  it('asks for a date only the first time, and makes one more task when there is one', () => {
    expect(needsContactTask(buildCase())).toBe(true);
    expect(needsContactTask(answered)).toBe(false);
    expect(valueOf(answerOthers(answered, YES, NO_TASK, buildContext())).actions).toEqual([]);
    expect(valueOf(answerOthers(answered, YES, TASK, buildContext())).actions).toHaveLength(1);
  });

  it('is refused when there are too many tasks already', () => {
    const full = Array.from({ length: LIST_CAPS.actions }, (_, index) => ({
      id: itemId(index),
      ...TASK,
      done: null,
      who: '',
    }));
    expect(answerOthers(buildCase({ actions: full }), YES, TASK, buildContext())).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });
});
