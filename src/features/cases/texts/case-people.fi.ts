// Words of joining a case and of giving it to somebody else.
export const casePeopleFi = {
  join: {
    title: 'Tule mukaan',
    said: 'Olet nyt mukana tapauksessa.',
  },
  handOver: {
    title: 'Vaihda vastuuhenkilö',
    intro: (name: string) =>
      `Vastuuhenkilö on nyt ${name}. Hänen avoimet tehtävänsä ja muistutuksensa siirtyvät uudelle vastuuhenkilölle.`,
    to: 'Kuka on uusi vastuuhenkilö?',
    toProblem: 'Valitse listasta uusi vastuuhenkilö.',
    stay: 'Nykyinen vastuuhenkilö jää mukaan',
    stayProblem: 'Merkitse, jääkö nykyinen vastuuhenkilö mukaan.',
    listCut: 'Listassa ei ole koko tiimi. Muut näkyvät listassa, kun he tulevat mukaan.',
    said: (name: string) => `Uusi vastuuhenkilö on ${name}.`,
  },
};
