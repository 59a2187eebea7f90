/** How much a team can have of what. It keeps lists, cards and transactions small. */
export const CAPS = {
  /** Series that go on. */
  series: 60,
  /** Events to come that are no sessions of a series. */
  events: 200,
  topics: 20,
  nextSteps: 12,
} as const;
