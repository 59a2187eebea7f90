// Many different cases of one team, put straight into its storage.
import type { Case } from '../../../src/features/cases/domain/case.ts';
import { STAGES, THEMES } from '../../../src/features/cases/domain/vocabulary.ts';
import { insertCase } from '../../../src/features/cases/rows.ts';
import { numberRowKey } from '../../../src/features/cases/use-cases/load-case.ts';
import { parsePersonId } from '../../../src/kernel/ids.ts';
import { municipalities } from '../../../src/kernel/regions/regions.ts';
import type { Store, Write } from '../../../src/platform/storage/store.ts';
import { known, WORKSPACE } from '../../app/app-world.ts';
import { VEERA } from '../../app/people.ts';
import { caseOf } from '../../features/cases/stored-cases.ts';

// Two rows each, as many as one transaction holds.
const BATCH = 50;
// So many cases are Veera's own, whatever the size of the team: the first page shows them.
const OWN = 12;

/** Stores so many open cases, numbered from 1: all counties, stages and themes; the first dozen are Veera's. */
export async function storeManyCases(store: Store, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const cases = Array.from({ length: size }, (_each, offset) => caseAt(from + offset + 1));
    await store.commit(
      WORKSPACE,
      cases.flatMap((c): Write[] => [
        insertCase(c),
        { kind: 'insert', rowKey: numberRowKey(c.number), cells: { caseId: c.id } },
      ]),
    );
  }
}

function caseAt(index: number): Case {
  const municipality = known(municipalities[(index * 7) % municipalities.length]);
  const c = caseOf(
    {
      title: `Palvelun ${index} odotusajat: ${municipality.nameFi}`,
      municipality: municipality.code,
      stage: known(STAGES[index % STAGES.length]),
      theme: known(THEMES[index % THEMES.length]),
      targetDate: `2026-${index % 5 === 0 ? '11' : '12'}-${String(1 + (index % 23)).padStart(2, '0')}`,
      ...(index % 3 === 0 ? { group: `Työryhmä ${index % 40}` } : {}),
    },
    index,
  );
  const veera = known(parsePersonId(VEERA.aadObjectId));
  return index <= OWN ? { ...c, lead: veera, participants: [...c.participants, veera] } : c;
}
