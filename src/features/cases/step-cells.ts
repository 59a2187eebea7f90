// The facts of the next step as cells of a case's row.
import { Fault } from '../../kernel/fault.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { Cells, Row } from '../../platform/storage/store.ts';
import type { Case } from './domain/case.ts';
import { STEP_CODES, type NextStep } from './domain/process.ts';
import { stepFacts, type StepFacts } from './domain/step-facts.ts';
import { CONTACT_OUTCOMES, STAGES, type Stage } from './domain/vocabulary.ts';
import { laterCell, laterCellOf } from './summary-cells.ts';

export const STEP_COLUMNS = ['nextStep', 'lastContact', 'times', 'eventOn'] as const;

/** `nextStep` is `step:<code>`, `advance:<stage>`, `close`, `resume` or `closed`; `times` is `<answered>/<asked>`. */
export function stepCells(c: Case): Cells {
  const { step, lastContact, times, eventOn } = stepFacts(c);
  const about = step.kind === 'step' ? `:${step.code}` : step.kind === 'advance' ? `:${step.to}` : '';
  return {
    nextStep: `${step.kind}${about}`,
    lastContact: lastContact ?? '',
    times: times === null ? '' : `${times.answered}/${times.asked}`,
    eventOn: eventOn ?? '',
  };
}

/** The facts of a row; null when it was written before they were. Cells that say something else are a Fault. */
export function readStepFacts(row: Row, stage: Stage): StepFacts | null {
  const written = laterCell(row, 'nextStep');
  if (written === null) {
    return null;
  }
  const step = readStep(written);
  if (step === null) {
    throw new Fault('row-unreadable', { row: row.rowKey, cell: 'nextStep' });
  }
  const [answered, asked] = (laterCell(row, 'times') ?? '').split('/').map(Number);
  return {
    step,
    stage,
    lastContact: laterCellOf(row, 'lastContact', CONTACT_OUTCOMES),
    times: answered === undefined || asked === undefined ? null : { answered, asked },
    // Checked when the case was written by this same module.
    eventOn: laterCell(row, 'eventOn') as LocalDate | null,
  };
}

function readStep(written: string): NextStep | null {
  const [kind = '', about = ''] = written.split(':');
  const code = STEP_CODES.find((each) => each === about);
  const to = STAGES.find((each) => each === about);
  switch (kind) {
    case 'step':
      return code === undefined ? null : { kind, code };
    case 'advance':
      return to === undefined ? null : { kind, to };
    case 'close':
    case 'resume':
    case 'closed':
      return { kind };
    default:
      return null;
  }
}
