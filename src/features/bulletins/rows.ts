// Bulletins as table rows.
import { z } from 'zod/mini';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import { createPostTable } from '../../platform/posts/post-table.ts';
import type { Store } from '../../platform/storage/store.ts';
import {
  BULLETIN_CHANNELS,
  BULLETIN_KINDS,
  datesOf,
  type Bulletin,
  type BulletinId,
  type BulletinKind,
} from './domain/bulletin.ts';

const text = z.string();
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const access = z.enum(['team', 'restricted']);
const schema = z.strictObject({
  id: text,
  rev: z.int(),
  kind: z.enum(BULLETIN_KINDS),
  title: text,
  text,
  counties: z.array(text),
  meeting: z.nullable(z.strictObject({ date, time: z.nullable(text), place: text })),
  deadline: z.nullable(date),
  channel: z.nullable(z.enum(BULLETIN_CHANNELS)),
  link: text,
  home: z.strictObject({ channelId: text, access }),
  writer: text,
  publishedOn: date,
  changed: z.strictObject({ by: text, at: text }),
  withdrawnOn: z.nullable(date),
});

/** What lists filter by; read without the bulletin itself. */
export type BulletinSummary = {
  readonly id: BulletinId;
  readonly kind: BulletinKind;
  /** Empty for the whole country. */
  readonly counties: readonly string[];
  /** The last of its dates, or '': none, or withdrawn. */
  readonly lastDate: string;
  readonly isWithdrawn: boolean;
  readonly home: Bulletin['home'];
};

const columns = z.looseObject({
  kind: z.enum(BULLETIN_KINDS),
  counties: text,
  lastDate: text,
  isWithdrawn: z.boolean(),
  channelId: text,
  access,
});

export const bulletinTable = createPostTable<Bulletin, BulletinSummary>({
  prefix: 'bulletin|',
  version: 1,
  parse(value) {
    const parsed = schema.safeParse(value);
    // Ids, dates and codes were checked before they were written; the brands exist only in the types.
    return parsed.success ? (parsed.data as unknown as Bulletin) : null;
  },
  columnNames: ['kind', 'counties', 'lastDate', 'isWithdrawn', 'channelId', 'access'],
  columns: (b) => ({
    kind: b.kind,
    counties: b.counties.join(','),
    lastDate: datesOf(b).at(-1)?.date ?? '',
    isWithdrawn: b.withdrawnOn !== null,
    channelId: b.home.channelId,
    access: b.home.access,
  }),
  summarise(id, cells) {
    const parsed = columns.safeParse(cells);
    if (!parsed.success) {
      return null;
    }
    const { kind, counties, lastDate, isWithdrawn, channelId, access: seenBy } = parsed.data;
    return {
      id,
      kind,
      counties: counties.split(',').filter((code) => code !== ''),
      lastDate,
      isWithdrawn,
      // Written above from a checked home.
      home: { channelId, access: seenBy } as Bulletin['home'],
    };
  },
});

/** The bulletins of these summaries, in their order. */
export async function readBulletins(
  store: Store,
  workspace: WorkspaceKey,
  summaries: readonly BulletinSummary[],
): Promise<readonly Bulletin[]> {
  const read = await Promise.all(summaries.map(({ id }) => bulletinTable.read(store, workspace, id)));
  return read.flatMap((found) => (found === null ? [] : [found.post]));
}
