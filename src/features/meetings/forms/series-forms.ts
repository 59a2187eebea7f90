// Making, editing and ending a series.
import type { Weekday } from '../../../kernel/dates.ts';
import type { LocalTime } from '../../../kernel/instants.ts';
import type { NthOfMonth } from '../../../kernel/monthly-rules.ts';
import { countyOfMunicipality, type CountyCode, type MunicipalityCode } from '../../../kernel/regions/regions.ts';
import { choiceField, dateField, optionalDateField, timeField, type ValuesOf } from '../../../platform/cards/field.ts';
import { drawMessage } from '../cards/message.ts';
import { aboutSeries, helpLine } from '../cards/words.ts';
import { CAPS } from '../domain/caps.ts';
import type { SeriesId } from '../domain/ids.ts';
import { cancelMeeting } from '../domain/change-meeting.ts';
import { followRule } from '../domain/sessions.ts';
import { changeSeries, endSeries, makeSeries, type Series, type SeriesRequest } from '../domain/series.ts';
import { NTHS, type SeriesKind } from '../domain/vocabulary.ts';
import { isVisible, mayChange, mayMake, type Viewer } from '../policy.ts';
import type { Stored } from '../rows.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { commitChange, type ChangedMeeting } from '../use-cases/commit.ts';
import { homeOf } from '../use-cases/home.ts';
import { listSeries, loadSeries, loadSessions } from '../use-cases/load.ts';
import { listButton, seriesButton, VERBS } from '../verbs.ts';
import {
  countiesField,
  meetingPlaceFields,
  minutesField,
  municipalityField,
  nameField,
  organiserField,
  usualCounties,
} from './fields.ts';
import {
  decisionContext,
  openForm,
  problemOf,
  type FormScene,
  type MakeOperation,
  type MeetingForm,
  type SaveOutcome,
} from './meeting-form.ts';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const USUAL = { nth: 2, weekday: 2, everyMonths: 1, minutes: 60, time: '17:00' as LocalTime } as const;

function ruleFields(t: MeetingTexts, kind: SeriesKind, series: Series | null) {
  const words = t.forms;
  const rule = series?.rule ?? { ...USUAL, everyMonths: kind === 'onlineMeetup' ? 2 : 1, from: '', until: null };
  return {
    every: choiceField<'1' | '2'>({
      label: words.every,
      problem: words.everyProblem,
      choices: (['1', '2'] as const).map((value) => ({ value, title: t.everyMonths[value] })),
      initial: String(rule.everyMonths),
    }),
    nth: choiceField<`${NthOfMonth}`>({
      label: words.nth,
      problem: words.nthProblem,
      choices: NTHS.map((value) => ({ value: String(value), title: t.nths[value] })),
      initial: String(rule.nth),
    }),
    weekday: choiceField<(typeof WEEKDAYS)[number]>({
      label: words.weekday,
      problem: words.weekdayProblem,
      choices: WEEKDAYS.map((value) => ({ value, title: t.weekdays[value] })),
      initial: String(rule.weekday),
    }),
    time: timeField({ label: words.time, problem: words.timeProblem, initial: series?.time ?? USUAL.time }),
    minutes: minutesField(t, series?.minutes ?? USUAL.minutes),
    from: dateField({ label: words.from, problem: words.fromProblem, initial: rule.from }),
    until: optionalDateField({
      label: words.until,
      hint: words.untilHint,
      problem: words.untilProblem,
      initial: rule.until ?? '',
    }),
  };
}

/** The questions of a series; `series` is null for a new one. */
export function seriesFields({ deps, viewer }: FormScene, kind: SeriesKind, series: Series | null) {
  const { t, online } = deps;
  const kindName = t.kinds[kind];
  const { format = 'online', place = '', link = '' } = series ?? {};
  const areas = series?.counties ?? usualCounties(kind, viewer);
  return {
    ...(kind === 'municipalCooperation'
      ? { municipality: municipalityField(t, { initial: series?.municipality ?? '' }) }
      : { counties: countiesField(t, kind === 'supervision', areas) }),
    ...ruleFields(t, kind, series),
    ...meetingPlaceFields(t, { format, place, link, makesLinks: online.isOn }),
    organiser: organiserField(t, viewer, series?.organiser ?? viewer.person.id),
    title: nameField(t, { initial: series?.title ?? '', kindName }),
  };
}

