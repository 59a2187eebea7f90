import { useState } from 'preact/hooks';
import type { DeliveriesView, MissedMessage } from '../../../features/deliveries/contract.ts';
import { deliveriesFi as words } from '../../../features/deliveries/texts.fi.ts';
import { Link } from '../../shell/link.tsx';

type MissedMessagesProps = {
  readonly view: DeliveriesView;
  readonly onRetry: (message: MissedMessage) => Promise<void>;
};

/** The messages that went wrong, newest first, each with why and what to do. */
export function MissedMessages({ view: { lines, more }, onRetry }: MissedMessagesProps) {
  return (
    <section aria-labelledby="messages-missed" class="messages">
      <h2 id="messages-missed">{words.listTitle}</h2>
      <ul class="shown-list">
        {lines.map((message) => (
          <li key={message.id}>
            <h3>{message.title}</h3>
            {message.about === null ? null : (
              <p>
                <Link to={message.about.to}>{message.about.text}</Link>
              </p>
            )}
            <dl class="messages-facts">
              {message.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p>{message.advice}</p>
            {message.canRetry ? <RetryButton message={message} onRetry={onRetry} /> : null}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p>{words.more(more)}</p>}
    </section>
  );
}

type RetryButtonProps = { readonly message: MissedMessage; readonly onRetry: MissedMessagesProps['onRetry'] };

// While it works, further presses do nothing.
function RetryButton({ message, onRetry }: RetryButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (!isBusy) {
      setIsBusy(true);
      await onRetry(message);
      setIsBusy(false);
    }
  };
  const about = message.about === null ? message.title : `${message.title}, ${message.about.text}`;
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        aria-disabled={isBusy}
        aria-busy={isBusy}
        aria-label={words.retryOf(about)}
        onClick={() => void run()}
      >
        {words.retry}
      </button>
    </div>
  );
}
