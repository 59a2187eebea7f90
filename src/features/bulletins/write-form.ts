// The form of a bulletin: new or again. What it asks depends on what the bulletin is about.
import { counties, type CountyCode } from '../../kernel/regions/regions.ts';
import {
  choicesField,
  longTextField,
  optionalChoiceField,
  optionalDateField,
  optionalTimeField,
  textField,
} from '../../platform/cards/field.ts';
import type { Choice, ValuesOf } from '../../platform/cards/field.ts';
import type { Notice } from '../../platform/cards/form.ts';
import type { FormDesign, Sent } from '../../platform/posts/form-actions.ts';
import { homeOf, isShownIn } from '../../platform/posts/post-home.ts';
import type { ActionRequest, Place } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { drawBulletin, drawNotice } from './cards/bulletin-card.ts';
import type { BulletinDeps } from './deps.ts';
import {
  BULLETIN_CHANNELS,
  BULLETIN_KINDS,
  hasMeeting,
  type Bulletin,
  type BulletinChannel,
  type BulletinId,
  type BulletinKind,
} from './domain/bulletin.ts';
import { changeBulletin, publishBulletin, type BulletinRequest } from './domain/write-bulletin.ts';
import { mayInform } from './policy.ts';
import { readFollowers } from './followers.ts';
import { bulletinPromises, type BulletinBefore } from './promises.ts';
import { bulletinTable } from './rows.ts';
import { showAgain } from './show-again.ts';
import type { BulletinTexts } from './texts.fi.ts';
import { bulletinButton, plainButton, VERBS } from './verbs.ts';

const TEXT_MAX = 1_500;
const LINK_MAX = 300;

type Scene = {
  readonly t: BulletinTexts;
  readonly people: People;
  readonly kind: BulletinKind;
  /** Null for a new one. */
  readonly before: BulletinBefore | null;
  readonly seen: number;
  readonly home: Bulletin['home'];
  readonly place: Place;
};

const NATIONAL = 'all';
type Scope = typeof NATIONAL | CountyCode;

