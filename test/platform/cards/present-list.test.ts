import { presentList } from '../../../src/platform/cards/present-list.ts';
import { CARD_BYTES_MAX, lintCard } from '../../support/card-linter.ts';
import { buildList } from './views.ts';

describe('a list', () => {
  test('W-14: keeps the rules of every card with ten items', () => {
    expect(lintCard(presentList(buildList()))).toEqual([]);
  });

  test('is whole without items, buttons and more', () => {
    expect(lintCard(presentList(buildList({ items: [], more: null, intro: null, buttons: [] })))).toEqual([]);
  });

  test('is refused with more than ten items', () => {
    const [item] = buildList().items;
    const items = Array.from({ length: 11 }, () => item ?? { title: '', lines: [] });
    expect(() => presentList(buildList({ items }))).toThrow('too-many-items-on-card');
  });

  test('stays in bounds with ten of the longest titles', () => {
    const items = buildList().items.map((item) => ({
      ...item,
      title: 'ä'.repeat(120),
      lines: ['ö'.repeat(120), 'å'.repeat(120)],
    }));
    expect(Buffer.byteLength(JSON.stringify(presentList(buildList({ items }))))).toBeLessThanOrEqual(CARD_BYTES_MAX);
  });
});
