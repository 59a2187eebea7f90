// Where an event is held, as every form about it asks: a place, a link, or that the link follows later (S1-18, S1-29).
import { textField, toggleField } from '../../../platform/cards/field.ts';
import type { DiscussionEvent } from '../domain/case.ts';
import type { CaseTexts } from '../texts.fi.ts';

// Links of Teams meetings are long.
const LINK_MAX = 600;

/** The fields, filled in from what is known. The domain says which of them the format asks for. */
export function whereFields(t: CaseTexts, known: DiscussionEvent | null) {
  const words = t.event;
  const isLinkAwaited = known?.status === 'agreed' && known.format !== 'onSite' && known.link === '';
  // Place and link are public by nature: a street address there is nobody's home.
  return {
    place: textField(false, {
      label: words.place,
      hint: words.placeHint,
      conditional: true,
      problem: words.placeProblem,
      privacy: 'workContact',
      initial: known?.place ?? '',
    }),
    link: textField(false, {
      label: words.link,
      hint: words.linkHint,
      conditional: true,
      problem: words.linkProblem,
      privacy: 'workContact',
      maxLength: LINK_MAX,
      initial: known?.link ?? '',
    }),
    linkLater: toggleField(false, {
      label: words.linkLater,
      problem: words.linkLaterProblem,
      initial: isLinkAwaited ? 'true' : '',
    }),
  };
}
