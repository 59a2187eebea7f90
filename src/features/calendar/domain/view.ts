// What of the calendar somebody looks at. It lives in the data of the cards alone: nobody's way of looking is kept.
import { z } from 'zod/mini';
import { parseCountyCode, type CountyCode } from '../../../kernel/regions/regions.ts';

/** `open`: what everybody in the channel may read. `all`: what the person may see. `mine`: what they have a part in. */
export type Scope = 'open' | 'all' | 'mine';

export type View = {
  readonly scope: Scope;
  readonly county: CountyCode | null;
  /** Code of a kind. */
  readonly kind: string | null;
  /** The order key of the last entry that was shown before; null at the beginning. */
  readonly after: string | null;
};

export const WHOLE: View = { scope: 'all', county: null, kind: null, after: null };

// Names that no field of the filter form has.
const shape = z.looseObject({
  viewScope: z.enum(['open', 'all', 'mine']),
  viewCounty: z.optional(z.string()),
  viewKind: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/))),
  viewAfter: z.optional(z.string().check(z.maxLength(300))),
});

/** The view as a button sends it. */
export function viewData(view: View): Readonly<Record<string, string>> {
  return {
    viewScope: view.scope,
    ...(view.county === null ? {} : { viewCounty: view.county }),
    ...(view.kind === null ? {} : { viewKind: view.kind }),
    ...(view.after === null ? {} : { viewAfter: view.after }),
  };
}

/** The view that a button sent; everything that the person may see when it cannot be read. */
export function readView(data: unknown): View {
  const read = shape.safeParse(data);
  if (!read.success) {
    return WHOLE;
  }
  const { viewScope, viewCounty, viewKind, viewAfter } = read.data;
  return {
    scope: viewScope,
    county: parseCountyCode(viewCounty),
    kind: viewKind ?? null,
    after: viewAfter ?? null,
  };
}

/** Whether something has been left out on purpose. */
export function isNarrowed({ scope, county, kind }: View): boolean {
  return scope === 'mine' || county !== null || kind !== null;
}
