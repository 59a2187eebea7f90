import { useState } from 'preact/hooks';
import { statisticsFi as words } from '../../../features/statistics/texts.fi.ts';
import { tabTextsFi } from '../../texts.fi.ts';
import type { Problem } from '../../shell/api.ts';
import { download } from '../../shell/download.ts';
import { Notice } from '../../shell/notice.tsx';

/** The figures as a file or on paper. `query` is the page's own. */
export function TakeAlong({ query }: { readonly query: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fetchFile = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    const answer = await download(`statistics.csv${query}`);
    setIsBusy(false);
    setProblem(answer.kind === 'failed' ? answer.problem : null);
  };
  return (
    <div class="take-along">
      <div class="actions">
        <button type="button" class="button" aria-busy={isBusy} onClick={() => void (isBusy ? null : fetchFile())}>
          {words.download}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p class="hint">{words.downloadHint}</p>
      <div role="alert">
        {problem === null ? null : <Notice tone="problem">{tabTextsFi.problems[problem.code].text}</Notice>}
      </div>
    </div>
  );
}
