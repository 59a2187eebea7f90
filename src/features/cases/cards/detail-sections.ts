// What was recorded, one function per stage of the process.
import {
  formatDate,
  formatDateTime,
  formatDayAndDate,
  formatTime,
  formatWeekdayDate,
} from '../../../platform/texts/finnish-dates.ts';
import { currentEvent, type Case, type DiscussionEvent, type Invitee, type SolutionOption } from '../domain/case.ts';
import { PARTIES } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import type { CaseScene } from './case-view.ts';
import { itemSection, wholeSection, type RecordSection } from './record-section.ts';
import { referenceTexts } from './reference-text.ts';
import { countsText } from './time-poll-words.ts';
import { whereText } from './where-text.ts';

const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '');
const labelled = (label: string, text: string): readonly string[] => (text === '' ? [] : [`${label}: ${text}`]);

/** Stage 1: support, participants thought of, other organisations. */
export function supportSections(c: Case, { people, t }: CaseScene): readonly RecordSection[] {
  const words = t.details;
  const { support, principles, otherOrganisations } = c;
  const choice = support?.choice ?? null;
  const options = (support?.timeOptions ?? []).map((option) =>
    option.time === null
      ? formatDayAndDate(option.date)
      : `${formatDayAndDate(option.date)} ${formatTime(option.time)}`,
  );
  const lines = [
    principles === null ? '' : words.principlesRead(formatDate(principles.on), people.nameOf(principles.by)),
    support === null ? '' : t.supportModes[support.mode],
    ...labelled(words.question, support?.question ?? ''),
    ...labelled(words.times, options.join(', ')),
    ...labelled(words.answer, support?.answer ?? ''),
    choice?.kind === 'picked' ? `${t.datedKinds.supportVisit}: ${formatWeekdayDate(choice.visit.date)}` : '',
    ...labelled(words.answer, choice?.kind === 'noneFits' ? choice.note : ''),
    otherOrganisations === null
      ? ''
      : `${words.others}: ${t.concerns[otherOrganisations.concern]}. ${otherOrganisations.names}`,
  ];
  return [
    wholeSection(words.support, lines, 'supportNeed'),
    itemSection(words.planned, c.plannedParticipants, ({ role, organisation }) =>
      filled([t.roles[role], organisation]).join(', '),
    ),
  ];
}

/** Stage 2: the contact log, newest first. */
export function contactSections(c: Case, { t }: CaseScene): readonly RecordSection[] {
  const line = ({ on, channel, receiver, outcome, note }: Case['contacts'][number]): string => {
    const head = `${formatDate(on)} · ${t.contactChannels[channel]} · ${receiver} · ${t.contactOutcomes[outcome]}`;
    return note === '' ? head : `${head}. ${note}`;
  };
  return [itemSection(t.details.contacts, c.contacts.toReversed(), line)];
}

/** Stages 2 and 3: the current discussion event with all that was recorded of it. */
export function discussionSections(c: Case, { t }: CaseScene): readonly RecordSection[] {
  const event = currentEvent(c);
  return event === null ? [] : eventSections(event, t);
}

/** All that was recorded of one event, the outcome first. */
export function eventSections(event: DiscussionEvent, t: CaseTexts): readonly RecordSection[] {
  return [...outcomeSections(event, t), ...gatheringSections(event, t)];
}

/** What was said and agreed in the event. */
export function outcomeSections(event: DiscussionEvent, t: CaseTexts): readonly RecordSection[] {
  const words = t.details;
  return [
    wholeSection(words.result, [event.sharedView], 'result'),
    itemSection(words.options, event.options, (option) => optionLine(event, option, t)),
    wholeSection(words.direction, [event.commonDirection, ...event.factors], 'direction'),
    wholeSection(words.viewpoints, viewpointLines(event, t), 'viewpoints'),
  ];
}

/** When and where it is, who comes and who arranges what. */
export function gatheringSections(event: DiscussionEvent, t: CaseTexts): readonly RecordSection[] {
  const words = t.details;
  return [
    wholeSection(words.event, eventLines(event, t), event.status === 'held' ? 'recordEvent' : 'event'),
    itemSection(words.invitees, event.invitees, (invitee) => inviteeLine(invitee, t)),
    itemSection(
      words.arrangements,
      event.arrangements,
      ({ what, assignee, done }) => `${what} · ${t.parties[assignee]}${done === null ? '' : ` · ${t.actions.done}`}`,
    ),
  ];
}

