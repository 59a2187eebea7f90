import { Badge, Body1, Button, Caption1, Card, CardHeader, Link, makeStyles, Title3 } from '@fluentui/react-components';
import { memo, useMemo, useState } from 'react';
import { CASE_STAGES, type ListedCase } from '../../../../src/features/cases/contract/case-list.ts';
import { caseBoardFi as words } from '../../../../src/features/cases/texts/case-board.fi.ts';
import { vocabularyFi as vocabulary } from '../../../../src/features/cases/texts/vocabulary.fi.ts';
import { dueText, lateText, stageTitle } from '../../../../src/tab/pages/cases/case-words.ts';

// As many as our own page draws.
const PORTION = 50;
const useStyles = makeStyles({
  board: { display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: '16px' },
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

type BoardProps = { readonly cases: readonly ListedCase[]; readonly placeOf: (listed: ListedCase) => string };

/** The cases as four columns of cards. */
export const CaseBoard = memo(function CaseBoard({ cases, placeOf }: BoardProps) {
  const styles = useStyles();
  const columns = useMemo(
    () => CASE_STAGES.map((stage) => ({ stage, cases: cases.filter((listed) => listed.stage === stage) })),
    [cases],
  );
  return (
    <div className={styles.board}>
      {columns.map(({ stage, cases: own }) => (
        <Column key={stage} stage={stage} cases={own} placeOf={placeOf} />
      ))}
    </div>
  );
});

function Column({ stage, cases, placeOf }: BoardProps & { readonly stage: ListedCase['stage'] }) {
  const styles = useStyles();
  const [shown, setShown] = useState(PORTION);
  return (
    <section className={styles.column}>
      <Title3 as="h2">
        {stageTitle(stage)} {words.count(cases.length)}
      </Title3>
      {cases.slice(0, shown).map((listed) => (
        <CaseCard key={listed.number} listed={listed} place={placeOf(listed)} />
      ))}
      {cases.length > shown ? <Button onClick={() => setShown(shown + PORTION)}>{words.more(PORTION)}</Button> : null}
    </section>
  );
}

type CardProps = { readonly listed: ListedCase; readonly place: string };

const CaseCard = memo(function CaseCard({ listed, place }: CardProps) {
  const late = lateText(listed);
  return (
    <Card size="small">
      <CardHeader
        header={<Link href={`/tab/tapaukset/${listed.number}`}>{listed.title}</Link>}
        description={
          <Caption1>
            {listed.number} · {place}
          </Caption1>
        }
      />
      {listed.step === '' ? null : <Body1>{words.next(listed.step)}</Body1>}
      {late === '' ? null : <Badge color="danger">{late}</Badge>}
      <Body1>{dueText(listed)}</Body1>
      <Caption1>{words.urgency(vocabulary.urgencies[listed.urgency])}</Caption1>
    </Card>
  );
});
