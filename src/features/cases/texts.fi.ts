// The catalogue of the cases feature: one object, in Finnish. Another language would have the same keys.
import { contactFi } from './texts/authority-contact.fi.ts';
import { commonFi } from './texts/common.fi.ts';

export const casesFi = { ...commonFi, ...contactFi };

export type CaseTexts = typeof casesFi;
