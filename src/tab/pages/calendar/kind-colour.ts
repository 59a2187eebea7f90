// Which colour a kind has. The word always stands beside it, so that kinds which belong together may share one.

/** A class of the page's stylesheet. */
type KindColour = 'kind-meeting' | 'kind-training' | 'kind-event' | 'kind-hearing' | 'kind-case' | 'kind-own';

const COLOURS: Readonly<Record<string, KindColour>> = {
  supervision: 'kind-meeting',
  onlineMeetup: 'kind-meeting',
  municipalCooperation: 'kind-meeting',
  foundingMeeting: 'kind-meeting',
  training: 'kind-training',
  trainingDay: 'kind-training',
  trainingEvening: 'kind-training',
  jointTraining: 'kind-training',
  themeEvent: 'kind-event',
  seminar: 'kind-event',
  congressSeminar: 'kind-event',
  otherEvent: 'kind-event',
  hearing: 'kind-hearing',
  workingGroup: 'kind-hearing',
  event: 'kind-case',
  nextMeeting: 'kind-case',
  supportVisit: 'kind-case',
};

/** The class for a kind; what has none of its own is a day of somebody's case. */
export function kindColour(code: string): string {
  return COLOURS[code] ?? 'kind-own';
}
