// Walks through the life of a case: whoever, whatever, whenever, each step a form filled in by chance.
import fc from 'fast-check';
import { addDays } from '../../../src/kernel/dates.ts';
import { assertNever } from '../../../src/kernel/fault.ts';
import { addMs, localDateOf } from '../../../src/kernel/helsinki-time.ts';
import { parseItemId, type ItemId, type PersonId } from '../../../src/kernel/ids.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import type { Refusal } from '../../../src/kernel/result.ts';
import type { Field } from '../../../src/platform/cards/field.ts';
import { findAction } from '../../../src/features/cases/actions/all-actions.ts';
import type { Action, Decided, FormContent, FormContext } from '../../../src/features/cases/actions/form-action.ts';
import { ACTION_NAMES, type ActionName } from '../../../src/features/cases/domain/action-rules.ts';
import type { Case } from '../../../src/features/cases/domain/case.ts';
import { datedItems } from '../../../src/features/cases/domain/dated-items.ts';
import { openTimePoll } from '../../../src/features/cases/domain/event-times.ts';
import { mayAdvance, missingSteps, nextStep } from '../../../src/features/cases/domain/process.ts';
import { actionOfStep, STEP_ACTIONS } from '../../../src/features/cases/domain/step-actions.ts';
import { may } from '../../../src/features/cases/policy.ts';
import { AINO, BO, NOW, SANNA, buildCase, buildContext } from './build-case.ts';
import { buildFormContext } from './fill-form.ts';

/** The chances of one step; all numbers are taken modulo what there is to choose from. */
export type Chance = {
  readonly action: number;
  /** Whether the way forward is taken, or anything. */
  readonly way: number;
  readonly person: number;
  readonly item: number;
  readonly days: number;
  readonly values: readonly number[];
};

const VALUES = 12;
const anyNumber = fc.noBias(fc.nat({ max: 1_000_000 }));
const chance: fc.Arbitrary<Chance> = fc.record({
  action: anyNumber,
  way: anyNumber,
  person: anyNumber,
  item: anyNumber,
  days: fc.nat({ max: 12 }),
  values: fc.array(anyNumber, { minLength: VALUES, maxLength: VALUES }),
});

/** Walks of up to `steps` steps. */
export function walks(steps: number): fc.Arbitrary<readonly Chance[]> {
  return fc.array(chance, { minLength: 1, maxLength: steps, size: 'max' });
}

/** What happened in a step, and the case after it. */
export type Step = {
  readonly name: ActionName;
  readonly context: FormContext;
  readonly content: FormContent;
  readonly outcome:
    | { readonly kind: 'decided'; readonly decided: Decided }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    /** The form could not be read. */
    | { readonly kind: 'unread' };
  readonly c: Case;
};

/** The action that the case card offers first. */
export function offeredAction(c: Case): ActionName {
  const next = nextStep(c);
  switch (next.kind) {
    case 'step':
      return actionOfStep(c, next.code);
    case 'advance':
    case 'close':
    case 'resume':
      return next.kind;
    case 'closed':
      return 'reopen';
    default:
      return assertNever(next);
  }
}

/** The action, which has to exist. */
export function actionOf(name: ActionName): Action {
  const action = findAction(name);
  if (action === null) {
    throw new Error(`no action ${name}`);
  }
  return action;
}

/** Every id inside a case, in the order they are met. */
export function idsIn(value: unknown): readonly ItemId[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'id' in value ? parseItemId(value.id) : null;
  const inner = Object.values(value).flatMap(idsIn);
  return own === null ? inner : [own, ...inner];
}

function pick<Item>(list: readonly [Item, ...Item[]], number: number): Item {
  return list[number % list.length] ?? list[0];
}

const PERSONS: readonly [PersonId, ...PersonId[]] = [AINO, AINO, BO, SANNA];
const TEXTS = [
  'Kyllä',
  'Sovittu näin',
  'Kunnan edustajat kertoivat asiasta',
  'https://teams.microsoft.com/l/1',
  '',
] as const;
// Today is a good date for what is promised and for what has happened.
const OFFSETS = [0, 0, 1, 3, 0, 8, 20, 60, -1, -5, -40, 4_000] as const;
const TIMES = ['9', '13.30', '', 'kello 25'] as const;

function typed(field: Field<unknown>, context: FormContext, number: number): string {
  // Much of what a form holds already is left as it is.
  if (number % 3 > 0 && field.initial !== '') {
    return field.initial;
  }
  const choice = Math.floor(number / 3);
  const values = field.choices.map(({ value }) => value);
  switch (field.kind) {
    case 'text':
    case 'longText':
      return pick(TEXTS, choice);
    case 'date':
      return field.required || choice % 3 > 0 ? addDays(context.viewer.today, pick(OFFSETS, choice)) : '';
    case 'time':
      return pick(TIMES, choice);
    case 'toggle':
      return String(choice % 5 > 0);
    case 'choice':
    case 'filteredChoice':
      // Now and then none, or one that is not offered.
      return choice % 11 === 0
        ? pick(['', 'muu'], choice)
        : pick(['', ...values].slice(-values.length) as [string], choice);
    case 'choices':
      return values.filter((_, index) => (choice >> (index % 16)) % 2 === 1).join(',');
    default:
      return assertNever(field.kind);
  }
}

