import { municipalities } from '../../../src/kernel/regions/regions.ts';
import { filteredChoiceField, longTextField, optionalDateField, textField } from '../../../src/platform/cards/field.ts';
import { presentForm } from '../../../src/platform/cards/present-form.ts';
import { CARD_BYTES_MAX, lintCard } from '../../support/card-linter.ts';
import { button, buildForm, FIELDS, HELP } from './views.ts';

type Element = { readonly type: string; readonly [name: string]: unknown };

function elementsOf(card: unknown): readonly Element[] {
  if (Array.isArray(card)) {
    return card.flatMap(elementsOf);
  }
  if (typeof card !== 'object' || card === null) {
    return [];
  }
  const inside = Object.values(card).flatMap(elementsOf);
  return 'type' in card ? [card as Element, ...inside] : inside;
}

function textsOf(card: unknown): readonly unknown[] {
  return elementsOf(card).flatMap((element) => ('text' in element ? [element['text']] : []));
}

function inputOf(card: unknown, name: string): Element | undefined {
  return elementsOf(card).find((element) => element['id'] === name);
}

describe('a form', () => {
  const card = presentForm(buildForm());

  test('W-14: keeps the rules of every card', () => {
    expect(lintCard(card)).toEqual([]);
  });

  test('B-01, B-02: says what it does, for which case and at which step', () => {
    expect(textsOf(card).slice(0, 2)).toEqual([
      'Vaihe 2/4 · Tapaus 2026-014 · Kuljetuspalvelun odotusajat',
      'Kirjaa yhteydenotto',
    ]);
  });

  test('G-01: shows the privacy notice right before the first free text', () => {
    const order = elementsOf(card).map((element) => element['text'] ?? element['id']);
    const notice = order.indexOf('Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.');
    expect(order.slice(notice).find((id) => typeof id === 'string' && id in FIELDS)).toBe('matter');
    expect(order.lastIndexOf('Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.')).toBe(notice);
  });

  test.each([
    ['matter', { type: 'Input.Text', isMultiline: false, maxLength: 120, isRequired: true, label: 'Asia' }],
    ['goal', { type: 'Input.Text', isMultiline: true, maxLength: 1000, label: 'Tavoite (vapaaehtoinen)' }],
    ['municipality', { type: 'Input.ChoiceSet', style: 'filtered' }],
    ['urgency', { type: 'Input.ChoiceSet', style: 'expanded', value: 'normal', isMultiSelect: false }],
    ['group', { type: 'Input.ChoiceSet', style: 'compact', placeholder: 'Valitse' }],
    ['date', { type: 'Input.Date', isRequired: false }],
    ['time', { type: 'Input.Time' }],
    ['topics', { type: 'Input.ChoiceSet', style: 'expanded', isMultiSelect: true }],
    ['sent', { type: 'Input.Toggle', title: 'Kyllä', valueOn: 'true', valueOff: 'false', isRequired: true }],
  ])('draws %s as the input that fits it', (name, input) => {
    expect(inputOf(card, name)).toMatchObject(input);
  });

  test('sends a verb and ids, and its inputs only where they are wanted', () => {
    const data = { verb: 'cases/contact', caseId: '01JD0000000000000000000000' };
    expect(elementsOf(card).filter((element) => element.type.startsWith('Action.'))).toMatchObject([
      {
        type: 'Action.Execute',
        verb: 'cases/contact',
        data,
        associatedInputs: 'auto',
        fallback: { type: 'Action.Submit', data, associatedInputs: 'auto' },
      },
      { type: 'Action.Submit' },
      { type: 'Action.Execute', verb: 'cases/cancel', associatedInputs: 'none' },
      { type: 'Action.Submit', associatedInputs: 'none' },
    ]);
  });

  test('B-14: ends with help from a person', () => {
    expect(textsOf(card).at(-1)).toBe(HELP);
  });
});

