// Making and editing an event, and moving, cancelling and recording any meeting.
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { choiceField, dateField, optionalTimeField, textField, type ValuesOf } from '../../../platform/cards/field.ts';
import { drawMessage } from '../cards/message.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { aboutMeeting, helpLine, reasonText } from '../cards/words.ts';
import { freeDaysNear } from '../domain/awkward-days.ts';
import { CAPS } from '../domain/caps.ts';
import { cancelMeeting, changeEvent, makeEvent, moveMeeting, type EventRequest } from '../domain/change-meeting.ts';
import type { Decided } from '../domain/decision.ts';
import type { MeetingId } from '../domain/ids.ts';
import { isOn, type Meeting } from '../domain/meeting.ts';
import { EVENT_KINDS, type EventKind } from '../domain/vocabulary.ts';
import { mayMake } from '../policy.ts';
import type { News } from '../deliveries/promises.ts';
import { commitChange } from '../use-cases/commit.ts';
import { homeOf } from '../use-cases/home.ts';
import { listMeetings } from '../use-cases/load.ts';
import { listButton, meetingButton, VERBS } from '../verbs.ts';
import {
  contentFields,
  countiesField,
  meetingPlaceFields,
  minutesField,
  municipalityField,
  nameField,
} from './fields.ts';
import { findMeeting, type FoundMeeting } from './found-meeting.ts';
import {
  decisionContext,
  openForm,
  problemOf,
  type FormScene,
  type MakeOperation,
  type MeetingForm,
  type SaveOutcome,
} from './meeting-form.ts';
import { areasOf, changeBy } from './series-forms.ts';

const USUAL_MINUTES = 90;

function timeFields({ deps }: FormScene, m: Meeting | null, today: LocalDate) {
  const { t } = deps;
  const words = t.forms;
  return {
    date: dateField({ label: words.date, problem: words.dateProblem, initial: m?.date ?? today }),
    time: optionalTimeField({
      label: words.time,
      hint: words.optionalTimeHint,
      problem: words.timeProblem,
      initial: m?.time ?? '',
    }),
    minutes: minutesField(t, m?.minutes ?? USUAL_MINUTES),
  };
}

/** The questions of an event; `m` is null for a new one, and may be a session of a series. */
export function eventFields(scene: FormScene, m: Meeting | null, isMunicipal: boolean) {
  const { t, online } = scene.deps;
  const words = t.forms;
  const { format = 'online', place = '', link = '' } = m ?? {};
  const initial = m?.title ?? '';
  const isSession = (m?.series ?? null) !== null;
  const isPlainEvent = !isSession && !isMunicipal;
  return {
    ...(isPlainEvent
      ? {
          kind: choiceField<EventKind>({
            label: words.kind,
            problem: words.kindProblem,
            choices: EVENT_KINDS.map((value) => ({ value, title: t.kinds[value] })),
            initial: m?.kind ?? '',
          }),
        }
      : {}),
    title: isPlainEvent
      ? textField(true, { label: words.name, problem: words.titleProblem, maxLength: 80, initial })
      : nameField(t, { initial, kindName: t.kinds[m?.kind ?? 'municipalCooperation'] }),
    ...(isPlainEvent ? { counties: countiesField(t, false, m?.counties ?? []) } : {}),
    ...(isMunicipal && !isSession ? { municipality: municipalityField(t, { initial: m?.municipality ?? '' }) } : {}),
    ...timeFields(scene, m, scene.viewer.today),
    ...meetingPlaceFields(t, { format, place, link, makesLinks: online.isOn }),
    ...contentFields(t, m ?? { theme: null, description: '', materials: '' }),
  };
}

type EventValues = ValuesOf<ReturnType<typeof eventFields>>;

