import { countyOf } from '../../../kernel/regions/regions.ts';
import type { TargetBody } from '../domain/case.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** What a working group of the target's county could be called, as an example: `Pirkanmaan vaikuttamistyöryhmä`. */
export function exampleGroupName(target: TargetBody, t: CaseTexts): string {
  const { nameFi } = countyOf(target.county);
  return t.groupName(nameFi.slice(0, nameFi.lastIndexOf(' ')));
}
