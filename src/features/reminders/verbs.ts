// The names that the cards of the reminders send.
import type { Button } from '../../platform/cards/form.ts';
import type { Letter } from './promises.ts';
import { remindersFi } from './texts.fi.ts';

export const VERBS = {
  own: 'reminders/own',
  change: 'reminders/own/change',
  save: 'reminders/own/save',
  defaults: 'reminders/own/defaults',
  later: 'reminders/later',
  saveLater: 'reminders/later/save',
} as const;

/** Opens one's own reminder choices; for the card of the settings. */
export const ownRemindersButton: Button = {
  label: remindersFi.own.button,
  verb: VERBS.own,
  data: {},
  look: 'plain',
  sendsInputs: false,
};

/** What a button about one thing to remember sends. */
export function aboutData({ source, about }: Pick<Letter, 'source' | 'about'>): Readonly<Record<string, string>> {
  return { source, subject: about.subject, item: about.item, itemDate: about.itemDate, due: about.when };
}

/** `Siirrä myöhemmäksi` */
export function laterButton(letter: Pick<Letter, 'source' | 'about'>, label: string): Button {
  return { label, verb: VERBS.later, data: aboutData(letter), look: 'plain', sendsInputs: false };
}
