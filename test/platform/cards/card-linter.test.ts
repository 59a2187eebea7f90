import { lintCard } from '../../support/card-linter.ts';

const heading = { type: 'TextBlock', text: 'Otsikko', style: 'heading', wrap: true };

function cardWith(...elements: readonly object[]): object {
  return {
    type: 'AdaptiveCard',
    $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'fi',
    speak: 'Otsikko.',
    fallbackText: 'Otsikko.',
    body: [heading, ...elements],
  };
}

const input = { type: 'Input.Text', id: 'a', label: 'Asia', errorMessage: 'Kirjoita asia.', isRequired: true };
const filtered = { ...input, type: 'Input.ChoiceSet', style: 'filtered', choices: [{ title: 'a', value: 'a' }] };
const submit = { type: 'Action.Submit', title: 'a' };

describe('the card linter', () => {
  test('has nothing to say of a good card', () => {
    expect(lintCard(cardWith(input, { type: 'ActionSet', actions: [submit] }))).toEqual([]);
  });

  test.each([
    ['an unknown element', { type: 'Carousel' }, 'card.body[1]: Carousel is not an element of ours'],
    ['an unknown property', { ...heading, bold: true }, 'card.body[1]: TextBlock has no bold'],
    ['a missing property', { type: 'FactSet' }, 'card.body[1]: FactSet lacks facts'],
    ['a misspelt word', { ...heading, color: 'red' }, 'card.body[1]: color cannot be "red"'],
    ['text that does not wrap', { ...heading, wrap: false }, 'card.body[1]: text does not wrap'],
    ['an input without a label', { ...input, label: '' }, 'card.body[1]: input without label'],
    ['an input without an error message', { ...input, errorMessage: '' }, 'card.body[1]: input without errorMessage'],
    ['an image without words', { type: 'Image', url: 'https://a.fi/a.png' }, 'card.body[1]: an image without altText'],
    [
      'a link that is not https',
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'http://a.fi' }] },
      'card.body[1].actions[0]: a link that is not https',
    ],
    [
      'a button older clients cannot press',
      { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'a', verb: 'b' }] },
      'card.body[1].actions[0]: Action.Execute without an Action.Submit for older clients',
    ],
    [
      'six choices',
      { type: 'ActionSet', actions: Array.from({ length: 6 }, () => submit) },
      'card.body[1]: more than 5 choices',
    ],
    ['a sign alone', { ...heading, text: '⚠️' }, 'card.body[1].text: a sign without words'],
    ['an expression left over', { ...heading, text: '${title}' }, 'card: an expression of the template is left'],
  ])('finds %s', (_what, element, problem) => {
    expect(lintCard(cardWith(element))).toContain(problem);
  });

  test('finds what concerns the whole card', () => {
    const card = { ...cardWith(filtered, filtered), lang: 'en', version: '1.6', speak: '', fallbackText: ' ' };
    expect(lintCard(card)).toEqual([
      'card: version is not 1.5',
      'card: lang is not fi',
      'card: speak is empty',
      'card: fallbackText is empty',
      'card: the id a is there twice',
      'card: more than one filtered choice',
    ]);
    expect(lintCard(cardWith({ ...heading, text: 'ä'.repeat(13_000) }))[0]).toMatch(/bytes are too many/);
    expect(lintCard({ ...cardWith(), body: [{ ...heading, style: 'default' }] })).toContain(
      'card: the first TextBlock is not its heading',
    );
  });
});
