import { choicesField, longTextField } from '../../../platform/cards/field.ts';
import { referenceText } from '../cards/reference-text.ts';
import type { Case, Viewpoints } from '../domain/case.ts';
import { eventToRecord } from '../domain/recorded-event.ts';
import { referencesFor, type ReferenceId } from '../domain/references.ts';
import { hasViewpoints, recordViewpoints } from '../domain/viewpoints.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c, item, t }: FormContext) {
  const words = t.viewpoints;
  const views = eventToRecord(c, item)?.viewpoints;
  const { kind } = c.basics.targetBody;
  const offered = referencesFor(kind, views?.lawAndCrpd.references ?? []);
  const picked = offered.filter(({ id }) => views?.lawAndCrpd.references.includes(id));
  return {
    usersAndClose: longTextField(false, {
      label: words.usersAndClose,
      hint: words.usersAndCloseHint,
      problem: words.usersAndCloseProblem,
      initial: views?.usersAndClose ?? '',
      privacy: 'views',
    }),
    authority: longTextField(false, {
      label: words.authority[kind],
      problem: words.authorityProblem,
      initial: views?.authority ?? '',
    }),
    references: choicesField<ReferenceId>(false, {
      label: words.references,
      hint: words.referencesHint,
      problem: words.referencesProblem,
      choices: offered.map((reference) => ({ value: reference.id, title: referenceText(reference, t) })),
      initial: picked.map(({ id }) => id).join(','),
    }),
    lawText: longTextField(false, {
      label: words.lawText,
      hint: words.lawTextHint,
      problem: words.lawTextProblem,
      initial: views?.lawAndCrpd.text ?? '',
    }),
  };
}

/** The headings of the sections that nobody has told anything of yet. */
function missingSections(
  c: Case,
  { usersAndClose, authority, lawAndCrpd }: Viewpoints,
  t: CaseTexts,
): readonly string[] {
  const words = t.viewpoints;
  const hasLaw = lawAndCrpd.text !== '' || lawAndCrpd.references.length > 0;
  return [
    usersAndClose === '' ? words.usersAndClose : '',
    authority === '' ? words.authority[c.basics.targetBody.kind] : '',
    hasLaw ? '' : words.references,
  ].filter((heading) => heading !== '');
}

/** S0-32, S0-40…S0-43: the three sections of viewpoints; the last is picked from the reference list and told in words. */
export const viewpointsAction = defineAction({
  name: 'viewpoints',
  form: (context) =>
    formContent({ title: context.t.viewpoints.title, intro: context.t.viewpoints.intro, fields: fields(context) }),
  decide(c, values, { t, item }) {
    const decision = recordViewpoints(c, item, values);
    const event = decision.ok ? eventToRecord(decision.value, item) : null;
    const isEmpty = event === null || !hasViewpoints(event.viewpoints);
    const missing = event === null ? [] : missingSections(c, event.viewpoints, t);
    const said = missing.length === 0 ? t.viewpoints.said : t.viewpoints.saidMissing(missing.join(', '));
    return decided(decision, isEmpty ? t.viewpoints.saidEmpty : said, { item: event?.id ?? null });
  },
});
