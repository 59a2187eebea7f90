import type { CaseCardView, StageOnCard } from '../../../../src/features/cases/cards/present-case.ts';
import { button, HELP } from '../../../platform/cards/views.ts';

const STAGES: readonly StageOnCard[] = [
  { number: 1, name: 'Yhteys Tukiliittoon', state: 'done', word: 'tehty' },
  { number: 2, name: 'Yhteys hyvinvointialueelle', state: 'now', word: 'nyt' },
  { number: 3, name: 'Keskustelutilaisuus', state: 'ahead', word: 'edessä' },
  { number: 4, name: 'Jatkosuunnitelmat ja seuranta', state: 'ahead', word: 'edessä' },
];

export function buildCaseView(overrides: Partial<CaseCardView> = {}): CaseCardView {
  return {
    number: 'Tapaus 2026-014',
    title: 'Kuljetuspalvelun odotusajat Tampereella',
    urgency: { word: 'Kiireellinen', tone: 'urgent' },
    notices: [],
    stages: STAGES,
    nextStep: {
      label: 'Seuraava askel',
      text: 'Ota yhteyttä Pirkanmaan hyvinvointialueeseen ja pyydä keskustelua',
      when: 'Viimeistään keskiviikkona 2.12.2026',
      late: '3 päivää myöhässä',
    },
    facts: [
      { label: 'Tavoite', value: 'Kyyti tulee 30 minuutissa tilauksesta' },
      { label: 'Toimija', value: 'Pirkanmaan vaikuttamistyöryhmä' },
      { label: 'Taustatuki', value: 'Järjestöasiantuntija Aino Esimerkki' },
      { label: 'Tavoitepäivä', value: '7.12.2026 (15 päivää)' },
    ],
    statusLine: null,
    buttons: [
      button('Kirjaa yhteydenotto', 'cases/contact', { look: 'primary' }),
      button('Viestiluonnos', 'cases/draft'),
      button('Näytä tapaus', 'cases/show'),
    ],
    help: HELP,
    ...overrides,
  };
}
