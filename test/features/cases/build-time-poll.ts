import type { TimePoll } from '../../../src/features/cases/domain/time-poll.ts';
import { AINO, BO, clock, day, itemId, SANNA } from './build-case.ts';

/** Aino asks herself, Bo and Sanna about three afternoons, and somebody answers for the disability services. */
export function buildTimePoll(overrides: Partial<TimePoll> = {}): TimePoll {
  return {
    id: itemId(200),
    by: AINO,
    state: 'open',
    options: [
      { id: itemId(201), date: day('2026-12-08'), time: clock('14:00') },
      { id: itemId(202), date: day('2026-12-09'), time: clock('14:00') },
      { id: itemId(203), date: day('2026-12-10'), time: clock('10:00') },
    ],
    asked: [AINO, BO, SANNA],
    outsiders: [{ id: itemId(210), name: 'Vammaispalvelut', answer: null }],
    answers: [],
    ...overrides,
  };
}