describe('a form with problems', () => {
  const typed = { matter: 'Kyydit **heti** ${x}', date: 'ensi tiistaina', topics: '0,2', sent: 'true', group: '3' };
  const problems = { date: 'Kirjoita päivä, esimerkiksi 5.1.2027.', goal: 'Lyhennä tekstiä.' };
  const card = presentForm(buildForm({ typed, problems }));

  test('B-11: says them all on top and each beside its field', () => {
    const texts = textsOf(card);
    expect(texts).toContain('Korjaa 2 kohtaa: Tavoite, Päivä. Muut vastauksesi säilyivät.');
    const order = elementsOf(card).map((element) => element['text'] ?? element['id']);
    expect(order.indexOf('date') - order.indexOf('Korjaa: Kirjoita päivä, esimerkiksi 5.1.2027.')).toBe(1);
    expect(order.indexOf('goal') - order.indexOf('Korjaa: Lyhennä tekstiä.')).toBe(1);
  });

  test('B-11: keeps what was typed, as it was typed', () => {
    const shown = Object.keys(typed).map((name) => inputOf(card, name)?.['value']);
    expect(shown).toEqual(Object.values(typed));
  });

  test('shows a date in words in a text input, where it can be mended', () => {
    expect(inputOf(card, 'date')?.type).toBe('Input.Text');
    expect(inputOf(presentForm(buildForm({ typed: { date: '2027-01-05' } })), 'date')?.type).toBe('Input.Date');
  });

  test('counts one problem as one', () => {
    const one = presentForm(buildForm({ problems: { matter: 'Kirjoita asia.' } }));
    expect(textsOf(one)).toContain('Korjaa yksi kohta: Asia. Muut vastauksesi säilyivät.');
  });

  test('names a question with its mark only at the end of the list', () => {
    const fields = {
      whose: textField(true, { label: 'Koskeeko asia yhtä ihmistä?', problem: 'Valitse.' }),
      what: textField(true, { label: 'Mitä tapahtui?', problem: 'Kirjoita.' }),
    };
    const two = presentForm(buildForm({ fields, problems: { whose: 'Valitse.', what: 'Kirjoita.' } }));
    expect(textsOf(two)).toContain(
      'Korjaa 2 kohtaa: Koskeeko asia yhtä ihmistä, Mitä tapahtui? Muut vastauksesi säilyivät.',
    );
  });
});

describe('a form card is refused', () => {
  test('with more than five choices', () => {
    const buttons = Array.from({ length: 6 }, (_, index) => button(`Nappi ${index}`, `v/${index}`));
    expect(() => presentForm(buildForm({ buttons }))).toThrow('too-many-choices-on-card');
  });

  test('with two filtered choices', () => {
    const second = filteredChoiceField({ label: 'Toinen', problem: 'x', choices: [{ value: 'a', title: 'a' }] });
    expect(() => presentForm(buildForm({ fields: { ...FIELDS, second } }))).toThrow('two-filtered-choices-on-card');
  });

  test('when a button’s data has the name of a field', () => {
    const buttons = [button('Tallenna', 'v', { data: { matter: 'x' } })];
    expect(() => presentForm(buildForm({ buttons }))).toThrow('button-data-hides-field');
    expect(() => presentForm(buildForm({ fields: { verb: FIELDS.matter } }))).toThrow('button-data-hides-field');
  });
});

describe('the size of a form', () => {
  // The longest wire text: three bytes for each unit.
  const long = (max: number): string => '€'.repeat(max);

  test('stays in bounds with all municipalities by name, the longest texts and every problem', () => {
    const municipality = filteredChoiceField({
      label: 'Kunta',
      problem: 'Valitse kunta listasta.',
      choices: municipalities.map(({ code, nameFi }) => ({
        value: code,
        title: nameFi,
      })),
    });
    const fields = {
      matter: FIELDS.matter,
      goal: FIELDS.goal,
      municipality,
      urgency: FIELDS.urgency,
      group: FIELDS.group,
    };
    const problems = Object.fromEntries(Object.entries(fields).map(([name, { problem }]) => [name, problem]));
    const card = presentForm(buildForm({ fields, problems, typed: { matter: long(120), goal: 'ä'.repeat(1000) } }));
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(CARD_BYTES_MAX);
  });

  test('stays in bounds with four long texts', () => {
    const fields = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, longTextField(true, { label: name, problem: 'Kirjoita.' })]),
    );
    const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, long(1000)]));
    expect(lintCard(presentForm(buildForm({ fields, typed })))).toEqual([]);
  });
});

test('a form without steps, case, intro or free text is still whole', () => {
  const plain = { urgency: FIELDS.urgency };
  const card = presentForm(
    buildForm({ about: null, step: null, intro: null, privacyNotice: null, fields: plain, help: '', buttons: [] }),
  );
  expect(lintCard(card)).toEqual([]);
  expect(textsOf(card)[0]).toBe('Kirjaa yhteydenotto');
});

test('a field that another answer calls for is not called optional', () => {
  const fields = { date: optionalDateField({ label: 'Päivä', problem: 'Valitse päivä.', conditional: true }) };
  expect(inputOf(presentForm(buildForm({ fields })), 'date')).toMatchObject({ label: 'Päivä', isRequired: false });
});

test('an initial value is shown until something is typed, even when that is nothing', () => {
  const fields = { name: textField(false, { label: 'Nimi', problem: 'Kirjoita nimi.', initial: 'alku' }) };
  expect(inputOf(presentForm(buildForm({ fields })), 'name')?.['value']).toBe('alku');
  expect(inputOf(presentForm(buildForm({ fields, typed: { name: '' } })), 'name')?.['value']).toBe('');
});
