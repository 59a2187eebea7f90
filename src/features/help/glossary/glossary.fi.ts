// The words of the app, each explained in at most two easy sentences.
import { actorsFi } from './actors.fi.ts';
import { agreeingFi } from './agreeing.fi.ts';
import type { GlossaryTerm } from './glossary-term.ts';
import { knowledgeFi } from './knowledge.fi.ts';
import { meetingTermsFi } from './meetings.fi.ts';
import { processFi } from './process.fi.ts';

export const glossaryFi: readonly GlossaryTerm[] = [
  ...processFi,
  ...agreeingFi,
  ...meetingTermsFi,
  ...knowledgeFi,
  ...actorsFi,
];
