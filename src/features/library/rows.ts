// Experiences as table rows.
import { z } from 'zod/mini';
import type { LocalDate } from '../../kernel/instants.ts';
import { parseCountyCode, type CountyCode } from '../../kernel/regions/regions.ts';
import { createPostTable } from '../../platform/posts/post-table.ts';
import type { Experience, ExperienceId } from './domain/experience.ts';

const text = z.string();
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const access = z.enum(['team', 'restricted']);
const schema = z.strictObject({
  id: text,
  rev: z.int(),
  title: text,
  done: text,
  helped: text,
  county: z.nullable(text),
  home: z.strictObject({ channelId: text, access }),
  writer: text,
  sharedOn: date,
  changed: z.strictObject({ by: text, at: text }),
  withdrawnOn: z.nullable(date),
});

/** What a list shows and filters by. */
export type ExperienceSummary = {
  readonly id: ExperienceId;
  readonly title: string;
  readonly county: CountyCode | null;
  readonly sharedOn: LocalDate;
  readonly isWithdrawn: boolean;
  readonly home: Experience['home'];
};

const columns = z.looseObject({
  title: text,
  county: text,
  sharedOn: date,
  isWithdrawn: z.boolean(),
  channelId: text,
  access,
});

export const experienceTable = createPostTable<Experience, ExperienceSummary>({
  prefix: 'experience|',
  version: 1,
  parse(value) {
    const parsed = schema.safeParse(value);
    // Ids, dates and codes were checked before they were written; the brands exist only in the types.
    return parsed.success ? (parsed.data as unknown as Experience) : null;
  },
  columnNames: ['title', 'county', 'sharedOn', 'isWithdrawn', 'channelId', 'access'],
  columns: (experience) => ({
    title: experience.title,
    county: experience.county ?? '',
    sharedOn: experience.sharedOn,
    isWithdrawn: experience.withdrawnOn !== null,
    channelId: experience.home.channelId,
    access: experience.home.access,
  }),
  summarise(id, cells) {
    const parsed = columns.safeParse(cells);
    if (!parsed.success) {
      return null;
    }
    const { title, county, sharedOn, isWithdrawn, channelId, access: seenBy } = parsed.data;
    return {
      id,
      title,
      county: parseCountyCode(county),
      isWithdrawn,
      // Written above from a checked date and a checked home.
      sharedOn: sharedOn as LocalDate,
      home: { channelId, access: seenBy } as Experience['home'],
    };
  },
});
