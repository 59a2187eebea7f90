import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage, type MessageView } from '../../../platform/cards/present-message.ts';
import type { People } from '../../settings/index.ts';
import type { Agenda, AgendaCase } from '../domain/agenda.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { meetingButton, openVerb, VERBS } from '../verbs.ts';
import { aboutMeeting, helpLine } from './words.ts';

type Section = MessageView['sections'][number];

// A card holds 24 kB; this leaves room for its frame.
const WORDS_MAX = 12_000;
// Each line has an element of its own around it.
const ELEMENT_BYTES = 90;
const CASES_MAX = 15;

/** The agenda: topics without the names of who proposed them, then the cases. */
export function drawAgenda(m: Meeting, agenda: Agenda, { people, t }: { people: People; t: MeetingTexts }): Card {
  const words = t.agenda;
  const cases = (list: readonly AgendaCase[]): readonly string[] =>
    list.slice(0, CASES_MAX).map(({ number, title }) => words.caseLine(number, title));
  const { sections, isCut } = fitting([
    { heading: words.topics, lines: agenda.topics.length === 0 ? [words.noTopics] : agenda.topics },
    { heading: words.brought, lines: cases(agenda.brought) },
    { heading: words.late, lines: cases(agenda.late) },
    { heading: words.open, lines: cases(agenda.open) },
  ]);
  const isLong = [agenda.brought, agenda.late, agenda.open].some(({ length }) => length > CASES_MAX);
  return presentMessage({
    title: words.title,
    about: aboutMeeting(m, t),
    notices: isCut || isLong ? [{ tone: 'info', text: words.cut }] : [],
    paragraphs: [],
    facts: [],
    sections,
    buttons: [
      ...(m.state.kind === 'announced' ? [meetingButton(t.buttons.topic, openVerb('topic'), m.id)] : []),
      meetingButton(t.buttons.back, VERBS.show, m.id),
    ],
    help: helpLine(m, people, t),
  });
}

function fitting(sections: readonly Section[]): { readonly sections: readonly Section[]; readonly isCut: boolean } {
  let left = WORDS_MAX;
  let isCut = false;
  const kept = sections.map(({ heading, lines }) => ({
    heading,
    lines: lines.filter((line) => {
      left -= Buffer.byteLength(line) + ELEMENT_BYTES;
      isCut ||= left < 0;
      return left >= 0;
    }),
  }));
  return { sections: kept.filter(({ lines }) => lines.length > 0), isCut };
}
