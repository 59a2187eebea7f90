import { globSync, readFileSync } from 'node:fs';
import { type Tried, whyMissed } from '../../../src/features/deliveries/domain/why-missed.ts';
import { deliveriesFi } from '../../../src/features/deliveries/texts.fi.ts';

const NOTHING: Tried = { state: 'failed', attempts: 1, takeovers: 0, lastStatus: null, isPaused: false };

describe('why a message was not said', () => {
  it.each([
    [{ lastStatus: 403 }, 'forbidden'],
    [{ lastStatus: 404 }, 'gone'],
    [{ lastStatus: 413 }, 'tooLarge'],
    [{ lastStatus: 429, state: 'expired' }, 'busy'],
    [{ lastStatus: 502, state: 'late' }, 'busy'],
    [{ lastStatus: 500, state: 'late' }, 'silent'],
    [{ lastStatus: 418 }, 'strange'],
    [{ takeovers: 8, attempts: 9 }, 'broken'],
    [{ state: 'late', attempts: 0 }, 'waiting'],
    [{ state: 'late', attempts: 3 }, 'silent'],
    [{ state: 'expired', attempts: 0 }, 'tooLate'],
    [{ state: 'late', isPaused: true }, 'paused'],
    [{ lastStatus: 403, isPaused: true }, 'forbidden'],
  ] as const)('after %j is %s', (about, reason) => {
    expect(whyMissed({ ...NOTHING, ...about })).toBe(reason);
  });
});

it('every kind of message that a feature sends has a name', () => {
  const sources = globSync('src/features/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const kinds = sources.flatMap((source) => [...source.matchAll(/_KIND = '([^']+)'/g)].map(([, kind]) => kind ?? ''));
  expect(kinds.length).toBeGreaterThan(15);
  expect(Object.keys(deliveriesFi.kinds)).toEqual(kinds.toSorted((a, b) => (a < b ? -1 : 1)));
});
