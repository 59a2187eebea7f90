import fc from 'fast-check';
import { readCsv, writeCsv } from '../../src/kernel/csv.ts';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

// Everything that a cell could trip over, besides any letters.
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ';', ',', '\t', '\r', '\n', "'", '=', '+', '-', '@', '＝', ' ', 'ä', '\uFEFF'),
  }),
);
const tables = fc.array(fc.array(hostile, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

describe('a table as CSV', () => {
  it('reads back exactly as it was written, whatever the cells hold', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        // A header of plain names is what tells the separator.
        const table = [['nimi', 'laji'], ...rows];
        expect(cellsOf(writeCsv(table))).toEqual(table);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never lets a text begin as a formula', () => {
    fc.assert(
      fc.property(hostile, (cell) => {
        const written = writeCsv([['nimi', cell]]).slice('\uFEFFnimi;'.length);
        expect(written).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is what Excel in Finnish opens: a byte order mark, semicolons, CRLF, numbers as numbers', () => {
    expect(
      writeCsv([
        ['Kunta', 'Tapauksia'],
        ['Ähtäri', -3],
      ]),
    ).toBe('\uFEFFKunta;Tapauksia\r\nÄhtäri;-3\r\n');
    expect(writeCsv([['=1+1'], [' @x'], ['']])).toBe(`\uFEFF'=1+1\r\n' @x\r\n""\r\n`);
  });
});

describe('a CSV file of somebody else', () => {
  it.each([
    ['semicolons', 'a;b\n1,5;2'],
    ['tabs', 'a\tb\n1,5\t2'],
    ['commas', 'a,b\n"1,5",2'],
    ['a line that says it', 'sep=,\na,b\n"1,5",2'],
    ['old line ends', 'a;b\r1,5;2\r'],
  ])('is read with %s', (_what, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  it('keeps the line of each row, also after quoted line ends and empty lines', () => {
    const { rows } = readCsv('a;b\r\n"x\r\ny";1\r\n\r\nz;2');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('takes a quote within a word for a letter, and says where one opens that is never closed', () => {
    expect(readCsv('a;b\n5" putki;1')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['5" putki', '1'] },
      ],
      openQuoteAt: null,
    });
    expect(readCsv('a;b\n1;"auki\n2;3').openQuoteAt).toBe(2);
  });

  it('is read in time that grows with its size alone', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`Yhdistys ${index} ry`, '"', '=', 'Tampere']);
    expect(cellsOf(writeCsv(rows))).toHaveLength(20_000);
  });

  it('is nothing when it is empty', () => {
    expect(readCsv('')).toEqual({ rows: [], openQuoteAt: null });
  });
});
