// The words of the meetings: support meetings, online meetups, cooperation with municipalities, and events.
import { meetingFormsFi } from './texts/forms.fi.ts';
import { meetingLookingFi } from './texts/looking.fi.ts';
import { ownStepsFi } from './texts/own-steps.fi.ts';
import { meetingSpeakingFi } from './texts/speaking.fi.ts';
import { meetingVocabularyFi } from './texts/vocabulary.fi.ts';

export const meetingsFi = {
  ...meetingVocabularyFi,
  ...meetingLookingFi,
  ...meetingSpeakingFi,
  ...ownStepsFi,
  forms: meetingFormsFi,
};

export type MeetingTexts = typeof meetingsFi;
