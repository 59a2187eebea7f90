/** Words of every form and card of what people post to all; what a post is about is worded by its feature. */
export const postsFi = {
  edit: 'Muokkaa',
  saveAnyway: 'Tallenna silti',
  cancel: 'Peruuta',
  privacyNotice: 'Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.',
  otherContent: 'Tämä lomake on jo tallennettu. Jos haluat tallentaa uuden tekstin, tallenna se tästä.',
  again: 'Tämä on jo tallennettu. Mitään ei tehty kahteen kertaan.',
  help: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
} as const;