type SeriesValues = ValuesOf<ReturnType<typeof seriesFields>>;

function requestOf(values: SeriesValues): SeriesRequest {
  const { title, time, format, place, link, organiser, from, until } = values;
  return {
    ...areasOf(values),
    title,
    time,
    format,
    place,
    link,
    organiser,
    minutes: Number(values.minutes),
    rule: {
      nth: NTHS.find((nth) => String(nth) === values.nth) ?? 1,
      // One of the seven that the form offers.
      weekday: Number(values.weekday) as Weekday,
      everyMonths: values.every === '2' ? 2 : 1,
      from,
      until,
    },
  };
}

/** The counties that were chosen, or the county of the municipality. */
export function areasOf(values: {
  readonly counties?: readonly CountyCode[] | undefined;
  readonly municipality?: MunicipalityCode | undefined;
}): { readonly counties: readonly CountyCode[]; readonly municipality: MunicipalityCode | null } {
  const { municipality = null, counties = [] } = values;
  return { municipality, counties: municipality === null ? counties : [countyOfMunicipality(municipality).code] };
}

function seriesKindOf({ press }: FormScene): SeriesKind {
  return press.list === null || press.list === 'events' ? 'supervision' : press.list;
}

/** `Uusi tukitapaamisten sarja` and the like: for advisors and admins. */
export const newSeriesForm: MeetingForm = {
  name: 'newSeries',
  async open(scene) {
    const { deps, viewer, press } = scene;
    const { t } = deps;
    const kind = seriesKindOf(scene);
    if (!mayMake(viewer.people, viewer.person.id, [], viewer.today)) {
      return { refused: drawMessage(t.whoMakes, t, 'info') };
    }
    const content = {
      title: t.forms.seriesTitle[kind],
      about: null,
      intro: t.forms.seriesIntro[kind],
      submit: null,
      fields: seriesFields(scene, kind, null),
      data: { list: kind },
      back: listButton(t.buttons.cancel, press.isInTab ? VERBS.putAway : VERBS.list, kind),
      help: t.helpNobody,
      seen: null,
    };
    return openForm(scene, content, (values, op) => saveNew(scene, kind, requestOf(values), op));
  },
};

async function saveNew(
  scene: FormScene,
  kind: SeriesKind,
  request: SeriesRequest,
  op: MakeOperation,
): Promise<SaveOutcome> {
  const { deps, request: asking, viewer } = scene;
  const { t } = deps;
  if (!mayMake(viewer.people, viewer.person.id, request.counties, viewer.today)) {
    return { kind: 'problem', text: t.notAllowed };
  }
  const goingOn = (await listSeries(deps.store, asking.workspace)).filter(({ status }) => status === 'active');
  if (goingOn.length >= CAPS.series) {
    return { kind: 'problem', text: t.forms.tooManySeries };
  }
  // newId gives ULIDs, which is all that a series id is.
  const id = deps.newId() as SeriesId;
  const decision = makeSeries(kind, request, { ...decisionContext(scene), id, home: await homeOf(deps, asking) });
  if (!decision.ok) {
    return problemOf(scene, decision.refusal);
  }
  const outcome = await commitChange(deps, {
    ...changeBy(scene),
    series: { value: decision.value, etag: null },
    seriesAction: 'series-make',
    meetings: [],
    also: op({ kind: 'series', id }),
  });
  return outcome === 'conflict'
    ? { kind: 'conflict' }
    : { kind: 'saved', said: t.saved.series, shown: { kind: 'series', id } };
}

/** Who changes what and when, for the commit. */
export function changeBy({ request }: FormScene) {
  const { workspace, person, now } = request;
  return { workspace, by: person.id, now };
}

async function seriesOf({ deps, request, press, viewer }: FormScene): Promise<Stored<Series> | null> {
  const stored = press.seriesId === null ? null : await loadSeries(deps.store, request.workspace, press.seriesId);
  return stored !== null && isVisible(stored.value.home, viewer.place) ? stored : null;
}

function whyNot(series: Series, viewer: Viewer, t: MeetingTexts): string | null {
  if (series.status === 'ended') {
    return t.refusals['series-ended'];
  }
  return mayChange(viewer, series) ? null : t.notAllowed;
}

