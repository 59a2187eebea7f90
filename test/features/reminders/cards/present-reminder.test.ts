import { presentReminder } from '../../../../src/features/reminders/cards/present-reminder.ts';
import { lintCard } from '../../../support/card-linter.ts';
import { buildReminder, buildReminderItem } from './views.ts';

function labelsOf(card: unknown): readonly string[] {
  return [...JSON.stringify(card).matchAll(/"type":"Action\.(?!Submit)[^"]*","title":"([^"]*)"/g)].map(
    ([, title = '']) => title,
  );
}

function items(count: number): ReturnType<typeof buildReminder>['items'] {
  return Array.from({ length: count }, (_, index) => buildReminderItem({ what: `Asia ${index + 1}` }));
}

describe('a reminder', () => {
  test.each([0, 1, 2, 3, 4, 5, 10])('W-14: keeps the rules of every card with %d items', (count) => {
    expect(lintCard(presentReminder(buildReminder(items(count))))).toEqual([]);
  });

  test('B-16: tells what, when, where and what to do next', () => {
    const json = JSON.stringify(presentReminder(buildReminder([buildReminderItem({ late: '3 päivää myöhässä' })])));
    for (const text of [
      'Soita hyvinvointialueelle',
      'huomenna, keskiviikkona 6.1.2027 klo 13.00 · ',
      '3\u00a0päivää\u00a0myöhässä',
      'Hatanpään valtatie 3, Tampere',
      'Kysy, onko asia edennyt. Kirjaa myös, jos et saanut vastausta.',
    ]) {
      expect(json).toContain(`"text":"${text}"`);
    }
  });

  test('mentions whom it concerns: nobody else is notified', () => {
    const card = presentReminder(buildReminder(items(1)));
    expect(card).toMatchObject({ msteams: { entities: [{ mentioned: { id: '29:1', name: 'Aino Esimerkki' } }] } });
  });

  test('B-19: has its choices in one row when it is about one thing', () => {
    expect(labelsOf(presentReminder(buildReminder(items(1))))).toEqual(['Tehty', 'Siirrä myöhemmäksi', 'Näytä tapaus']);
  });

  test('B-03: has at most five choices in sight; the others are behind Lisää', () => {
    expect(labelsOf(presentReminder(buildReminder(items(2))))).toHaveLength(5);
    const four = labelsOf(presentReminder(buildReminder(items(4))));
    expect(four.filter((label) => label === 'Lisää')).toHaveLength(4);
    const six = JSON.stringify(presentReminder(buildReminder(items(6))));
    expect(six.match(/"title":"Lisää"/g)).toHaveLength(4);
    expect(six).toContain('Asia 6');
  });
});
