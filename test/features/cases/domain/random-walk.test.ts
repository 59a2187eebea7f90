import fc from 'fast-check';
import { parseCase } from '../../../../src/features/cases/case-schema.ts';
import { ACTION_NAMES, isTimely } from '../../../../src/features/cases/domain/action-rules.ts';
import { LIST_CAPS, type Case } from '../../../../src/features/cases/domain/case.ts';
import { datedItems, openItems } from '../../../../src/features/cases/domain/dated-items.ts';
import { missingSteps, nextStep, stepsOf } from '../../../../src/features/cases/domain/process.ts';
import { plannedReminders } from '../../../../src/features/cases/domain/reminders.ts';
import { STAGES } from '../../../../src/features/cases/domain/vocabulary.ts';
import { casesFi } from '../../../../src/features/cases/texts.fi.ts';
import { actionOf, idsIn, offeredAction, walk, walks, type Step } from '../walk.ts';

const STEPS = 80;
const RUNS = { numRuns: 50 };

/** Holds whatever people do, in whatever order. */
function checkAll(check: (step: Step, before: Step | null) => void): void {
  fc.assert(
    fc.property(walks(STEPS), (chances) => {
      const steps = walk(chances);
      for (const [index, step] of steps.entries()) {
        check(step, steps[index - 1] ?? null);
      }
    }),
    RUNS,
  );
}

const checkCases = (check: (c: Case) => void): void => checkAll(({ c }) => check(c));

