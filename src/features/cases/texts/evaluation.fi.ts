// Words of evaluating the model and of what others can learn (S0-58, S0-59).
import type { EvaluationAnswer } from '../domain/case.ts';
import type { EvaluationSide } from '../domain/vocabulary.ts';

export const evaluationFi = {
  evaluationDate: {
    title: 'Sovi arvioinnin päivä',
    intro: 'Arviointi kertoo, miten toimintamalli auttoi. Toimija ja Tukiliitto arvioivat kumpikin.',
    date: 'Milloin arvioitte toimintamallia?',
    dateProblem: 'Valitse päivä. Esimerkiksi 5.2.2027.',
    said: (date: string) => `Arvioinnin päivä on ${date}.`,
  },
  evaluate: {
    title: 'Arvioi toimintamallia',
    intro: 'Toimija ja Tukiliitto vastaavat kumpikin. Tähän menee noin 3 minuuttia.',
    side: 'Kenen puolesta vastaat?',
    sideProblem: 'Valitse, kenen puolesta vastaat.',
    federation: 'Tukiliitto',
    worked: 'Mikä toimi hyvin?',
    workedProblem: 'Kirjoita, mikä toimi. Esimerkiksi: Saimme kaikki saman pöydän ääreen.',
    improve: 'Mitä parantaisit?',
    improveProblem: 'Lyhennä tekstiä. Esimerkiksi: Varaisin enemmän aikaa.',
    useAgain: 'Käyttäisitkö mallia uudelleen?',
    useAgainProblem: 'Valitse, käyttäisitkö mallia uudelleen.',
    useAgainChoices: { yes: 'Kyllä', partly: 'Osittain', no: 'En' } satisfies Record<
      EvaluationAnswer['useAgain'],
      string
    >,
    said: 'Arviointi on kirjattu. Molemmat ovat nyt arvioineet.',
    saidStillMissing: {
      owner: 'Arviointi on kirjattu. Toimijan arviointi puuttuu vielä.',
      federation: 'Arviointi on kirjattu. Tukiliiton arviointi puuttuu vielä.',
    } satisfies Record<EvaluationSide, string>,
  },
  lesson: {
    title: 'Kirjoita oppi muille',
    intro: 'Oppi kertoo muille, mikä auttoi. Järjestöasiantuntija lukee tekstin ennen jakamista.',
    text: 'Mitä muut voivat oppia?',
    textHint: 'Kerro asiasta yleisesti, ilman nimiä.',
    textProblem: 'Kirjoita, mikä auttoi. Esimerkiksi: Kutsuimme luottamushenkilöt tutustumaan palveluun.',
    said: 'Oppi on tallessa. Järjestöasiantuntija lukee sen seuraavaksi.',
  },
  shareLesson: {
    title: 'Jaa oppi kanavalle',
    intro: 'Lue teksti. Voit muokata sitä ennen jakamista.',
    proposed: (text: string) => `Ehdotus: ${text}`,
    text: 'Teksti, jonka jaat',
    textProblem: 'Kirjoita teksti, jonka jaat. Esimerkiksi: Kutsuimme luottamushenkilöt tutustumaan palveluun.',
    reviewed: 'Tekstissä ei ole henkilötietoja',
    reviewedProblem: 'Lue teksti ja poista nimet. Merkitse sitten tämä kohta.',
    submit: 'Jaa oppi',
    said: 'Oppi on jaettu.',
  },
};
