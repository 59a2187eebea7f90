// What the bot says of meetings on its own: announcements, questions to the organiser, reminders, the weekly digest.
export const meetingSpeakingFi = {
  cancelledTitle: (kind: string) => `Peruttu: ${kind}`,
  heldTitle: (kind: string) => `Pidetty: ${kind}`,
  isCancelled: 'Tapaaminen on peruttu. Sinun ei tarvitse tehdä mitään.',
  isHeld: 'Tapaaminen on pidetty.',
  announcedSummary: (kind: string, when: string) => `${kind} ${when}`,
  question: {
    title: 'Päätä tapaamisen päivä',
    text: (kind: string, when: string) => `${kind} on tulossa ${when}.`,
    consequence: 'Valitse, mitä teet. Kerron tapaamisesta muille vasta sen jälkeen.',
    free: (when: string) => `Lähellä on vapaa päivä: ${when}.`,
    decided: 'Tästä päivästä on jo päätetty.',
  },
  news: {
    moved: { title: 'Tapaaminen siirtyy', text: (who: string) => `${who} siirsi tapaamisen. Tarkista uusi aika.` },
    changed: { title: 'Tapaaminen muuttuu', text: (who: string) => `${who} muokkasi tapaamisen tietoja.` },
    cancelled: { title: 'Tapaaminen on peruttu', text: (who: string) => `${who} perui tapaamisen.` },
    noted: { title: 'Muistiinpano tapaamisesta', text: (who: string) => `${who} kirjasi tapaamisen.` },
    record: {
      title: 'Kirjaa muistiinpano ja seuraavat askeleet',
      text: (who: string) => `${who}, miten tapaaminen meni? Lyhyt muistiinpano riittää.`,
    },
  },
  reminded: {
    title: 'Tapaaminen lähestyy',
    stepTitle: 'Seuraava askel lähestyy',
    stepLate: 'Seuraava askel on myöhässä',
    next: 'Katso asialista ja ehdota omaa aihetta.',
    nextWithTopics: (topics: string) => `Katso asialista. Siinä on ${topics}.`,
    nextStep: 'Tee askel ja paina Tehty. Voit myös siirtää sen.',
    step: (what: string) => `Seuraava askel: ${what}`,
  },
  digest: {
    meeting: (kind: string, when: string) => `${kind} ${when}`,
    undecided: (kind: string, when: string) => `${kind} ${when}: päivä odottaa järjestäjän päätöstä`,
    step: (what: string, when: string) => `${what}, ${when}`,
    noNext: (municipality: string) => `${municipality}: seuraavaa kuntayhteistyötilaisuutta ei ole sovittu`,
  },
};
