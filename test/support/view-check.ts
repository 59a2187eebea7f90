// Whether a card and what it says that it shows are the same: the tab draws the one, Teams the other.
import { assertNever } from '../../src/kernel/fault.ts';
import { shownCard } from '../../src/platform/cards/shown-card.ts';
import type { Card } from '../../src/platform/cards/card.ts';
import type { ShownCard } from '../../src/platform/cards/contract.ts';
import { cardTextsFi } from '../../src/platform/cards/texts.fi.ts';
import { escapeMarkup } from '../../src/platform/cards/escape-markup.ts';

type Node = Readonly<Record<string, unknown>>;

// Where a card keeps words that people read; a `value` is also what a choice sends.
const WORD_KEYS: ReadonlySet<string> = new Set(['text', 'title', 'label', 'errorMessage']);

/** What differs, one sentence each. */
export function viewProblems(card: Card): readonly string[] {
  const view = shownCard(card);
  const nodes = nodesIn(card);
  const [drawn, said] = [wordsOf(textsOfCard(nodes)), wordsOf(textsOfView(view))];
  // The summary of what is to be mended is drawn anew from the fields, as links to them.
  const wrong = view.kind === 'form' ? view.fields.filter(({ problem }) => problem !== '').length : 0;
  const summary = wrong === 0 ? [] : [cardTextsFi.mendFields(wrong, '')];
  // Whom a posted card notifies is no part of what it shows.
  const notified = nodes.flatMap(({ type, text }) => (type === 'mention' && typeof text === 'string' ? [text] : []));
  const plain = Object.values(cardTextsFi).filter((text) => typeof text === 'string');
  const own = wordsOf([...plain, ...summary, ...notified]);
  return [
    ...[...said].filter((word) => !drawn.has(word)).map((word) => `only the view says "${word}"`),
    ...[...drawn].filter((word) => !said.has(word) && !own.has(word)).map((word) => `only the card says "${word}"`),
    ...differing('buttons', buttonsOfCard(nodes), buttonsOfView(view)),
    ...differing(
      'links',
      linksOfCard(nodes),
      view.links.map(({ label, url }) => [label, url].join(' | ')),
    ),
    ...differing('fields', fieldsOfCard(nodes), view.kind === 'form' ? view.fields.map(({ name }) => name) : []),
  ];
}

function differing(what: string, card: readonly string[], view: readonly string[]): readonly string[] {
  const [one, other] = [card, view].map((list) => JSON.stringify(list.toSorted()));
  return one === other ? [] : [`${what}: the card has ${one}, the view ${other}`];
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) {
    return value.flatMap(nodesIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const node: Node = Object.fromEntries(Object.entries(value));
  const { data: _data, ...rest } = node;
  return [node, ...Object.values(rest).flatMap(nodesIn)];
}

function textsOfCard(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    const keys = [...WORD_KEYS];
    const isFact = node['type'] === undefined && 'title' in node && 'value' in node && !isChoice(nodes, node);
    return [...keys, ...(isFact ? ['value'] : [])].flatMap((key) => (typeof node[key] === 'string' ? [node[key]] : []));
  });
}

function isChoice(nodes: readonly Node[], node: Node): boolean {
  return nodes.some(
    ({ choices }) => Array.isArray(choices) && choices.some((each) => JSON.stringify(each) === JSON.stringify(node)),
  );
}

function textsOfView(view: ShownCard): readonly string[] {
  const frame = [view.title, view.about ?? '', view.help, ...view.notices.map(({ text }) => text)];
  const pressed = [...view.buttons.map(({ label }) => label), ...view.links.map(({ label }) => label)];
  return [...frame, ...pressed, ...ownTexts(view)];
}

function ownTexts(view: ShownCard): readonly string[] {
  switch (view.kind) {
    case 'form':
      return [
        ...view.intro,
        ...view.fields.flatMap((field) => [
          field.label,
          field.hint,
          field.problem,
          field.privacyNotice,
          field.errorMessage,
          ...field.choices.map(({ title }) => title),
        ]),
      ];
    case 'message':
      return [
        ...view.paragraphs,
        ...view.facts.flatMap(({ label, value }) => [label, value]),
        ...view.sections.flatMap(({ heading, lines }) => [heading, ...lines]),
      ];
    case 'list':
      return [
        view.intro,
        view.more,
        ...view.items.flatMap(({ title, lines, buttons }) => [title, ...lines, ...buttons.map(({ label }) => label)]),
      ];
    default:
      return assertNever(view);
  }
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const plain = texts.map((text) => escapeMarkup(text).replaceAll(/[\u2060\u200b-\u200d\ufeff]/g, ''));
  return new Set(plain.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []));
}

function buttonsOfCard(nodes: readonly Node[]): readonly string[] {
  return nodes
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title, verb, data, associatedInputs }) => describe(title, verb, data, associatedInputs !== 'none'));
}

function buttonsOfView(view: ShownCard): readonly string[] {
  const inItems = view.kind === 'list' ? view.items.flatMap(({ buttons }) => buttons) : [];
  return [...inItems, ...view.buttons].map(({ label, verb, data, sendsInputs }) =>
    describe(label, verb, { verb, ...data }, sendsInputs),
  );
}

function describe(label: unknown, verb: unknown, data: unknown, sendsInputs: boolean): string {
  const plain = escapeMarkup(String(label)).replaceAll('\u2060', '');
  const fields = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return [
    plain,
    verb,
    JSON.stringify(fields.map((entry) => JSON.stringify(entry)).toSorted()).replaceAll('\u2060', ''),
    sendsInputs,
  ].join(' | ');
}

function linksOfCard(nodes: readonly Node[]): readonly string[] {
  return nodes.filter(({ type }) => type === 'Action.OpenUrl').map(({ title, url }) => [title, url].join(' | '));
}

function fieldsOfCard(nodes: readonly Node[]): readonly string[] {
  return nodes.filter(({ type }) => String(type).startsWith('Input.')).map(({ id }) => String(id));
}
