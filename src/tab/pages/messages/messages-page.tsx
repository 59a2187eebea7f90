import { useState } from 'preact/hooks';
import { DeliveriesView, RetryAnswer, type MissedMessage } from '../../../features/deliveries/contract.ts';
import { deliveriesFi as words } from '../../../features/deliveries/texts.fi.ts';
import type { ShownNotice } from '../../../platform/cards/contract.ts';
import { sayProblem } from '../../cards/press-button.tsx';
import { announce } from '../../shell/announce.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { Empty } from '../../shell/empty.tsx';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Notice } from '../../shell/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { send } from '../../shell/send.ts';
import { useApi } from '../../shell/use-api.ts';
import { MissedMessages } from './missed-messages.tsx';
import './messages.css';

/** Asetukset, Viestit: what the bot could not say in time, and once more. */
export function MessagesPage() {
  const api = useApi(DeliveriesView, '/deliveries');
  const [said, setSaid] = useState<ShownNotice | null>(null);
  const retry = async ({ id }: MissedMessage): Promise<void> => {
    const answer = await send(RetryAnswer, '/deliveries/retry', { id });
    const notice: ShownNotice =
      answer.kind === 'failed'
        ? { tone: 'problem', text: sayProblem(answer.problem) }
        : { tone: answer.value.outcome === 'promised' ? 'done' : 'info', text: answer.value.said };
    setSaid(notice);
    announce(notice.text);
    api.reload();
  };
  return (
    <Page title={words.title} lead={words.lead} actions={<Link to="asetukset">{words.toSettings}</Link>}>
      {said === null ? null : <Notice tone={said.tone}>{said.text}</Notice>}
      <Loaded from={api}>
        {(view) => (
          <>
            {view.lines.length === 0 ? (
              <Empty text={`${words.allWell} ${words.allWellNext}`} />
            ) : (
              <MissedMessages view={view} onRetry={retry} />
            )}
            <Summary view={view} />
            {view.byKind.length === 0 ? null : <Kinds view={view} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type ViewProps = { readonly view: DeliveriesView };

function Summary({ view }: ViewProps) {
  const { summary } = words;
  const counts = (['failed', 'expired', 'late', 'unknown', 'unreadable'] as const).map(
    (name) => [summary[name], String(view[name])] as const,
  );
  return (
    <section aria-labelledby="messages-summary" class="messages">
      <h2 id="messages-summary">{words.summaryTitle}</h2>
      <p>{words.period(view.days, view.sendingDays)}</p>
      <dl class="messages-facts">
        {[...counts, [summary.lastSent, view.lastSent ?? summary.noneSent] as const].map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {view.unknown === 0 ? null : <p>{words.unknownHelp}</p>}
      {view.unreadable === 0 ? null : <p>{words.unreadableHelp}</p>}
    </section>
  );
}

function Kinds({ view: { byKind } }: ViewProps) {
  const { kind, missed, late } = words.kindsColumns;
  return (
    <section aria-labelledby="messages-kinds" class="messages">
      <h2 id="messages-kinds">{words.kindsTitle}</h2>
      <DataTable
        caption={words.kindsTitle}
        isCaptionHidden
        columns={[
          { name: 'kind', title: kind, cell: ({ title }) => title, isRowHeader: true },
          { name: 'missed', title: missed, cell: (row) => row.missed, isNumber: true },
          { name: 'late', title: late, cell: (row) => row.late, isNumber: true },
        ]}
        rows={byKind}
        keyOf={({ title }) => title}
      />
    </section>
  );
}
