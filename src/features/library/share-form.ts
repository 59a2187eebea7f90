// Shares an experience; with an id, puts one in other words.
import { countyOfChannel } from '../../kernel/regions/county-of-channel.ts';
import { counties, type CountyCode } from '../../kernel/regions/regions.ts';
import {
  longTextField,
  optionalChoiceField,
  SHORT_TEXT_MAX,
  textField,
  toggleField,
} from '../../platform/cards/field.ts';
import type { FormDesign, Sent } from '../../platform/posts/form-actions.ts';
import { homeOf, type PostHome } from '../../platform/posts/post-home.ts';
import type { ActionRequest, Place } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { drawExperience, drawNotice } from './cards/experience-card.ts';
import type { LibraryDeps } from './deps.ts';
import { changeExperience, shareExperience, type ExperienceId } from './domain/experience.ts';
import { changeOf, contextOf, findExperience, refusedWith, showAgain, type Before } from './form-parts.ts';
import { mayReword, mayWithdraw } from './policy.ts';
import type { LibraryTexts } from './texts.fi.ts';
import { experienceButton, plainButton, VERBS } from './verbs.ts';

const TEXT_MAX = 1_500;

type Scene = {
  readonly t: LibraryTexts;
  readonly people: People;
  readonly place: Place;
  readonly before: Before | null;
  readonly seen: number;
  readonly home: PostHome;
  /** What followed the command. */
  readonly begun: string;
};

export function createShareForm(deps: LibraryDeps): FormDesign<Scene, ReturnType<typeof shareFields>> {
  const { t } = deps;
  return {
    verb: VERBS.share,
    load: (request, sent) => load(deps, request, sent),
    fields: shareFields,
    frame: ({ before, seen, place, begun }) => ({
      title: before === null ? t.start.title : t.form.editTitle,
      about: before === null ? null : t.aboutTitle(before.experience.title),
      intro: before !== null ? null : place.kind === 'personal' ? t.form.introPersonal : t.form.intro,
      submit: before === null ? t.form.share : t.form.save,
      help: t.help,
      data: before === null ? { begun } : { id: before.experience.id, seen: String(seen) },
      more: before === null ? [] : [experienceButton(t.buttons.withdraw, VERBS.withdraw, before.experience.id)],
      cancel:
        before === null
          ? plainButton(t.buttons.cancel, VERBS.list)
          : experienceButton(t.buttons.cancel, VERBS.show, before.experience.id),
    }),
    postOf: ({ before }) => before?.experience.id ?? null,
    decide(scene, { title, done, helped, county }, request) {
      const { before, home, people, seen } = scene;
      const content = { title, done, helped, county };
      if (before === null) {
        // newId gives ULIDs, which is all that an experience's id is.
        const about = { id: deps.newId() as ExperienceId, home };
        const experience = shareExperience(content, about, contextOf(request));
        const shared = { experience, etag: null, people };
        return { ok: true, change: changeOf(deps, request, shared, { action: 'share', said: t.said.shared }) };
      }
      const decision = changeExperience(before.experience, content, seen, contextOf(request));
      if (!decision.ok) {
        // Once told of the newer text, the writer decides by saving again.
        return { ok: false, scene: { ...scene, seen: before.experience.rev }, ...refusedWith(t, decision.refusal) };
      }
      const changed = { ...before, experience: decision.value };
      return { ok: true, change: changeOf(deps, request, changed, { action: 'change', said: t.said.changed }) };
    },
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}

async function load(deps: LibraryDeps, request: ActionRequest, sent: Sent) {
  const { t, directory } = deps;
  const { person, place, today } = request;
  const begun = typeof sent['begun'] === 'string' ? sent['begun'].slice(0, SHORT_TEXT_MAX) : '';
  if (sent['id'] === undefined) {
    const people = await deps.people.load(request.workspace);
    return people.mayWrite(person)
      ? { scene: { t, people, place, before: null, seen: 0, home: await homeOf(directory, request), begun } }
      : { card: drawNotice(t.forbidden.share, t) };
  }
  const before = await findExperience(deps, request, sent);
  if (before === null) {
    return { card: drawNotice(t.notFound, t) };
  }
  const { experience, people } = before;
  if (experience.withdrawnOn !== null) {
    return { card: drawExperience(experience, { t, people }) };
  }
  if (!mayReword(experience, person.id)) {
    const others = mayWithdraw(experience, person.id, people, today)
      ? [experienceButton(t.buttons.withdraw, VERBS.withdraw, experience.id)]
      : [];
    return { card: drawNotice(t.forbidden.reword, t, others) };
  }
  const seen = Number(sent['seen'] ?? experience.rev);
  return { scene: { t, people, place, before, seen, home: experience.home, begun: '' } };
}

function shareFields({ t, before, place, begun }: Scene) {
  const words = t.form;
  const channel = place.kind === 'channel' ? place.channelName : null;
  const named = channel === null ? null : countyOfChannel(channel);
  const now = before?.experience ?? null;
  return {
    title: textField(true, {
      label: words.name,
      hint: words.nameHint,
      problem: words.nameProblem,
      privacy: 'views',
      initial: now?.title ?? begun,
    }),
    done: longTextField(true, {
      label: words.done,
      hint: words.doneHint,
      problem: words.doneProblem,
      maxLength: TEXT_MAX,
      privacy: 'views',
      initial: now?.done ?? '',
    }),
    helped: longTextField(true, {
      label: words.helped,
      hint: words.helpedHint,
      problem: words.helpedProblem,
      maxLength: TEXT_MAX,
      privacy: 'views',
      initial: now?.helped ?? '',
    }),
    county: optionalChoiceField<CountyCode>({
      label: words.county,
      hint: words.countyHint,
      problem: words.countyProblem,
      choices: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
      initial: now === null ? (named?.code ?? '') : (now.county ?? ''),
    }),
    general: toggleField(true, { label: words.general, problem: words.generalProblem }),
  };
}
