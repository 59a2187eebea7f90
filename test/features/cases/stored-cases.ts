// Many different cases put straight into a storage, for what counts and lists them.
import type { Case, Status } from '../../../src/features/cases/domain/case.ts';
import type { Cooperation, Outcome } from '../../../src/features/cases/domain/vocabulary.ts';
import { caseCells, caseRowKey } from '../../../src/features/cases/rows.ts';
import { followSummaries, type FollowedSummaries } from '../../../src/features/cases/use-cases/followed-summaries.ts';
import { parseCaseId, type ChannelId, type WorkspaceKey } from '../../../src/kernel/ids.ts';
import { countyOfMunicipality, parseMunicipalityCode } from '../../../src/kernel/regions/regions.ts';
import type { Cells, Store } from '../../../src/platform/storage/store.ts';
import { watchedStore } from '../../../src/platform/storage/watched-store.ts';
import { AINO, buildCase, day, NOW } from './build-case.ts';

/** What a test says of a case; the rest is as `buildCase` has it. */
export type CaseSketch = {
  readonly title?: string;
  /** A municipality's code; Tampere unless said. */
  readonly municipality?: string;
  readonly opened?: string;
  readonly closed?: { readonly on: string; readonly outcome: Outcome; readonly cooperation: Cooperation | null };
  readonly stage?: Case['stage'];
  readonly theme?: Case['basics']['theme'];
  readonly target?: Case['basics']['targetBody']['kind'];
  readonly group?: string;
  readonly targetDate?: string;
  /** The restricted channel that it lives in. */
  readonly restrictedTo?: ChannelId;
};

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return value;
}

function statusOf({ closed }: CaseSketch): Status {
  return closed === undefined
    ? { kind: 'open' }
    : {
        kind: 'closed',
        outcome: closed.outcome,
        summary: 'Asia on käsitelty',
        noEvaluationReason: 'Sovimme muuten',
        cooperation: closed.cooperation,
        on: day(closed.on),
        by: AINO,
      };
}

/** The case of a sketch; `index` gives its id and number. */
export function caseOf(sketch: CaseSketch, index: number): Case {
  const base = buildCase();
  const municipality = known(parseMunicipalityCode(sketch.municipality ?? '837'));
  const stage = sketch.stage ?? 'federationContact';
  return {
    ...base,
    id: known(parseCaseId(`01JCASE${String(index).padStart(19, '0')}`)),
    number: `2026-${String(index).padStart(3, '0')}`,
    opened: { ...base.opened, on: day(sketch.opened ?? '2026-11-02'), at: NOW },
    home: sketch.restrictedTo === undefined ? base.home : { channelId: sketch.restrictedTo, access: 'restricted' },
    status: statusOf(sketch),
    stage,
    basics: {
      ...base.basics,
      title: sketch.title ?? base.basics.title,
      theme: sketch.theme ?? null,
      targetBody: {
        kind: sketch.target ?? 'wellbeingCounty',
        county: countyOfMunicipality(municipality).code,
        municipality,
        jointAuthorityName: '',
      },
    },
    schedule: { ...base.schedule, targetDate: day(sketch.targetDate ?? '2027-01-15') },
    owner: sketch.group === undefined ? base.owner : { kind: 'workingGroup', name: sketch.group },
  };
}

/** Stores the cases of the sketches, the first as number 1. `cells` may change what is written of each. */
export async function storeCases(
  store: Store,
  workspace: WorkspaceKey,
  sketches: readonly CaseSketch[],
  cells: (c: Case) => Cells = caseCells,
): Promise<void> {
  for (const [index, sketch] of sketches.entries()) {
    const c = caseOf(sketch, index + 1);
    await store.commit(workspace, [{ kind: 'insert', rowKey: caseRowKey(c.id), cells: cells(c) }]);
  }
}

/** The summaries of the cases in a storage that the test writes to by itself. */
export function summariesOf(store: Store): FollowedSummaries {
  return followSummaries(watchedStore(store), () => performance.now());
}
