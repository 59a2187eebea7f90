// A file as the page sends it, up to what it would change.
import { decodeText } from '../../../kernel/decode-text.ts';
import { contentHash } from '../../../platform/storage/operations.ts';
import type { ImportPreview } from '../contract.ts';
import type { CellWords } from '../domain/draft.ts';
import type { Organisation } from '../domain/organisation.ts';
import { planImport, type ImportPlan } from '../domain/plan-import.ts';
import { readFile, type FileWords } from '../domain/read-file.ts';
import { districtNamesIn, presentPlan, unreadable, unreadableFile } from '../present.ts';
import type { OrganisationsTexts } from '../texts.fi.ts';
import { digestOf } from './apply-import.ts';

export type Upload = { readonly file: string; readonly removesMissing: boolean };

/** `hash` names the file together with how it is taken. */
type ReadUpload =
  | {
      readonly kind: 'rows';
      readonly hash: string;
      readonly plan: (register: readonly Organisation[]) => ImportPlan;
      readonly passedOver: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly answer: ImportPreview };

const FILE_MAX_BYTES = 1_024 * 1_024;

/** The rows of an uploaded file, or why there are none, in words. */
export function readUpload(t: OrganisationsTexts, { file, removesMissing }: Upload): ReadUpload {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > FILE_MAX_BYTES) {
    return { kind: 'unreadable', answer: unreadable(t.tooLarge) };
  }
  const text = decodeText(bytes);
  if (text === null) {
    return { kind: 'unreadable', answer: unreadable(t.notText) };
  }
  const reading = readFile(text, fileWords(t));
  if (reading.kind === 'unreadable') {
    return { kind: 'unreadable', answer: unreadableFile(t, reading.problem) };
  }
  return {
    kind: 'rows',
    hash: contentHash([file, removesMissing]),
    plan: (register) => planImport(register, reading.rows, { removesMissing }),
    passedOver: reading.passedOver,
  };
}

/** What an upload would do to this register, as the page shows it. */
export function previewUpload(
  t: OrganisationsTexts,
  register: readonly Organisation[],
  { upload, nonce }: { readonly upload: ReadUpload; readonly nonce: string },
): ImportPreview {
  if (upload.kind === 'unreadable') {
    return upload.answer;
  }
  const plan = upload.plan(register);
  const districtOf = districtNamesIn(register);
  return presentPlan(t, plan, { digest: digestOf(plan), nonce, districtOf, passedOver: upload.passedOver });
}

/** The words of a file and of its columns. */
export function fileWords(t: OrganisationsTexts): FileWords {
  const { columns, also } = t;
  return {
    ...cellWords(t),
    columns: {
      id: [columns.id, ...also.columns.id],
      kind: [columns.kind, ...also.columns.kind],
      name: [columns.name, ...also.columns.name],
      counties: [columns.counties, ...also.columns.counties],
      municipalities: [columns.municipalities, ...also.columns.municipalities],
      district: [columns.district, ...also.columns.district],
      page: [columns.page, ...also.columns.page],
      active: [columns.active, ...also.columns.active],
    },
  };
}

/** The words that a cell may hold. */
export function cellWords({ kinds, yes, no, also }: OrganisationsTexts): CellWords {
  return {
    kinds: {
      district: [kinds.district, ...also.kinds.district],
      association: [kinds.association, ...also.kinds.association],
    },
    yes: [yes, ...also.yes],
    no: [no, ...also.no],
  };
}
