// A question to Tukiliitto's experts (S2-34): asked by any member, answered by the advisor of the county. Pure.
import type { Branded, ChannelId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';

/** ULID. */
export type QuestionId = Branded<string, 'QuestionId'>;

type Answer = { readonly text: string; readonly by: PersonId; readonly on: LocalDate };

export type Question = {
  readonly id: QuestionId;
  /** Grows with every change, from 1. */
  readonly rev: number;
  readonly county: CountyCode;
  readonly topic: string;
  readonly text: string;
  readonly home: { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };
  readonly asker: PersonId;
  readonly askedOn: LocalDate;
  readonly answers: readonly Answer[];
  readonly changed: { readonly by: PersonId; readonly at: Instant };
  readonly withdrawnOn: LocalDate | null;
};

export type QuestionRefusal = 'withdrawn' | 'already-answered' | 'answers-full' | 'changed-meanwhile';

/** Who decides, and when. */
export type QuestionContext = { readonly by: PersonId; readonly at: Instant; readonly today: LocalDate };
type Content = Pick<Question, 'topic' | 'text' | 'county'>;

/** More would not fit on the card; by then the matter is a case. */
export const ANSWERS_MAX = 3;

/** Whether it still waits for its first answer. */
export function isOpen({ answers, withdrawnOn }: Pick<Question, 'answers' | 'withdrawnOn'>): boolean {
  return answers.length === 0 && withdrawnOn === null;
}

export function askQuestion(
  content: Content,
  about: Pick<Question, 'id' | 'home'>,
  context: QuestionContext,
): Question {
  return {
    ...about,
    ...content,
    rev: 1,
    asker: context.by,
    askedOn: context.today,
    answers: [],
    changed: { by: context.by, at: context.at },
    withdrawnOn: null,
  };
}

/** The question in other words, while nobody has answered it; `seen` is the revision that the form was drawn from. */
export function changeQuestion(
  before: Question,
  content: Content,
  seen: number,
  context: QuestionContext,
): Result<Question, QuestionRefusal> {
  if (before.withdrawnOn !== null) {
    return refuse('withdrawn');
  }
  if (before.answers.length > 0) {
    return refuse('already-answered');
  }
  return before.rev === seen ? ok(changed({ ...before, ...content }, context)) : refuse('changed-meanwhile');
}

/** The question with one more answer. Two who answer at once are both heard. */
export function answerQuestion(
  before: Question,
  text: string,
  context: QuestionContext,
): Result<Question, QuestionRefusal> {
  if (before.withdrawnOn !== null) {
    return refuse('withdrawn');
  }
  return before.answers.length >= ANSWERS_MAX
    ? refuse('answers-full')
    : ok(changed({ ...before, answers: [...before.answers, { text, by: context.by, on: context.today }] }, context));
}

/** The question without its words: they are gone for good. */
export function withdrawQuestion(before: Question, context: QuestionContext): Result<Question, QuestionRefusal> {
  return before.withdrawnOn === null
    ? ok(changed({ ...before, topic: '', text: '', answers: [], withdrawnOn: context.today }, context))
    : refuse('withdrawn');
}

function changed(question: Question, { by, at }: QuestionContext): Question {
  return { ...question, rev: question.rev + 1, changed: { by, at } };
}
