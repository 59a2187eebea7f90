import fc from 'fast-check';
import type { LocalDate } from '../../../src/kernel/instants.ts';
import * as field from '../../../src/platform/cards/field.ts';
import { problemSentences, personalDataNotice } from '../../../src/platform/cards/form-problems.ts';
import { readForm } from '../../../src/platform/cards/read-form.ts';
import { hostileText } from './hostile-text.ts';

const today = '2026-11-22' as LocalDate;
const asking = { today, confirmed: false };
// Born in 1952; the check character is right.
const CODE = '131052-308T';

const fields = {
  matter: field.textField(true, { label: 'Asia', problem: 'Kirjoita asia.' }),
  note: field.longTextField(false, { label: 'Muistiinpano', problem: 'Kirjoita muistiinpano.', maxLength: 40 }),
  date: field.dateField({ label: 'Päivä', problem: 'Kirjoita päivä, esimerkiksi 5.1.2027.' }),
  time: field.optionalTimeField({ label: 'Aika', problem: 'Kirjoita aika, esimerkiksi 9.05.' }),
  urgency: field.choiceField<'urgent' | 'normal'>({
    label: 'Kiireellisyys',
    problem: 'Valitse yksi.',
    choices: [
      { value: 'urgent', title: 'Kiireellinen' },
      { value: 'normal', title: 'Tavallinen' },
    ],
  }),
  topics: field.choicesField<'housing' | 'rides'>(true, {
    label: 'Aiheet',
    problem: 'Valitse ainakin yksi.',
    choices: [
      { value: 'housing', title: 'Asuminen' },
      { value: 'rides', title: 'Kuljetus' },
    ],
  }),
  sent: field.toggleField(false, { label: 'Lähetetty', problem: 'Rastita.' }),
};
const good = {
  matter: 'Kyydit',
  note: '',
  date: '2027-01-05',
  time: '',
  urgency: 'normal',
  topics: 'rides',
  sent: 'false',
};

describe('reading a form', () => {
  test('gives every value, typed', () => {
    const reading = readForm(fields, { ...good, time: 'klo 9.05', topics: 'rides,housing', sent: 'true' }, asking);
    expect(reading).toMatchObject({
      kind: 'values',
      values: {
        matter: 'Kyydit',
        note: '',
        date: '2027-01-05',
        time: '09:05',
        urgency: 'normal',
        topics: ['housing', 'rides'],
        sent: true,
      },
    });
  });

  test('tells all problems at once (B-11)', () => {
    const wrong = {
      matter: ' ',
      note: 'x'.repeat(41),
      date: '31.2.2027',
      time: '25',
      urgency: '',
      topics: '',
      sent: '',
    };
    expect(readForm(fields, wrong, asking)).toEqual({
      kind: 'problems',
      problems: {
        matter: { code: 'unreadable' },
        note: { code: 'too-long', max: 40 },
        date: { code: 'unreadable' },
        time: { code: 'unreadable' },
        urgency: { code: 'unreadable' },
        topics: { code: 'unreadable' },
      },
      typed: wrong,
    });
  });

  test.each(['2027-01-05', '5.1.2027', '05.01.2027', '5.1.', 'tiistaina 5.1.2027'])(
    'B-12: reads the date %s',
    (date) => {
      expect(readForm(fields, { ...good, date }, asking)).toMatchObject({
        kind: 'values',
        values: { date: '2027-01-05' },
      });
    },
  );

  test.each([
    ['a choice that was not offered', { urgency: 'secret' }],
    ['one forged choice among real ones', { topics: 'rides,secret' }],
    ['only separators', { topics: ',,' }],
    ['a choice twice', { topics: 'rides,rides,secret' }],
    ['an object', { urgency: { toString: 'normal' } }],
    ['a list', { topics: ['rides'] }],
    ['a required field left out', { date: undefined }],
    ['null', { date: null }],
  ])('refuses %s', (_what, part) => {
    const reading = readForm(fields, { ...good, ...part }, asking);
    expect(reading).toMatchObject({
      kind: 'problems',
      problems: Object.fromEntries(Object.keys(part).map((name) => [name, { code: 'unreadable' }])),
    });
  });

  test('reads booleans and numbers as clients may send them', () => {
    const reading = readForm(fields, { ...good, sent: true, matter: 112 }, asking);
    expect(reading).toMatchObject({ kind: 'values', values: { sent: true, matter: '112' } });
  });

  test('passes over names that are not fields, inherited ones too', () => {
    const inherited = Object.assign(Object.create({ matter: 'peritty' }) as object, {
      ...good,
      matter: undefined,
      verb: 'x',
    });
    expect(readForm(fields, inherited as Record<string, unknown>, asking)).toMatchObject({
      kind: 'problems',
      problems: { matter: { code: 'unreadable' } },
    });
  });

  test('a box that must be ticked is a problem until it is', () => {
    const must = { agreed: field.toggleField(true, { label: 'Olen tarkistanut', problem: 'Rastita.' }) };
    expect(readForm(must, { agreed: 'false' }, asking).kind).toBe('problems');
    expect(readForm(must, { agreed: 'true' }, asking)).toMatchObject({ kind: 'values', values: { agreed: true } });
  });

  test('keeps what was typed, letter by letter', () => {
    const typed = { ...good, matter: '  <b> ${x} [a](b)  ', date: 'ensi tiistaina' };
    expect(readForm(fields, typed, asking).typed).toEqual(typed);
  });

  test('keeps no more than twice what the field holds', () => {
    const { typed } = readForm(fields, { ...good, note: '😀'.repeat(200) }, asking);
    expect(typed['note']).toHaveLength(80);
  });

  test('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(fields)), fc.oneof(hostileText(), fc.anything())),
        (data) => {
          expect(['values', 'problems', 'personalData']).toContain(readForm(fields, data, asking).kind);
        },
      ),
    );
  });
});