describe('whatever is done to a case, in any order', () => {
  it('it is read back from storage as it was written', () => {
    checkCases((c) => expect(parseCase(JSON.parse(JSON.stringify(c)))).toEqual(c));
  });

  it('no list outgrows its cap', () => {
    checkCases((c) => {
      const lists = [c, ...c.events, { timeOptions: c.support?.timeOptions ?? [] }] as readonly Readonly<
        Record<string, unknown>
      >[];
      const overgrown = Object.entries(LIST_CAPS).filter(([name, cap]) =>
        lists.some((holder) => {
          const list = holder[name];
          return Array.isArray(list) && list.length > cap;
        }),
      );
      expect(overgrown).toEqual([]);
    });
  });

  it('every id in it is its own', () => {
    checkCases((c) => {
      const ids = idsIn(c);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('S0-60: its history leads one stage at a time to the stage it is in, and back only with a reason', () => {
    checkCases((c) => {
      expect(c.stageHistory.at(-1)?.stage).toBe(c.stage);
      expect(c.stageHistory[0]?.stage).toBe('federationContact');
      for (const [index, entry] of c.stageHistory.slice(1).entries()) {
        const moved = STAGES.indexOf(entry.stage) - STAGES.indexOf(c.stageHistory[index]?.stage ?? entry.stage);
        expect([moved, entry.backReason === '']).toEqual(moved === 1 ? [1, true] : [-1, false]);
      }
    });
  });

  it('S0-14, S0-22, S0-23, S0-54: it moves on only when nothing that is required is missing', () => {
    checkAll(({ name, outcome, context }) => {
      if (name === 'advance' && outcome.kind === 'decided') {
        expect(missingSteps(context.c)).toEqual([]);
      }
    });
  });

  it('S0-23: at most one event is being prepared, and one that was held or agreed has a date', () => {
    checkCases((c) => {
      const ahead = c.events.filter(({ status }) => status === 'proposed' || status === 'agreed');
      expect(ahead.length).toBeLessThanOrEqual(1);
      for (const { status, date, place, link } of c.events) {
        expect(date === null && (status === 'agreed' || status === 'held')).toBe(false);
        expect(status === 'agreed' && place === '' && link === '').toBe(false);
      }
    });
  });

  it('S0-34: the chosen solutions are among those listed', () => {
    checkCases((c) => {
      for (const { chosenOptions, options } of c.events) {
        const listed = options.map(({ id }) => id);
        expect(chosenOptions.filter((id) => !listed.includes(id))).toEqual([]);
      }
    });
  });

  it('S0-58: it is never closed as resolved without both evaluations or a reason', () => {
    checkCases(({ status, evaluation }) => {
      if (status.kind === 'closed' && status.outcome === 'resolved') {
        const isEvaluated = evaluation.owner !== null && evaluation.federation !== null;
        expect(isEvaluated || status.noEvaluationReason !== '').toBe(true);
      }
    });
  });

  it('C-12: it reminds of nothing once it is closed, of the end alone while it is on hold', () => {
    checkCases((c) => {
      const kinds = new Set(openItems(c).map(({ kind }) => kind));
      if (c.status.kind === 'closed') {
        expect([kinds.size, plannedReminders(c).length]).toEqual([0, 0]);
      }
      if (c.status.kind === 'onHold') {
        expect([...kinds]).toEqual(['pauseEnd']);
      }
    });
  });

  it('C-12: each open item that is reminded of has a reminder, and nothing else has', () => {
    checkCases((c) => {
      const reminded = openItems(c).filter(({ remind }) => remind);
      expect(new Set(plannedReminders(c).map(({ item }) => item))).toEqual(new Set(reminded.map(({ id }) => id)));
    });
  });

  it('its lead is one of its participants, and nobody is one twice', () => {
    checkCases((c) => {
      expect(c.participants).toContain(c.lead);
      expect(new Set(c.participants).size).toBe(c.participants.length);
    });
  });

  it('what does not concern a change stays as it was: identity, opening and number', () => {
    checkCases(({ id, number, opened, home, template }) => {
      expect([id, number, opened.on, home.access, template]).toEqual([
        '01JCASE0000000000000000001',
        '2026-014',
        '2026-11-24',
        'team',
        '2024-01',
      ]);
    });
  });

  it('every promised date can be found again by its id', () => {
    checkCases((c) => {
      const ids = new Set(idsIn(c));
      expect(datedItems(c).filter(({ id }) => !ids.has(id))).toEqual([]);
    });
  });
});

describe('S0-60: whatever state a case is in', () => {
  it('the card offers a next step that fits its stage and status', () => {
    checkCases((c) => {
      const name = offeredAction(c);
      expect([name, isTimely(c, name).ok]).toEqual([name, true]);
    });
  });

  it('the step offered is one that is not done', () => {
    checkCases((c) => {
      const next = nextStep(c);
      if (next.kind === 'step') {
        expect(stepsOf(c, c.stage).find(({ code }) => code === next.code)?.done).toBe(false);
      }
    });
  });

  it('a step that is required can be taken: its form has choices wherever one is demanded', () => {
    checkAll(({ c, context }) => {
      const next = nextStep(c);
      if (next.kind === 'step' && missingSteps(c).includes(next.code)) {
        const { fields } = actionOf(offeredAction(c)).content({ ...context, c, item: null });
        const demanded = Object.values(fields).filter(({ kind, required }) => required && /choice/i.test(kind));
        expect(demanded.filter(({ choices }) => choices.length === 0)).toEqual([]);
      }
    });
  });
});

describe('whatever is sent with a form', () => {
  it('a refusal has a sentence and names a field that the form has', () => {
    checkAll(({ outcome, content, name }) => {
      if (outcome.kind === 'refused') {
        const { code, field } = outcome.refusal;
        expect([name, Object.keys(casesFi.refusals).includes(code)]).toEqual([name, true]);
        expect([name, code, field === undefined || Object.hasOwn(content.fields, field)]).toEqual([name, code, true]);
      }
    });
  });

  it('the case is changed by a decision alone, and the answer says what was done', () => {
    checkAll(({ outcome, context, c, name }) => {
      if (outcome.kind === 'decided') {
        expect([name, outcome.decided.said]).toEqual([name, expect.stringMatching(/\S/)]);
      } else {
        expect(c).toBe(context.c);
      }
    });
  });

  it('a form that follows at once exists and fits the case', () => {
    checkAll(({ outcome, c }) => {
      if (outcome.kind === 'decided' && outcome.decided.next !== null) {
        expect(isTimely(c, outcome.decided.next.name).ok).toBe(true);
        expect(actionOf(outcome.decided.next.name).content).toBeDefined();
      }
    });
  });
});

describe('the walks of these tests', () => {
  it('reach every stage and status, and carry out almost every action', () => {
    const steps = fc.sample(walks(STEPS), { numRuns: 200, seed: 2026 }).flatMap((chances) => walk(chances));
    const done = new Set(steps.filter(({ outcome }) => outcome.kind === 'decided').map(({ name }) => name));
    expect(new Set(steps.map(({ c }) => c.stage))).toEqual(new Set(STAGES));
    expect(new Set(steps.map(({ c }) => c.status.kind))).toEqual(new Set(['open', 'onHold', 'closed']));
    expect(ACTION_NAMES.filter((name) => !done.has(name))).toEqual([]);
  });
});
