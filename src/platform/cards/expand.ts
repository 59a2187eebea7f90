// The one way from a template and a view to a card: compiled once per process, expanded exactly once, and every text
// made harmless by the kind of element it has ended up in.
import { Template } from 'adaptivecards-templating';
import { Fault, invariant } from '../../kernel/fault.ts';
import type { Card, Mention } from './card.ts';
import { cleanText, escapeFunctions, escapeMarkup } from './escape-markup.ts';
import parts from './parts.json' with { type: 'json' };

/** What a template is filled with. No null: a template would show its own expression in place of what is absent. */
export type TemplateData =
  string | number | boolean | readonly TemplateData[] | { readonly [name: string]: TemplateData };
type TemplateView = { readonly [name: string]: TemplateData };

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

// Stands for people's `${` while the template runs, so that what is left of `${` can only be a mistake in the template.
const SHIELD = '\ue000';
const MENTIONS_ID = 'mentions';
const MARKDOWN_KEYS: ReadonlySet<string> = new Set(['errorMessage', 'fallbackText', 'label']);

/**
 * A function that draws the template's card from a view. Elements `{ "$part": "name" }` are taken from parts.json. A
 * view that lacks something the template shows throws `card-field-missing`. With mentions the template must hold the
 * part `mentions`.
 */
export function createTemplate<View extends TemplateView>(
  json: unknown,
): (view: View, mentions?: readonly Mention[]) => Card {
  let template: Template | null = null;
  return (view, mentions = []) => {
    // Compiling takes milliseconds and is left to the first card, so that importing a presenter does nothing.
    template ??= new Template(withParts(json as Json));
    const people = mentions.map(toEntity);
    const mentionLine = people.map((person) => person.text).join(', ');
    const expanded = template.expand({ $root: shield({ ...view, mentionLine }) }) as Json;
    const card = finish(expanded, { key: '', list: '', mentionLine });
    invariant(isRecord(card), 'card-not-an-object');
    invariant(people.length === 0 || JSON.stringify(card).includes(`"id":"${MENTIONS_ID}"`), 'card-without-mentions');
    const shown = people.length === 0 ? card : { ...card, msteams: { entities: people } };
    // The brand means "expanded once by this function".
    return shown as unknown as Card;
  };
}

function isRecord(node: Json): node is { readonly [name: string]: Json } {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function withParts(node: Json): Json {
  if (Array.isArray(node)) {
    return node.map((item: Json) => withParts(item));
  }
  if (!isRecord(node)) {
    return node;
  }
  const name = node['$part'];
  if (typeof name === 'string') {
    const part = (parts as Readonly<Record<string, Json>>)[name];
    if (part === undefined) {
      throw new Fault('card-part-unknown', { name });
    }
    return part;
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withParts(value)]));
}

function toEntity(mention: Mention): { type: string; text: string; mentioned: { id: string; name: string } } {
  // Teams matches the entity with the text letter by letter, so the name holds nothing that either could read as markup.
  const name = cleanText(mention.name)
    .replaceAll(/[<>&[\]*_~`#|\\{}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: mention.teamsId, name } };
}

function shield(data: TemplateData): TemplateData {
  if (typeof data === 'string') {
    return cleanText(data).replaceAll('${', SHIELD);
  }
  if (Array.isArray(data)) {
    return data.map((item: TemplateData) => shield(item));
  }
  if (typeof data === 'object') {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shield(value)]));
  }
  return data;
}

type Position = {
  /** The property that holds the node, or the array that does. */
  readonly key: string;
  /** The array around the object whose property this is: `facts` and `choices` hold untyped objects. */
  readonly list: string;
  readonly mentionLine: string;
};

function finish(node: Json, at: Position): Json {
  if (typeof node === 'string') {
    return finishText(node, '', at);
  }
  if (Array.isArray(node)) {
    return node.map((item: Json) => finish(item, { ...at, list: at.key }));
  }
  if (!isRecord(node)) {
    return node;
  }
  const type = typeof node['type'] === 'string' ? node['type'] : '';
  if (type === 'TextBlock' && node['id'] === MENTIONS_ID) {
    return { ...node, text: at.mentionLine };
  }
  const entries = Object.entries(node).map(([key, value]): [string, Json] => {
    if (typeof value === 'string') {
      return [key, finishText(value, type, { ...at, key })];
    }
    // What a button sends back is read by us alone and must come back as it was.
    return [key, key === 'data' ? restore(value) : finish(value, { ...at, key, list: '' })];
  });
  return Object.fromEntries(entries);
}

function restore(node: Json): Json {
  if (typeof node === 'string') {
    return unshield(node, 'data');
  }
  return isRecord(node) ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, restore(value)])) : node;
}

function finishText(text: string, type: string, at: Position): string {
  const plain = unshield(text, at.key);
  if (at.key === 'speak') {
    // Speech may be read as SSML.
    return escapeMarkup(plain.replaceAll(/[<>&]/g, ' '));
  }
  if (isMarkdown(type, at)) {
    return escapeMarkup(plain);
  }
  return type === 'TextRun' && at.key === 'text' ? escapeFunctions(plain) : plain;
}

function isMarkdown(type: string, { key, list }: Position): boolean {
  return (
    MARKDOWN_KEYS.has(key) ||
    (type === 'TextBlock' && key === 'text') ||
    (type === 'Input.Toggle' && key === 'title') ||
    (list === 'facts' && (key === 'title' || key === 'value')) ||
    (list === 'choices' && key === 'title')
  );
}

function unshield(text: string, field: string): string {
  if (text.includes('${')) {
    throw new Fault('card-field-missing', { field });
  }
  return text.replaceAll(SHIELD, '${');
}
