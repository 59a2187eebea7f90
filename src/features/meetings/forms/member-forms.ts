// What any member can do: propose a topic and bring a case; and what follows a meeting.
import type { CaseId } from '../../../kernel/ids.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, longTextField, optionalDateField, textField } from '../../../platform/cards/field.ts';
import { drawMeeting } from '../cards/meeting-card.ts';
import { drawMessage } from '../cards/message.ts';
import { recordMeeting } from '../domain/change-meeting.ts';
import type { Meeting } from '../domain/meeting.ts';
import { isVisible } from '../policy.ts';
import { proposeTopic, takesAnswers, type TopicRequest } from '../use-cases/answering.ts';
import { loadMeeting } from '../use-cases/load.ts';
import { sceneOf } from '../use-cases/scene.ts';
import { meetingFrame, saveMeeting } from './event-forms.ts';
import { findMeeting } from './found-meeting.ts';
import {
  decisionContext,
  openForm,
  type FormScene,
  type MakeOperation,
  type MeetingForm,
  type SaveOutcome,
} from './meeting-form.ts';

const TOPIC_MAX = 300;
const NOTE_MAX = 1_500;
// A longer list is hard to choose from; the nearest dates come first.
const CASES_MAX = 30;

/** The meeting, when members can still say something of it; else the card that says why not. */
async function openMeeting({
  deps,
  request,
  press,
  viewer,
}: FormScene): Promise<{ readonly m: Meeting } | { readonly refused: Card }> {
  const { store, t } = deps;
  const { workspace } = request;
  const loaded = press.meetingId === null ? null : await loadMeeting(store, workspace, press.meetingId);
  const m = loaded?.meeting.value ?? null;
  if (m === null || !isVisible(m.home, viewer.place)) {
    return { refused: drawMessage(t.notFound, t) };
  }
  const canWrite = viewer.people.mayWrite(viewer.person);
  if (canWrite && takesAnswers(m, viewer.today)) {
    return { m };
  }
  const text = canWrite ? t.notAnswering : t.guestsReadOnly;
  return {
    refused: drawMeeting(await sceneOf(deps, workspace, m, viewer.people), viewer, [{ tone: 'warning', text }]),
  };
}

/** `Ehdota aihetta` */
export const topicForm: MeetingForm = {
  name: 'topic',
  async open(scene) {
    const found = await openMeeting(scene);
    if ('refused' in found) {
      return found;
    }
    const { m } = found;
    const words = scene.deps.t.forms;
    const content = {
      ...meetingFrame(m, scene),
      title: words.topicTitle,
      intro: words.topicIntro,
      submit: null,
      fields: {
        topic: longTextField(true, {
          label: words.topic,
          hint: words.topicHint,
          problem: words.topicProblem,
          maxLength: TOPIC_MAX,
          privacy: 'views',
        }),
      },
      seen: null,
    };
    return openForm(scene, content, ({ topic }, op) => addTopic(scene, m, { text: topic, caseId: null }, op));
  },
};

/** `Tuo tapaus`: one of the person's own open cases in the counties of the meeting. */
export const bringCaseForm: MeetingForm = {
  name: 'bringCase',
  async open(scene) {
    const found = await openMeeting(scene);
    if ('refused' in found) {
      return found;
    }
    const { deps, viewer, request } = scene;
    const { t } = deps;
    const { m } = found;
    const open = await deps.cases.openCases(request.workspace, m.home, viewer.today);
    const own = open.filter(
      ({ county, people }) =>
        people.includes(viewer.person.id) && (m.counties.length === 0 || m.counties.includes(county)),
    );
    if (own.length === 0) {
      const text = t.forms.noCases;
      const shown = drawMeeting(await sceneOf(deps, request.workspace, m, viewer.people), viewer, [
        { tone: 'info', text },
      ]);
      return { refused: shown };
    }
    const words = t.forms;
    const content = {
      ...meetingFrame(m, scene),
      title: words.caseTitle,
      intro: words.caseIntro,
      submit: null,
      fields: {
        case: choiceField<CaseId>({
          label: words.case,
          problem: words.caseProblem,
          choices: own
            .slice(0, CASES_MAX)
            .map(({ id, number, title }) => ({ value: id, title: t.agenda.caseLine(number, title) })),
        }),
      },
      seen: null,
    };
    return openForm(scene, content, (values, op) => addTopic(scene, m, { text: '', caseId: values.case }, op));
  },
};

async function addTopic(scene: FormScene, m: Meeting, topic: TopicRequest, op: MakeOperation): Promise<SaveOutcome> {
  const { deps, request } = scene;
  const { t } = deps;
  const shown = { kind: 'meeting', id: m.id } as const;
  const outcome = await proposeTopic(deps, request, m, { ...topic, also: op(shown) });
  switch (outcome) {
    case 'added':
      return { kind: 'saved', said: topic.caseId === null ? t.saved.topic : t.saved.broughtCase, shown };
    case 'again':
      return { kind: 'saved', said: t.saved.topicAgain, shown };
    case 'full':
      return { kind: 'problem', text: t.forms.topicsFull };
    default:
      return { kind: 'conflict' };
  }
}

const STEPS = [1, 2, 3] as const;

/** `Kirjaa muistiinpano ja seuraavat askeleet` */
export const recordForm: MeetingForm = {
  name: 'record',
  async open(scene) {
    const { viewer, deps } = scene;
    const { t } = deps;
    const found = await findMeeting(
      scene,
      ({ state, date }) =>
        (state.kind === 'announced' || state.kind === 'planned' || state.kind === 'held') && date <= viewer.today,
    );
    if ('refused' in found) {
      return found;
    }
    const { m } = found;
    const words = t.forms;
    const what = (number: number) =>
      textField(false, { label: words.step(number), problem: words.stepProblem, privacy: 'views' });
    const date = (number: number) => optionalDateField({ label: words.stepDate(number), problem: words.dateProblem });
    const content = {
      ...meetingFrame(m, scene),
      title: words.recordTitle,
      intro: words.recordIntro,
      submit: null,
      fields: {
        note: longTextField(true, {
          label: words.note,
          problem: words.noteProblem,
          maxLength: NOTE_MAX,
          privacy: 'views',
          initial: m.note,
        }),
        what1: what(1),
        date1: date(1),
        what2: what(2),
        date2: date(2),
        what3: what(3),
        date3: date(3),
      },
      seen: m.rev,
    };
    return openForm(scene, content, (values, op) => {
      const steps = STEPS.map((number) => ({ what: values[`what${number}`], date: values[`date${number}`] }));
      const decision = recordMeeting(m, { note: values.note, steps }, decisionContext(scene));
      return saveMeeting(scene, found, { decision, action: 'record', news: 'noted', said: t.saved.recorded }, op);
    });
  },
};
