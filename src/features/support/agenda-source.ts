// The questions that wait for a person's answer, for their own page.
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { AgendaSource } from '../overview/index.ts';
import type { SupportDeps } from './deps.ts';
import { questionTable } from './rows.ts';
import { questionButton, VERBS } from './verbs.ts';

const SOURCE = 'support';

/** The questions as a source of answers to give: whoever has waited longest comes first. */
export function createQuestionAgenda({ store, t }: Pick<SupportDeps, 'store' | 't'>): AgendaSource {
  return {
    source: SOURCE,
    async agenda({ workspace, place }, { counties }) {
      if (counties.length === 0) {
        return { steps: [], answers: [], watched: [] };
      }
      const newest = await questionTable.list(store, workspace);
      const waiting = newest
        .filter(
          ({ county, isWithdrawn, answeredOn }) => counties.includes(county) && !isWithdrawn && answeredOn === null,
        )
        .filter(({ home }) => isShownIn(home, place))
        .toReversed();
      const answers = waiting.map(({ id, topic }) => ({
        id: `${SOURCE}.${id}`,
        text: t.answer.title,
        about: t.aboutTopic(topic),
        to: null,
        date: null,
        time: null,
        dateLabel: '',
        buttons: [
          questionButton(t.buttons.answer, VERBS.answer, id, 'primary'),
          questionButton(t.buttons.show, VERBS.show, id),
        ],
      }));
      return { steps: [], answers, watched: [] };
    },
  };
}
