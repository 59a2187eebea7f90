import type { ItemId } from '../../../kernel/ids.ts';
import { choicesField, longTextField, type Field } from '../../../platform/cards/field.ts';
import { eventToRecord } from '../domain/recorded-event.ts';
import { recordResult } from '../domain/solution-option.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

type AlwaysAsked = ReturnType<typeof alwaysAsked>;
type Chosen = { readonly chosen: Field<readonly ItemId[]> };

// A choice is read at a glance; the whole description is in the details.
const CHOICE_MAX = 100;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length <= CHOICE_MAX
    ? line
    : `${line
        .slice(0, CHOICE_MAX - 1)
        .trimEnd()
        .toWellFormed()}…`;
}

function alwaysAsked({ c, item, t }: FormContext) {
  const words = t.result;
  return {
    sharedView: longTextField(true, {
      label: words.sharedView,
      hint: words.sharedViewHint,
      problem: words.sharedViewProblem,
      initial: eventToRecord(c, item)?.sharedView ?? '',
    }),
  };
}

function fields(context: FormContext): AlwaysAsked | (AlwaysAsked & Chosen) {
  const { c, item, t } = context;
  const event = eventToRecord(c, item);
  if (event === null || event.options.length === 0) {
    return alwaysAsked(context);
  }
  const chosen = choicesField<ItemId>(false, {
    label: t.result.chosen,
    problem: t.result.chosenProblem,
    choices: event.options.map(({ id, description }) => ({ value: id, title: shortened(description) })),
    initial: event.chosenOptions.filter((id) => event.options.some((option) => option.id === id)).join(','),
  });
  return { ...alwaysAsked(context), chosen };
}

/** S0-34: the shared view and which of the listed options were chosen. */
export const resultAction = defineAction<AlwaysAsked | (AlwaysAsked & Chosen)>({
  name: 'result',
  form(context) {
    const { title, intro, noOptions } = context.t.result;
    const asked = fields(context);
    return formContent({
      title,
      intro,
      fields: asked,
      notices: 'chosen' in asked ? [] : [{ tone: 'info', text: noOptions }],
    });
  },
  decide(c, values, { t, item }) {
    const chosenOptions = 'chosen' in values ? values.chosen : [];
    const decision = recordResult(c, item, { sharedView: values.sharedView, chosenOptions });
    const event = decision.ok ? eventToRecord(decision.value, item) : null;
    return decided(decision, t.result.said, { item: event?.id ?? null });
  },
});
