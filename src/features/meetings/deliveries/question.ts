// What the organiser is asked when a session falls on a day that a series never takes by itself (T-10).
import type { DeliveryKind } from '../../../platform/delivery/delivery.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { decideButtons } from '../cards/meeting-card.ts';
import { aboutMeeting, forWhomText, helpLine, nameOf, reasonText, whenText } from '../cards/words.ts';
import { freeDaysNear } from '../domain/awkward-days.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadSessions } from '../use-cases/load.ts';
import { seriesButton, VERBS } from '../verbs.ts';
import { meetingDeliveryKind, NOTHING, said, type SpeakingScene } from './meeting-deliveries.ts';
import { QUESTION_KIND } from './promises.ts';

export function createQuestionKind(deps: MeetingDeps): DeliveryKind {
  const kind = meetingDeliveryKind(deps, QUESTION_KIND, async (scene, deliveries) => {
    const { m } = scene;
    if (m.state.kind !== 'asking' || m.date < scene.today) {
      return NOTHING;
    }
    const to = { kind: 'channel', channelId: m.home.channelId } as const;
    return said({ kind: 'post', to, message: await messageOf(deps, scene) }, deliveries);
  });
  // A question is no announcement: the meeting has no thread before it is told of.
  return { ...kind, recordSent: () => Promise.resolve([]) };
}

async function messageOf({ store, t }: MeetingDeps, { workspace, m, people, today }: SpeakingScene) {
  const words = t.question;
  const sessions = m.series === null ? [] : await loadSessions(store, workspace, m.series.id);
  const taken = new Set(sessions.map(({ value }) => value.date));
  const [free] = freeDaysNear(m.date, { earliest: today, taken });
  const mention = people.mentionOf(m.organiser);
  const mentions = mention === null ? [] : [mention];
  const card = presentMessage({
    title: words.title,
    about: aboutMeeting(m, t),
    notices: [],
    paragraphs: [
      `${words.text(nameOf(m, t), whenText(m, t))} ${reasonText(m.date, t)}`,
      ...(free === undefined ? [] : [words.free(formatWeekdayDate(free))]),
      words.consequence,
    ],
    facts: [{ label: t.facts.forWhom, value: forWhomText(m, t) }],
    sections: [],
    buttons: [
      ...decideButtons(m, t),
      ...(m.series === null ? [] : [seriesButton(t.buttons.series, VERBS.series, m.series.id)]),
    ],
    mentions,
    help: helpLine(m, people, t),
  });
  return { card, summary: `${words.title}. ${aboutMeeting(m, t)}`, mentions };
}
