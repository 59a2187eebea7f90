import { addDays } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { workingDayOnOrAfter } from '../../../kernel/working-days.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { choiceField, dateField, longTextField, optionalDateField, textField } from '../../../platform/cards/field.ts';
import { recordContact } from '../domain/contact.ts';
import { isTooNearForReminders } from '../domain/reminders.ts';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES, type ContactChannel, type ContactOutcome } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c, item, t, viewer }: FormContext) {
  const words = t.contact;
  const logged = c.contacts.find((contact) => contact.id === item);
  return {
    on: dateField({ label: words.on, problem: words.onProblem, initial: logged?.on ?? viewer.today }),
    channel: choiceField<ContactChannel>({
      label: words.channel,
      problem: words.channelProblem,
      choices: choicesOf(CONTACT_CHANNELS, t.contactChannels),
      initial: logged?.channel ?? '',
    }),
    receiver: textField(true, {
      label: words.receiver,
      hint: words.receiverHint,
      problem: words.receiverProblem,
      initial: logged?.receiver ?? c.contacts.at(-1)?.receiver ?? '',
    }),
    outcome: choiceField<ContactOutcome>({
      label: words.outcome,
      problem: words.outcomeProblem,
      choices: choicesOf(CONTACT_OUTCOMES, t.contactOutcomes),
      initial: logged?.outcome ?? '',
    }),
    note: longTextField(false, {
      label: words.note,
      problem: words.noteProblem,
      initial: logged?.note ?? '',
    }),
    askAgain: optionalDateField({ label: words.askAgain, hint: words.askAgainHint, problem: words.askAgainProblem }),
  };
}

// A week is long enough for an office to answer, and short enough for the matter to stay alive.
const ASK_AGAIN_DAYS = 7;

/** When to ask again after a new contact without an answer, so that silence is never the end of it; else null. */
function proposedDate({ item, viewer }: FormContext, outcome: ContactOutcome): LocalDate | null {
  const isSilent = outcome === 'noAnswer' || outcome === 'willAnswer';
  return item === null && isSilent ? workingDayOnOrAfter(addDays(viewer.today, ASK_AGAIN_DAYS)) : null;
}

/** S0-22: the log of contacts with the authority; "Ei vastausta" is an outcome like the others. */
export const contactAction = defineAction({
  name: 'contact',
  form: (context) =>
    formContent({ title: context.t.contact.title, intro: context.t.contact.intro, fields: fields(context) }),
  decide(c, { askAgain: typed, ...about }, context) {
    const { t, item, now } = context;
    const date = typed ?? proposedDate(context, about.outcome);
    const askAgain = date === null ? null : { date, what: t.contact.followUpWhat[about.outcome] };
    const decision = recordContact(c, item, about, askAgain, context);
    const isTooNear = date !== null && isTooNearForReminders(date, now);
    return decided(decision, date === null ? t.contact.said : t.contact.saidWithDate(formatWeekdayDate(date)), {
      item: item ?? (decision.ok ? (decision.value.contacts.at(-1)?.id ?? null) : null),
      notices: isTooNear ? [{ tone: 'info', text: t.contact.tooNear }] : [],
    });
  },
});
