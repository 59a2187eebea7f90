// The support of Tukiliitto: what is asked for (S0-09…S0-11), when somebody could come (S0-18), and the answer.
import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Case, Support, TimeOption } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import type { CaseRefusal, Decision, DecisionContext } from './decision.ts';

const NOTHING_YET = { answer: '', timeOptions: [], choice: null } as const;

/**
 * S0-09, S0-10, S0-11: what support the case needs; "not needed" is an answer too. Another kind of support starts over, a
 * changed question waits for a new answer, and a picked visit stays as long as a visit is wanted.
 */
export function askSupport(c: Case, { mode, question }: Pick<Support, 'mode' | 'question'>): Decision {
  if (mode === 'information' && question === '') {
    return refuse('question-missing', { field: 'question' });
  }
  const asked = { mode, question: mode === 'notNeeded' ? '' : question };
  if (c.support?.mode !== mode) {
    return ok({ ...c, support: { ...NOTHING_YET, ...asked } });
  }
  const answer = c.support.question === asked.question ? c.support.answer : '';
  return ok({ ...c, support: { ...c.support, ...asked, answer } });
}

/** One line of the form: a date, or nothing. */
export type ProposedTime = { readonly date: LocalDate | null; readonly time: LocalTime | null };

/**
 * S0-18: when the employee could come, in the order given; a time given twice counts once. Other times than before wait
 * for a new answer. Refusals name the line at fault: `date1` for the first.
 */
export function proposeTimes(c: Case, lines: readonly ProposedTime[], context: DecisionContext): Decision {
  if (c.support?.mode !== 'onSite') {
    return refuse('nothing-to-choose');
  }
  const read = readLines(lines, context);
  if (!read.ok) {
    return read;
  }
  const before = c.support.timeOptions;
  const timeOptions = read.value.map(
    (line) => before.find((option) => isSameTime(option, line)) ?? { id: context.newItemId(), ...line },
  );
  const isUnchanged = timeOptions.length === before.length && timeOptions.every((option) => before.includes(option));
  return ok(isUnchanged ? c : { ...c, support: { ...c.support, timeOptions, choice: null } });
}

type Time = Omit<TimeOption, 'id'>;

function isSameTime(one: Time, other: Time): boolean {
  return one.date === other.date && one.time === other.time;
}

function readLines(lines: readonly ProposedTime[], { today }: DecisionContext): Result<readonly Time[], CaseRefusal> {
  const times: Time[] = [];
  for (const [index, { date, time }] of lines.entries()) {
    const field = `date${index + 1}`;
    if (date === null) {
      if (time !== null) {
        return refuse('date-missing', { field });
      }
      continue;
    }
    const allowed = promisedDate(date, today, field);
    if (!allowed.ok) {
      return allowed;
    }
    if (!times.some((other) => isSameTime(other, { date, time }))) {
      times.push({ date, time });
    }
  }
  return times.length > 0 ? ok(times) : refuse('time-options-missing', { field: 'date1' });
}

/** S0-18: picks one of the times; the visit is promised by who picks it. `note` goes along as the answer. */
export function pickTime(c: Case, option: ItemId, note: string, context: DecisionContext): Decision {
  if (c.support?.mode !== 'onSite') {
    return refuse('nothing-to-choose');
  }
  const time = c.support.timeOptions.find(({ id }) => id === option);
  if (time === undefined) {
    return refuse('item-gone', { field: 'pick' });
  }
  const allowed = promisedDate(time.date, context.today, 'pick');
  if (!allowed.ok) {
    return allowed;
  }
  const { choice } = c.support;
  const isSame = choice?.kind === 'picked' && isSameTime(choice.visit, time);
  const visit = { id: context.newItemId(), date: time.date, time: time.time, person: context.by, done: null };
  return ok({ ...c, support: { ...c.support, answer: note, choice: isSame ? choice : { kind: 'picked', visit } } });
}

/** S0-18: says that none of the times fits; other times can be proposed after that. */
export function declineTimes(c: Case, note: string): Decision {
  return c.support?.mode === 'onSite'
    ? ok({ ...c, support: { ...c.support, answer: '', choice: { kind: 'noneFits', note } } })
    : refuse('nothing-to-choose');
}

/** S0-10, S0-11: answers a question, or says how Tukiliitto takes part by Teams. */
export function answerSupport(c: Case, answer: string): Decision {
  return c.support?.mode === 'information' || c.support?.mode === 'teams'
    ? ok({ ...c, support: { ...c.support, answer } })
    : refuse('nothing-to-choose');
}

/** Whether the advisor has said something to what is asked now. */
export function isSupportAnswered(support: Support): boolean {
  return support.answer !== '' || support.choice !== null;
}
