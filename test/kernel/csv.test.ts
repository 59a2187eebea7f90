import fc from 'fast-check';
import { writeCsv } from '../../src/kernel/csv.ts';

const textOf = (rows: Parameters<typeof writeCsv>[0]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(rows));

/** Reads a file as a spreadsheet does: cells between `;`, quotes around what holds marks. */
function readCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/gy;
  let line: string[] = [];
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, quoted, plain = '', end] = found;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ';') {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

describe('a CSV file', () => {
  it('opens in Excel as Finns have it: marked as UTF-8, semicolons, decimal commas', () => {
    expect(
      textOf([
        ['Teema', 'Tapauksia'],
        ['Työ- ja päivätoiminta', 1.5],
      ]),
    ).toBe('\uFEFFTeema;Tapauksia\r\nTyö- ja päivätoiminta;1,5\r\n');
  });

  it.each([
    ['=1+1'],
    ['+358'],
    ['-2'],
    ['@SUM(A1)'],
    ['  =1+1'],
    ['\u00A0=1+1'],
    ['\t=1+1'],
    ['\r=1+1'],
    ['\n=1+1'],
    ['＝1+1'],
    ['|cmd'],
    ['%0A=1'],
  ])('runs nothing that begins as a formula: %j', (typed) => {
    expect(readCsv(textOf([[typed]]).slice(1))).toEqual([[`'${typed}`]]);
  });

  it('leaves numbers as numbers, below zero too', () => {
    expect(textOf([[-3, 0]])).toBe('\uFEFF-3;0\r\n');
  });

  it('gives every text back, whatever it holds, and never one that begins a formula', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (rows) => {
        const read = readCsv(textOf(rows).slice(1));
        expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠|%]|[\t\r\n])/u, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠|%]|[\t\r\n])/u, ''))),
        );
        expect(read.flat().filter((cell) => /^[\s]*[=+\-@]/u.test(cell))).toEqual([]);
      }),
    );
  });
});
