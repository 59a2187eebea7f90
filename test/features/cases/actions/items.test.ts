import {
  doneAction,
  notDoneAction,
  postponeAction,
  removeAction,
} from '../../../../src/features/cases/actions/items.ts';
import type { FollowUp } from '../../../../src/features/cases/domain/case.ts';
import { localDateOf, toInstant } from '../../../../src/kernel/helsinki-time.ts';
import { AINO, buildCase, clock, day, itemId, TODAY } from '../build-case.ts';
import { buildFormContext, fillIn, save } from '../fill-form.ts';

const followUp = (overrides: Partial<FollowUp> = {}): FollowUp => ({
  id: itemId(5),
  date: TODAY,
  what: 'Tuleeko kyyti?',
  person: AINO,
  done: null,
  note: '',
  ...overrides,
});

/** The form about the follow-up, at 11.00 on a day. */
function about(overrides: Partial<FollowUp> = {}, on = '2026-11-24') {
  const now = toInstant(day(on), clock('11:00'));
  const base = buildFormContext({ c: buildCase({ followUps: [followUp(overrides)] }), item: itemId(5), now });
  return { ...base, viewer: { ...base.viewer, today: localDateOf(now) } };
}
const gone = buildFormContext({ item: itemId(99) });

describe('B-16: "Tehty"', () => {
  it('is one press that says what was done and can be taken back', () => {
    const done = save(doneAction, about(), {});
    expect([doneAction.isImmediate(about()), done.said, done.item]).toEqual([
      true,
      'Merkitsit tehdyksi: Seurantapäivä: Tuleeko kyyti?',
      itemId(5),
    ]);
    const undone = save(notDoneAction, { ...about(), c: done.c }, {});
    expect([notDoneAction.isImmediate(about()), undone.said, undone.c]).toEqual([
      true,
      'Tämä on taas tekemättä: Seurantapäivä: Tuleeko kyyti?',
      about().c,
    ]);
  });

  it('of what is gone is refused', () => {
    for (const action of [doneAction, notDoneAction]) {
      for (const context of [gone, buildFormContext()]) {
        expect(fillIn(action, context, {}).decided).toMatchObject({ refusal: { code: 'item-gone' } });
      }
    }
  });
});

describe('T-04, B-16: "Siirrä myöhemmäksi"', () => {
  const offered = (context: ReturnType<typeof about>) =>
    postponeAction.content(context).fields['when']?.choices.map(({ title }) => title);

  it('offers the next day and a week, each with weekday and date, and a day of one’s own', () => {
    expect(offered(about())).toEqual([
      'huomenna, keskiviikkona 25.11.2026',
      'viikon päästä, tiistaina 1.12.2026',
      'Valitsen päivän itse',
    ]);
  });

  it('counts from today when the date has passed, and from the date when it is ahead', () => {
    expect(offered(about({ date: day('2026-11-02') }))?.[0]).toBe('huomenna, keskiviikkona 25.11.2026');
    expect(offered(about({ date: day('2026-12-01') }))).toEqual([
      '8 päivän päästä, keskiviikkona 2.12.2026',
      '2 viikon päästä, tiistaina 8.12.2026',
      'Valitsen päivän itse',
    ]);
  });

  it('never offers a day off', () => {
    // A Friday, and the Wednesday before Christmas.
    expect(offered(about({ date: day('2026-11-27') }, '2026-11-27'))?.[0]).toBe(
      '3 päivän päästä, maanantaina 30.11.2026',
    );
    expect(offered(about({ date: day('2026-12-23') }, '2026-12-23'))?.slice(0, 2)).toEqual([
      '5 päivän päästä, maanantaina 28.12.2026',
      'viikon päästä, keskiviikkona 30.12.2026',
    ]);
    // A week from this Wednesday is loppiainen.
    expect(offered(about({ date: day('2026-12-30') }, '2026-12-30'))?.[1]).toBe('8 päivän päästä, torstaina 7.1.2027');
  });

  it('says what is moved and from where, and the new day', () => {
    expect(postponeAction.content(about()).intro).toBe(
      'Seurantapäivä: Tuleeko kyyti?\nPäivä on nyt tiistai 24.11.2026.',
    );
    const decided = save(postponeAction, about(), { when: '2026-12-01' });
    expect([decided.said, decided.c.followUps[0]?.date, decided.notices]).toEqual([
      'Uusi päivä on tiistai 1.12.2026.',
      '2026-12-01',
      [],
    ]);
  });

  it('T-09: says when no reminder comes any more', () => {
    expect(save(postponeAction, about(), { when: '2026-11-25' }).notices).toHaveLength(1);
  });

  it('takes a day of one’s own, and asks for it when it is missing, past or the same', () => {
    expect(save(postponeAction, about(), { when: 'own', date: '15.12.' }).c.followUps[0]?.date).toBe('2026-12-15');
    const refusal = (date: string) => fillIn(postponeAction, about(), { when: 'own', date }).decided;
    expect(refusal('')).toMatchObject({ refusal: { code: 'date-missing', field: 'date' } });
    expect(refusal('23.11.2026')).toMatchObject({ refusal: { code: 'date-in-past', field: 'date' } });
    expect(refusal('24.11.2026')).toMatchObject({ refusal: { code: 'date-unchanged', field: 'date' } });
  });

  it('takes a typed day whatever is chosen above it, and wants one of the two', () => {
    const moved = (typed: Readonly<Record<string, string>>) =>
      save(postponeAction, about(), typed).c.followUps[0]?.date;
    expect(moved({ date: '15.12.2026' })).toBe('2026-12-15');
    expect(moved({ when: '2026-12-01', date: '15.12.2026' })).toBe('2026-12-15');
    expect(fillIn(postponeAction, about(), {}).decided).toMatchObject({
      refusal: { code: 'date-missing', field: 'when' },
    });
  });

  it('asks again rather than promise another day than was shown before midnight', () => {
    const nextMorning = about({}, '2026-11-25');
    expect(fillIn(postponeAction, nextMorning, { when: '2026-11-25' }).problems).toEqual(['when']);
  });

  it('of what is gone says so', () => {
    expect(postponeAction.content(gone).intro).toBe('Tätä kohtaa ei enää ole. Joku on poistanut sen.');
    expect(fillIn(postponeAction, gone, { when: 'own', date: '15.12.2026' }).decided).toMatchObject({
      refusal: { code: 'item-gone' },
    });
  });
});

describe('B-09: "Poista"', () => {
  const notices = (context: ReturnType<typeof about>) => removeAction.content(context).notices.map(({ text }) => text);

  it('names what goes and what follows, and asks once', () => {
    expect(removeAction.isImmediate(about())).toBe(false);
    expect(notices(about())).toEqual([
      'Poistat tämän: Seurantapäivä: Tuleeko kyyti?, 24.11.2026',
      'Et voi palauttaa poistettua kohtaa. Sen muistutukset loppuvat.',
    ]);
  });

  it('speaks of reminders only when there are some', () => {
    expect(notices(about({ done: { on: TODAY, by: AINO } }))[1]).toBe('Et voi palauttaa poistettua kohtaa.');
  });

  it('removes it and says so', () => {
    const decided = save(removeAction, about(), {});
    expect([decided.said, decided.c.followUps]).toEqual(['Poistit kohdan: Seurantapäivä.', []]);
  });

  it('of what is gone says so', () => {
    expect(notices(gone)).toEqual(['Tätä kohtaa ei enää ole. Joku on poistanut sen.']);
    expect(fillIn(removeAction, gone, {}).decided).toMatchObject({ refusal: { code: 'item-gone' } });
  });
});
