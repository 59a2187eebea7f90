// What the readings of a form become in words.
import { assertNever } from '../../kernel/fault.ts';
import type { PersonalDataKind } from '../../kernel/personal-data.ts';
import type { Field, Fields } from './field.ts';
import type { FieldProblem, Notice } from './form.ts';
import { cardTextsFi as words } from './texts.fi.ts';

/** A sentence for each problem, by field name, as `FormView.problems` wants it. Names that are not fields are left out. */
export function problemSentences(
  fields: Fields,
  problems: Readonly<Record<string, FieldProblem>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const problem = Object.hasOwn(problems, name) ? problems[name] : undefined;
      return problem === undefined ? [] : [[name, sentence(field, problem)]];
    }),
  );
}

/** The warning that personal data was found (G-03): the kinds by field label, never the text itself. */
export function personalDataNotice(
  fields: Fields,
  found: Readonly<Record<string, readonly PersonalDataKind[]>>,
): Notice {
  const places = Object.entries(found).map(([name, kinds]) => {
    const label = fields[name]?.label ?? name;
    return `${label} (${kinds.map((kind) => words.personalDataKinds[kind]).join(', ')})`;
  });
  return { tone: 'warning', text: words.personalData(places.join(', ')) };
}

function sentence(field: Field<unknown>, problem: FieldProblem): string {
  switch (problem.code) {
    case 'unreadable':
      return field.problem;
    case 'too-long':
      return words.tooLong(problem.max);
    case 'identity-code':
      return words.identityCode;
    default:
      return assertNever(problem);
  }
}
