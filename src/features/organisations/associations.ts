// The registered associations as other features offer them by name.
import { compareFinnish } from '../../kernel/fold.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import { createFollowedRows } from '../../platform/storage/followed-rows.ts';
import type { WatchedStore } from '../../platform/storage/watched-store.ts';
import { ORGANISATION_COLUMNS, ORGANISATION_PREFIX, rowToOrganisation } from './rows.ts';

export interface Associations {
  /** The names of the county's local associations that are active, in alphabetical order. An outage throws. */
  namesIn(workspace: WorkspaceKey, county: CountyCode): Promise<readonly string[]>;
}

/** Follows the rows of the register. `monotonicMs`: a clock that never goes back. */
export function followAssociations(store: WatchedStore, monotonicMs: () => number): Associations {
  const register = createFollowedRows({
    store,
    prefix: ORGANISATION_PREFIX,
    select: ORGANISATION_COLUMNS,
    read: rowToOrganisation,
    monotonicMs,
  });
  return {
    async namesIn(workspace, county) {
      return (await register.all(workspace))
        .filter(({ kind, isActive, counties }) => kind === 'association' && isActive && counties.includes(county))
        .map(({ name }) => name)
        .toSorted(compareFinnish);
    },
  };
}
