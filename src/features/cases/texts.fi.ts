// The catalogue of the cases feature: one object, in Finnish. Another language would have the same keys.
import { contactFi } from './texts/authority-contact.fi.ts';
import { caseFileFi } from './texts/case-file.fi.ts';
import { basicsFi } from './texts/basics.fi.ts';
import { commonFi } from './texts/common.fi.ts';
import { discussionEventFi } from './texts/discussion-event.fi.ts';
import { eventTimesFi } from './texts/event-times.fi.ts';
import { federationContactFi } from './texts/federation-contact.fi.ts';
import { historyFi } from './texts/history.fi.ts';
import { lookingFi } from './texts/looking.fi.ts';
import { messageDraftFi } from './texts/message-draft.fi.ts';
import { openingFi } from './texts/opening.fi.ts';
import { speakingFi } from './texts/speaking.fi.ts';
import { agendaFi } from './texts/agenda.fi.ts';
import { discussionFi } from './texts/discussion.fi.ts';
import { ownStepsFi } from './texts/own-steps.fi.ts';
import { referencesFi } from './texts/references.fi.ts';
import { solutionsFi } from './texts/solutions.fi.ts';
import { calendarFi } from './texts/calendar.fi.ts';
import { casePageFi } from './texts/case-page.fi.ts';
import { casePeopleFi } from './texts/case-people.fi.ts';
import { evaluationFi } from './texts/evaluation.fi.ts';
import { furtherPlansFi } from './texts/further-plans.fi.ts';
import { itemsFi } from './texts/items.fi.ts';
import { movingFi } from './texts/moving.fi.ts';
import { refusalsFi } from './texts/refusals.fi.ts';
import { vocabularyFi } from './texts/vocabulary.fi.ts';

export const casesFi = {
  ...commonFi,
  ...vocabularyFi,
  ...refusalsFi,
  ...openingFi,
  ...lookingFi,
  ...caseFileFi,
  ...historyFi,
  ...speakingFi,
  ...basicsFi,
  ...federationContactFi,
  ...contactFi,
  ...discussionEventFi,
  ...eventTimesFi,
  ...messageDraftFi,
  ...agendaFi,
  ...discussionFi,
  ...referencesFi,
  ...solutionsFi,
  ...furtherPlansFi,
  ...evaluationFi,
  ...movingFi,
  ...casePageFi,
  ...casePeopleFi,
  ...itemsFi,
  ...calendarFi,
  ...ownStepsFi,
};

export type CaseTexts = typeof casesFi;