// Ends and steps back are taken more seldom, or no walk would come far.
const TURNS: ReadonlySet<ActionName> = new Set(['close', 'withdraw', 'hold', 'goBack', 'cancelEvent']);

// The two ways to a time: agreeing it outside, and asking those who come.
function wayToTime(name: ActionName, { item }: Chance): ActionName {
  return name === 'event' && item % 3 === 0 ? 'askTimes' : name;
}

function chosenAction(c: Case, { way, action, item }: Chance): ActionName {
  const [missing] = missingSteps(c);
  if (c.status.kind === 'open' && way % 3 === 0) {
    return missing === undefined ? offeredOrOnward(c, way) : STEP_ACTIONS[missing];
  }
  if (way % 3 === 1) {
    return offeredAction(c);
  }
  // While somebody asks for times, others mostly answer.
  if (openTimePoll(c) !== null && item % 2 === 0) {
    return 'answerTimes';
  }
  const random = ACTION_NAMES[action % ACTION_NAMES.length] ?? 'join';
  return TURNS.has(random) && way % 4 > 0 ? 'contact' : random;
}

function offeredOrOnward(c: Case, way: number): ActionName {
  return mayAdvance(c).ok && way % 2 === 0 ? 'advance' : offeredAction(c);
}

const OF_DATED: ReadonlySet<ActionName> = new Set(['done', 'notDone', 'postpone']);

function chosenItem(c: Case, name: ActionName, chosen: number): ItemId | null {
  // Few things are done at a time, and only those can be taken back.
  const dated = datedItems(c).filter(({ done }) => name !== 'notDone' || done !== null);
  const ids = OF_DATED.has(name) ? dated.map(({ id }) => id) : idsIn(c);
  return chosen % 2 === 0 && !OF_DATED.has(name) ? null : pick([null, ...ids], Math.floor(chosen / 2));
}

const FURTHER_LINE = /^(?:date|time)[2-5]$/;

type Moment = { readonly c: Case; readonly at: Instant; readonly index: number; readonly followed: Decided['next'] };

function takeStep({ c, at, index, followed }: Moment, chances: Chance): Step | null {
  const follows = followed !== null && chances.way % 2 === 0;
  const name = follows ? followed.name : wayToTime(chosenAction(c, chances), chances);
  const item = follows ? followed.item : chosenItem(c, name, chances.item);
  const by = pick(PERSONS, chances.person);
  const base = buildFormContext({ c, item, by, now: at });
  const context: FormContext = { ...base, viewer: { ...base.viewer, today: localDateOf(at) } };
  if (!may(c, name, context.viewer).ok) {
    return null;
  }
  const action = actionOf(name);
  const content = action.content(context);
  const data = Object.fromEntries(
    Object.entries(content.fields).map(([key, field], place) => [
      key,
      // Of the five lines of times the further ones are left alone, or hardly any form of them could be read.
      name === 'askTimes' && FURTHER_LINE.test(key)
        ? field.initial
        : typed(field, context, chances.values[place % VALUES] ?? 0),
    ]),
  );
  const reading = action.read(context, data, { confirmed: true });
  if (reading.kind !== 'decide') {
    return { name, context, content, outcome: { kind: 'unread' }, c };
  }
  let given = 0;
  const newItemId = (): ItemId => {
    given += 1;
    return idNumber(index, given);
  };
  const decision = buildContext({ by, now: at, newItemId });
  const result = reading.decide(c, { ...context, ...decision });
  return result.ok
    ? { name, context, content, outcome: { kind: 'decided', decided: result.value }, c: result.value.c }
    : { name, context, content, outcome: { kind: 'refused', refusal: result.refusal }, c };
}

// The step is in the middle of the id, so that ids of different steps never meet.
function idNumber(step: number, given: number): ItemId {
  const id = parseItemId(`01JD${String(step).padStart(12, '0')}${String(given).padStart(10, '0')}`);
  if (id === null) {
    throw new Error('an id of the walk cannot be read');
  }
  return id;
}

const DAY_MS = 24 * 60 * 60_000;

/** Walks on from a case that has just been opened and gives every step that the policy let happen. */
export function walk(chances: readonly Chance[]): readonly Step[] {
  const steps: Step[] = [];
  let c = buildCase();
  let at = NOW;
  let followed: Decided['next'] = null;
  for (const [index, each] of chances.entries()) {
    at = addMs(at, each.days * DAY_MS);
    const step = takeStep({ c, at, index, followed }, each);
    if (step !== null) {
      steps.push(step);
      ({ c } = step);
      followed = step.outcome.kind === 'decided' ? step.outcome.decided.next : null;
    }
  }
  return steps;
}
