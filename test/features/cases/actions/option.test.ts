import { optionAction } from '../../../../src/features/cases/actions/option.ts';
import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { buildCase, buildEvent, itemId } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const contextOf = (type: DiscussionEvent['type']) =>
  buildFormContext({ c: buildCase({ events: [buildEvent({ type })] }) });
const typed = { description: 'Kyydin voi varata puhelimella', proposedBy: 'together' };

describe('the form of a solution option', () => {
  it.each([
    ['S0-47', 'officials', 'Kirjaa ratkaisuvaihtoehto'],
    ['S0-53', 'political', 'Kirjaa ratkaisuvaihtoehto: Miten toimitaan?'],
  ] as const)('%s: of type %s is called %s', (_row, type, title) => {
    expect(optionAction.content(contextOf(type)).title).toBe(title);
  });

  it('S0-33: lets any party propose', () => {
    expect(optionAction.content(contextOf(null)).fields['proposedBy']?.choices).toEqual([
      { value: 'together', title: 'Yhdessä' },
      { value: 'owner', title: 'Tampereen tukiyhdistys' },
      { value: 'authority', title: 'Pirkanmaan hyvinvointialue' },
    ]);
  });

  it('S0-48: asks whether it is realistic, what can be done and when', () => {
    const { fields } = optionAction.content(contextOf(null));
    expect(Object.keys(fields)).toEqual(['description', 'proposedBy', 'realistic', 'whatCanBeDone', 'schedule']);
    expect(fields['realistic']?.choices.map(({ title }) => title)).toEqual(['Kyllä', 'Ei', 'Ei vielä tiedossa']);
  });

  it.each([
    ['yes', true],
    ['no', false],
    ['unknown', null],
  ])('S0-48: keeps the answer %s and shows it again', (realistic, kept) => {
    const saved = save(optionAction, contextOf(null), { ...typed, realistic });
    expect(saved.c.events[0]?.options[0]?.realistic).toBe(kept);
    expect(initialOf(optionAction, buildFormContext({ c: saved.c, item: saved.item }))).toMatchObject({
      ...typed,
      realistic,
    });
  });

  it('opens again for the option that was added', () => {
    expect(save(optionAction, contextOf(null), typed).item).toBe(itemId(900));
  });

  it('names the fields that are empty', () => {
    expect(fillIn(optionAction, contextOf(null), {}).problems).toEqual(['description', 'proposedBy']);
  });

  it('is refused without an event', () => {
    expect(fillIn(optionAction, buildFormContext(), typed).decided).toMatchObject({ refusal: { code: 'no-event' } });
  });
});
