import path from 'node:path';
import { callSitesIn } from '../support/call-sites.ts';
import { type Cell, keyOf, Matrix, MISHAPS, MORE_MISHAPS, type Result, type Step } from './matrix.ts';
import { SCENARIOS } from './matrix-scenarios.ts';

// `npm run test:faults:matrix` plays every call of every scenario with every mishap; `npm test` every step once.
const isFull = process.env['FAULT_MATRIX'] === 'full';
const columns = isFull ? [...MISHAPS, ...MORE_MISHAPS] : MISHAPS;
const sites = callSitesIn(path.join(__dirname, '../../src/platform/delivery'));
const nameOf = new Map(sites.map(({ at, name }) => [at, name]));

const matrix = new Matrix();
let steps: readonly Step[] = [];
let problems: readonly string[] = [];
let results: ReadonlyMap<Cell, Result> = new Map();

beforeAll(
  async () => {
    const recorded = await matrix.record(SCENARIOS);
    problems = recorded.problems;
    steps = isFull ? recorded.steps : firstOfEach(recorded.steps);
    const cells = steps.flatMap((step) => columns.map((mishap) => ({ step, mishap })));
    results = await matrix.play(cells);
  },
  isFull ? 7_200_000 : 900_000,
);

afterAll(async () => {
  process.stdout.write(report());
  await matrix.close();
});

describe('the fault matrix', () => {
  it('tells stories that end well without faults', () => {
    expect(problems).toEqual([]);
  });

  it('knows every storage call that the engine makes', () => {
    expect([...new Set(steps.map(({ call }) => call.at))].filter((at) => !nameOf.has(at))).toEqual([]);
  });

  describe.each(sites)('$name ($at)', ({ at }) => {
    it('is reached by a story', () => {
      expect(steps.filter(({ call }) => call.at === at)).not.toEqual([]);
    });

    it.each(columns)('ends well at every step: $name', ({ name }) => {
      const own = [...results].filter(([{ step, mishap }]) => step.call.at === at && mishap.name === name);
      const played = steps.filter(({ call }) => call.at === at).length;
      expect(own).toHaveLength(played);
      expect(played).toBeGreaterThan(0);
      expect(own.filter(([, result]) => result.problems.length > 0).map(described)).toEqual([]);
    });
  });
});

function firstOfEach(all: readonly Step[]): readonly Step[] {
  const first = new Map<string, Step>();
  all.forEach((step) => first.set(keyOf(step.call), first.get(keyOf(step.call)) ?? step));
  return [...first.values()];
}

function described([{ step, mishap }, result]: [Cell, Result]): string {
  return `${labelOf(step)} × ${mishap.name} in “${step.scenario.name}”, call ${step.nth + 1}: ${result.problems.join('; ')}`;
}

function labelOf({ call }: Step): string {
  return `${nameOf.get(call.at) ?? call.at} [${call.way}]`;
}

/** A row for every step, a column for every mishap, in each how many cells ended well of how many. */
function report(): string {
  const rows = new Map<string, Map<string, { ended: number; of: number }>>();
  const requests = new Map<string, string>();
  for (const [{ step, mishap }, result] of results) {
    const row = rows.get(labelOf(step)) ?? new Map<string, { ended: number; of: number }>();
    const cell = row.get(mishap.name) ?? { ended: 0, of: 0 };
    row.set(mishap.name, { ended: cell.ended + (result.problems.length === 0 ? 1 : 0), of: cell.of + 1 });
    rows.set(labelOf(step), row);
    requests.set(labelOf(step), requests.get(labelOf(step)) ?? result.requests[0] ?? '');
  }
  const lines = [...rows].map(([label, row]) => {
    const cells = columns.map(({ name }) => {
      const cell = row.get(name);
      return cell === undefined ? 'MISSING' : `${cell.ended}/${cell.of}`;
    });
    return `| ${label} | ${requests.get(label)} | ${cells.join(' | ')} |`;
  });
  const ended = [...results.values()].filter((result) => result.problems.length === 0).length;
  return [
    '',
    `| step | asks | ${columns.map(({ name }) => name).join(' | ')} |`,
    `| --- | --- | ${columns.map(() => '---').join(' | ')} |`,
    ...lines,
    `fault matrix: ${sites.length} call sites, ${rows.size} steps, ${results.size} cells, ${ended} ended well`,
    '',
  ].join('\n');
}
