// Names of the laws and agreements of the reference list, as they are cited.
import type { ReferenceId } from '../domain/references.ts';

export const referencesFi = {
  references: {
    disabilityServicesAct: 'Vammaispalvelulaki 675/2023',
    disabilityServicesActChange: 'Vammaispalvelulain 2 §:n muutos, elämänvaihe (HE 92/2025)',
    intellectualDisabilitiesAct: 'Kehitysvammalaki 519/1977, voimassa olevat osat',
    socialWelfareAct: 'Sosiaalihuoltolaki 1301/2014',
    clientAct: 'Asiakaslaki 812/2000',
    crpd: 'YK:n vammaissopimus (SopS 27/2016)',
    crpdInvolvement: 'YK:n vammaissopimus, 4 artiklan 3 kohta: osallistaminen',
    crpdAccessibility: 'YK:n vammaissopimus, 9 artikla: esteettömyys',
    crpdIndependentLiving: 'YK:n vammaissopimus, 19 artikla: itsenäinen elämä',
    crpdIndependentLivingComment: 'YK:n vammaissopimus, 19 artiklan yleiskommentti suomeksi (Tukiliitto)',
    crpdEasyLanguage: 'YK:n vammaissopimus selkokielellä (STM 2023:17)',
    countyAct: 'Laki hyvinvointialueesta 611/2021: 29 § osallistuminen, 30 § aloite, 32 § vammaisneuvosto',
    localGovernmentAct: 'Kuntalaki 410/2015: 22 § osallistuminen, 23 § aloite, 28 § vammaisneuvosto',
    administrativeProcedureAct: 'Hallintolaki 434/2003',
    timeLimitsAct: 'Laki säädettyjen määräaikain laskemisesta 150/1930',
    procurementAct: 'Hankintalaki 1397/2016, 12 luku',
    organisingAct: 'Laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021',
    supervisionAct: 'Laki sosiaali- ja terveydenhuollon valvonnasta 741/2023',
    equalityAct: 'Yhdenvertaisuuslaki 1325/2014, 15 §: kohtuulliset mukautukset',
    opennessAct: 'Julkisuuslaki 621/1999, 14 §: asiakirjojen pyytäminen',
    digitalServicesAct: 'Digipalvelulaki 306/2019',
  } satisfies Record<ReferenceId, string>,
  referenceChecks: {
    checked: (date: string) => `tarkistettu ${date}`,
    unchecked: 'tarkista Finlexistä',
  },
};
