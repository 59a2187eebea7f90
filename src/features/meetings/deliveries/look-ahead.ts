// The look at a series when something is due: its next session is made and told of, or its day is asked about, and the
// next look is promised in the same transaction. So a series goes on without anybody doing anything, and a look that is
// repeated after a crash finds everything done.
import { Fault } from '../../../kernel/fault.ts';
import type { DeliveryKind } from '../../../platform/delivery/delivery.ts';
import { parseSeriesId } from '../domain/ids.ts';
import { commitChange } from '../use-cases/commit.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadSeries } from '../use-cases/load.ts';
import { LOOK_KIND } from './promises.ts';

// Somebody is changing the series, or another instance looks at it too.
const AGAIN_MS = 1_000;

export function createLookKind(deps: MeetingDeps): DeliveryKind {
  return {
    kind: LOOK_KIND,
    actsWhenWorded: true,
    async word(workspace, deliveries, now) {
      const id = parseSeriesId(deliveries[0]?.payload['seriesId']);
      const series = id === null ? null : await loadSeries(deps.store, workspace, id);
      if (series === null || series.value.status === 'ended') {
        return { wording: { kind: 'obsolete' }, holds: [] };
      }
      const change = { workspace, by: null, now, series, seriesAction: null, meetings: [], also: [] };
      const outcome = await commitChange(deps, change);
      // What follows from it is promised with the sessions themselves, so there is nothing left to hand on.
      return outcome === 'conflict'
        ? { wording: { kind: 'later', ms: AGAIN_MS }, holds: [] }
        : { wording: { kind: 'handOn', drafts: [] }, holds: deliveries.map(({ name }) => name) };
    },
    fallback: () => {
      throw new Fault('look-says-nothing');
    },
  };
}
