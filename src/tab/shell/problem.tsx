import { tabTextsFi as words } from '../texts.fi.ts';
import { currentSession, type Problem } from './api.ts';
import { Link } from './link.tsx';

type ProblemViewProps = {
  readonly problem: Problem;
  /** False where the page's own heading says what is wrong. */
  readonly isHeaded?: boolean;
  readonly onRetry: () => void;
};

/** Why something could not be shown, in words, with what one can do about it. */
export function ProblemView({ problem, isHeaded = true, onRetry }: ProblemViewProps) {
  const { title, text } = words.problems[problem.code];
  return (
    <section class="problem" role="alert">
      {isHeaded ? <h2>{title}</h2> : null}
      <p>{text}</p>
      {problem.ref === undefined ? null : <p class="reference">{words.reference(problem.ref)}</p>}
      <div class="actions">
        <WayOn code={problem.code} onRetry={onRetry} />
      </div>
    </section>
  );
}

function WayOn({ code, onRetry }: { readonly code: Problem['code']; readonly onRetry: () => void }) {
  const { signIn } = currentSession().host;
  if (code === 'sign-in' && signIn !== null) {
    return (
      <button type="button" class="button button-primary" onClick={signIn}>
        {words.signIn}
      </button>
    );
  }
  if (code === 'not-found' || code === 'not-allowed') {
    return (
      <Link to="" class="button">
        {words.toStart}
      </Link>
    );
  }
  return (
    <button type="button" class="button button-primary" onClick={onRetry}>
      {words.retry}
    </button>
  );
}
