// What a person's own page says of meetings.

export const ownStepsFi = {
  ownSteps: {
    decide: 'Päätä tapaamisen päivä',
    coming: 'Kerro, tuletko tapaamiseen',
  },
};
