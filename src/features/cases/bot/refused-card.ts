import type { PersonId } from '../../../kernel/ids.ts';
import type { Refusal } from '../../../kernel/result.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { drawCase } from '../cards/case-view.ts';
import { drawTabAnswer } from '../cards/tab-answer.ts';
import type { ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import type { CaseRefusal } from '../domain/decision.ts';
import type { PolicyRefusal, Viewer } from '../policy.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { VERBS, type Origin } from '../verbs.ts';

type Refused = {
  readonly c: Case;
  readonly viewer: Viewer;
  readonly name: ActionName;
  readonly refusal: Refusal<CaseRefusal | PolicyRefusal>;
  /** Who was faster, when that is the reason. */
  readonly by: PersonId | null;
  readonly origin: Origin | null;
};

/** The fresh card with why nothing was done, and the way on when there is one; in the tab only these two. */
export function refusedCard({ t }: CaseDeps, about: Refused): Card {
  const { c, viewer, name, refusal, by, origin } = about;
  const { people, today } = viewer;
  const words: Readonly<Record<CaseRefusal | PolicyRefusal, string>> = { ...t.refusals, ...t.policyRefusals };
  const text = by === null ? words[refusal.code] : t.conflict.moved(people.nameOf(by));
  const notices: readonly Notice[] = [{ tone: 'warning', text }];
  const join: Button = {
    label: t.actions.join,
    verb: VERBS.joinThen,
    data: { caseId: c.id, seen: String(c.rev), onward: name, ...(origin === null ? {} : { origin }) },
    look: 'primary',
    sendsInputs: false,
  };
  const firstButtons = refusal.code === 'join-first' ? [join] : [];
  const scene = { people, today, t, notices, firstButtons };
  return origin === 'tab' ? drawTabAnswer(c, scene) : drawCase(c, scene);
}
