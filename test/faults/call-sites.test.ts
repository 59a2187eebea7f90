import { callSitesOf } from '../support/call-sites.ts';

const named = (text: string): readonly string[] =>
  callSitesOf('a-file.ts', text).map(({ at, name }) => `${at} ${name}`);

describe('the call sites of a source', () => {
  it('are every read, range, commit and now, with the function around them', () => {
    const text = [
      'export async function first(round: Round): Promise<void> {',
      '  await round.deps.store.read(partition, key);',
      '  const row = wanted ? await store.read(partition, key) : null;',
      '}',
      'class Second {',
      '  async #third(): Promise<void> {',
      '    await this.#postmen.commit(partition, []);',
      '  }',
      '}',
      'const later = () => stores.get(tenant)?.now();',
    ].join('\n');
    expect(named(text)).toEqual([
      'a-file.ts:2 a-file first store.read',
      'a-file.ts:3 a-file first store.read 2',
      'a-file.ts:7 a-file #third postmen.commit',
      'a-file.ts:10 a-file later .now',
    ]);
  });

  it('are found where a chain is broken over lines, on the line that a stack names', () => {
    expect(
      named('async function chained() {\n  const now = await deps.store\n    .now()\n    .catch(() => null);\n}'),
    ).toEqual(['a-file.ts:3 a-file chained store.now']);
  });

  it('are none in comments', () => {
    expect(named('// store.read(a)\n/* store.commit(b) */\nconst a = 1; // store.now()\n')).toEqual([]);
  });

  it('are refused when a stack could not tell them apart', () => {
    expect(() => named('const both = [store.read(a, b), store.read(c, d)];')).toThrow('two storage calls in one line');
  });
});
