import { handOverAction, joinAction } from '../../../../src/features/cases/actions/case-people.ts';
import { parsePersonId } from '../../../../src/kernel/ids.ts';
import type { Member } from '../../../../src/platform/teams/bot.ts';
import { AINO, BO, buildCase, itemId, SANNA } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, PEOPLE, save } from '../fill-form.ts';

describe('G-11: joining', () => {
  it('is one press', () => {
    const context = buildFormContext({ by: BO });
    expect(joinAction.isImmediate(context)).toBe(true);
    const decided = save(joinAction, context, {});
    expect([decided.said, decided.c.participants]).toEqual(['Olet nyt mukana tapauksessa.', [AINO, BO]]);
  });
});

describe('handing over', () => {
  const context = buildFormContext({ c: buildCase({ participants: [AINO, SANNA] }) });

  it('offers the people of the team, those of the case first, and not the lead', () => {
    const form = handOverAction.content(context);
    expect(form.fields['to']?.choices).toEqual([
      { value: SANNA, title: 'Sanna Salo' },
      { value: BO, title: 'Bo Berg' },
    ]);
    expect(form.intro).toMatch(/^Vastuuhenkilö on nyt Aino Aalto\./);
    expect(initialOf(handOverAction, context)).toEqual({ to: '', stay: 'true' });
  });

  it('tells the thread, and lets the former lead stay or go', () => {
    const staying = save(handOverAction, context, { to: BO });
    expect([staying.said, staying.announce, staying.c.lead, staying.c.participants]).toEqual([
      'Uusi vastuuhenkilö on Bo Berg.',
      'handedOver',
      BO,
      [AINO, SANNA, BO],
    ]);
    expect(save(handOverAction, context, { to: BO, stay: 'false' }).c.participants).toEqual([SANNA, BO]);
  });

  it('to somebody who left the team while the form was open is refused beside the field', () => {
    const reading = handOverAction.read(context, { to: BO, stay: 'true' }, { confirmed: false });
    const without = { ...PEOPLE, members: PEOPLE.members.filter(({ id }) => id !== BO) };
    const later = { ...context, viewer: { ...context.viewer, people: without } };
    const decision = { by: AINO, today: context.viewer.today, newItemId: () => itemId(900) };
    expect(reading.kind === 'decide' && reading.decide(context.c, { ...later, ...decision })).toMatchObject({
      refusal: { code: 'not-in-team', field: 'to' },
    });
    expect(fillIn(handOverAction, later, { to: BO }).problems).toEqual(['to']);
  });

  it('is refused at once when there is nobody else', () => {
    const people = { ...PEOPLE, members: PEOPLE.members.filter(({ id }) => id === AINO) };
    const alone = { ...context, viewer: { ...context.viewer, people } };
    expect(handOverAction.isImmediate(alone)).toBe(true);
    expect(fillIn(handOverAction, alone, {}).decided).toMatchObject({ refusal: { code: 'nothing-to-choose' } });
  });

  it('in a large team shows a hundred, those of the case among them, and says so', () => {
    const many: readonly Member[] = Array.from({ length: 150 }, (_, index) => ({
      id: parsePersonId(`p${index}`) ?? AINO,
      teamsId: `29:p${index}`,
      name: `Henkilö ${index}`,
      isGuest: true,
    }));
    const people = { ...PEOPLE, members: [...many, ...PEOPLE.members] };
    const large = { ...context, viewer: { ...context.viewer, people } };
    const form = handOverAction.content(large);
    expect([form.fields['to']?.choices.length, form.fields['to']?.choices[0]?.value]).toEqual([100, SANNA]);
    expect(form.notices).toHaveLength(1);
  });
});
