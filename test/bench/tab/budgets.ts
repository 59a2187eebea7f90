// What the tab may cost, and what it does cost.
import type { Table } from '../support/report.ts';

export type Budget = {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: 'kB' | 'ms' | '';
};

/** Whether the measured figure keeps to its limit; one that is missing does not. */
export function isKept({ measured, limit }: Budget): boolean {
  return measured <= limit;
}

/** All budgets as a table. */
export function budgetTable(budgets: readonly Budget[]): Table {
  const figure = (value: number, unit: Budget['unit']): string => {
    const text = unit === 'kB' ? value.toFixed(1) : unit === 'ms' ? value.toFixed(0) : value.toFixed(3);
    return unit === '' ? text : `${text} ${unit}`;
  };
  return {
    head: ['budget', 'measured', 'limit', 'kept'],
    rows: budgets.map((budget) => [
      budget.name,
      figure(budget.measured, budget.unit),
      figure(budget.limit, budget.unit),
      isKept(budget) ? 'yes' : '**no**',
    ]),
  };
}