function requestOf(scene: FormScene, values: EventValues, m: Meeting | null): EventRequest {
  const { title, date, time, format, place, link, theme, description, materials } = values;
  const asked = values.municipality !== undefined || values.counties !== undefined;
  const areas = asked || m === null ? areasOf(values) : { counties: m.counties, municipality: m.municipality };
  return {
    ...areas,
    title,
    date,
    time,
    format,
    place,
    link,
    theme,
    description,
    materials,
    minutes: Number(values.minutes),
    organiser: m?.organiser ?? scene.viewer.person.id,
    kind: values.kind ?? m?.kind ?? 'municipalCooperation',
  };
}

/** `Uusi tapahtuma`, or a single meeting with a municipality: for advisors and admins, told of at once. */
export const newEventForm: MeetingForm = {
  name: 'newEvent',
  async open(scene) {
    const { deps, viewer, press } = scene;
    const { t } = deps;
    if (!mayMake(viewer.people, viewer.person.id, [], viewer.today)) {
      return { refused: drawMessage(t.whoMakes, t, 'info') };
    }
    const list = press.list === 'municipalCooperation' ? 'municipalCooperation' : 'events';
    const isMunicipal = list === 'municipalCooperation';
    const content = {
      title: isMunicipal ? t.forms.municipalTitle : t.forms.eventTitle,
      about: null,
      intro: t.forms.eventIntro,
      submit: null,
      fields: eventFields(scene, null, isMunicipal),
      data: { list },
      back: listButton(t.buttons.cancel, press.isInTab ? VERBS.putAway : VERBS.list, list),
      help: t.helpNobody,
      seen: null,
    };
    return openForm(scene, content, (values, op) => saveNew(scene, requestOf(scene, values, null), op));
  },
};

async function saveNew(scene: FormScene, request: EventRequest, op: MakeOperation): Promise<SaveOutcome> {
  const { deps, request: asking, viewer } = scene;
  const { t } = deps;
  if (!mayMake(viewer.people, viewer.person.id, request.counties, viewer.today)) {
    return { kind: 'problem', text: t.notAllowed };
  }
  const all = await listMeetings(deps.store, asking.workspace);
  const ahead = all.filter((m) => m.series === null && isOn(m) && m.date >= viewer.today);
  if (ahead.length >= CAPS.events) {
    return { kind: 'problem', text: t.forms.tooManyEvents };
  }
  // newId gives ULIDs, which is all that the id of a single event is.
  const id = deps.newId() as MeetingId;
  const decision = makeEvent(request, { ...decisionContext(scene), id, home: await homeOf(deps, asking) });
  if (!decision.ok) {
    return problemOf(scene, decision.refusal);
  }
  const shown = { kind: 'meeting', id } as const;
  const outcome = await commitChange(deps, {
    ...changeBy(scene),
    series: null,
    seriesAction: null,
    meetings: [{ value: decision.value, etag: null, action: 'make', news: null }],
    also: op(shown),
  });
  return outcome === 'conflict' ? { kind: 'conflict' } : { kind: 'saved', said: t.saved.event, shown };
}

/** `Muokkaa`: an event, or one session of a series. */
export const editForm: MeetingForm = {
  name: 'edit',
  async open(scene) {
    const { t } = scene.deps;
    const found = await findMeeting(scene, isOn);
    if ('refused' in found) {
      return found;
    }
    const { m } = found;
    const content = {
      ...meetingFrame(m, scene),
      title: t.forms.editTitle,
      intro: m.state.kind === 'announced' ? t.forms.editIntro : null,
      submit: null,
      fields: eventFields(scene, m, m.kind === 'municipalCooperation'),
      seen: m.rev,
    };
    return openForm(scene, content, (values, op) => {
      const decision = changeEvent(m, requestOf(scene, values, m), decisionContext(scene));
      return saveMeeting(scene, found, { decision, action: 'edit', news: 'changed', said: t.saved.changed }, op);
    });
  },
};

