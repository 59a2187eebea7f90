// The message to the municipality or county that asks for a discussion, ready to be copied and sent (S0-22).
import { dateParts } from '../../../kernel/dates.ts';
import type { Case, ContactEvent } from './case.ts';
import { attendanceAsked } from './event.ts';
import type { Attendance, OwnerKind, TargetBodyKind, Urgency } from './vocabulary.ts';

/** The sentences of the message. */
export type LetterWords = {
  readonly greeting: string;
  readonly subject: (title: string) => string;
  readonly about: (owner: string, title: string) => string;
  readonly who: Readonly<Record<OwnerKind, string>>;
  readonly influenceTarget: (text: string) => string;
  readonly goal: (text: string) => string;
  readonly request: Readonly<Record<TargetBodyKind, string>>;
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly model: string;
  /** Null when Tukiliitto does not take part. */
  readonly federation: Readonly<Record<Attendance, string | null>>;
  readonly ask: string;
  readonly askedSubject: (title: string) => string;
  readonly asked: (
    on: { readonly day: number; readonly month: number; readonly year: number },
    title: string,
  ) => string;
  readonly unanswered: string;
  readonly askAgain: string;
  readonly closing: string;
  readonly signature: (owner: string) => string;
};

type Scene = {
  readonly t: { readonly letter: LetterWords };
  /** The actor's name. */
  readonly owner: string;
};

/**
 * S0-22: a message that states the matter and asks for a discussion. When the last contact was left unanswered it asks
 * again, more shortly, and says when it was asked before. Nobody is named in it: who sends it signs it.
 */
export function messageDraft(
  c: Case,
  { t: { letter }, owner }: Scene,
): { readonly subject: string; readonly body: string } {
  const unanswered = unansweredContact(c);
  const { title } = c.basics;
  const paragraphs = unanswered === null ? firstMessage(c, letter, owner) : chaser(c, letter, unanswered);
  const ending = `${letter.closing}\n${letter.signature(owner)}`;
  return {
    subject: unanswered === null ? letter.subject(title) : letter.askedSubject(title),
    body: [letter.greeting, ...paragraphs, ending].filter((part) => part !== '').join('\n\n'),
  };
}

function firstMessage(
  { basics, owner, schedule, support }: Case,
  letter: LetterWords,
  name: string,
): readonly string[] {
  const { description, goal, influenceTarget, targetBody, title } = basics;
  return [
    `${letter.about(name, title)} ${letter.who[owner.kind]}`,
    description,
    influenceTarget === '' ? '' : letter.influenceTarget(influenceTarget),
    letter.goal(goal),
    `${letter.request[targetBody.kind]} ${letter.urgency[schedule.urgency]}`,
    letter.model,
    letter.federation[attendanceAsked(support)] ?? '',
    letter.ask,
  ];
}

function chaser({ basics, schedule }: Case, letter: LetterWords, before: ContactEvent): readonly string[] {
  return [
    `${letter.asked(dateParts(before.on), basics.title)} ${letter.unanswered}`,
    letter.goal(basics.goal),
    `${letter.request[basics.targetBody.kind]} ${letter.urgency[schedule.urgency]}`,
    letter.askAgain,
  ];
}

/** Whether the last contact was left without an answer, so that the message asks again. */
export function isUnanswered(c: Case): boolean {
  return unansweredContact(c) !== null;
}

// The latest by date; of the same day, the one that was logged last.
function unansweredContact({ contacts }: Case): ContactEvent | null {
  const latest = contacts.reduce<ContactEvent | null>(
    (last, contact) => (last === null || contact.on >= last.on ? contact : last),
    null,
  );
  return latest?.outcome === 'noAnswer' ? latest : null;
}
