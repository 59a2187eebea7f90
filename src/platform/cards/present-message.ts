import type { Card, Mention } from './card.ts';
import { createTemplate } from './expand.ts';
import template from './message.card.json' with { type: 'json' };
import { factsData, frameData, paragraphsOf, shownFrame, type Fact, type Frame } from './parts.ts';
import { showing } from './shown-card.ts';

export type MessageView = Frame & {
  /** A text to be taken along as it is, an address; on a card the first paragraph, elsewhere with a button that copies. */
  readonly copy?: { readonly text: string; readonly label: string; readonly done: string };
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** A section's heading may be empty; each line stands on its own row. */
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** Whom the message is to notify. */
  readonly mentions?: readonly Mention[];
};

type Text = { readonly text: string };

type MessageData = ReturnType<typeof frameData> &
  ReturnType<typeof factsData> & {
    readonly paragraphs: readonly Text[];
    readonly sections: readonly { readonly heading: string; readonly lines: readonly Text[] }[];
  };

const draw = createTemplate<MessageData>(template);

/**
 * A card that tells something: a confirmation, details, help, a glossary. Line breaks in paragraphs and lines begin a
 * new row; what is empty is left out. More than five buttons and links together throw.
 */
export function presentMessage(view: MessageView): Card {
  const { copy } = view;
  const data = {
    ...frameData({ ...view, spoken: view.spoken ?? view.paragraphs[0] ?? '' }),
    ...factsData(view.facts),
    paragraphs: rows(copy === undefined ? view.paragraphs : [copy.text, ...view.paragraphs]),
    sections: view.sections.map(({ heading, lines }) => ({ heading, lines: rows(lines) })),
  };
  return showing(draw(data, view.mentions), {
    kind: 'message',
    ...shownFrame(view),
    ...(copy === undefined ? {} : { copy }),
    paragraphs: view.paragraphs.flatMap(paragraphsOf),
    facts: data.facts.map(({ label, value }) => ({ label, value })),
    sections: view.sections.map(({ heading, lines }) => ({ heading, lines: lines.flatMap(paragraphsOf) })),
  });
}

function rows(texts: readonly string[]): readonly Text[] {
  return texts.flatMap(paragraphsOf).map((text) => ({ text }));
}
