import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseCase } from '../../../../src/features/cases/case-schema.ts';
import { ACTION_NAMES, isTimely } from '../../../../src/features/cases/domain/action-rules.ts';
import type { Case, StageEntry } from '../../../../src/features/cases/domain/case.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { datedItems, openItems } from '../../../../src/features/cases/domain/dated-items.ts';
import { missingSteps, nextStep, stepsOf } from '../../../../src/features/cases/domain/process.ts';
import { remindedItems } from '../../../../src/features/cases/domain/reminders.ts';
import { STAGES } from '../../../../src/features/cases/domain/vocabulary.ts';
import { casesFi } from '../../../../src/features/cases/texts.fi.ts';
import { buildCase } from '../build-case.ts';
import { idsIn, offeredAction, walk, walks, type Step } from '../walk.ts';

const STEPS = 80;
const RUNS = { numRuns: 30 };

/** The shortest walk found with something broken after one of its steps, told in words; null when there is none. */
function brokenSteps(findBroken: (step: Step) => readonly unknown[]): string | null {
  const details = fc.check(
    fc.property(walks(STEPS), (chances) => {
      const broken = walk(chances).flatMap(findBroken);
      if (broken.length > 0) {
        throw new Error(JSON.stringify(broken));
      }
    }),
    RUNS,
  );
  return details.failed ? `${String(details.errorInstance)}\n${fc.defaultReportMessage(details) ?? ''}` : null;
}

const brokenCases = (findBroken: (c: Case) => readonly unknown[]): string | null =>
  brokenSteps(({ c }) => findBroken(c));

/** The thing, when it breaks the rule. */
const unless = (holds: boolean, ...broken: readonly unknown[]): readonly unknown[] => (holds ? [] : broken);

function overgrown(holder: object): readonly string[] {
  const caps: Readonly<Record<string, number>> = LIST_CAPS;
  return Object.entries(holder).flatMap(([name, list]) =>
    Array.isArray(list) && list.length > (caps[name] ?? Infinity) ? [name] : [],
  );
}

function isOneStep(from: StageEntry, to: StageEntry): boolean {
  const moved = STAGES.indexOf(to.stage) - STAGES.indexOf(from.stage);
  return moved === 1 ? to.backReason === '' : moved === -1 && to.backReason !== '';
}

function doubles(list: readonly unknown[]): readonly unknown[] {
  return list.filter((each, index) => list.indexOf(each) !== index);
}

describe('whatever is done to a case, in any order', () => {
  it('what is stored is read back as it was written', () => {
    expect(brokenCases((c) => unless(isDeepStrictEqual(parseCase(JSON.parse(JSON.stringify(c))), c), c))).toBeNull();
  });

  it('no list outgrows its cap', () => {
    expect(
      brokenCases((c) =>
        [c, c.support ?? {}, ...c.events, ...c.events.map(({ times }) => times ?? {})].flatMap(overgrown),
      ),
    ).toBeNull();
  });

  it('every id in it is its own', () => {
    expect(brokenCases((c) => doubles(idsIn(c)))).toBeNull();
  });

  it('S0-60: its history leads one stage at a time to the stage it is in, and back only with a reason', () => {
    expect(
      brokenCases(({ stage, stageHistory }) => [
        ...unless(stageHistory[0]?.stage === 'federationContact', stageHistory[0]),
        ...stageHistory.slice(1).filter((entry, index) => !isOneStep(stageHistory[index] ?? entry, entry)),
        ...unless(stageHistory.at(-1)?.stage === stage, stage),
      ]),
    ).toBeNull();
  });

  it('S0-14, S0-22, S0-23, S0-54: it moves on only when nothing that is required is missing', () => {
    expect(
      brokenSteps(({ name, outcome, context }) =>
        name === 'advance' && outcome.kind === 'decided' ? missingSteps(context.c) : [],
      ),
    ).toBeNull();
  });

  it('S0-23: at most one event is being prepared, one agreed or held has a date, one agreed has what its format asks for', () => {
    expect(
      brokenCases(({ events }) => [
        ...events.filter(({ status }) => status === 'proposed' || status === 'agreed').slice(1),
        ...events.filter(({ status, date }) => date === null && (status === 'agreed' || status === 'held')),
        ...events.filter(({ status, format, place }) => status === 'agreed' && format !== 'remote' && place === ''),
      ]),
    ).toBeNull();
  });

  it('S0-34: the chosen solutions are among those listed', () => {
    expect(
      brokenCases(({ events }) =>
        events.flatMap(({ chosenOptions, options }) =>
          chosenOptions.filter((chosen) => !options.some(({ id }) => id === chosen)),
        ),
      ),
    ).toBeNull();
  });

  it('S0-58: it is never closed as resolved without both evaluations or a reason', () => {
    expect(
      brokenCases(({ status, evaluation: { owner, federation } }) => {
        const isResolved = status.kind === 'closed' && status.outcome === 'resolved';
        return unless(
          !isResolved || (owner !== null && federation !== null) || status.noEvaluationReason !== '',
          status,
        );
      }),
    ).toBeNull();
  });

  it('C-12: it reminds of nothing once it is closed, of the end alone while it is on hold', () => {
    expect(
      brokenCases((c) => {
        const quiet = {
          open: [...openItems(c)],
          onHold: openItems(c).filter(({ kind }) => kind === 'pauseEnd'),
          closed: [],
        };
        return unless(isDeepStrictEqual([...openItems(c)], quiet[c.status.kind]), c.status);
      }),
    ).toBeNull();
  });

  it('C-12: each open item that is reminded of has a reminder, and nothing else has', () => {
    expect(
      brokenCases((c) => {
        const expected = openItems(c).flatMap(({ id, remind }) => (remind ? [id] : []));
        const planned = remindedItems(c).flatMap(({ id, kind }) => (kind === 'targetDate' ? [] : [id]));
        return unless(isDeepStrictEqual(new Set(planned), new Set(expected)), expected, planned);
      }),
    ).toBeNull();
  });

  it('its lead is one of its participants, and nobody is one twice', () => {
    expect(
      brokenCases(({ lead, participants }) => [...unless(participants.includes(lead), lead), ...doubles(participants)]),
    ).toBeNull();
  });

  it('what it is stays as it was opened', () => {
    const { id, number, opened, home, template } = buildCase();
    expect(
      brokenCases((c) =>
        unless(
          isDeepStrictEqual(
            { id: c.id, number: c.number, opened: c.opened, home: c.home, template: c.template },
            { id, number, opened, home, template },
          ),
          c,
        ),
      ),
    ).toBeNull();
  });

  it('every promised date is found again by its id', () => {
    expect(
      brokenCases((c) => {
        const ids = new Set(idsIn(c));
        return datedItems(c).filter(({ id }) => !ids.has(id));
      }),
    ).toBeNull();
  });
});