/** `Siirrä toiseen päivään`; for a day that is asked about, the nearest free day is proposed (T-10). */
export const moveForm: MeetingForm = {
  name: 'move',
  async open(scene) {
    const { deps, viewer } = scene;
    const { t } = deps;
    const found = await findMeeting(scene, (m) => isOn(m) || m.state.kind === 'asking');
    if ('refused' in found) {
      return found;
    }
    const { m, sessions } = found;
    const taken = new Set(sessions.map(({ date }) => date));
    const [free] = m.state.kind === 'asking' ? freeDaysNear(m.date, { earliest: viewer.today, taken }) : [];
    const words = t.forms;
    const content = {
      ...meetingFrame(m, scene),
      title: words.moveTitle,
      intro: free === undefined ? words.moveIntro : words.moveIntroAsking(formatWeekdayDate(free)),
      submit: words.moveSubmit,
      fields: {
        date: dateField({ label: words.newDate, problem: words.dateProblem, initial: free ?? m.date }),
        time: optionalTimeField({ label: words.newTime, problem: words.timeProblem, initial: m.time ?? '' }),
      },
      seen: m.rev,
    };
    return openForm(scene, content, async ({ date, time }, op) => {
      const decision = moveMeeting(m, { date, time: timeOfMove(m, time) }, decisionContext(scene));
      const saved = await saveMeeting(
        scene,
        found,
        { decision, action: 'move', news: 'moved', said: t.saved.moved },
        op,
      );
      const reason = reasonText(date, t);
      return saved.kind === 'saved' && reason !== ''
        ? { ...saved, notices: [{ tone: 'warning', text: t.awkwardChosen(reason) }] }
        : saved;
    });
  },
};

// A series always has a time; what is left empty stays as it was.
function timeOfMove(m: Meeting, time: LocalTime | null): LocalTime | null {
  return time ?? m.time;
}

/** `Peru tapaaminen`: says what follows, and asks once (B-09). */
export const cancelForm: MeetingForm = {
  name: 'cancel',
  async open(scene) {
    const { t } = scene.deps;
    const found = await findMeeting(scene, isOn);
    if ('refused' in found) {
      return found;
    }
    const { m } = found;
    const content = {
      ...meetingFrame(m, scene),
      title: t.forms.cancelTitle,
      intro: t.forms.cancelIntro,
      submit: t.forms.cancelSubmit,
      fields: {},
      seen: null,
    };
    return openForm(scene, content, (_values, op) => {
      const decision = cancelMeeting(m, decisionContext(scene));
      return saveMeeting(scene, found, { decision, action: 'cancel', news: 'cancelled', said: t.saved.cancelled }, op);
    });
  },
};

/** What every form about one meeting shows around its fields. */
export function meetingFrame(m: Meeting, { deps, viewer, press }: FormScene) {
  const { t } = deps;
  return {
    about: aboutMeeting(m, t),
    data: { meetingId: m.id },
    back: meetingButton(t.buttons.cancel, press.isInTab ? VERBS.putAway : VERBS.show, m.id),
    help: helpLine(m, viewer.people, t),
  };
}

/** Commits a decision on one meeting, and what it means for its series. */
export async function saveMeeting(
  scene: FormScene,
  found: FoundMeeting,
  step: {
    readonly decision: Decided<Meeting>;
    readonly action: string;
    readonly news: News | null;
    readonly said: string;
  },
  op: MakeOperation,
): Promise<SaveOutcome> {
  const { decision, action, news, said } = step;
  if (!decision.ok) {
    return problemOf(scene, decision.refusal);
  }
  const shown = { kind: 'meeting', id: found.m.id } as const;
  const outcome = await commitChange(scene.deps, {
    ...changeBy(scene),
    series: found.series,
    seriesAction: null,
    meetings: [{ value: decision.value, etag: found.etag, action, news }],
    also: op(shown),
  });
  return outcome === 'conflict' ? { kind: 'conflict' } : { kind: 'saved', said, shown };
}