function eventLines(event: DiscussionEvent, t: CaseTexts): readonly string[] {
  const date = event.date === null ? '' : formatWeekdayDate(event.date);
  const when = event.time === null ? date : `${date} ${formatTime(event.time)}`;
  return filled([
    `${t.eventStatuses[event.status]} · ${whereText(event, t)}`,
    when,
    ...timesLines(event, t),
    event.type === null ? '' : t.eventTypes[event.type],
    t.attendances[event.federation],
    event.openDiscussion,
  ]);
}

// While times are asked: each with what has been answered. Once a time is agreed the others are of no use.
function timesLines({ status, times }: DiscussionEvent, t: CaseTexts): readonly string[] {
  return times === null || status !== 'proposed' || times.state !== 'open'
    ? []
    : times.options.map((option) =>
        t.chooseTime.option(formatDateTime(option.date, option.time), countsText(times, option, t)),
      );
}

// S0-24: who proposed, what both sides say, and how far the invitation is; of who came, that alone.
function inviteeLine(invitee: Invitee, t: CaseTexts): string {
  const { role, name, organisation, answer, attended, invited, proposedBy } = invitee;
  const who = filled([name, organisation]).join(', ');
  const head = who === '' ? t.roles[role] : `${t.roles[role]}: ${who}`;
  if (attended) {
    return `${head} · ${t.details.attended}`;
  }
  const words = t.inviteeLine;
  const agreed = PARTIES.filter((party) => (party === 'owner' ? invitee.agreedByOwner : invitee.agreedByAuthority));
  return [
    head,
    words.proposedBy(t.parties[proposedBy]),
    agreed.length === PARTIES.length ? words.agreed : words.notAgreed,
    t.invitee.invitations[invited ? answer : 'notInvited'],
  ].join(' · ');
}

function viewpointLines({ viewpoints }: DiscussionEvent, t: CaseTexts): readonly string[] {
  const words = t.details;
  const { references, text } = viewpoints.lawAndCrpd;
  const law = filled([...referenceTexts(references, t), text]).join('; ');
  return [
    ...labelled(words.viewUsers, viewpoints.usersAndClose),
    ...labelled(words.viewAuthority, viewpoints.authority),
    ...labelled(words.viewLaw, law),
  ];
}

function optionLine(event: DiscussionEvent, option: SolutionOption, t: CaseTexts): string {
  const words = t.details;
  const realistic = option.realistic === null ? '' : option.realistic ? words.realistic : words.notRealistic;
  const chosen = event.chosenOptions.includes(option.id) ? words.chosen : '';
  return filled([option.description, realistic, option.whatCanBeDone, option.schedule, chosen]).join(' · ');
}

/** Stage 4: next meeting, contact persons, evaluation. */
export function followUpSections(c: Case, { people, t }: CaseScene): readonly RecordSection[] {
  const words = t.details;
  const { nextMeeting, contactPersons, evaluation } = c;
  const contact = (label: string, person: Case['contactPersons']['owner']): readonly string[] =>
    person === null ? [] : [`${label}: ${filled([person.name, person.organisation, person.workContact]).join(', ')}`];
  const followed = c.followUps.filter((item) => item.done !== null && item.note !== '');
  const lines = [
    nextMeeting?.kind === 'none' ? words.noMeeting(nextMeeting.reason) : '',
    ...contact(t.parties.owner, contactPersons.owner),
    ...contact(t.parties.authority, contactPersons.authority),
    ...followed.map((item) => `${item.what}: ${item.note}`),
  ];
  const answers = [evaluation.owner, evaluation.federation].flatMap((answer) =>
    answer === null ? [] : [`${people.nameOf(answer.by)}: ${filled([answer.worked, answer.improve]).join(' · ')}`],
  );
  return [
    wholeSection(words.followUp, lines, 'contactPerson'),
    wholeSection(words.evaluation, [...answers, evaluation.lesson?.text ?? ''], 'evaluate'),
  ];
}