describe('identity codes', () => {
  test('G-02: are refused beside the field and masked in what is shown again', () => {
    const reading = readForm(fields, { ...good, matter: `Asiakas ${CODE} odottaa`, note: CODE }, asking);
    expect(reading).toMatchObject({
      kind: 'problems',
      problems: { matter: { code: 'identity-code' }, note: { code: 'identity-code' } },
      typed: { matter: 'Asiakas ••••••-•••• odottaa' },
    });
    expect(JSON.stringify(reading)).not.toContain('308T');
  });

  test('G-02: are refused also when personal data is confirmed', () => {
    expect(readForm(fields, { ...good, matter: CODE }, { today, confirmed: true }).kind).toBe('problems');
  });

  test('G-02: are masked even where they are not free text or too long', () => {
    const reading = readForm(fields, { ...good, urgency: CODE, note: 'x'.repeat(90) + CODE }, asking);
    expect(JSON.stringify(reading)).not.toContain('308T');
  });
});

describe('personal data', () => {
  const phone = { ...good, matter: 'Soita 040 123 4567' };

  test('G-03: asks for one confirmation', () => {
    expect(readForm(fields, phone, asking)).toMatchObject({ kind: 'personalData', found: { matter: ['phone'] } });
    expect(readForm(fields, phone, { today, confirmed: true })).toMatchObject({ kind: 'values' });
  });

  test('G-03: comes after the problems', () => {
    expect(readForm(fields, { ...phone, date: '' }, asking).kind).toBe('problems');
  });

  test('is not looked for where work contacts belong', () => {
    const contact = { phone: field.textField(true, { label: 'Puhelin', problem: 'x', privacy: 'workContact' }) };
    expect(readForm(contact, { phone: '040 123 4567' }, asking).kind).toBe('values');
  });

  test('G-04: the warning names the field and the kind, never the text', () => {
    expect(personalDataNotice(fields, { matter: ['phone', 'email'] })).toEqual({
      tone: 'warning',
      text: 'Tekstissä voi olla henkilötietoja: Asia (puhelinnumero, sähköposti). Poista ne, jos niitä ei tarvita.',
    });
  });
});

test('every problem becomes a sentence that says how to mend it', () => {
  const sentences = problemSentences(fields, {
    matter: { code: 'identity-code' },
    note: { code: 'too-long', max: 40 },
    date: { code: 'unreadable' },
  });
  expect(sentences).toEqual({
    matter: 'Poista henkilötunnus. Kirjoita asiasta ilman tunnusta, esimerkiksi ”yksi asiakas”.',
    note: 'Lyhennä tekstiä. Tähän mahtuu 40 merkkiä.',
    date: 'Kirjoita päivä, esimerkiksi 5.1.2027.',
  });
});
