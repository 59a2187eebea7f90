// Tables as CSV: written so that Excel opens them right and runs nothing, read as programs and people really write them.

/** Numbers are written as they are; texts so that no spreadsheet takes them for a formula. */
export type CsvCell = string | number;

export type CsvRow = {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type CsvTable = {
  readonly rows: readonly CsvRow[];
  /** The line on which a quote opens that nothing closes; null when all is well. What came after it is one cell. */
  readonly openQuoteAt: number | null;
};

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const SEPARATORS = [';', '\t', ','] as const;

// What spreadsheets take for the beginning of a formula (ASVS 1.2.10), also behind white space and in full width.
const FORMULA = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'+\s*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * The rows as text for a file: a byte order mark, semicolons and CRLF, as Finnish Excel expects. A text that a
 * spreadsheet would calculate gets an apostrophe in front, which `readCsv` takes away again. No row may be empty.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => writeRow(row) + LINE_END).join('');
}

function writeRow(row: readonly CsvCell[]): string {
  // A line with nothing on it would be no row at all.
  return row.length === 1 && row[0] === '' ? '""' : row.map(writeCell).join(';');
}

function writeCell(cell: CsvCell): string {
  if (typeof cell === 'number') {
    return String(cell);
  }
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";,\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The rows of a text, whichever of semicolon, tab and comma separates its cells (a first line `sep=…` says it outright).
 * Empty lines are passed over. Quotes within a cell that does not begin with one are letters like others.
 */
export function readCsv(text: string): CsvTable {
  const { body, separator, firstLine } = beginning(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  const rows: CsvRow[] = [];
  let [at, line] = [0, firstLine];
  let openQuoteAt: number | null = null;
  while (at < body.length) {
    const row = readRow(body, at, separator);
    if (!row.isBlank) {
      rows.push({ line, cells: row.cells.map(withoutGuard) });
    }
    if (row.isOpen) {
      openQuoteAt = line;
    }
    line += linesIn(body, at, row.end);
    at = row.end;
  }
  return { rows, openQuoteAt };
}

function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function beginning(text: string): { readonly body: string; readonly separator: string; readonly firstLine: number } {
  const said = /^sep=([;,\t])(?:\r\n|\r|\n|$)/i.exec(text);
  return said === null
    ? { body: text, separator: likelySeparator(text), firstLine: 1 }
    : { body: text.slice(said[0].length), separator: said[1] ?? ';', firstLine: 2 };
}

// The one that stands most often on the first line that holds anything, outside of quotes.
function likelySeparator(text: string): string {
  const line =
    text
      .replaceAll(/"(?:[^"]|"")*"/g, '')
      .split(/\r\n|\r|\n/)
      .find((each) => each.trim() !== '') ?? '';
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}

type ReadRow = {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  readonly isBlank: boolean;
  readonly isOpen: boolean;
};

function readRow(text: string, from: number, separator: string): ReadRow {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : { value: '', end: at, isOpen: false };
    const plainEnd = endOfPlain(text, cell.end, separator);
    cells.push(cell.value + text.slice(cell.end, plainEnd));
    at = plainEnd + 1;
    if (text[plainEnd] !== separator) {
      const end = text[plainEnd] === '\r' && text[at] === '\n' ? at + 1 : at;
      return { cells, end, isBlank: from === plainEnd, isOpen: cell.isOpen };
    }
  }
}

function readQuoted(
  text: string,
  from: number,
): { readonly value: string; readonly end: number; readonly isOpen: boolean } {
  let value = '';
  for (let at = from + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      return { value: value + text.slice(at), end: text.length, isOpen: true };
    }
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      return { value, end: quote + 1, isOpen: false };
    }
    value += '"';
    at = quote + 2;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') {
    at += 1;
  }
  return at;
}

function linesIn(text: string, from: number, end: number): number {
  return text.slice(from, end).match(/\r\n|\r|\n/g)?.length ?? 0;
}
