import { presentCase } from '../../../../src/features/cases/cards/present-case.ts';
import { CARD_BYTES_MAX, lintCard } from '../../../support/card-linter.ts';
import { buildCaseView } from './views.ts';

function textsOf(card: unknown): readonly string[] {
  return [...JSON.stringify(card).matchAll(/"text":"([^"]*)"/g)].map(([, text = '']) => text.replaceAll('\u00a0', ' '));
}

describe('the card of a case', () => {
  const card = presentCase(buildCaseView());

  test('W-14: keeps the rules of every card', () => {
    expect(lintCard(card)).toEqual([]);
  });

  test('B-01: begins with number, urgency in words and name', () => {
    expect(textsOf(card).slice(0, 3)).toEqual([
      'Tapaus 2026-014',
      'Kiireellinen',
      'Kuljetuspalvelun odotusajat Tampereella',
    ]);
  });

  test('B-21: says the next step, its date and its delay before anything else', () => {
    expect(textsOf(card).slice(3, 7)).toEqual([
      'Seuraava askel',
      'Ota yhteyttä Pirkanmaan hyvinvointialueeseen ja pyydä keskustelua',
      'Viimeistään keskiviikkona 2.12.2026 · ',
      '3 päivää myöhässä',
    ]);
  });

  test('B-02: draws the path of four stages, each with its state as a word', () => {
    expect(textsOf(card).slice(7, 19)).toEqual(
      [
        ['1', 'Yhteys Tukiliittoon', '✓ tehty'],
        ['2', 'Yhteys hyvinvointialueelle', 'nyt'],
        ['3', 'Keskustelutilaisuus', 'edessä'],
        ['4', 'Jatkosuunnitelmat ja seuranta', 'edessä'],
      ].flat(),
    );
  });

  test('is read aloud with its next step', () => {
    expect((card as Readonly<Record<string, unknown>>)['speak']).toBe(
      'Kuljetuspalvelun odotusajat Tampereella. Tapaus 2026-014. Kiireellinen. Seuraava askel: Ota yhteyttä ' +
        'Pirkanmaan hyvinvointialueeseen ja pyydä keskustelua. Viimeistään keskiviikkona 2.12.2026. 3 päivää myöhässä.',
    );
  });

  test.each([
    ['closed', { nextStep: null, statusLine: 'Suljettu tiistaina 5.1.2027: asia ratkesi' }],
    ['with a step but no date', { nextStep: { label: 'Seuraava askel', text: 'Odota', when: null, late: null } }],
    ['with nothing but a name', { facts: [], buttons: [], help: '', nextStep: null }],
  ])('is whole when %s', (_state, overrides) => {
    expect(lintCard(presentCase(buildCaseView(overrides)))).toEqual([]);
  });

  test('stays in bounds with the longest texts', () => {
    const long = '€'.repeat(120);
    const view = buildCaseView({
      title: long,
      nextStep: { label: 'Seuraava askel', text: long, when: long, late: long },
      facts: buildCaseView().facts.map(({ label }) => ({ label, value: '€'.repeat(1000) })),
    });
    expect(Buffer.byteLength(JSON.stringify(presentCase(view)))).toBeLessThanOrEqual(CARD_BYTES_MAX);
  });
});
