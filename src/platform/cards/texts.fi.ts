/** The words that the cards themselves need; what a card is about is worded by its feature. */
export const cardTextsFi = {
  /** Said by a client that cannot draw the card. */
  updateTeams: 'Päivitä Teams, niin näet koko kortin.',
  optional: '(vapaaehtoinen)',
  choose: 'Valitse',
  typeToFind: (label: string): string => `${label}: kirjoita nimen alku`,
  yes: 'Kyllä',
  mend: 'Korjaa:',
  note: 'Huomaa:',
  done: '✓',
  moreChoices: 'Lisää',
  mendField: (problem: string): string => `Korjaa: ${problem}`,
  /** `labels` ends as a sentence. */
  mendFields: (count: number, labels: string): string =>
    `Korjaa ${count === 1 ? 'yksi kohta' : `${count} kohtaa`}: ${labels} Muut vastauksesi säilyivät.`,
  tooLong: (max: number): string => `Lyhennä tekstiä. Tähän mahtuu ${max} merkkiä.`,
  identityCode: 'Poista henkilötunnus. Kirjoita asiasta ilman tunnusta, esimerkiksi ”yksi asiakas”.',
  personalDataKinds: { phone: 'puhelinnumero', email: 'sähköposti', address: 'osoite', name: 'nimi' },
  personalData: (fields: string): string =>
    `Tekstissä voi olla henkilötietoja: ${fields}. Poista ne, jos niitä ei tarvita.`,
} as const;
