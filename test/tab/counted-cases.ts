// Cases for the pages that count them: some in each stage, some ended, a few late, most in Pirkanmaa.
import type { CaseSketch } from '../features/cases/stored-cases.ts';

const closed = (on: string, outcome: 'resolved' | 'partly' | 'withdrawn', cooperation: 'yes' | 'no' | null) =>
  ({ on, outcome, cooperation }) as const;

const HELSINKI = '091';
const JOENSUU = '167';
const ROVANIEMI = '698';
const VAASA = '905';

export const COUNTED_CASES: readonly CaseSketch[] = [
  { title: 'Kuljetuspalvelun odotusajat', theme: 'mobility', stage: 'discussion', group: 'Pirkanmaan vaikuttajat' },
  { title: 'Asumisyksikön muutto', theme: 'housing', targetDate: '2026-11-20', stage: 'authorityContact' },
  { title: 'Tilapäishoidon paikat', theme: 'caringForCloseOnes', stage: 'followUp', targetDate: '2026-11-10' },
  { title: 'Päivätoiminnan aukiolo', theme: 'workAndDayActivities', opened: '2026-09-07' },
  { title: 'Selkokieliset päätökset', opened: '2026-03-02', closed: closed('2026-04-20', 'resolved', 'yes') },
  { title: 'Avustajan tunnit', theme: 'personalAssistance', closed: closed('2026-11-12', 'partly', 'no') },
  { title: 'Retkien hinta', theme: 'leisure', opened: '2026-02-02', closed: closed('2026-09-30', 'withdrawn', null) },
  { title: 'Esteetön uimahalli', municipality: HELSINKI, target: 'municipality', theme: 'leisure' },
  { title: 'Kouluretket', municipality: HELSINKI, target: 'municipality', opened: '2026-05-11' },
  { title: 'Palvelutalon yöhoito', municipality: JOENSUU, theme: 'housing', targetDate: '2026-11-23' },
  {
    title: 'Matkat töihin',
    municipality: JOENSUU,
    opened: '2026-01-12',
    closed: closed('2026-03-02', 'resolved', 'yes'),
  },
  { title: 'Kyydit kylistä', municipality: ROVANIEMI, theme: 'mobility', stage: 'discussion' },
  {
    title: 'Ruotsinkieliset palvelut',
    municipality: VAASA,
    opened: '2025-10-05',
    closed: closed('2025-12-01', 'partly', 'yes'),
  },
];
