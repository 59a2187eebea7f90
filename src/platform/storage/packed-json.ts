// A record as JSON in as many cells as it needs: Table Storage takes 32,768 UTF-16 units in one cell.
import { Fault, invariant } from '../../kernel/fault.ts';
import type { Cells } from './store.ts';

const PART_UNITS = 31_999;
// Half of what a row may hold, so that the columns beside the JSON always fit. The storage counts two bytes a unit.
const RECORD_BYTES = 512 * 1024;

/**
 * The cells `<name>0`, `<name>1` … and `<name>Parts` that hold `value`. Throws `record-too-large` above 512 KB as the
 * storage counts; callers cap lists and texts before it comes to that.
 */
export function packJson(name: string, value: unknown): Cells {
  // The type of stringify hides that undefined gives undefined.
  const text: string | undefined = JSON.stringify(value);
  invariant(text !== undefined, 'record-not-json');
  if (text.length * 2 > RECORD_BYTES) {
    throw new Fault('record-too-large', { name, bytes: text.length * 2 });
  }
  const parts = split(text);
  return {
    [`${name}Parts`]: parts.length,
    ...Object.fromEntries(parts.map((part, index) => [`${name}${index}`, part])),
  };
}

/** The value that `packJson` stored under `name`, yet to be parsed. Throws `row-unreadable` when a part is missing. */
export function unpackJson(cells: Cells, name: string): unknown {
  const count = cells[`${name}Parts`];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) {
    throw new Fault('row-unreadable', { name });
  }
  const parts = Array.from({ length: count }, (_, index) => cells[`${name}${index}`]);
  if (!parts.every((part) => typeof part === 'string')) {
    throw new Fault('row-unreadable', { name });
  }
  try {
    return JSON.parse(parts.join(''));
  } catch (cause) {
    // The cause would quote the text, which may be people's words.
    throw new Fault('row-unreadable', { name, json: cause instanceof SyntaxError });
  }
}

function split(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + PART_UNITS;
    const next = isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
    parts.push(text.slice(start, next));
    start = next;
  }
  return parts;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}