/** The form as the posts' form engine runs it. */
export function createWriteForm(deps: BulletinDeps): FormDesign<Scene, ReturnType<typeof writeFields>> {
  const { t } = deps;
  return {
    verb: VERBS.write,
    load: (request, sent) => load(deps, request, sent),
    fields: writeFields,
    frame: ({ before, kind, seen, place }) => ({
      title: before === null ? t.form.title(t.kinds[kind]) : t.form.editTitle,
      about: before === null ? null : t.reminder.about(before.b.title),
      intro: introOf(t, place, before),
      submit: before === null ? t.form.publish : t.form.save,
      help: t.help,
      data: before === null ? { kind } : { id: before.b.id, seen: String(seen) },
      more: before === null ? [] : [bulletinButton(t.buttons.withdraw, VERBS.withdraw, before.b.id)],
      cancel:
        before === null
          ? plainButton(t.buttons.cancel, VERBS.list)
          : bulletinButton(t.buttons.cancel, VERBS.show, before.b.id),
    }),
    postOf: ({ before }) => before?.b.id ?? null,
    decide: (scene, values, request) => decide(deps, scene, values, request),
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}

async function load(deps: BulletinDeps, request: ActionRequest, sent: Sent) {
  const { store, t, advisorLabel } = deps;
  const { workspace, place, person, today } = request;
  const people = await deps.people.load(workspace);
  if (!mayInform(person.id, people, today)) {
    return { card: drawNotice(t.forbidden(advisorLabel), t) };
  }
  const id = bulletinTable.parseId(sent['id']);
  if (id === null) {
    const kind = BULLETIN_KINDS.find((each) => each === sent['kind']);
    return kind === undefined
      ? { card: drawNotice(t.notFound, t) }
      : { scene: { t, people, kind, before: null, seen: 0, home: await homeOf(deps.directory, request), place } };
  }
  const found = await bulletinTable.read(store, workspace, id);
  if (found === null || !isShownIn(found.post.home, place)) {
    return { card: drawNotice(t.notFound, t) };
  }
  const { post: b, etag } = found;
  if (b.withdrawnOn !== null) {
    return { card: drawBulletin(b, { t, people, today }) };
  }
  const followers = await readFollowers(store, workspace, b);
  const seen = Number(sent['seen'] ?? b.rev);
  return {
    scene: { t, people, kind: b.kind, before: { b, etag, followers }, seen, home: b.home, place },
  };
}

function introOf(t: BulletinTexts, place: Place, before: BulletinBefore | null): string | null {
  if (before !== null) {
    return null;
  }
  return place.kind === 'personal' ? t.form.introPersonal : t.form.intro;
}

function scopeChoices(t: BulletinTexts): readonly Choice[] {
  return [
    { value: NATIONAL, title: t.national },
    ...counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
  ];
}

/** Fields in the order they are asked; those of a meeting only where there is one. */
function writeFields({ t, kind, before }: Pick<Scene, 't' | 'kind' | 'before'>) {
  const words = t.form;
  const b = before?.b ?? null;
  const scope = b === null ? '' : b.counties.length === 0 ? NATIONAL : b.counties.join(',');
  const asked = {
    title: textField(true, {
      label: words.name,
      hint: words.nameHint,
      problem: words.nameProblem,
      initial: b?.title ?? '',
    }),
    text: longTextField(true, {
      label: words.text,
      hint: words.textHint,
      problem: words.textProblem,
      maxLength: TEXT_MAX,
      initial: b?.text ?? '',
    }),
    scope: choicesField<Scope>(true, {
      label: words.scope,
      hint: words.scopeHint,
      problem: words.scopeProblem,
      choices: scopeChoices(t),
      initial: scope,
    }),
  };
  const link = textField(false, {
    label: words.link,
    hint: words.linkHint,
    problem: words.linkProblem,
    maxLength: LINK_MAX,
    privacy: 'workContact',
    initial: b?.link ?? '',
  });
  return { ...asked, ...(hasMeeting(kind) ? meetingFields(t, b) : channelField(t, b)), link };
}

function meetingFields({ form: words }: BulletinTexts, b: Bulletin | null) {
  return {
    date: optionalDateField({
      label: words.date,
      problem: words.dateProblem,
      initial: b?.meeting?.date ?? '',
    }),
    time: optionalTimeField({ label: words.time, problem: words.timeProblem, initial: b?.meeting?.time ?? '' }),
    place: textField(false, {
      label: words.place,
      hint: words.placeHint,
      problem: words.placeProblem,
      // Where a public meeting is held is a street address as often as not.
      privacy: 'workContact',
      initial: b?.meeting?.place ?? '',
    }),
    deadline: optionalDateField({
      label: words.deadline,
      hint: words.deadlineHint,
      problem: words.deadlineProblem,
      initial: b?.deadline ?? '',
    }),
  };
}

function channelField({ form: words, channels }: BulletinTexts, b: Bulletin | null) {
  return {
    channel: optionalChoiceField<BulletinChannel>({
      label: words.channel,
      hint: words.channelHint,
      problem: words.channelProblem,
      choices: BULLETIN_CHANNELS.map((value) => ({ value, title: channels[value] })),
      initial: b?.channel ?? '',
    }),
  };
}

function requestOf(values: ValuesOf<ReturnType<typeof writeFields>>): BulletinRequest {
  const { title, text, scope, link } = values;
  const { date, time, place, deadline } =
    'date' in values ? values : { date: null, time: null, place: '', deadline: null };
  return {
    title,
    text,
    isNational: scope.includes(NATIONAL),
    counties: scope.filter((code): code is CountyCode => code !== NATIONAL),
    date,
    time,
    place,
    deadline,
    channel: 'channel' in values ? values.channel : null,
    link,
  };
}

function decide(
  deps: BulletinDeps,
  scene: Scene,
  values: ValuesOf<ReturnType<typeof writeFields>>,
  { person, now, today }: ActionRequest,
): ReturnType<FormDesign<Scene, ReturnType<typeof writeFields>>['decide']> {
  const { t } = deps;
  const { kind, before, seen, home, people } = scene;
  const context = { by: person.id, at: now, today };
  const asked = requestOf(values);
  // newId gives ULIDs, which is all that a bulletin's id is.
  const decision =
    before === null
      ? publishBulletin(asked, { id: deps.newId() as BulletinId, kind, home }, context)
      : changeBulletin(before.b, asked, seen, context);
  if (!decision.ok) {
    const { code, field } = decision.refusal;
    const notices: readonly Notice[] = field === undefined ? [{ tone: 'warning', text: t.refusals[code] }] : [];
    const problems = field === undefined ? {} : { [field]: t.refusals[code] };
    // Once told of the newer bulletin, the writer decides by saving again.
    const fresh = code === 'changed-meanwhile' && before !== null ? { ...scene, seen: before.b.rev } : scene;
    return { ok: false, problems, notices, scene: fresh };
  }
  const b = decision.value;
  const text = before === null ? t.said.published : t.said.changed;
  return {
    ok: true,
    change: {
      promises: bulletinPromises(b, before, now),
      outcome: { id: b.id },
      saved: () => Promise.resolve(drawBulletin(b, { t, people, today, notices: [{ tone: 'done', text }] })),
    },
  };
}
