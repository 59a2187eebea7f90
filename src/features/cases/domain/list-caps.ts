/** How many of each a case can hold: everything still fits on its cards and in its row. */
export const LIST_CAPS = {
  plannedParticipants: 20,
  timeOptions: 3,
  contacts: 60,
  events: 10,
  polledTimes: 5,
  asked: 40,
  outsiders: 5,
  answers: 60,
  invitees: 40,
  arrangements: 20,
  factors: 20,
  options: 12,
  milestones: 20,
  actions: 30,
  informTasks: 12,
  followUps: 40,
  joinedAssociations: 20,
  participants: 30,
} as const;
export type CappedList = keyof typeof LIST_CAPS;
