import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { linesOf, recordDirection } from '../../../../src/features/cases/domain/direction.ts';
import { buildCase, buildEvent } from '../build-case.ts';

describe('S0-45: the factors', () => {
  it.each([
    ['one on each line', 'Talousarvio\nHenkilöstö', ['Talousarvio', 'Henkilöstö']],
    ['without bullets', '- Talousarvio\n• Henkilöstö\n* Sopimus', ['Talousarvio', 'Henkilöstö', 'Sopimus']],
    ['without empty lines', '\n Talousarvio \n\n', ['Talousarvio']],
    ['with a minus sign that belongs to the word', '-10 prosenttia', ['-10 prosenttia']],
    ['none at all', '  \n', []],
  ])('are read %s', (_how, text, factors) => {
    expect(linesOf(text)).toEqual(factors);
  });

  it('are kept as a list beside the common direction', () => {
    const request = { factors: 'Talousarvio\nHenkilöstö', commonDirection: 'Kyydit kuntoon' };
    expect(recordDirection(buildCase({ events: [buildEvent()] }), null, request)).toMatchObject({
      value: { events: [{ factors: ['Talousarvio', 'Henkilöstö'], commonDirection: 'Kyydit kuntoon' }] },
    });
  });

  it('are refused beside the field when there are too many', () => {
    const factors = Array.from({ length: LIST_CAPS.factors + 1 }, (_each, index) => `Tekijä ${index}`).join('\n');
    expect(recordDirection(buildCase({ events: [buildEvent()] }), null, { factors, commonDirection: '' })).toEqual({
      ok: false,
      refusal: { code: 'list-full', field: 'factors', args: { max: LIST_CAPS.factors } },
    });
  });

  it('need an event', () => {
    expect(recordDirection(buildCase(), null, { factors: '', commonDirection: '' })).toMatchObject({
      refusal: { code: 'no-event' },
    });
  });
});
