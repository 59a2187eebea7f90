// What the messages of cases are about, for whoever looks after the messages.
import { parseCaseId } from '../../kernel/ids.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { MessageSubjects } from '../deliveries/index.ts';
import { SOURCE } from './deliveries/promises.ts';
import { isVisible } from './policy.ts';
import type { CaseTexts } from './texts.fi.ts';
import { loadCase } from './use-cases/load-case.ts';

/** The cases as things that messages are about. */
export function createCaseSubjects({
  store,
  t,
}: {
  readonly store: Store;
  readonly t: Pick<CaseTexts, 'about'>;
}): MessageSubjects {
  return {
    source: SOURCE,
    async describe({ workspace, place }, _people, subject) {
      const id = parseCaseId(subject);
      const loaded = id === null ? null : await loadCase(store, workspace, id);
      if (loaded === null || !isVisible(loaded.c, { place })) {
        return null;
      }
      const { number, basics } = loaded.c;
      return { text: t.about(number, basics.title), to: `tapaukset/${number}`, counties: [basics.targetBody.county] };
    },
  };
}
