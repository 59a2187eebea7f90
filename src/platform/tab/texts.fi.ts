// The words of the page that stands in for the tab's own.

export const tabTextsFi = {
  notBuilt: {
    title: 'Sivua ei voi näyttää',
    text: 'Ratkaisupolun sivut puuttuvat palvelimelta. Kerro asiasta ylläpitäjälle. Botti toimii silti kanavilla.',
  },
};
