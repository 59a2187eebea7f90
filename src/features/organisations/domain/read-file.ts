// Reads a whole CSV file: which column is which, and each row as a draft with its problems.
import { readCsv, type CsvRow } from '../../../kernel/csv.ts';
import { nearest } from '../../../kernel/edit-distance.ts';
import { fold } from '../../../kernel/fold.ts';
import { COLUMNS, type CellProblem, type Cells, type CellWords, type Column, type Draft } from './draft.ts';
import { REGISTER_MAX } from './organisation.ts';
import { readCells } from './read-cells.ts';

/** What a file may call its columns; the first name of each is how the file is written out. */
export type FileWords = CellWords & { readonly columns: Readonly<Record<Column, readonly string[]>> };

export type FileRow = { readonly line: number; readonly draft: Draft; readonly problems: readonly CellProblem[] };

/** Why no row of a file can be read at all. */
export type FileProblem =
  | { readonly code: 'empty' | 'no-rows' | 'too-many-rows' }
  | { readonly code: 'open-quote'; readonly line: number }
  | { readonly code: 'column-missing' | 'column-twice'; readonly column: Column };

export type FileReading =
  | {
      readonly kind: 'rows';
      readonly rows: readonly FileRow[];
      /** Headers of columns that are passed over, as they were written. */
      readonly passedOver: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem };

const SLIPS_MAX = 1;

/** The rows of the text. The first line that holds anything says what the columns are; their order is free. */
export function readFile(text: string, words: FileWords): FileReading {
  const { rows, openQuoteAt } = readCsv(text);
  const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (openQuoteAt !== null) {
    return unreadable({ code: 'open-quote', line: openQuoteAt });
  }
  if (header === undefined) {
    return unreadable({ code: 'empty' });
  }
  const columns = header.cells.map((name) => columnOf(name, words.columns));
  const problem = headerProblem(columns) ?? sizeProblem(body.length);
  if (problem !== null) {
    return unreadable(problem);
  }
  return {
    kind: 'rows',
    rows: withDuplicates(body.map((row) => readRow(row, columns, words))),
    passedOver: header.cells.filter((name, index) => columns[index] === null && name.trim() !== ''),
  };
}

function unreadable(problem: FileProblem): FileReading {
  return { kind: 'unreadable', problem };
}

function columnOf(header: string, names: FileWords['columns']): Column | null {
  const wanted = fold(header).replaceAll(/[:*]/g, '').trim();
  const known = COLUMNS.flatMap((column) => names[column].map((name) => ({ column, name: fold(name) })));
  const near = nearest(
    wanted,
    known.map(({ name }) => name).filter((name) => name.length > 4),
    SLIPS_MAX,
  );
  return (known.find(({ name }) => name === wanted) ?? known.find(({ name }) => name === near))?.column ?? null;
}

function headerProblem(columns: readonly (Column | null)[]): FileProblem | null {
  const named = columns.filter((column) => column !== null);
  if (!named.includes('name')) {
    return { code: 'column-missing', column: 'name' };
  }
  const twice = named.find((column, index) => named.indexOf(column) !== index);
  return twice === undefined ? null : { code: 'column-twice', column: twice };
}

function sizeProblem(rows: number): FileProblem | null {
  return rows === 0 ? { code: 'no-rows' } : rows > REGISTER_MAX ? { code: 'too-many-rows' } : null;
}

function readRow({ line, cells }: CsvRow, columns: readonly (Column | null)[], words: CellWords): FileRow {
  const named = Object.fromEntries(
    columns.flatMap((column, index) => (column === null ? [] : [[column, cells[index] ?? '']])),
  );
  const read: Cells = named;
  return { line, ...readCells(read, words) };
}

// The second of two is the bad one: the first may be right.
function withDuplicates(rows: readonly FileRow[]): readonly FileRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = fold(row.draft.name);
    const isTwice = key !== '' && seen.has(key);
    seen.add(key);
    const twice: CellProblem = { code: 'twice-in-file', column: 'name', value: row.draft.name, near: '' };
    return isTwice ? { ...row, problems: [...row.problems, twice] } : row;
  });
}
