// The feed of one person: starting it, what it holds, another address, its end.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import { counties, countyOf, type CountyCode } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, optionalChoiceField } from '../../../platform/cards/field.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import type { Fact } from '../../../platform/cards/parts.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import type { FeedLink, FeedScope } from '../domain/subscription.ts';
import { WHOLE } from '../domain/view.ts';
import type { CalendarTexts } from '../texts.fi.ts';
import { VERBS } from '../verbs.ts';
import { listButton } from './calendar-card.ts';

export type ScopeChoice = 'mine' | 'county';

/** What comes into the feed. */
export function scopeFields(scope: FeedScope | null, t: CalendarTexts) {
  const words = t.subscription;
  return {
    what: choiceField<ScopeChoice>({
      label: words.what,
      problem: words.whatProblem,
      choices: [
        { value: 'mine', title: words.mine },
        { value: 'county', title: words.withCounty },
      ],
      initial: scope === null || scope.county === null ? 'mine' : 'county',
    }),
    county: optionalChoiceField<CountyCode>({
      label: words.county,
      hint: words.countyHint,
      problem: words.countyProblem,
      choices: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
      initial: scope?.county ?? '',
      conditional: true,
    }),
  };
}

export type ScopeForm = {
  /** The feed that is changed; null starts one. */
  readonly feed: FeedLink | null;
  readonly nonce: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
};

/** Asks what comes into the feed, when it starts and when it is changed. */
export function drawScopeForm({ feed, nonce, typed, problems }: ScopeForm, t: CalendarTexts): Card {
  const words = t.subscription;
  const isNew = feed === null;
  return presentForm({
    title: isNew ? words.title : words.scopeTitle,
    about: null,
    intro: isNew ? `${words.intro} ${words.updates}` : words.scopeIntro,
    step: null,
    notices: isNew ? [{ tone: 'info', text: words.secret }] : [],
    privacyNotice: null,
    fields: scopeFields(feed?.scope ?? null, t),
    typed,
    problems,
    buttons: [
      {
        label: isNew ? t.buttons.subscribe : t.buttons.save,
        verb: isNew ? VERBS.subscribe : VERBS.saveScope,
        data: { nonce },
        look: 'primary',
        sendsInputs: true,
      },
      isNew ? listButton(t.buttons.back, WHOLE) : plain(t.buttons.back, VERBS.subscription),
    ],
    help: t.help,
  });
}

/** What is told of a feed; never its address, which nobody knows any more. */
export function feedFacts(feed: FeedLink, t: CalendarTexts): readonly Fact[] {
  const words = t.subscription;
  return [
    { label: words.scope, value: scopeText(feed.scope, t) },
    { label: words.since, value: formatDate(localDateOf(feed.since)) },
  ];
}

/** What can be done with a feed that there is. */
export function feedButtons(t: CalendarTexts): readonly Button[] {
  return [plain(t.buttons.change, VERBS.scope), plain(t.buttons.renew, VERBS.renew), plain(t.buttons.end, VERBS.end)];
}

/** The way to a feed of one's own. */
export function startButton(t: CalendarTexts): Button {
  return plain(t.buttons.subscribe, VERBS.subscription);
}

/** The feed as it is, with what can be done to it. */
export function drawStatus(feed: FeedLink, notices: readonly Notice[], t: CalendarTexts): Card {
  const words = t.subscription;
  return presentMessage({
    title: words.statusTitle,
    about: null,
    notices,
    paragraphs: [words.status, words.lost],
    facts: feedFacts(feed, t),
    sections: [],
    buttons: [...feedButtons(t), listButton(t.buttons.toCalendar, WHOLE)],
    help: t.help,
  });
}

/** The address, the only time that anybody sees it. */
export function drawAddress(address: string, isNew: boolean, t: CalendarTexts): Card {
  const words = t.subscription;
  return presentMessage({
    title: words.addressTitle,
    about: null,
    notices: [
      { tone: 'done', text: isNew ? words.made : words.renewed },
      { tone: 'warning', text: words.copy },
    ],
    copy: { text: address, label: t.buttons.copy, done: words.copied },
    paragraphs: [words.how, `${words.secret} ${words.lost}`, words.delay],
    facts: [],
    sections: [],
    buttons: [plain(t.subscription.statusTitle, VERBS.subscription), listButton(t.buttons.toCalendar, WHOLE)],
    // Nobody wants an address of forty letters read aloud.
    spoken: words.copy,
    help: t.help,
  });
}

/** An address ends once, however often its end is asked for; another one would begin each time. */
export type Question = { readonly kind: 'renew'; readonly nonce: string } | { readonly kind: 'end' };

/** Asks once before an address stops working, and says what follows. */
export function drawQuestion(question: Question, t: CalendarTexts): Card {
  const words = t.subscription;
  const isRenewal = question.kind === 'renew';
  return presentMessage({
    title: isRenewal ? words.renewTitle : words.endTitle,
    about: null,
    notices: [{ tone: 'warning', text: isRenewal ? words.renewIntro : words.endIntro }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [
      {
        label: isRenewal ? t.buttons.renew : t.buttons.end,
        verb: isRenewal ? VERBS.saveRenewal : VERBS.saveEnd,
        data: isRenewal ? { nonce: question.nonce } : {},
        look: 'primary',
        sendsInputs: false,
      },
      plain(t.buttons.back, VERBS.subscription),
    ],
    spoken: isRenewal ? words.renewIntro : words.endIntro,
    help: t.help,
  });
}

/** Says that there is no feed, and why. */
export function drawNoFeed(notice: Notice, mayStart: boolean, t: CalendarTexts): Card {
  return presentMessage({
    title: t.subscription.title,
    about: null,
    notices: [notice],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [...(mayStart ? [startButton(t)] : []), listButton(t.buttons.toCalendar, WHOLE)],
    spoken: notice.text,
    help: t.help,
  });
}

function scopeText({ county }: FeedScope, t: CalendarTexts): string {
  return county === null ? t.subscription.mine : `${t.subscription.withCounty}: ${countyOf(county).nameFi}`;
}

function plain(label: string, verb: string): Button {
  return { label, verb, data: {}, look: 'plain', sendsInputs: false };
}
