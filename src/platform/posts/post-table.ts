// Posts as table rows: the post as JSON beside the few columns that lists read.
import { Fault } from '../../kernel/fault.ts';
import { parseItemId, type WorkspaceKey } from '../../kernel/ids.ts';
import { packJson, unpackJson } from '../storage/packed-json.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Cells, Store, Write } from '../storage/store.ts';

type Design<Post extends { readonly id: string }, Summary> = {
  /** Beginning of the row keys, with its `|`. */
  readonly prefix: string;
  readonly version: number;
  /** The post of stored JSON; null when it is not one. */
  parse(value: unknown): Post | null;
  columns(post: Post): Cells;
  /** The names of `columns`. */
  readonly columnNames: readonly string[];
  /** What a list shows and filters by; null when the columns cannot be read. */
  summarise(id: Post['id'], cells: Cells): Summary | null;
};

/** A post with the ETag that a change of it must name. */
export type LoadedPost<Post> = { readonly post: Post; readonly etag: string };

export type PostTable<Post extends { readonly id: string }, Summary> = {
  /** The id as a card sends it; null when it cannot be one. */
  parseId(value: unknown): Post['id'] | null;
  /** The write of a new post, or in place of the one read with `etag`. */
  write(post: Post, etag: string | null): Write;
  /** Null when there is none. An unreadable row is a Fault. */
  read(store: Store, workspace: WorkspaceKey, id: Post['id']): Promise<LoadedPost<Post> | null>;
  /** All of the team, newest first. An unreadable row is a Fault. */
  list(store: Store, workspace: WorkspaceKey): Promise<readonly Summary[]>;
};

/** The table of one kind of posts. Ids are ULIDs, so that rows lie in the order of writing. */
export function createPostTable<Post extends { readonly id: string }, Summary>(
  design: Design<Post, Summary>,
): PostTable<Post, Summary> {
  const { prefix, version, columnNames } = design;
  // Every ULID may name a post of any kind; whether it does is seen when it is read.
  const parseId = (value: unknown): Post['id'] | null => parseItemId(value);
  return {
    parseId,
    write(post, etag) {
      const rowKey = `${prefix}${post.id}`;
      const cells = { ...design.columns(post), schema: version, ...packJson('post', post) };
      return etag === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
    },
    async read(store, workspace, id) {
      const row = await store.read(workspace, `${prefix}${id}`);
      if (row === null) {
        return null;
      }
      const post = row.cells['schema'] === version ? design.parse(unpackJson(row.cells, 'post')) : null;
      if (post === null) {
        throw new Fault('row-unreadable', { row: row.rowKey });
      }
      return { post, etag: row.etag };
    },
    async list(store, workspace) {
      const rows = await store.range(workspace, prefixRange(prefix, { select: columnNames }));
      return rows
        .map((row) => {
          const id = parseId(row.rowKey.slice(prefix.length));
          const summary = id === null ? null : design.summarise(id, row.cells);
          if (summary === null) {
            throw new Fault('row-unreadable', { row: row.rowKey });
          }
          return summary;
        })
        .toReversed();
    },
  };
}
