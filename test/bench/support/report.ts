// Tables for the terminal and for the pages of docs/, and the machine they were made on.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Markdown that is easy to read in a terminal too: columns are padded, numbers stand at the right. */
export function drawTable({ head, rows }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const draw = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [draw(head), `| ${rule.join(' | ')} |`, ...rows.map(draw)].join('\n');
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** One sentence about where and when it was measured. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.versions.node}, ${date}.`;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Puts the text between the marks `<!-- name -->` and `<!-- /name -->` of a page, in place of what was there. */
export function writeBetween(page: string, name: string, text: string): void {
  const before = readFileSync(page, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${page} has no place for ${name}`);
  }
  writeFileSync(page, `${before.slice(0, from + start.length)}\n\n${text}\n\n${before.slice(to)}`);
}
