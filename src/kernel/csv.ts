// Tables as CSV: written so that Excel opens them right and runs nothing, read as programs and people really write them.
import Papa from 'papaparse';

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
  const options = { delimiter: ';', newline: LINE_END, quotes: needsQuotes };
  const lines = rows.map((row) => Papa.unparse([row.map(safeCell)], options) + LINE_END);
  return BYTE_ORDER_MARK + lines.join('');
}

function safeCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

// A line with nothing on it would be no row at all, and white space at the ends gets lost without them.
function needsQuotes(cell: unknown): boolean {
  return typeof cell === 'string' && (cell === '' || /[",\t]|^\s|\s$/.test(cell));
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
  Papa.parse<string[]>(body, {
    delimiter: separator,
    step({ data, errors, meta }) {
      const isBlank = data.length === 1 && data[0] === '' && !body.startsWith('"', at);
      if (!isBlank) {
        rows.push({ line, cells: data.map(withoutGuard) });
      }
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        openQuoteAt ??= line;
      }
      line += linesIn(body, at, meta.cursor);
      at = meta.cursor;
    },
  });
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

function linesIn(text: string, from: number, end: number): number {
  return text.slice(from, end).match(/\r\n|\r|\n/g)?.length ?? 0;
}