describe('S0-60: whatever state a case is in', () => {
  it('the card offers a next step that fits its stage and status', () => {
    expect(brokenCases((c) => unless(isTimely(c, offeredAction(c)).ok, offeredAction(c), c))).toBeNull();
  });

  it('the step offered is one that is not done', () => {
    expect(
      brokenCases((c) => {
        const next = nextStep(c);
        return next.kind === 'step' ? stepsOf(c, c.stage).filter(({ code, done }) => code === next.code && done) : [];
      }),
    ).toBeNull();
  });

  it('every form offers something wherever it asks to choose, which a card cannot do without', () => {
    expect(
      brokenSteps(({ name, content }) =>
        Object.entries(content.fields).flatMap(([field, { kind, choices }]) =>
          unless(!/choice/i.test(kind) || choices.length > 0, [name, field]),
        ),
      ),
    ).toBeNull();
  });
});

describe('whatever is sent with a form', () => {
  it('a refusal has a sentence and names a field that the form has', () => {
    expect(
      brokenSteps(({ outcome, content, name }) => {
        if (outcome.kind !== 'refused') {
          return [];
        }
        const { code, field } = outcome.refusal;
        const isKnown = Object.hasOwn(casesFi.refusals, code);
        return unless(isKnown && (field === undefined || Object.hasOwn(content.fields, field)), [name, code, field]);
      }),
    ).toBeNull();
  });

  it('the case changes by a decision alone', () => {
    expect(
      brokenSteps(({ outcome, context, c, name }) => unless(outcome.kind === 'decided' || c === context.c, name)),
    ).toBeNull();
  });

  it('B-10: a decision says what was done', () => {
    expect(
      brokenSteps(({ outcome, name }) =>
        unless(outcome.kind !== 'decided' || outcome.decided.said.trim() !== '', name),
      ),
    ).toBeNull();
  });

  it('a form that follows at once fits the case', () => {
    expect(
      brokenSteps(({ outcome, c }) => {
        const next = outcome.kind === 'decided' ? outcome.decided.next : null;
        return unless(next === null || isTimely(c, next.name).ok, next);
      }),
    ).toBeNull();
  });
});

describe('the walks of these tests', () => {
  it('reach every stage and status and carry out every action', () => {
    const steps = fc.sample(walks(STEPS), { numRuns: 600, seed: 2026 }).flatMap((chances) => walk(chances));
    const done = new Set(steps.filter(({ outcome }) => outcome.kind === 'decided').map(({ name }) => name));
    expect(new Set(steps.map(({ c }) => c.stage))).toEqual(new Set(STAGES));
    expect(new Set(steps.map(({ c }) => c.status.kind))).toEqual(new Set(['open', 'onHold', 'closed']));
    expect(ACTION_NAMES.filter((name) => !done.has(name))).toEqual([]);
  });
});
