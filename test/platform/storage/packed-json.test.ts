import { assert, jsonValue, property } from 'fast-check';
import { packJson, unpackJson } from '../../../src/platform/storage/packed-json.ts';
import { openTestStore } from '../../support/azurite.ts';

describe('a packed record', () => {
  it('comes back as it was', () => {
    assert(
      property(jsonValue(), (value) => {
        const expected: unknown = JSON.parse(JSON.stringify(value));
        expect(unpackJson(packJson('data', value), 'data')).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('is cut below 32,000 units and never through a character', () => {
    for (const shift of [0, 1]) {
      const text = 'x'.repeat(shift) + '🌱'.repeat(60_000);
      const cells = packJson('data', text);
      const parts = Object.values(cells).filter((cell) => typeof cell === 'string');
      expect(parts.length).toBeGreaterThan(3);
      expect(parts.every((part) => part.length < 32_000 && part.isWellFormed())).toBe(true);
      expect(unpackJson(cells, 'data')).toBe(text);
    }
  });

  it('lies beside other cells and other records of the row', () => {
    const cells = { ...packJson('data', { a: 1 }), ...packJson('more', [2]), title: 'x' };
    expect([unpackJson(cells, 'data'), unpackJson(cells, 'more')]).toEqual([{ a: 1 }, [2]]);
  });

  it('survives the storage at its largest', async () => {
    const { store } = await openTestStore();
    const value = { text: 'ä'.repeat(262_000) };
    await store.commit('p', [{ kind: 'insert', rowKey: 'r', cells: packJson('data', value) }]);
    const row = await store.read('p', 'r');
    expect(row === null ? null : unpackJson(row.cells, 'data')).toEqual(value);
  });

  it('is refused above 512 KB', () => {
    expect(() => packJson('data', 'ä'.repeat(262_143))).toThrow(expect.objectContaining({ code: 'record-too-large' }));
  });

  it.each([
    ['no count', {}],
    ['a part missing', { dataParts: 2, data0: '{"a":' }],
    ['a part that is no text', { dataParts: 1, data0: 5 }],
    ['broken JSON', { dataParts: 1, data0: '{"a":' }],
    ['an absurd count', { dataParts: -1 }],
  ])('is unreadable with %s, and nothing of it is quoted', (_what, cells) => {
    const read = (): unknown => unpackJson(cells, 'data');
    expect(read).toThrow(expect.objectContaining({ code: 'row-unreadable' }));
    expect(read).not.toThrow(expect.objectContaining({ cause: expect.anything() }));
  });
});
