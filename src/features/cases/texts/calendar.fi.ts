// Words of cases in calendars. A copy of them leaves Teams, so they say what and when, and nothing about people.
export const calendarFi = {
  calendar: {
    title: (kind: string, what: string) => `${kind}: ${what}`,
    about: (number: string, title: string) => `Tapaus ${number}: ${title}`,
    guessedLength: (hours: number) =>
      hours === 1
        ? 'Kalenterissa on varattu 1 tunti. Kestoa ei ole sovittu.'
        : `Kalenterissa on varattu ${hours} tuntia. Kestoa ei ole sovittu.`,
    cancelled: 'Tämä on peruttu.',
    tentative: 'Tämä ei ole vielä varma.',
  },
};
