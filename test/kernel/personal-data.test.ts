import fc from 'fast-check';
import { findPersonalData } from '../../src/kernel/personal-data.ts';

const kindsIn = (text: string): readonly string[] => findPersonalData(text, { names: true });

describe('G-03: a phone number', () => {
  it.each([
    'puh. 040 123 4567',
    '0401234567',
    '040-1234567',
    '044 12 34 567',
    '050 1234567',
    '0457 123 4567',
    '+358 40 123 4567',
    '+358401234567',
    '00358 40 1234567',
    '+358(0)40 123 4567',
    '09 310 1234',
    '(09) 3101234',
    '020 123 4567',
    '0800 12345',
    '+46 70 123 45 67',
    'Kokous 5.1.2027, soita 040 123 4567.',
  ])('is noticed in %j', (text) => {
    expect(kindsIn(text)).toEqual(['phone']);
  });
});

describe('G-03: an e-mail address', () => {
  it.each([
    'matti.meikalainen@gmail.com',
    'Kirjoita osoitteeseen päivi@esimerkki.fi.',
    'matti(at)esimerkki.fi',
    'matti (ät) posti.esimerkki.fi',
  ])('is noticed in %j', (text) => {
    expect(kindsIn(text)).toEqual(['email']);
  });

  it.each(['kirjaamo@pirha.fi', 'info@esimerkki.fi', 'vammaispalvelu@esimerkki.fi', '@esimerkki', 'tuki@esimerkki.fi'])(
    'is not a person’s in %j',
    (text) => {
      expect(kindsIn(text)).toEqual([]);
    },
  );
});

describe('G-03: a street address', () => {
  it.each([
    'Hämeenkatu 12 A 3',
    'hämeenkatu 12',
    'Asuu Hämeenkadulla 12',
    'Koivutie 5',
    'koivutie 5 a 12',
    'Ojakuja 1',
    'Metsäpolku 7',
    'Rantaväylä 10 B',
    'Kylänraitti 3',
    'Päivärinne 4',
    'Tervakaari 22, 33200 Tampere',
    'Aleksis Kiven katu 14',
    'Storgatan 5',
  ])('is noticed in %j', (text) => {
    expect(kindsIn(text)).toEqual(['address']);
  });

  it.each([
    'Valtatie 3 on poikki',
    'kävelytie 2 km',
    'Ratkaisupolku 4',
    'Palvelupolku 2',
    'Koivutie on pitkä',
    'Mäntyharju 507',
    'Pieksämäki 593',
    'Hämeenkatu 12,5 m',
    'kunta 12',
  ])('is not seen in %j', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe('G-03: a person’s name', () => {
  it.each([
    'Matti Meikäläinen kertoi',
    'Soitin Matti Virtaselle',
    'Soitin Matille Virtaselle',
    'Tapasin Pekan Korhosen',
    'Anna-Liisa Virtanen',
    'Liisa Salo ja muut',
    'Matti J. Meikäläinen',
    'Carl von Essen',
    'Lars Ekström',
    'Tuomaksen Mäkelän asia',
    'MATTI VIRTANEN',
    'Virtanen, Matti',
    'Virtasen Matti soitti',
    'Aino Mäki-Petäjä',
  ])('is noticed in %j', (text) => {
    expect(kindsIn(text)).toEqual(['name']);
  });

  it.each([
    'Pirkanmaan hyvinvointialue',
    'Aino-hanke päättyy',
    'Annan Tampereen kaupungille palautetta',
    'Toivon Pirkanmaan hyvinvointialueelta vastausta',
    'Ainoa Suomen kunta',
    'Onni Tampereelta',
    'Matti. Pirkanmaalla on toisin',
    'Matti\nVirtanen',
    'Matti soitti',
    'Satu THL',
    'Kai Kela maksaa',
    'Vantaan ja Keravan hyvinvointialue',
    'Kehitysvammaisten Tukiliitto',
    'Lupa- ja valvontavirasto',
    'Etelä-Savon vammaispalvelut',
    'Helsingin kaupunki',
  ])('is not seen in %j', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('is looked for only where it does not belong', () => {
    expect(findPersonalData('Matti Meikäläinen, 040 123 4567', { names: false })).toEqual(['phone']);
  });
});

describe('G-03: the kinds', () => {
  it('come once each and in one order', () => {
    const text = 'Matti Meikäläinen, Koivutie 5, matti@esimerkki.fi, 040 123 4567 ja 050 123 4567';
    expect(kindsIn(text)).toEqual(['phone', 'email', 'address', 'name']);
  });

  it('are none in ordinary numbers and dates', () => {
    const natural = (max: number) => fc.nat({ max });
    const two = (value: number): string => String(value).padStart(2, '0');
    const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
    const ordinary = fc.oneof(
      date.map((value) => `${value.getUTCDate()}.${value.getUTCMonth() + 1}.${value.getUTCFullYear()}`),
      date.map((value) => `${two(value.getUTCDate())}.${two(value.getUTCMonth() + 1)}.${value.getUTCFullYear()}`),
      date.map((value) => `${two(value.getUTCDate())}-${two(value.getUTCMonth() + 1)}-${value.getUTCFullYear()}`),
      date.map((value) => value.toISOString().slice(0, 10)),
      natural(999).map((number) => `2026-${String(number).padStart(3, '0')}`),
      fc.tuple(natural(999), natural(999)).map(([a, b]) => `${a + 1} ${String(b).padStart(3, '0')} euroa`),
      fc.tuple(natural(9_999), natural(99)).map(([euros, cents]) => `${euros},${two(cents)} €`),
      fc.tuple(natural(23), natural(59)).map(([hour, minute]) => `klo ${two(hour)}.${two(minute)}`),
      fc.tuple(natural(23), natural(23)).map(([from, to]) => `klo ${two(from)}–${two(to)}`),
      natural(99_999).map((code) => `${String(code).padStart(5, '0')} Tampere`),
      natural(100).map((percent) => `${percent} %`),
      fc.tuple(natural(9_999_999), natural(9)).map(([number, check]) => `${String(number).padStart(7, '0')}-${check}`),
    );
    fc.assert(
      fc.property(fc.array(ordinary, { maxLength: 8 }), (parts) => {
        expect(kindsIn(parts.join(', '))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are told of any mobile number, however it is grouped', () => {
    const prefix = fc.constantFrom('040', '041', '044', '045', '046', '050', '+358 40', '+35850');
    const rest = fc.stringMatching(/^\d{7}$/);
    const separator = fc.constantFrom('', ' ', '-', '\u00a0');
    fc.assert(
      fc.property(prefix, rest, separator, (start, number, gap) => {
        const grouped = [start, number.slice(0, 3), number.slice(3)].join(gap);
        fc.pre(!/^0\d(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(grouped));
        expect(kindsIn(`Soita ${grouped}.`)).toEqual(['phone']);
      }),
    );
  });

  it('are looked for in long text without delay', () => {
    const long = `${'040'.repeat(5_000)}.5 ${'a'.repeat(20_000)}@${'b.'.repeat(5_000)} ${'Matti '.repeat(5_000)}`;
    expect(kindsIn(long)).toEqual(['name']);
  });
});
