// What the page of the register asks and is told.
import * as z from 'zod/mini';

const text = z.string();
const shortText = text.check(z.maxLength(2_000));

/** Codes of the columns, in the order of the file. */
export const OrganisationColumn = z.enum([
  'id',
  'kind',
  'name',
  'counties',
  'municipalities',
  'district',
  'page',
  'active',
]);

/** The cells of a row as they are written out. */
export const OrganisationCells = z.object({
  id: text,
  kind: text,
  name: text,
  counties: text,
  municipalities: text,
  district: text,
  page: text,
  active: text,
});

export const ListedOrganisation = z.object({
  id: text,
  kind: z.enum(['district', 'association']),
  isActive: z.boolean(),
  cells: OrganisationCells,
  /** Names this state of it in a later change. */
  seen: text,
});

/** `GET /organisations?haku=…`: the first hundred that fit, in alphabetical order. */
export const OrganisationList = z.object({
  canChange: z.boolean(),
  /** What a new organisation names as seen. */
  seen: text,
  districts: z.number(),
  associations: z.number(),
  organisations: z.array(ListedOrganisation),
  /** How many more fit. */
  more: z.number(),
  districtNames: z.array(text),
  /** An import was cut short. */
  isInterrupted: z.boolean(),
  lastChange: z.nullable(z.object({ by: text, at: text })),
});

/** A file of at most 1 MB in base64, so that the server sees its bytes as they are. */
const file = text.check(z.maxLength(1_400_000), z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

export const PreviewBody = z.object({ file, removesMissing: z.boolean() });

export const ImportBody = z.object({
  file,
  removesMissing: z.boolean(),
  digest: text.check(z.maxLength(100)),
  nonce: text.check(z.maxLength(100)),
});

const RowProblem = z.object({ line: z.number(), name: text, column: text, what: text, mend: text });

const Unreadable = z.object({ kind: z.literal('unreadable'), what: text, mend: text });

const Plan = z.object({
  kind: z.literal('plan'),
  /** Names this plan when it is confirmed. */
  digest: text,
  /** Names the confirmation, which counts once. */
  nonce: text,
  added: z.array(z.object({ line: z.number(), cells: OrganisationCells })),
  changed: z.array(
    z.object({
      line: z.number(),
      name: text,
      fields: z.array(z.object({ column: OrganisationColumn, before: text, after: text })),
    }),
  ),
  removed: z.array(z.object({ name: text })),
  unchanged: z.number(),
  problems: z.array(RowProblem),
  /** The problems as a CSV file, for whoever mends the rows. */
  report: text,
  notes: z.array(z.object({ line: z.number(), text })),
  /** Headers of columns that the register does not have. */
  passedOver: z.array(text),
  areRemovalsHeld: z.boolean(),
});

/** `POST /organisations/preview`: what a file would change; nothing is done. */
export const ImportPreview = z.discriminatedUnion('kind', [Unreadable, Plan]);

/** `POST /organisations/import`: done, or a newer plan because the register has changed meanwhile. */
export const ImportAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), said: text }),
  z.object({ kind: z.literal('stale'), plan: ImportPreview }),
]);

/** `POST /organisations/save`: one organisation, new without an id. */
export const SaveBody = z.object({
  id: text.check(z.maxLength(26)),
  /** The state of it, or of the list for a new one, that the form was filled in from. */
  seen: text.check(z.maxLength(100)),
  cells: z.object({
    kind: shortText,
    name: shortText,
    counties: shortText,
    municipalities: shortText,
    district: shortText,
    page: shortText,
    active: shortText,
  }),
});

export const SaveAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), said: text }),
  /** `column` is null for what is about none of them. */
  z.object({
    kind: z.literal('problems'),
    problems: z.array(z.object({ column: z.nullable(OrganisationColumn), text })),
  }),
  /** Somebody else has changed or removed it meanwhile; `now` is null when it is gone. */
  z.object({ kind: z.literal('collision'), now: z.nullable(ListedOrganisation) }),
]);

export type OrganisationColumn = z.infer<typeof OrganisationColumn>;
export type OrganisationCells = z.infer<typeof OrganisationCells>;
export type ListedOrganisation = z.infer<typeof ListedOrganisation>;
export type OrganisationList = z.infer<typeof OrganisationList>;
export type ImportPreview = z.infer<typeof ImportPreview>;
export type ImportAnswer = z.infer<typeof ImportAnswer>;
export type SaveBody = z.infer<typeof SaveBody>;
export type SaveAnswer = z.infer<typeof SaveAnswer>;
