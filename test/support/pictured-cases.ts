// Forty cases as a year of the federation's work may leave them; places are real, matters and groups are invented.
import type { CaseSketch } from '../features/cases/stored-cases.ts';

type Outcome = NonNullable<CaseSketch['closed']>['outcome'];
type Cooperation = NonNullable<CaseSketch['closed']>['cooperation'];

const on = (municipality: string, title: string, theme: CaseSketch['theme'], over: CaseSketch = {}): CaseSketch => ({
  title,
  municipality,
  ...(theme === undefined ? {} : { theme }),
  ...over,
});

/** What ended: from when to when, and how. */
const ended = (opened: string, closed: string, outcome: Outcome, cooperation: Cooperation | null): CaseSketch => ({
  opened,
  closed: { on: closed, outcome, cooperation },
});

const TAMPERE = '837';
const NOKIA = '536';
const YLOJARVI = '980';
const KANGASALA = '211';
const TURKU = '853';
const SALO = '734';
const HELSINKI = '091';
const ESPOO = '049';
const VANTAA = '092';
const PORVOO = '638';
const JARVENPAA = '186';
const HAMEENLINNA = '109';
const LAHTI = '398';
const KOUVOLA = '286';
const LAPPEENRANTA = '405';
const MIKKELI = '491';
const KUOPIO = '297';
const JOENSUU = '167';
const JYVASKYLA = '179';
const SEINAJOKI = '743';
const VAASA = '905';
const OULU = '564';
const KAJAANI = '205';
const ROVANIEMI = '698';
const PORI = '609';

/** The cases in the order of their numbers. */
export const PICTURED_CASES: readonly CaseSketch[] = [
  on(TAMPERE, 'Selkokieliset päätökset', 'specialServices', ended('2026-01-12', '2026-03-02', 'resolved', 'yes')),
  on(TURKU, 'Tilapäishoidon maksut', 'clientFees', ended('2026-01-19', '2026-03-20', 'partly', 'yes')),
  on(OULU, 'Esteetön uimahalli', 'leisure', {
    target: 'municipality',
    ...ended('2026-02-02', '2026-03-16', 'resolved', 'no'),
  }),
  on(KUOPIO, 'Päivätoiminnan kuljetukset', 'mobility', ended('2026-02-09', '2026-04-13', 'resolved', 'yes')),
  on(HELSINKI, 'Ryhmäkodin yöhoito', 'housing', ended('2026-02-23', '2026-05-04', 'unresolved', 'no')),
  on(JOENSUU, 'Avustajan sijaiset', 'personalAssistance', ended('2026-03-02', '2026-04-20', 'partly', 'yes')),
  on(TAMPERE, 'Retkien hinta', 'leisure', ended('2026-03-09', '2026-03-30', 'withdrawn', null)),
  on(JYVASKYLA, 'Työtoiminnan ateriat', 'workAndDayActivities', ended('2026-03-16', '2026-05-18', 'resolved', 'yes')),
  on(VAASA, 'Palvelut ruotsiksi', 'specialServices', ended('2026-04-07', '2026-06-15', 'partly', 'yes')),
  on(LAHTI, 'Koulukyydit kesken päivän', 'familiesWithChildren', ended('2026-04-13', '2026-05-25', 'resolved', 'no')),
  on(SEINAJOKI, 'Opiskelijan asuntola', 'studies', ended('2026-05-04', '2026-08-31', 'partly', 'no')),
  on(ROVANIEMI, 'Matkat kylistä keskukseen', 'mobility', ended('2026-06-01', '2026-09-14', 'resolved', 'yes')),
  on(TAMPERE, 'Tilapäishoidon paikat', 'caringForCloseOnes', {
    stage: 'followUp',
    opened: '2026-08-17',
    targetDate: '2026-11-10',
    group: 'Pirkanmaan vaikuttamistyöryhmä',
  }),
  on(KANGASALA, 'Ryhmäkodin kilpailutuksen kriteerit', 'housing', {
    stage: 'discussion',
    opened: '2026-09-07',
    targetDate: '2026-12-15',
  }),
  on(NOKIA, 'Päivätoiminnan aukiolo lyhenee', 'workAndDayActivities', { opened: '2026-11-09' }),
  on(YLOJARVI, 'Henkilökohtaisen avun tunnit', 'personalAssistance', {
    stage: 'authorityContact',
    opened: '2026-10-12',
    targetDate: '2026-11-20',
  }),
  on(TAMPERE, 'Asumisyksikön muutto', 'housing', { opened: '2026-11-16' }),
  on(TURKU, 'Kuljetuspalvelun takarajat', 'mobility', { stage: 'authorityContact', opened: '2026-10-05' }),
  on(SALO, 'Kesätoiminta koululaisille', 'familiesWithChildren', { stage: 'discussion', opened: '2026-09-21' }),
  on(HELSINKI, 'Tulkkauspalvelun saatavuus', 'specialServices', { stage: 'authorityContact', opened: '2026-10-19' }),
  on(HELSINKI, 'Uimahallin ryhmävuorot', 'leisure', { target: 'municipality', opened: '2026-11-03' }),
  on(ESPOO, 'Palveluasumisen jonot', 'housing', {
    stage: 'discussion',
    opened: '2026-08-24',
    targetDate: '2026-11-23',
  }),
  on(VANTAA, 'Henkilökunnan vaihtuvuus', 'housing', { opened: '2026-11-10' }),
  on(PORVOO, 'Omaishoidon vapaat', 'caringForCloseOnes', { stage: 'authorityContact', opened: '2026-10-26' }),
  on(JARVENPAA, 'Esteetön kulku asemalle', 'mobility', { target: 'municipality', opened: '2026-11-12' }),
  on(HAMEENLINNA, 'Työpajan lopettaminen', 'workAndDayActivities', { stage: 'discussion', opened: '2026-09-28' }),
  on(LAHTI, 'Maksukaton seuranta', 'clientFees', { opened: '2026-11-17' }),
  on(KOUVOLA, 'Ryhmäavustajat iltoihin', 'personalAssistance', { stage: 'authorityContact', opened: '2026-10-08' }),
  on(LAPPEENRANTA, 'Kuntoutuksen matkat', 'mobility', { opened: '2026-11-05' }),
  on(MIKKELI, 'Kotiin tuotu tuki', 'familiesWithChildren', { stage: 'followUp', opened: '2026-07-06' }),
  on(KUOPIO, 'Asunnon vaihtaminen', 'housing', { stage: 'authorityContact', opened: '2026-10-14' }),
  on(JOENSUU, 'Palvelusuunnitelmien päivitys', 'specialServices', { opened: '2026-11-18', targetDate: '2026-11-23' }),
  on(JYVASKYLA, 'Tuetun työn paikat', 'workAndDayActivities', { stage: 'discussion', opened: '2026-09-14' }),
  on(JYVASKYLA, 'Harrastuskaverit', 'leisure', { opened: '2026-11-11' }),
  on(SEINAJOKI, 'Ammattikoulun tukipalvelut', 'studies', { stage: 'authorityContact', opened: '2026-10-20' }),
  on(OULU, 'Lyhytaikaisen hoidon paikat', 'caringForCloseOnes', { stage: 'followUp', opened: '2026-08-03' }),
  on(KAJAANI, 'Selkokielinen asiointi', 'specialServices', { opened: '2026-11-13' }),
  on(ROVANIEMI, 'Kyydit harrastuksiin', 'mobility', { stage: 'discussion', opened: '2026-09-09' }),
  on(PORI, 'Asumisen vuokrat nousevat', 'clientFees', { stage: 'authorityContact', opened: '2026-10-21' }),
];
