import { directionAction } from '../../../../src/features/cases/actions/direction.ts';
import { buildCase, buildEvent } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const context = buildFormContext({ c: buildCase({ events: [buildEvent()] }) });

describe('the form of the common direction', () => {
  it('S0-45: shows the factors again, one on each line', () => {
    const saved = save(directionAction, context, {
      factors: '- Talousarvio\n- Sopimus',
      commonDirection: 'Kyydit kuntoon',
    });
    expect(initialOf(directionAction, buildFormContext({ c: saved.c, item: saved.item }))).toEqual({
      factors: 'Talousarvio\nSopimus',
      commonDirection: 'Kyydit kuntoon',
    });
  });

  it.each([
    [{ commonDirection: 'Kyydit kuntoon' }, 'Yhteinen suunta on kirjattu.'],
    [{ factors: 'Talousarvio' }, 'Vaikuttavat tekijät on kirjattu. Yhteinen suunta puuttuu vielä.'],
    [{}, 'Yhteistä suuntaa ei ole vielä kirjattu.'],
  ])('says what was recorded of %j', (typed, said) => {
    expect(save(directionAction, context, typed).said).toBe(said);
  });

  it('names the field with too many factors', () => {
    const factors = Array.from({ length: 21 }, (_each, index) => `Tekijä ${index}`).join('\n');
    expect(fillIn(directionAction, context, { factors }).decided).toMatchObject({
      refusal: { code: 'list-full', field: 'factors' },
    });
  });
});
