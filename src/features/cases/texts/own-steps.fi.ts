// What a person's own page says of cases.

export const ownStepsFi = {
  ownSteps: {
    answerTimes: 'Kerro, mitkä ajat sopivat sinulle',
    answerSupport: 'Vastaa tukipyyntöön',
    chooseVisit: 'Valitse aika käynnille',
    answer: 'Vastaa',
  },
};
