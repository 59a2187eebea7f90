// What the process counts and measures, in Prometheus' text format. Numbers only: no names, no tenants, nobody's words.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PostmanCounts, PostmanMeter } from '../delivery/postman-deps.ts';

export type TurnOutcome = 'answered' | 'refused' | 'failed';

/** Where the rest of the program says what it has measured. */
export interface Meter extends PostmanMeter {
  /** A request of Teams was dealt with. */
  turn(outcome: TurnOutcome, ms: number): void;
  /** A fault was reported; `at` is one of our own names of places. */
  fault(at: string): void;
}

export type Metrics = {
  readonly meter: Meter;
  readonly contentType: string;
  /** Everything, as it is now. */
  text(): Promise<string>;
};

const PREFIX = 'ratkaisupolku_';
// From a moment to the hours of a night; Teams' own limits make a full channel wait for minutes.
const LATENESS_S = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600, 6 * 3_600, 24 * 3_600];
const TURN_S = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TICK_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const COUNTS: { readonly [Name in keyof PostmanCounts]: readonly [kind: 'gauge' | 'counter', help: string] } = {
  pending: ['gauge', 'Deliveries promised and not ended, in the workspaces that this process has checked.'],
  due: ['gauge', 'Deliveries that the last scans of this process found waiting.'],
  differences: ['gauge', 'Where deliveries and their due index disagree and were left as they are.'],
  sent: ['counter', 'Deliveries sent.'],
  late: ['counter', 'Of those sent, how many came more than a minute after their time.'],
  handedOn: ['counter', 'Deliveries that say nothing themselves and have promised others.'],
  failed: ['counter', 'Deliveries that nobody could be told.'],
  expired: ['counter', 'Deliveries that were no longer worth saying.'],
  unknown: ['counter', 'Messages that may or may not have arrived.'],
  unreadable: ['counter', 'Rows that this version cannot read.'],
  throttled: ['counter', 'Answers of Teams that asked for a pause (429).'],
  repaired: ['counter', 'Deliveries that had lost their place in the due index and got it back.'],
  faults: ['counter', 'Attempts broken off by a fault; each is tried again.'],
};

/** Metrics of one process, in a registry of their own. `counts` are the postman's, asked when somebody reads. */
export function createMetrics(counts: () => PostmanCounts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const [name, [kind, help]] of Object.entries(COUNTS)) {
    addCount(registry, { name, kind, help }, counts);
  }
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], labelNames: Label[]) =>
    new Histogram({ name: `${PREFIX}${name}_seconds`, help, buckets, labelNames, registers });
  const lateness = histogram('delivery_lateness', 'How long after their time deliveries were sent.', LATENESS_S, []);
  const ticks = histogram('postman_tick', 'A look of the postman at all tenants.', TICK_S, []);
  const turns = histogram('turn', 'Requests of Teams, by what became of them.', TURN_S, ['outcome']);
  const faults = new Counter({
    name: `${PREFIX}faults_total`,
    help: 'Faults reported, by the place that reported them.',
    labelNames: ['at'],
    registers,
  });
  return {
    meter: {
      sent: (lateMs) => lateness.observe(Math.max(0, lateMs) / 1_000),
      ticked: (ms) => ticks.observe(ms / 1_000),
      turn: (outcome, ms) => turns.observe({ outcome }, ms / 1_000),
      fault: (at) => faults.inc({ at }),
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** `handedOn` as Prometheus writes it. */
function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function addCount(
  registry: Registry,
  { name, kind, help }: { readonly name: string; readonly kind: 'gauge' | 'counter'; readonly help: string },
  counts: () => PostmanCounts,
): void {
  const value = (): number => Object.entries(counts()).find(([key]) => key === name)?.[1] ?? 0;
  const registers = [registry];
  if (kind === 'gauge') {
    const gauge: Gauge = new Gauge({
      name: `${PREFIX}deliveries_${name}`,
      help,
      registers,
      collect: () => gauge.set(value()),
    });
    return;
  }
  const counter: Counter = new Counter({
    name: `${PREFIX}deliveries_${snake(name)}_total`,
    help,
    registers,
    collect() {
      // The postman counts from the start of the process, as a counter does.
      counter.reset();
      counter.inc(value());
    },
  });
}
