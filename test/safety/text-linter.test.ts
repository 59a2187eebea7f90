import { lintTexts } from '../support/text-linter.ts';

const rowsOf = (catalogue: unknown): readonly string[] =>
  lintTexts(catalogue).map((complaint) => complaint.slice(0, complaint.indexOf(' ')));

describe('the text linter', () => {
  it.each([
    ['A-01', 'Sano tämä asia nyt aivan niin pitkästi, ettei kukaan enää muista sitä alkua, jonka juuri luki.'],
    ['A-02', 'Kirjoita asia, jos tiedät, että se on tärkeä.'],
    ['A-03', 'Lomake täytetään ensin.'],
    ['A-03', 'Asia kirjataan kalenteriin.'],
    ['A-06', 'Lue ohje lomaketta täyttäessäsi.'],
    ['A-06', 'Lue ohje saadakseen apua.'],
    ['A-06', 'Et voi jatkaa ilman lupaa.'],
    ['A-06', 'Avaa hyvinvointialueen vammaispalvelun päällikön viesti.'],
    ['A-07', 'Kysy yhdistykseltä.'],
    ['A-07', 'Kysy omalta koordinaattoriltasi.'],
    ['A-07', 'Valitse alueesi.'],
    ['A-07', 'Kutsu virkamiehet mukaan.'],
    ['A-07', 'Muuta päivää'],
    ['A-07', 'Siirrä'],
    ['A-07', 'Kokous alkaa klo 17'],
    ['A-07', 'Jatko ja seuranta'],
    ['A-09', 'Kysy omasta HVA:sta.'],
    ['A-09', 'Kysy sote-palveluista.'],
    ['A-11', 'Tallennettu!'],
    ['A-11', 'Lue OHJE ensin.'],
    ['A-11', 'Hienoa, asia on valmis.'],
  ])('%s: notices “%s”', (row, text) => {
    expect(rowsOf({ text })).toContain(row);
  });

  it.each([
    ['Siirrä myöhemmäksi'],
    ['Kokous alkaa klo 17.00. Toinen on klo 17–19.'],
    ['Ota yhteyttä kuntaan. Katso asiaa kokonaan uudelleen.'],
    ['1. Yhteys Tukiliittoon'],
    ['Tapaus on päätetty 5.1.2027. Voit palauttaa sen avoimeksi.'],
    ['Tukiyhdistys on kehitysvammaisten ihmisten paikallinen yhdistys.'],
    ['Kerro asiasta omissa verkostoissa.'],
    ['Kysy yhdistysaktiivilta tai liittohallitukselta. Yhteistyöalue on eri asia.'],
    ['Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.'],
    ['Laki ja YK:n vammaissopimus kuuluvat keskusteluun.'],
    ['Onko jotain muuta?'],
    ['sosiaalipalvelut ja terveyspalvelut (sote)'],
  ])('lets “%s” be', (text) => {
    expect(lintTexts({ text })).toEqual([]);
  });

  it('A-01: measures the mean of whole sentences only', () => {
    const ten = 'Kerro tässä lyhyesti omin sanoin mitä teille tapahtui eilen kotona.';
    expect(rowsOf({ labels: ['Asia', 'Tavoite', 'Tila'], ten })).toEqual(['A-01']);
  });

  it('reads texts at any depth and what functions say for one and for many', () => {
    const catalogue = {
      a: { b: [{ said: (count: number) => (count === 1 ? 'Yksi!' : `${count} asiaa!`) }] },
      names: (names: readonly string[]) => `${names.join(', ')}!`,
    };
    expect(lintTexts(catalogue)).toEqual(
      expect.arrayContaining([
        'A-11 a.b.0.said: !, in "Yksi!"',
        'A-11 a.b.0.said: !, in "3 asiaa!"',
        'A-11 names: !, in "Esimerkki, Toinen!"',
      ]),
    );
  });

  it('reports a function that it cannot render, so that no text escapes', () => {
    expect(lintTexts({ odd: (part: { readonly deep: { readonly name: string } }) => part.deep.name })).toEqual([
      'odd: no sample arguments render it',
    ]);
  });

  it('passes over words that are only searched by', () => {
    expect(lintTexts({ term: 'hyvinvointialue', also: ['alue', 'HVA'] })).toEqual([]);
  });

  it('lets letters to officials be as letters are, but opens abbreviations', () => {
    const letter = 'Voisitteko vastata viikon kuluessa ja ehdottaa aikoja, jotka sopivat, kun asia sitten käsitellään?';
    expect(lintTexts({ letter: { ask: letter } })).toEqual([]);
    expect(rowsOf({ letter: { ask: 'Pyydämme HVA:lta aikaa.' } })).toEqual(['A-09', 'A-11']);
  });
});