/** `Muokkaa sarjaa`: what people have been told of stays as it was told. */
export const editSeriesForm: MeetingForm = {
  name: 'editSeries',
  async open(scene) {
    const { deps, viewer } = scene;
    const { t } = deps;
    const stored = await seriesOf(scene);
    const refusal = stored === null ? t.notFound : whyNot(stored.value, viewer, t);
    if (stored === null || refusal !== null) {
      return { refused: drawMessage(refusal ?? t.notFound, t) };
    }
    const series = stored.value;
    const content = {
      ...seriesFrame(series, scene),
      title: t.forms.editSeriesTitle,
      intro: t.forms.editSeriesIntro,
      submit: null,
      fields: seriesFields(scene, series.kind, series),
      seen: series.rev,
    };
    return openForm(scene, content, async (values, op) => {
      const request = requestOf(values);
      if (!mayChange(viewer, { ...series, counties: request.counties })) {
        return { kind: 'problem', text: t.notAllowed };
      }
      const decision = changeSeries(series, request, decisionContext(scene));
      if (!decision.ok) {
        return problemOf(scene, decision.refusal);
      }
      const edited = decision.value;
      const asked = (await loadSessions(deps.store, scene.request.workspace, series.id)).flatMap((session) => {
        const value = session.value.date < viewer.today ? null : followRule(session.value, edited);
        return value === null ? [] : [{ value, etag: session.etag, action: 'follow', news: null }];
      });
      return await saveSeries(scene, { value: edited, etag: stored.etag }, 'series-edit', asked, op);
    });
  },
};

/** `Lopeta sarja`: says what stays, and asks once (B-09). */
export const endSeriesForm: MeetingForm = {
  name: 'endSeries',
  async open(scene) {
    const { deps, viewer, request } = scene;
    const { t } = deps;
    const stored = await seriesOf(scene);
    const refusal = stored === null ? t.notFound : whyNot(stored.value, viewer, t);
    if (stored === null || refusal !== null) {
      return { refused: drawMessage(refusal ?? t.notFound, t) };
    }
    const { value: series, etag } = stored;
    const content = {
      ...seriesFrame(series, scene),
      title: t.forms.endTitle,
      intro: t.forms.endIntro,
      submit: t.forms.endSubmit,
      fields: {},
      seen: null,
    };
    return openForm(scene, content, async (_values, op) => {
      const context = decisionContext(scene);
      const decision = endSeries(series, context);
      if (!decision.ok) {
        return problemOf(scene, decision.refusal);
      }
      // Months that were decided on ahead, and that nobody has been told of, end with the series.
      const sessions = await loadSessions(deps.store, request.workspace, series.id);
      const dropped = sessions
        .filter(({ value }) => value.state.kind === 'planned' || value.state.kind === 'asking')
        .flatMap((session): readonly ChangedMeeting[] => {
          const cancelled = cancelMeeting(session.value, context);
          return cancelled.ok ? [{ value: cancelled.value, etag: session.etag, action: 'cancel', news: null }] : [];
        });
      return await saveSeries(scene, { value: decision.value, etag }, 'series-end', dropped.slice(0, DROPPED_MAX), op);
    });
  },
};

// With their promises these still fit one transaction; more than a month or two are never decided on ahead.
const DROPPED_MAX = 12;

function seriesFrame(series: Series, { deps, viewer, press }: FormScene) {
  const { t } = deps;
  return {
    about: aboutSeries(series, t),
    data: { seriesId: series.id },
    back: seriesButton(t.buttons.cancel, press.isInTab ? VERBS.putAway : VERBS.series, series.id),
    help: helpLine(series, viewer.people, t),
  };
}

async function saveSeries(
  scene: FormScene,
  series: Stored<Series>,
  seriesAction: string,
  meetings: readonly ChangedMeeting[],
  op: MakeOperation,
): Promise<SaveOutcome> {
  const { deps } = scene;
  const shown = { kind: 'series', id: series.value.id } as const;
  const also = op(shown);
  const outcome = await commitChange(deps, { ...changeBy(scene), series, seriesAction, meetings, also });
  const said = series.value.status === 'ended' ? deps.t.saved.seriesEnded : deps.t.saved.seriesChanged;
  return outcome === 'conflict' ? { kind: 'conflict' } : { kind: 'saved', said, shown };
}
