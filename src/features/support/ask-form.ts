// Asks a question; with an id, puts one in other words.
import { countyOfChannel } from '../../kernel/regions/county-of-channel.ts';
import { counties, type CountyCode } from '../../kernel/regions/regions.ts';
import { choiceField, longTextField, SHORT_TEXT_MAX, textField } from '../../platform/cards/field.ts';
import type { FormDesign, Sent } from '../../platform/posts/form-actions.ts';
import { homeOf, type PostHome } from '../../platform/posts/post-home.ts';
import type { ActionRequest, Place } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { drawNotice, drawQuestion } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import { askQuestion, changeQuestion, type QuestionId } from './domain/question.ts';
import { changeOf, contextOf, findQuestion, refusedWith, showAgain, type Before } from './form-parts.ts';
import { mayReword, mayWithdraw } from './policy.ts';
import type { SupportTexts } from './texts.fi.ts';
import { plainButton, questionButton, VERBS } from './verbs.ts';

type AskScene = {
  readonly t: SupportTexts;
  readonly people: People;
  readonly place: Place;
  readonly before: Before | null;
  readonly seen: number;
  readonly home: PostHome;
  /** What followed the command. */
  readonly begun: string;
};

export function createAskForm(deps: SupportDeps): FormDesign<AskScene, ReturnType<typeof askFields>> {
  const { t } = deps;
  return {
    verb: VERBS.ask,
    load: (request, sent) => loadAsking(deps, request, sent),
    fields: askFields,
    frame: ({ before, seen, place, begun }) => ({
      title: before === null ? t.start.title : t.form.editTitle,
      about: before === null ? null : t.aboutTopic(before.question.topic),
      intro: before !== null ? null : place.kind === 'personal' ? t.form.introPersonal : t.form.intro,
      submit: before === null ? t.form.send : t.form.save,
      help: t.help,
      data: before === null ? { begun } : { id: before.question.id, seen: String(seen) },
      more: before === null ? [] : [questionButton(t.buttons.withdraw, VERBS.withdraw, before.question.id)],
      cancel:
        before === null
          ? plainButton(t.buttons.cancel, VERBS.list)
          : questionButton(t.buttons.cancel, VERBS.show, before.question.id),
    }),
    postOf: ({ before }) => before?.question.id ?? null,
    decide(scene, values, request) {
      const { before, home, people, seen } = scene;
      if (before === null) {
        // newId gives ULIDs, which is all that a question's id is.
        const question = askQuestion(values, { id: deps.newId() as QuestionId, home }, contextOf(request));
        const supporter = people.supporterOf(question.county, request.today);
        const said = supporter === null ? t.said.askedNobody : t.said.asked(people.nameOf(supporter));
        return { ok: true, change: changeOf(deps, request, { question, etag: null, people }, { action: 'ask', said }) };
      }
      const decision = changeQuestion(before.question, values, seen, contextOf(request));
      if (!decision.ok) {
        // Once told of the newer text, the asker decides by saving again.
        return { ok: false, scene: { ...scene, seen: before.question.rev }, ...refusedWith(t, decision.refusal) };
      }
      const changed = { ...before, question: decision.value };
      return { ok: true, change: changeOf(deps, request, changed, { action: 'change', said: t.said.changed }) };
    },
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}

async function loadAsking(deps: SupportDeps, request: ActionRequest, sent: Sent) {
  const { t, directory } = deps;
  const { person, place, today } = request;
  const begun = typeof sent['begun'] === 'string' ? sent['begun'].slice(0, SHORT_TEXT_MAX) : '';
  if (sent['id'] === undefined) {
    const people = await deps.people.load(request.workspace);
    return people.mayWrite(person)
      ? { scene: { t, people, place, before: null, seen: 0, home: await homeOf(directory, request), begun } }
      : { card: drawNotice(t.forbidden.ask, t) };
  }
  const before = await findQuestion(deps, request, sent);
  if (before === null) {
    return { card: drawNotice(t.notFound, t) };
  }
  const { question, people } = before;
  if (question.withdrawnOn !== null) {
    return { card: drawQuestion(question, { t, people, today }) };
  }
  if (!mayReword(question, person.id)) {
    const others = mayWithdraw(question, person.id, people, today)
      ? [questionButton(t.buttons.withdraw, VERBS.withdraw, question.id)]
      : [];
    return { card: drawNotice(t.forbidden.reword, t, others) };
  }
  const seen = Number(sent['seen'] ?? question.rev);
  return { scene: { t, people, place, before, seen, home: question.home, begun: '' } };
}

function askFields({ t, before, place, begun }: AskScene) {
  const words = t.form;
  const named = place.kind === 'channel' && place.channelName !== null ? countyOfChannel(place.channelName) : null;
  return {
    topic: textField(true, {
      label: words.topic,
      hint: words.topicHint,
      problem: words.topicProblem,
      initial: before?.question.topic ?? begun,
    }),
    text: longTextField(true, {
      label: words.text,
      hint: words.textHint,
      problem: words.textProblem,
      initial: before?.question.text ?? '',
    }),
    county: choiceField<CountyCode>({
      label: words.county,
      hint: words.countyHint,
      problem: words.countyProblem,
      choices: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
      initial: before?.question.county ?? named?.code ?? '',
    }),
  };
}
