// Tables as files for a spreadsheet. Excel in Finnish takes `;` between cells, and UTF-8 when a mark begins the file.

export type CsvCell = string | number;

const BYTE_ORDER_MARK = '\uFEFF';
// What a spreadsheet takes for the beginning of a formula, also in the wide letters of East Asian keyboards, and also
// behind white space (ASVS 1.2.10).
const FORMULA = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[;,"'\t\r\n]|^\s|\s$/u;

/**
 * The rows as a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe before it, so that opening
 * the file runs nothing that somebody typed. Numbers are written with a decimal comma.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(writeCell).join(';')}\r\n`);
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''));
}

function writeCell(cell: CsvCell): string {
  if (typeof cell === 'number') {
    return String(cell).replace('.', ',');
  }
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
