// What the meetings give to each person's own page: next steps they promised, and whether they come.
import { addDays } from '../../kernel/dates.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import type { AgendaLine, AgendaSource } from '../overview/index.ts';
import { laterButton } from '../reminders/index.ts';
import { aboutMeeting } from './cards/words.ts';
import { SOURCE } from './deliveries/promises.ts';
import type { Meeting, NextStep } from './domain/meeting.ts';
import { ANSWERS } from './domain/vocabulary.ts';
import { isVisible } from './policy.ts';
import { answersPrefix } from './rows.ts';
import { takesAnswers } from './use-cases/answering.ts';
import type { MeetingDeps } from './use-cases/deps.ts';
import { meetingsBetween } from './use-cases/upcoming.ts';
import { answerButton, meetingButton, stepButton, VERBS } from './verbs.ts';

// Steps are agreed in meetings of the last two years at the most.
const BACK_DAYS = 800;
// Nobody knows earlier whether they come.
const AHEAD_DAYS = 21;
// Of a day that waits for a decision the organiser is asked a month before.
const UNDECIDED_DAYS = 35;
const ASKED_MAX = 10;

type Deps = Pick<MeetingDeps, 'store' | 't'>;

/** The meetings as a source of what people have to do and to answer. */
export function createMeetingAgenda(deps: Deps): AgendaSource {
  const { store } = deps;
  return {
    source: SOURCE,
    async agenda(asking) {
      const { workspace, place, person, today } = asking;
      const all = await meetingsBetween(store, workspace, addDays(today, -BACK_DAYS), addDays(today, UNDECIDED_DAYS));
      const seen = all.filter(({ home }) => isVisible(home, place));
      const own = seen.filter(({ organiser }) => organiser === person.id);
      const undecided = own.filter(({ state, date }) => state.kind === 'asking' && date >= today);
      return {
        steps: own.flatMap((m) => openSteps(m).map((step) => stepLine(deps, m, step))),
        answers: [
          ...undecided.map((m) => decideLine(deps, m)),
          ...(await unanswered(deps, asking, seen)).map((m) => comingLine(deps, m)),
        ],
        watched: [],
      };
    },
  };
}

function openSteps({ nextSteps }: Meeting): readonly NextStep[] {
  return nextSteps.filter(({ done }) => done === null);
}

/** The next ones that this person has said nothing of; who organises one comes anyway. */
async function unanswered(
  { store }: Deps,
  { workspace, person, today }: Asking,
  meetings: readonly Meeting[],
): Promise<readonly Meeting[]> {
  const last = addDays(today, AHEAD_DAYS);
  const asked = meetings
    .filter((m) => takesAnswers(m, today) && m.date <= last && m.organiser !== person.id)
    .slice(0, ASKED_MAX);
  const rows = await Promise.all(asked.map(({ id }) => store.read(workspace, `${answersPrefix(id)}${person.id}`)));
  return asked.filter((_meeting, index) => rows[index] === null);
}

function lineOf(m: Meeting, t: Deps['t']) {
  return {
    about: aboutMeeting(m, t),
    to: `kalenteri/${SOURCE}/${m.id}`,
    date: m.date as LocalDate | null,
    time: m.time,
    dateLabel: '',
  };
}

function stepLine({ t }: Deps, m: Meeting, { id, what, date }: NextStep): AgendaLine {
  const moving =
    date === null
      ? []
      : [laterButton({ source: SOURCE, about: { subject: m.id, item: id, itemDate: date, when: 'before' } })];
  return {
    ...lineOf(m, t),
    id: `${SOURCE}.${m.id}.${id}`,
    text: t.reminded.step(what),
    date,
    time: null,
    buttons: [{ ...stepButton(t.buttons.done, VERBS.stepDone, m.id, id), look: 'primary' }, ...moving],
  };
}

function decideLine({ t }: Deps, m: Meeting): AgendaLine {
  return {
    ...lineOf(m, t),
    id: `${SOURCE}.${m.id}.day`,
    text: t.ownSteps.decide,
    buttons: [meetingButton(t.buttons.show, VERBS.show, m.id, 'primary')],
  };
}

function comingLine({ t }: Deps, m: Meeting): AgendaLine {
  return {
    ...lineOf(m, t),
    id: `${SOURCE}.${m.id}.answer`,
    text: t.ownSteps.coming,
    buttons: ANSWERS.map((answer) => answerButton(t.answers[answer], m.id, answer)),
  };
}
