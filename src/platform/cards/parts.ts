// What every card has in common, as data for the shared pieces of parts.json: heading, notices, facts, buttons, help.
import { invariant } from '../../kernel/fault.ts';
import type { ShownButton, ShownCard } from './contract.ts';
import type { Button, Notice } from './form.ts';
import { cardTextsFi as words } from './texts.fi.ts';

/** A button that opens a page: https, or a page of this machine, which only a developer's own app has. */
export type Link = { readonly label: string; readonly url: string };

export type Fact = { readonly label: string; readonly value: string };

export type Frame = {
  readonly title: string;
  readonly about: string | null;
  readonly notices: readonly Notice[];
  readonly buttons: readonly Button[];
  readonly links?: readonly Link[];
  readonly help: string;
  /** What a screen reader hears besides the title, if the client reads cards aloud; the title is always said. */
  readonly spoken?: string;
};

/** More are not taken in at a glance (B-03). */
export const MAIN_CHOICES_MAX = 5;

const NOTICE_LOOKS = {
  info: { style: 'emphasis', word: '' },
  done: { style: 'good', word: words.done },
  warning: { style: 'warning', word: words.note },
  problem: { style: 'attention', word: words.mend },
} as const satisfies Record<Notice['tone'], { style: string; word: string }>;

// One notice for a template: the look of its tone and a word, since colour alone says nothing to many.
function noticeData({ tone, text }: Notice): { style: string; word: string; text: string } {
  return { ...NOTICE_LOOKS[tone], text };
}

/** One button for a template. Inputs of the card win over data of the same name in clients, so names must differ. */
export function buttonData(button: Button): {
  label: string;
  verb: string;
  style: string;
  inputs: string;
  data: Readonly<Record<string, string>>;
} {
  invariant(!Object.hasOwn(button.data, 'verb'), 'button-data-names-verb');
  return {
    label: button.label,
    verb: button.verb,
    // Most Teams clients draw both alike; the order says which comes first.
    style: button.look === 'primary' ? 'positive' : 'default',
    inputs: button.sendsInputs ? 'auto' : 'none',
    data: { verb: button.verb, ...button.data },
  };
}

/** Facts for the part `facts`; facts without a value are left out. */
export function factsData(facts: readonly Fact[]): {
  hasFacts: boolean;
  facts: readonly { label: string; value: string }[];
} {
  const shown = facts.filter((fact) => fact.value.trim() !== '').map(({ label, value }) => ({ label, value }));
  return { hasFacts: shown.length > 0, facts: shown };
}

/** Data for the parts heading, notices, buttons and help, `speak` and `fallbackText`. More than five choices throw. */
export function frameData(frame: Frame): {
  title: string;
  about: string;
  notices: readonly ReturnType<typeof noticeData>[];
  hasButtons: boolean;
  buttons: readonly ReturnType<typeof buttonData>[];
  links: readonly { label: string; url: string }[];
  help: string;
  speak: string;
  fallbackText: string;
} {
  const links = (frame.links ?? []).map(({ label, url }) => ({ label, url: openableUrl(url) }));
  const choices = frame.buttons.length + links.length;
  invariant(choices <= MAIN_CHOICES_MAX, 'too-many-choices-on-card');
  const spoken = sentences([frame.title, frame.about ?? '', frame.spoken ?? '']);
  return {
    title: frame.title,
    about: frame.about ?? '',
    notices: frame.notices.map((notice) => noticeData(notice)),
    hasButtons: choices > 0,
    buttons: frame.buttons.map((button) => buttonData(button)),
    links,
    help: frame.help,
    speak: spoken,
    fallbackText: sentences([frame.title, frame.about ?? '', words.updateTeams]),
  };
}

/** The same frame for those who draw it otherwise (contract.ts). */
export function shownFrame(
  frame: Frame,
): Pick<ShownCard, 'title' | 'about' | 'notices' | 'buttons' | 'links' | 'help'> {
  return {
    title: frame.title,
    about: frame.about === '' ? null : frame.about,
    notices: frame.notices.map(({ tone, text }) => ({ tone, text })),
    buttons: frame.buttons.map(shownButton),
    links: (frame.links ?? []).map(({ label, url }) => ({ label, url })),
    help: frame.help,
  };
}

/** A button for those who draw it otherwise. */
export function shownButton({ label, verb, data, look, sendsInputs }: Button): ShownButton {
  return { label, verb, data: { ...data }, look, sendsInputs };
}

/** Texts one after another as sentences; empty ones are left out. */
export function sentences(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (/[.?!:]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** People's text as paragraphs: line breaks part them, empty lines are left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A few words that stay on one line, `3 päivää myöhässä`. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\//;

function openableUrl(url: string): string {
  invariant(URL.parse(url)?.protocol === 'https:' || LOOPBACK.test(url), 'link-not-https');
  return url;
}
