import type { Card, Mention } from '../../../platform/cards/card.ts';
import type { ShownMessage } from '../../../platform/cards/contract.ts';
import { createTemplate } from '../../../platform/cards/expand.ts';
import {
  factsData,
  frameData,
  sentences,
  shownFrame,
  unbroken,
  type Fact,
  type Frame,
} from '../../../platform/cards/parts.ts';
import { showing } from '../../../platform/cards/shown-card.ts';
import template from './case.card.json' with { type: 'json' };

export type StageOnCard = {
  readonly number: number;
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** The state as a word: `tehty`, `nyt`, `edessä`. */
  readonly word: string;
};

export type CaseCardView = Omit<Frame, 'about' | 'spoken'> & {
  /** `Tapaus 2026-014` */
  readonly number: string;
  readonly urgency: { readonly word: string; readonly tone: 'urgent' | 'normal' };
  /** The four stages in their order. */
  readonly stages: readonly StageOnCard[];
  /** Null when nothing is left to do. `late` says how many days, `3 päivää myöhässä`. */
  readonly nextStep: {
    readonly label: string;
    readonly text: string;
    readonly when: string | null;
    readonly late: string | null;
  } | null;
  readonly facts: readonly Fact[];
  /** How the matter stands when it is not simply under way: paused, closed; null otherwise. */
  readonly statusLine: string | null;
  readonly mentions?: readonly Mention[];
};

type StageData = {
  readonly number: string;
  readonly name: string;
  readonly word: string;
  readonly color: string;
  readonly weight: string;
  readonly isSubtle: boolean;
};

type CaseData = ReturnType<typeof frameData> &
  ReturnType<typeof factsData> & {
    readonly number: string;
    readonly urgencyWord: string;
    readonly urgencyColor: string;
    readonly urgencyWeight: string;
    readonly statusLine: string;
    readonly nextStep: readonly {
      readonly label: string;
      readonly text: string;
      readonly when: string;
      readonly late: string;
      readonly hasTime: boolean;
    }[];
    readonly stages: readonly StageData[];
  };

const draw = createTemplate<CaseData>(template);

const STAGE_LOOKS = {
  done: { color: 'default', weight: 'default', isSubtle: false },
  now: { color: 'accent', weight: 'bolder', isSubtle: false },
  ahead: { color: 'default', weight: 'default', isSubtle: true },
} as const satisfies Record<StageOnCard['state'], Omit<StageData, 'number' | 'name' | 'word'>>;

/** The card of a case: what to do next and by when, then the path of four stages, the main facts and the choices. */
export function presentCase(view: CaseCardView): Card {
  const { nextStep, urgency } = view;
  const spoken = sentences([urgency.word, view.statusLine ?? '', ...spokenStep(nextStep)]);
  const data = {
    ...frameData({ ...view, about: view.number, spoken }),
    ...factsData(view.facts),
    number: view.number,
    urgencyWord: urgency.word,
    urgencyColor: urgency.tone === 'urgent' ? 'attention' : 'default',
    urgencyWeight: urgency.tone === 'urgent' ? 'bolder' : 'default',
    statusLine: view.statusLine ?? '',
    nextStep: nextStep === null ? [] : [stepData(nextStep)],
    stages: view.stages.map(stageData),
  };
  return showing(draw(data, view.mentions), shownCase(view, data.facts));
}

// Whoever does not draw the path reads it: each stage on a row.
function shownCase(view: CaseCardView, facts: CaseData['facts']): ShownMessage {
  const { nextStep } = view;
  const step = nextStep === null ? [] : [nextStep.text, [nextStep.when, nextStep.late].filter(Boolean).join(' · ')];
  return {
    kind: 'message',
    ...shownFrame({ ...view, about: view.number }),
    paragraphs: [view.urgency.word, view.statusLine ?? ''].filter((text) => text !== ''),
    facts: facts.map(({ label, value }) => ({ label, value })),
    sections: [
      ...(nextStep === null ? [] : [{ heading: nextStep.label, lines: step.filter((line) => line !== '') }]),
      { heading: '', lines: view.stages.map(({ number, name, word }) => `${number} ${name}: ${word}`) },
    ],
  };
}

function stageData({ number, name, state, word }: StageOnCard): StageData {
  return { ...STAGE_LOOKS[state], number: `${number}`, name, word: state === 'done' ? `✓ ${word}` : word };
}

function stepData(step: NonNullable<CaseCardView['nextStep']>): CaseData['nextStep'][number] {
  const { label, text } = step;
  const late = unbroken(step.late ?? '');
  const when = step.when ?? '';
  return {
    label,
    text,
    when: when !== '' && late !== '' ? `${when} · ` : when,
    late,
    hasTime: when !== '' || late !== '',
  };
}

function spokenStep(step: CaseCardView['nextStep']): readonly string[] {
  return step === null ? [] : [`${step.label}: ${step.text}`, step.when ?? '', step.late ?? ''];
}
