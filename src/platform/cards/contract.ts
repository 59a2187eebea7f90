// What a card shows, free of how it is drawn: Teams gets it as an Adaptive Card, the tab as a page. One shape for both
// ends of the wire.
import * as z from 'zod/mini';

const text = z.string();

/** `primary`: the way on. `sendsInputs`: what was typed goes with it. */
export const ShownButton = z.object({
  label: text,
  verb: text,
  data: z.record(z.string(), text),
  look: z.enum(['primary', 'plain']),
  sendsInputs: z.boolean(),
});

export const ShownNotice = z.object({ tone: z.enum(['info', 'done', 'warning', 'problem']), text });

export const ShownLink = z.object({ label: text, url: text });

const Fact = z.object({ label: text, value: text });

const frame = {
  title: text,
  /** Which thing it is about, or null. */
  about: z.nullable(text),
  notices: z.array(ShownNotice),
  buttons: z.array(ShownButton),
  links: z.array(ShownLink),
  /** Help from a person; may be empty. */
  help: text,
};

/** `value` in wire form: dates `YYYY-MM-DD`, several choices joined by commas, toggles `true` or `false`. */
export const ShownField = z.object({
  name: text,
  kind: z.enum(['text', 'longText', 'date', 'time', 'choice', 'choices', 'filteredChoice', 'toggle']),
  label: text,
  hint: text,
  required: z.boolean(),
  /** May be left empty; then the label says so. */
  optional: z.boolean(),
  /** What to say when it is empty or cannot be read. */
  errorMessage: text,
  /** What is wrong with it now, or ''. */
  problem: text,
  /** Said before the field (G-01), or ''. */
  privacyNotice: text,
  value: text,
  /** In UTF-16 units. */
  maxLength: z.number(),
  choices: z.array(z.object({ value: text, title: text })),
});

export const ShownForm = z.object({
  kind: z.literal('form'),
  ...frame,
  intro: z.array(text),
  fields: z.array(ShownField),
});

export const ShownMessage = z.object({
  kind: z.literal('message'),
  ...frame,
  /** A text to be taken along as it is, before the paragraphs: what its button and the answer to it say. */
  copy: z.optional(z.object({ text, label: text, done: text })),
  paragraphs: z.array(text),
  facts: z.array(Fact),
  sections: z.array(z.object({ heading: text, lines: z.array(text) })),
});

export const ShownList = z.object({
  kind: z.literal('list'),
  ...frame,
  intro: text,
  items: z.array(z.object({ title: text, lines: z.array(text), buttons: z.array(ShownButton) })),
  /** What is left out and how to see it, or ''. */
  more: text,
});

/** A card as the tab shows it. */
export const ShownCard = z.discriminatedUnion('kind', [ShownForm, ShownMessage, ShownList]);

export type ShownButton = z.infer<typeof ShownButton>;
export type ShownLink = z.infer<typeof ShownLink>;
export type ShownNotice = z.infer<typeof ShownNotice>;
export type ShownField = z.infer<typeof ShownField>;
export type ShownForm = z.infer<typeof ShownForm>;
export type ShownMessage = z.infer<typeof ShownMessage>;
export type ShownList = z.infer<typeof ShownList>;
export type ShownCard = z.infer<typeof ShownCard>;
