// One card, drawn twice: what the tab shows is what Teams shows.
import { presentForm } from '../../../src/platform/cards/present-form.ts';
import { presentList } from '../../../src/platform/cards/present-list.ts';
import { presentMessage } from '../../../src/platform/cards/present-message.ts';
import { shownCard } from '../../../src/platform/cards/shown-card.ts';
import { ShownCard } from '../../../src/platform/cards/contract.ts';
import { viewProblems } from '../../support/view-check.ts';
import { buildForm, buildList, buildMessage } from './views.ts';

describe('what a card shows', () => {
  const cards = {
    'a form': () => presentForm(buildForm()),
    'a form with something to mend': () =>
      presentForm(
        buildForm({ problems: { matter: 'Kirjoita asia muutamalla sanalla.' }, typed: { goal: 'Pyörätie' } }),
      ),
    'a message': () => presentMessage(buildMessage()),
    'a list': () => presentList(buildList()),
  };

  it.each(Object.entries(cards))('%s says the same words and holds the same buttons in both', (_name, draw) => {
    expect(viewProblems(draw())).toEqual([]);
  });

  it.each(Object.entries(cards))('%s has the shape of the contract', (_name, draw) => {
    expect(ShownCard.parse(shownCard(draw()))).toEqual(shownCard(draw()));
  });

  it('is a fault of a card that no presenter drew', () => {
    const card = presentMessage(buildMessage());
    expect(() => shownCard({ ...card })).toThrow('card-without-view');
  });
});

describe('the comparison itself', () => {
  it('tells a word, a button, a link and a field that only one of them has', () => {
    const card = presentForm(buildForm());
    const { body } = card;
    Reflect.set(
      card,
      'body',
      Array.isArray(body) ? [...body.slice(0, -1), { type: 'TextBlock', text: 'vieras' }] : body,
    );
    expect(viewProblems(card).some((problem) => problem === 'only the card says "vieras"')).toBe(true);
    expect(viewProblems(card).length).toBeGreaterThan(1);
  });
});
