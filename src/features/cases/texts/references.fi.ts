// What is said beside a law or agreement of the reference list: whether somebody has checked it.
export const referencesFi = {
  referenceChecks: {
    checked: (date: string) => `tarkistettu ${date}`,
    unchecked: 'tarkista Finlexistä',
  },
};
