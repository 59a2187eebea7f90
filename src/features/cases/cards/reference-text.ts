import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import { findReference, type LegalReference } from '../domain/references.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** `Hallintolaki 434/2003 (tarkista Finlexistä)`: what the reference is and whether somebody has checked it. */
export function referenceText({ title, checkedOn }: LegalReference, t: CaseTexts): string {
  const { checked, unchecked } = t.referenceChecks;
  return `${title} (${checkedOn === null ? unchecked : checked(formatDate(checkedOn))})`;
}

/** The references of a case in words; ids that have left the list since are passed over. */
export function referenceTexts(ids: readonly string[], t: CaseTexts): readonly string[] {
  return ids
    .map(findReference)
    .filter((reference) => reference !== null)
    .map((reference) => referenceText(reference, t));
}
