/** What is said in a case's thread at once, because it concerns others (worded when it is sent). */
export type AnnouncementName =
  | 'opened'
  | 'supportAsked'
  | 'supportAnswered'
  | 'timeAgreed'
  | 'timesCancelled'
  | 'handedOver'
  | 'lessonToReview'
  | 'lessonShared'
  | 'closed'
  | 'reopened';
