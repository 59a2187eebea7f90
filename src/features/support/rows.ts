// Questions as table rows.
import { z } from 'zod/mini';
import type { LocalDate } from '../../kernel/instants.ts';
import { parseCountyCode, type CountyCode } from '../../kernel/regions/regions.ts';
import { createPostTable } from '../../platform/posts/post-table.ts';
import type { Question, QuestionId } from './domain/question.ts';

const text = z.string();
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const access = z.enum(['team', 'restricted']);
const schema = z.strictObject({
  id: text,
  rev: z.int(),
  county: text,
  topic: text,
  text,
  home: z.strictObject({ channelId: text, access }),
  asker: text,
  askedOn: date,
  answers: z.array(z.strictObject({ text, by: text, on: date })),
  changed: z.strictObject({ by: text, at: text }),
  withdrawnOn: z.nullable(date),
});

/** What a list shows and filters by. */
export type QuestionSummary = {
  readonly id: QuestionId;
  readonly county: CountyCode;
  readonly topic: string;
  readonly askedOn: LocalDate;
  /** Of the last answer; null while there is none. */
  readonly answeredOn: LocalDate | null;
  readonly isWithdrawn: boolean;
  readonly home: Question['home'];
};

const columns = z.looseObject({
  county: text,
  topic: text,
  askedOn: date,
  answeredOn: text,
  isWithdrawn: z.boolean(),
  channelId: text,
  access,
});

export const questionTable = createPostTable<Question, QuestionSummary>({
  prefix: 'question|',
  version: 1,
  parse(value) {
    const parsed = schema.safeParse(value);
    // Ids, dates and codes were checked before they were written; the brands exist only in the types.
    return parsed.success ? (parsed.data as unknown as Question) : null;
  },
  columnNames: ['county', 'topic', 'askedOn', 'answeredOn', 'isWithdrawn', 'channelId', 'access'],
  columns: (question) => ({
    county: question.county,
    topic: question.topic,
    askedOn: question.askedOn,
    answeredOn: question.answers.at(-1)?.on ?? '',
    isWithdrawn: question.withdrawnOn !== null,
    channelId: question.home.channelId,
    access: question.home.access,
  }),
  summarise(id, cells) {
    const parsed = columns.safeParse(cells);
    const county = parsed.success ? parseCountyCode(parsed.data.county) : null;
    if (!parsed.success || county === null) {
      return null;
    }
    const { topic, askedOn, answeredOn, isWithdrawn, channelId, access: seenBy } = parsed.data;
    return {
      id,
      county,
      topic,
      // Written above from checked dates and a checked home.
      askedOn: askedOn as LocalDate,
      answeredOn: answeredOn === '' ? null : (answeredOn as LocalDate),
      isWithdrawn,
      home: { channelId, access: seenBy } as Question['home'],
    };
  },
});
