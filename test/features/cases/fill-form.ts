// Filling in an action's form the way a card sends it, up to the decision; saving is the runner's.
import type { Member } from '../../../src/platform/teams/bot.ts';
import { parseChannelId, type PersonId } from '../../../src/kernel/ids.ts';
import type { Result } from '../../../src/kernel/result.ts';
import type { Action, Decided, FormContext } from '../../../src/features/cases/actions/form-action.ts';
import type { CaseRefusal } from '../../../src/features/cases/domain/decision.ts';
import { casesFi } from '../../../src/features/cases/texts.fi.ts';
import type { People } from '../../../src/features/settings/index.ts';
import { AINO, BO, NOW, SANNA, TODAY, buildCase, buildContext } from './build-case.ts';

function member(id: PersonId, name: string): Member {
  return { id, teamsId: `29:${id}`, name, isGuest: false };
}

const MEMBERS: readonly Member[] = [member(AINO, 'Aino Aalto'), member(BO, 'Bo Berg'), member(SANNA, 'Sanna Salo')];

/** Three people; Sanna is the advisor of every county. */
export const PEOPLE: People = {
  members: MEMBERS,
  nameOf: (person) => MEMBERS.find((each) => each.id === person)?.name ?? 'entinen jäsen',
  mentionOf: () => null,
  isAdmin: () => false,
  isAdvisorOf: (person) => person === SANNA,
  supporterOf: () => SANNA,
  advisorsOf: () => [{ person: SANNA, away: null }],
  links: { legalAdvice: null, model: null, privacy: null },
  mayWrite: () => true,
};

/** What a form is drawn from; Aino in the case's channel unless told otherwise. */
export function buildFormContext(overrides: Partial<FormContext> & { readonly by?: PersonId } = {}): FormContext {
  const { by = AINO, ...others } = overrides;
  const channelId = parseChannelId('19:cases@thread.tacv2');
  if (channelId === null) {
    throw new Error('the channel of the tests cannot be read');
  }
  const person = MEMBERS.find((each) => each.id === by) ?? member(by, by);
  const place = { kind: 'channel', channelId, channelName: null, access: 'team', rootId: '1' } as const;
  return {
    c: buildCase(),
    item: null,
    viewer: { person, place, people: PEOPLE, today: TODAY },
    now: NOW,
    t: casesFi,
    ...others,
  };
}

/** The form as it opens: each field's wire text by name, what sending it untouched would say. */
export function initialOf(action: Action, context: FormContext): Readonly<Record<string, string>> {
  const { fields } = action.content(context);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial]));
}

/** What comes of sending the form as it opens with `typed` over it. A form that cannot be read gives `problems`. */
export function fillIn(
  action: Action,
  context: FormContext,
  typed: Readonly<Record<string, string>>,
): { readonly problems: readonly string[]; readonly decided: Result<Decided, CaseRefusal> | null } {
  const data = { ...initialOf(action, context), ...typed };
  const reading = action.read(context, data, { confirmed: true });
  if (reading.kind !== 'decide') {
    return { problems: reading.kind === 'problems' ? Object.keys(reading.problems) : ['personalData'], decided: null };
  }
  const decision = buildContext({ by: context.viewer.person.id, now: context.now });
  return { problems: [], decided: reading.decide(context.c, { ...context, ...decision }) };
}

/** Sends the form and gives what was decided; anything else fails the test with the reason. */
export function save(action: Action, context: FormContext, typed: Readonly<Record<string, string>>): Decided {
  const { problems, decided } = fillIn(action, context, typed);
  if (decided === null) {
    throw new Error(`the form cannot be read: ${problems.join(', ')}`);
  }
  if (!decided.ok) {
    throw new Error(`the form is refused: ${decided.refusal.code}`);
  }
  return decided.value;
}
