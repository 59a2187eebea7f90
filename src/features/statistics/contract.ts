// What the page of statistics asks and is told.
import * as z from 'zod/mini';

const text = z.string();
const count = z.int().check(z.minimum(0));
const choice = z.object({ value: text, label: text });

/** In the order of the page. The first five count the cases opened in the period, the others those closed in it. */
export const StatisticsTableId = z.enum([
  'stages',
  'counties',
  'themes',
  'counterparts',
  'overTime',
  'lengths',
  'outcomes',
  'cooperations',
]);

export const StatisticsRow = z.object({
  key: text,
  label: text,
  count,
  /** Whole per cent of the table's total; null when there are so few that a share says nothing. */
  share: z.nullable(count),
  /** S0-06: the model gives a case such a time. */
  isOfModel: z.boolean(),
});

export const StatisticsTable = z.object({ id: StatisticsTableId, total: count, rows: z.array(StatisticsRow) });

/** `GET /statistics?aika=2026-1&alue=08`. Without `aika` it is the whole time, without `alue` all counties. */
export const StatisticsView = z.object({
  /** As in the query; '' for everything. */
  period: text,
  county: text,
  /** What can be asked, `''` first. */
  periods: z.array(choice),
  counties: z.array(choice),
  opened: count,
  /** Of those opened, how many are late now. */
  late: count,
  closed: count,
  /** Days from opening to outcome; null when there are none, or too few for quartiles. */
  median: z.nullable(count),
  quartiles: z.nullable(z.object({ lower: count, upper: count })),
  /** S0-06: how many took the model's 2 weeks to 2 months. */
  withinModel: count,
  /** S1-28: how many led to continuous cooperation. */
  cooperating: count,
  /** A table is left out when it would say the same as the filter. */
  tables: z.array(StatisticsTable),
});

export type StatisticsTableId = z.infer<typeof StatisticsTableId>;
export type StatisticsRow = z.infer<typeof StatisticsRow>;
export type StatisticsTable = z.infer<typeof StatisticsTable>;
export type StatisticsView = z.infer<typeof StatisticsView>;
