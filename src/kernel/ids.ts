declare const brand: unique symbol;
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** One Teams team = one partition: `<tenantId>|<teamId>`, made by `workspaceKey`. */
export type WorkspaceKey = Branded<string, 'WorkspaceKey'>;
/** The Entra object id of a person who uses the app; lower case. */
export type PersonId = Branded<string, 'PersonId'>;
/** `19:…@thread.tacv2`: the id of a Teams channel. */
export type ChannelId = Branded<string, 'ChannelId'>;
/** ULID. */
export type CaseId = Branded<string, 'CaseId'>;
/** ULID of something inside a case: a contact, an event, an action … */
export type ItemId = Branded<string, 'ItemId'>;

// Table keys may not hold these, and the pipe separates our parts.
const FORBIDDEN_IN_KEYS = /[/\\#?|\u0000-\u001f\u007f-\u009f]/;

/** The partition of a team, or null when a part could not be a key (such ids do not come from Teams). */
export function workspaceKey(tenantId: string, teamId: string): WorkspaceKey | null {
  const usable = (part: string): boolean => part !== '' && part.length <= 400 && !FORBIDDEN_IN_KEYS.test(part);
  return usable(tenantId) && usable(teamId) ? (`${tenantId.toLowerCase()}|${teamId}` as WorkspaceKey) : null;
}

/** A stored key of a team, or null when it is none. */
export function parseWorkspaceKey(value: unknown): WorkspaceKey | null {
  const [tenantId = '', teamId = '', ...more] = typeof value === 'string' ? value.split('|') : [];
  return more.length > 0 ? null : workspaceKey(tenantId, teamId);
}

/** The tenant of a workspace. */
export function tenantOf(workspace: WorkspaceKey): string {
  return workspace.slice(0, workspace.indexOf('|'));
}

/** A source of new ULIDs; built once by index.ts, a counter in tests. */
export type NewId = () => string;

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

export function parseCaseId(value: unknown): CaseId | null {
  return typeof value === 'string' && ULID.test(value) ? (value as CaseId) : null;
}

export function parseItemId(value: unknown): ItemId | null {
  return typeof value === 'string' && ULID.test(value) ? (value as ItemId) : null;
}

export function parsePersonId(value: unknown): PersonId | null {
  const usable = typeof value === 'string' && value !== '' && value.length <= 100 && !FORBIDDEN_IN_KEYS.test(value);
  return usable ? (value.toLowerCase() as PersonId) : null;
}

export function parseChannelId(value: unknown): ChannelId | null {
  const usable = typeof value === 'string' && value !== '' && value.length <= 200 && !FORBIDDEN_IN_KEYS.test(value);
  return usable ? (value as ChannelId) : null;
}
