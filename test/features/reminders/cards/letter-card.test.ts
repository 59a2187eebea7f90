// A letter at its fullest: several matters with the longest texts and every choice.
import { drawLetter } from '../../../../src/features/reminders/cards/letter-card.ts';
import { drawLaterForm } from '../../../../src/features/reminders/cards/later-card.ts';
import { remindersFi } from '../../../../src/features/reminders/texts.fi.ts';
import type { Letter } from '../../../../src/features/reminders/promises.ts';
import type { Reminded } from '../../../../src/features/reminders/index.ts';
import type { Delivery } from '../../../../src/platform/delivery/delivery.ts';
import { day, moment } from '../../../kernel/literals.ts';
import { button } from '../../../platform/cards/views.ts';
import { lintCard } from '../../../support/card-linter.ts';
import { buildDraft } from '../../../support/delivery-world.ts';
import { says } from '../../cases/case-world.ts';
import { SHORT } from '../../cases/full-case.ts';
import { ANNA } from '../reminder-world.ts';

const NOW = moment('2026-12-02T07:00:01.000Z');

function standing(index: number) {
  const delivery: Delivery = {
    ...buildDraft(),
    generation: 1,
    dueUtc: NOW,
    state: 'sending',
    attempts: 1,
    instead: null,
  };
  const about = { subject: `s${index}`, item: 'it', itemDate: day('2026-12-09'), when: 'before' } as const;
  const letter: Letter = { person: ANNA, source: 'things', about, place: 'own' };
  const reminded: Reminded = {
    title: SHORT,
    about: `Tapaus 2026-${index} · ${SHORT}`,
    what: `Toimenpide: ${SHORT}`,
    when: 'viikon päästä, keskiviikkona 9.12.2026 klo 13.00',
    where: SHORT,
    next: SHORT,
    late: '3 päivää myöhässä',
    buttons: [
      button('Tehty', 'things/done', { look: 'primary' }),
      button('Lisää kalenteriin', 'calendar/add'),
      button('Näytä valmis viesti', 'things/draft'),
    ],
    look: button('Näytä tapaus', 'things/show'),
    people: [ANNA],
    advisor: null,
    thread: null,
    movable: true,
    help: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
  };
  return { delivery, letter, reminded };
}

const view = { today: day('2026-12-02'), now: NOW, mentions: [], insteadOf: SHORT };

test.each([1, 2, 4, 20])('W-14: keeps the rules of every card with %d matters', (count) => {
  const all = Array.from({ length: count }, (_, index) => standing(index));
  const { card, summary } = drawLetter(remindersFi, { ...view, standing: all });
  expect(lintCard(card)).toEqual([]);
  expect(summary.length).toBeLessThan(600);
});

test('B-16: names each matter where there are several, and how many are not shown', () => {
  const all = Array.from({ length: 6 }, (_, index) => standing(index));
  const { card } = drawLetter(remindersFi, { ...view, standing: all });
  expect(says(card, 'Tapaus 2026-3') && says(card, 'Lisäksi 2 muuta asiaa.')).toBe(true);
  expect(says(card, 'Tapaus 2026-4')).toBe(false);
});

test('W-14: the form for moving it keeps them too', () => {
  const { letter, reminded } = standing(1);
  const scene = { t: remindersFi, today: view.today, letter, reminded };
  const card = drawLaterForm(scene, {
    nonce: 'nonce-1234',
    typed: { date: 'huomenna' },
    trouble: { kind: 'datePast' },
  });
  expect(lintCard(card)).toEqual([]);
});
