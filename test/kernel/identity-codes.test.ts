import fc from 'fast-check';
import { findIdentityCodes, maskIdentityCodes } from '../../src/kernel/identity-codes.ts';

// The example code of the public authorities; nobody has it.
const CODE = '131052-308T';

const found = (text: string): readonly string[] =>
  findIdentityCodes(text).map(({ index, length }) => text.slice(index, index + length));

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

const validCode = fc
  .record({
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    separator: fc.constantFrom(...Array.from('+-ABCDEFUVWXYabcdefuvwxy')),
    number: fc.integer({ min: 2, max: 999 }),
    lower: fc.boolean(),
  })
  .map(({ day, month, year, separator, number, lower }) => {
    const birth = digits(day, 2) + digits(month, 2) + digits(year, 2);
    const remainder = Number(BigInt(birth + digits(number, 3)) % 31n);
    const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(remainder);
    return `${birth}${separator}${digits(number, 3)}${lower ? check.toLowerCase() : check}`;
  });

describe('G-02: an identity code', () => {
  it.each([
    CODE,
    '131052-308t',
    '131052+308T',
    '131052A308T',
    '131052u308t',
    '131052–308T',
    '131052−308T',
    '131052\u00ad308T',
    '131052 - 308T',
    '131052\u00a0-\u00a0308T',
    '131052 -308T',
    '131052\u200b-308T',
    '１３１０５２－３０８Ｔ',
  ])('is found written as %j', (written) => {
    expect(found(written)).toEqual([written]);
    expect(found(`Hakijan hetu (${written}), kiitos.`)).toEqual([written]);
  });

  it('is found in the middle of text, beside punctuation, bent, and more than once', () => {
    expect(found(`hetu:${CODE}.`)).toEqual([CODE]);
    expect(found(`Tunnus ${CODE}:n haltija`)).toEqual([CODE]);
    expect(found(`"${CODE}"\n${CODE}, hetu${CODE}`)).toEqual([CODE, CODE, CODE]);
  });

  it('is told where it lies in the original text', () => {
    expect(findIdentityCodes(`ää ${CODE}`)).toEqual([{ index: 3, length: 11 }]);
  });

  it('is not seen where the check character, the day or the month is wrong', () => {
    expect(['131052-308U', '321052-308T', '131352-308T', '001052-308T'].flatMap(found)).toEqual([]);
  });

  it('is not seen inside a longer number or word', () => {
    expect(['1131052-308T', '131052-308T5', '131052-308Tä', '131052\n-308T', '131052G308T'].flatMap(found)).toEqual([]);
  });

  it('is always found when it is valid, whatever stands around it', () => {
    const around = fc.stringMatching(/^[ .,;:()"'\n/äö-]*$/);
    fc.assert(
      fc.property(validCode, around, around, (code, before, after) => {
        const punctuation = after.replace(/^[äö]+/, '');
        expect(found(`${before}${code}${punctuation}`)).toContain(code);
      }),
      { numRuns: 500 },
    );
  });

  it('is not seen in ordinary numbers, dates, sums, times, case numbers and phone numbers', () => {
    const natural = (max: number) => fc.nat({ max });
    const ordinary = fc.oneof(
      fc.tuple(natural(31), natural(12), natural(2100)).map(([d, m, y]) => `${d}.${m}.${y}`),
      fc
        .tuple(natural(31), natural(12), natural(99))
        .map(([d, m, y]) => `20${digits(y, 2)}-${digits(m, 2)}-${digits(d, 2)}`),
      fc.tuple(natural(99), natural(999)).map(([y, n]) => `20${digits(y, 2)}-${digits(n, 3)}`),
      fc.tuple(natural(9_999_999), natural(99)).map(([euros, cents]) => `${euros},${digits(cents, 2)} €`),
      fc.tuple(natural(999), natural(999)).map(([a, b]) => `${a} ${digits(b, 3)} euroa`),
      fc.tuple(natural(23), natural(59), natural(23)).map(([h, m, end]) => `klo ${h}.${digits(m, 2)}–${end}`),
      fc.tuple(natural(999), natural(9_999)).map(([a, b]) => `040 ${digits(a, 3)} ${digits(b, 4)}`),
      fc.tuple(natural(9_999_999), natural(9)).map(([number, check]) => `${digits(number, 7)}-${check}`),
      natural(1_000_000_000).map(String),
    );
    fc.assert(
      fc.property(fc.array(ordinary, { maxLength: 8 }), (parts) => {
        expect(found(parts.join('; '))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('G-02: masking', () => {
  it('hides every code and nothing else', () => {
    expect(maskIdentityCodes(`A ${CODE}, B 131052–308t.`)).toBe('A ••••••-••••, B ••••••-••••.');
  });

  it('leaves other text as it is', () => {
    expect(maskIdentityCodes('Päätös 5.1.2027, tapaus 2026-014')).toBe('Päätös 5.1.2027, tapaus 2026-014');
  });

  it('leaves no code behind', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(validCode, fc.string()), { maxLength: 6 }), (parts) => {
        expect(findIdentityCodes(maskIdentityCodes(parts.join(' ')))).toEqual([]);
      }),
    );
  });

  it('stays fast on long text without codes', () => {
    expect(maskIdentityCodes('131052-30'.repeat(20_000))).toHaveLength(180_000);
  });
});
