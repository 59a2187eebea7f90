// Where long Finnish words may be parted when a column is narrow: browsers do not know it.
const SECOND_PARTS =
  /(?<=\p{L}{3})(?=tilaisu|tapaami|päiv|työryhm|koulut|palaver|semina|treff|yhteisty|käyn|aatt|arvioin|perjant|alue|suunnitelm|palvel|hoido|hoito|toimin|yksik|avustaj|yhdisty)/giu;
const SOFT_HYPHEN = '\u00AD';

/** The text with marks, unseen and unheard, at which its compounds may be parted. */
export function softened(text: string): string {
  return text.replaceAll(SECOND_PARTS, SOFT_HYPHEN);
}
