// Words of moving a case along: stages, pausing, closing and opening again.
export const movingFi = {
  advance: {
    title: (number: number, stage: string) => `Siirry vaiheeseen ${number}: ${stage}`,
    intro: 'Nämä askeleet ovat vielä tekemättä. Voit tehdä ne myös myöhemmin.',
    submit: 'Siirry silti',
    said: (number: number, stage: string) => `Tapaus on nyt vaiheessa ${number}: ${stage}.`,
  },
  goBack: {
    title: 'Palaa edelliseen vaiheeseen',
    intro: (number: number, stage: string) => `Palaat vaiheeseen ${number}: ${stage}. Kaikki kirjattu säilyy.`,
    reason: 'Miksi palaat edelliseen vaiheeseen?',
    reasonProblem: 'Kirjoita syy lyhyesti. Esimerkiksi: Tarvitsemme uuden yhteydenoton.',
    submit: 'Palaa',
  },
  close: {
    title: 'Päätä tapaus',
    /** Both are people's words, ended as sentences. */
    summaryNotice: (title: string, goal: string) => `Päätät tapauksen: ${title} Tavoite: ${goal}`,
    consequence: 'Muistutukset loppuvat. Voit palauttaa tapauksen avoimeksi myöhemmin.',
    openItems: (count: number) =>
      count === 1 ? '1 sovittu asia jää tekemättä.' : `${count} sovittua asiaa jää tekemättä.`,
    outcome: 'Mikä on tulos?',
    outcomeProblem: 'Valitse tulos. Esimerkiksi Ratkaistu osittain.',
    summary: 'Miten asia päättyi?',
    summaryProblem: 'Kirjoita lyhyesti, miten asia päättyi. Esimerkiksi: Kyydit tulevat nyt ajoissa.',
    noEvaluationReason: 'Miksi arviointia ei ole?',
    noEvaluationReasonHint: 'Kirjoita syy, jos tulos on Ratkaistu.',
    noEvaluationReasonProblem: 'Lyhennä syytä. Esimerkiksi: Asia ratkesi ensimmäisellä kirjeellä.',
    cooperation: 'Jatkuuko yhteistyö säännöllisesti?',
    cooperationProblem: 'Valitse yksi vaihtoehto tai jätä tyhjäksi.',
    said: (outcome: string) => `Tapaus on päätetty. Tulos: ${outcome}.`,
    series: 'Sovi jo nyt seuraava yhteinen tapaaminen kunnan tai hyvinvointialueen kanssa.',
  },
  withdraw: {
    title: 'Peru tapauksen avaus',
    intro: 'Käytä tätä, jos avasit tapauksen vahingossa.',
    consequence: 'Tapaus siirtyy päätettyihin ja muistutukset loppuvat. Voit palauttaa tapauksen avoimeksi myöhemmin.',
    reason: 'Miksi perut avauksen?',
    reasonProblem: 'Kirjoita syy lyhyesti. Esimerkiksi: Samasta asiasta on jo tapaus.',
    said: 'Tapauksen avaus on peruttu.',
  },
  reopen: {
    title: 'Palauta tapaus avoimeksi',
    consequence: 'Tapaus jatkuu samasta vaiheesta. Muistutukset tulevista päivistä alkavat uudelleen.',
    said: 'Tapaus on taas avoin.',
  },
  hold: {
    title: 'Laita tapaus tauolle',
    intro: 'Tauon aikana saat muistutuksen vain tauon päättymisestä.',
    reason: 'Miksi tapaus on tauolla?',
    reasonProblem: 'Kirjoita syy lyhyesti. Esimerkiksi: Odotamme valtuuston päätöstä.',
    until: 'Milloin tauko päättyy?',
    untilProblem: 'Valitse päivä. Esimerkiksi 5.2.2027.',
  },
  resume: {
    title: 'Jatka tapausta',
    said: 'Tapaus jatkuu.',
  },
  passedDates: (count: number) =>
    count === 1 ? '1 sovittu päivä on jo mennyt. Tarkista se.' : `${count} sovittua päivää on jo mennyt. Tarkista ne.`,
};
