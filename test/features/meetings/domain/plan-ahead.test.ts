// The series looked at again and again by itself, over years: no model but the rule.
import fc from 'fast-check';
import { addDays, type Weekday } from '../../../../src/kernel/dates.ts';
import { localDateOf, toInstant } from '../../../../src/kernel/helsinki-time.ts';
import type { Instant, LocalTime } from '../../../../src/kernel/instants.ts';
import { daysOfRule, type NthOfMonth } from '../../../../src/kernel/monthly-rules.ts';
import { awkwardReason } from '../../../../src/features/meetings/domain/awkward-days.ts';
import type { Meeting } from '../../../../src/features/meetings/domain/meeting.ts';
import { askedOf, planAhead } from '../../../../src/features/meetings/domain/plan-ahead.ts';
import { buildSeries, START_DATE } from '../build-meeting.ts';

const anyRule = fc.record({
  nth: fc.constantFrom<NthOfMonth>(1, 2, 3, 4, 'last'),
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  everyMonths: fc.constantFrom<1 | 2>(1, 2),
});
const YEARS_DAYS = 3 * 365;

describe('a series that goes on by itself', () => {
  it('T-10, S2-33, S2-35: tells of every ordinary day once and of no other, and always looks ahead', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 800 }), (drawn, start) => {
        const from = addDays(START_DATE, start);
        const series = buildSeries({ rule: { ...drawn, from, until: addDays(from, YEARS_DAYS) } });
        const stored = new Map<string, Meeting>();
        const told: string[] = [];
        const asked: string[] = [];
        let now: Instant | null = toInstant(from, '08:00' as LocalTime);
        for (let looks = 0; now !== null; looks += 1) {
          const plan = planAhead(series, [...stored.values()], now);
          for (const session of plan.announce) {
            told.push(session.date);
            stored.set(session.id, { ...session, state: { kind: 'announced', at: now } });
          }
          for (const session of plan.ask) {
            asked.push(session.date);
            stored.set(session.id, askedOf(session));
          }
          const next: Instant | null =
            plan.nextLook === null ? null : toInstant(plan.nextLook.date, plan.nextLook.time);
          // Each look is later than the one before: it is never promised for a time that has passed.
          expect(next === null || next > now).toBe(true);
          expect(looks).toBeLessThan(200);
          now = next;
        }
        const days = daysOfRule(series.rule, from, addDays(from, YEARS_DAYS));
        expect(told).toEqual(days.filter((day) => awkwardReason(day) === null));
        expect([...new Set(asked)]).toEqual(days.filter((day) => awkwardReason(day) !== null));
      }),
      { numRuns: 60 },
    );
  });

  it('S2-33: the same look twice plans nothing more', () => {
    const series = buildSeries();
    const now = toInstant(addDays(START_DATE, 30), '09:00' as LocalTime);
    const first = planAhead(series, [], now);
    const stored = first.announce.map((session): Meeting => ({ ...session, state: { kind: 'announced', at: now } }));
    const second = planAhead(series, stored, now);
    expect(second.announce).toEqual([]);
    expect(second.nextLook).toEqual(planAhead(series, stored, now).nextLook);
  });

  it('S2-33: what is over is not told of any more', () => {
    const series = buildSeries();
    const now = toInstant(addDays(START_DATE, 200), '09:00' as LocalTime);
    const plan = planAhead(series, [], now);
    expect([...plan.announce, ...plan.ask].every(({ date }) => date >= localDateOf(now))).toBe(true);
  });
});
