import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { tabTextsFi as words } from '../texts.fi.ts';
import { restoreScroll } from './address.ts';
import { announce } from './announce.ts';
import { ProblemView } from './problem.tsx';
import type { Api } from './use-api.ts';

type LoadedProps<Value> = {
  readonly from: Api<Value>;
  readonly children: (value: Value) => ComponentChildren;
};

/** What was asked, once it has come; until then a quiet place for it, and what is wrong when it does not come. */
export function Loaded<Value>({ from, children }: LoadedProps<Value>): VNode {
  const { state } = from;
  useLayoutEffect(restoreScroll, [state]);
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <ProblemView problem={state.problem} onRetry={from.reload} />;
    case 'ready':
      return <>{children(state.value)}</>;
  }
}

const SAID_AFTER_MS = 1_000;

// Quick answers need no words; a slow one is told to those who do not see the page.
function Loading() {
  useEffect(() => {
    const timer = setTimeout(() => announce(words.loading), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading">
      <p>{words.loading}</p>
    </div>
  );
}
