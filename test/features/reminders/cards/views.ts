import type { ReminderItem, ReminderView } from '../../../../src/features/reminders/cards/present-reminder.ts';
import { button, HELP } from '../../../platform/cards/views.ts';

export function buildReminderItem(overrides: Partial<ReminderItem> = {}): ReminderItem {
  return {
    about: null,
    what: 'Soita hyvinvointialueelle',
    when: 'huomenna, keskiviikkona 6.1.2027 klo 13.00',
    where: 'Hatanpään valtatie 3, Tampere',
    next: 'Kysy, onko asia edennyt. Kirjaa myös, jos et saanut vastausta.',
    late: null,
    buttons: [
      button('Tehty', 'cases/reminder-done', { look: 'primary' }),
      button('Siirrä myöhemmäksi', 'cases/reminder-later'),
    ],
    ...overrides,
  };
}

export function buildReminder(items: readonly ReminderItem[]): ReminderView {
  return {
    title: 'Seuraa, onko hyvinvointialue vastannut',
    about: 'Muistutus · Tapaus 2026-014 · Kuljetuspalvelun odotusajat',
    notices: [],
    items,
    more: null,
    mentions: [{ teamsId: '29:1', name: 'Aino Esimerkki' }],
    buttons: [button('Näytä tapaus', 'cases/show')],
    help: HELP,
  };
}
