// What is said under the announcement: the meeting moved, changed or is cancelled, what was noted, and the request to note
// how it went.
import { parsePersonId, type PersonId } from '../../../kernel/ids.ts';
import type { Delivery, DeliveryKind } from '../../../platform/delivery/delivery.ts';
import { presentMessage, type MessageView } from '../../../platform/cards/present-message.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { aboutMeeting, helpLine, whenText, whereText } from '../cards/words.ts';
import { isOn, type Meeting } from '../domain/meeting.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadAnswers } from '../use-cases/load.ts';
import { meetingButton, openVerb, VERBS } from '../verbs.ts';
import { later, meetingDeliveryKind, NOTHING, said, threadOf, type SpeakingScene } from './meeting-deliveries.ts';
import { NEWS_KIND, type News } from './promises.ts';

// How long an announcement takes to be posted, usually.
const ANNOUNCEMENT_MS = 3_000;
// Each mention has an entity of its own on the card.
const MENTIONS_MAX = 30;

const HOLDS: Readonly<Record<News, (m: Meeting) => boolean>> = {
  moved: isOn,
  changed: isOn,
  cancelled: ({ state }) => state.kind === 'cancelled',
  noted: ({ state }) => state.kind === 'held',
  record: isOn,
};

export function createNewsKind(deps: MeetingDeps): DeliveryKind {
  return meetingDeliveryKind(deps, NEWS_KIND, async (scene, deliveries) => {
    const news = newsOf(deliveries);
    if (news === null || !HOLDS[news](scene.m) || scene.place === null) {
      return NOTHING;
    }
    if (scene.place.rootId === null) {
      return later(ANNOUNCEMENT_MS);
    }
    const by = parsePersonId(deliveries[0]?.payload['by']);
    const message = await messageOf(deps, scene, news, by);
    return said({ kind: 'post', to: threadOf(scene), message }, deliveries);
  });
}

function newsOf(deliveries: readonly Delivery[]): News | null {
  const news = deliveries[0]?.payload['news'] ?? '';
  // Object.hasOwn has just shown that it is one of them.
  return Object.hasOwn(HOLDS, news) ? (news as News) : null;
}

async function messageOf({ store, t }: MeetingDeps, scene: SpeakingScene, news: News, by: PersonId | null) {
  const { workspace, m, people } = scene;
  const answers = await loadAnswers(store, workspace, m.id);
  const concerned = new Set(answers.filter(({ answer }) => answer !== 'no').map(({ person }) => person));
  // Who wrote it need not be told; the request to write is for the organiser alone.
  const told = news === 'record' ? [m.organiser] : [...concerned, m.organiser].filter((person) => person !== by);
  const mentions = [...new Set(told)]
    .map((person) => people.mentionOf(person))
    .filter((mention) => mention !== null)
    .slice(0, MENTIONS_MAX);
  const words = t.news[news];
  const who = news === 'record' ? m.organiser : (by ?? m.organiser);
  const card = presentMessage({
    title: words.title,
    about: aboutMeeting(m, t),
    notices: [],
    paragraphs: [words.text(people.nameOf(who))],
    facts: isOn(m) && news !== 'record' ? factsOf(m, t) : [],
    sections: news === 'noted' ? notedSections(m, t) : [],
    buttons: [
      ...(news === 'record' ? [meetingButton(t.buttons.record, openVerb('record'), m.id, 'primary')] : []),
      meetingButton(t.buttons.showMeeting, VERBS.show, m.id),
    ],
    mentions,
    help: helpLine(m, people, t),
  });
  return { card, summary: `${words.title}. ${aboutMeeting(m, t)}`, mentions };
}

function factsOf(m: Meeting, t: MeetingTexts): MessageView['facts'] {
  return [
    { label: t.facts.when, value: whenText(m, t) },
    { label: t.facts.where, value: whereText(m, t) },
  ];
}

function notedSections(m: Meeting, t: MeetingTexts): MessageView['sections'] {
  const steps = m.nextSteps
    .filter(({ done }) => done === null)
    .map(({ what, date }) => (date === null ? what : t.step(what, formatWeekdayDate(date))));
  return [{ heading: t.note, lines: [m.note] }, ...(steps.length === 0 ? [] : [{ heading: t.steps, lines: steps }])];
}
