import { decodeText } from '../../src/kernel/decode-text.ts';

const WORDS = 'Ähtärin tukiyhdistys – Åbo';

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(WORDS, 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${WORDS}`, 'utf8')],
    ['UTF-16', Buffer.from(`\uFEFF${WORDS}`, 'utf16le')],
    // The dash is a sign that Windows has and Latin-1 has not.
    ['Windows-1252', Buffer.from(WORDS.replace('–', '\u0096'), 'latin1')],
  ])('is read from %s', (_what, bytes) => {
    expect(decodeText(bytes)).toBe(WORDS);
  });

  it('is nothing in a workbook', () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0xe5]))).toBeNull();
  });
});
