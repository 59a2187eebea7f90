// npm run bench:cost: what an installation asks of its storage and of Teams in a month, and what that costs. Every figure
// is one of the named assumptions below or follows from them; the requests of a turn and of a message are counted by
// tests (test/platform/delivery/cost-of-a-pass.test.ts, test/app/cost-of-a-turn.test.ts).
import { parseArgs } from 'node:util';
import { drawTable, say, writeBetween } from './support/report.ts';

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

/** What one team does. A working month has 21 days of 8 hours. */
const TEAM = {
  people: 30,
  openCases: 15,
  /** Cases opened in a month, forms saved, and words and presses that only look. */
  opened: 4,
  saved: 120,
  looked: 300,
  /** Messages that the bot sends on its own: reminders, digests, notices, and redrawn cards. */
  reminders: 90,
  notices: 60,
  redrawn: 130,
  /** Rows that a month adds, of about a kilobyte, and how many years they stay. */
  rowsAMonth: 1_500,
  years: 3,
};

/** Requests to the storage, as the tests count them. */
const REQUESTS = { open: 6, save: 7, look: 3, message: 4, wording: 4 };

/** Prices in euros without tax, as assumed on this day. Check the present price list of your region. */
const PRICES = {
  asOf: '2026-11-22',
  tenThousandRequests: 0.00034,
  gigabyteMonth: 0.055,
  smallInstance: 12,
  instance: 58,
};

const MONTH_S = 30 * 24 * 3_600;
const TICK_S = 1.5;
const WORKING_S = 21 * 8 * 3_600;
/**
 * A commit keeps its tenant watched for a quarter of an hour: every ten seconds two looks into each workspace of it, and
 * the lease renewed.
 */
const WATCHED_S = 15 * 60;
const REST_S = 10;
const FULL_SCAN_S = 15 * 60;
const CHECK_S = 3_600;

type Size = { readonly teams: number; readonly tenants: number; readonly instances: number };

const SIZES: readonly Size[] = [
  { teams: 1, tenants: 1, instances: 1 },
  { teams: 100, tenants: 10, instances: 2 },
  { teams: 10_000, tenants: 1_000, instances: 8 },
];

function costOf({ teams, tenants, instances }: Size) {
  const { opened, saved, looked, reminders, notices, redrawn } = TEAM;
  const turns = teams * (opened + saved + looked);
  const messages = teams * (reminders + notices + redrawn);
  const turnRequests = teams * (opened * REQUESTS.open + saved * REQUESTS.save + looked * REQUESTS.look);
  const messageRequests = messages * (REQUESTS.message + REQUESTS.wording);
  const idle = (instances * MONTH_S) / TICK_S;
  const teamsOfTenant = teams / tenants;
  // Commits of one tenant come at random moments of the working hours; overlapping quarters of an hour count once.
  const commits = teamsOfTenant * (opened + saved);
  const watchedS = WORKING_S * (1 - Math.exp((-commits * WATCHED_S) / WORKING_S));
  const watching = tenants * (watchedS / REST_S) * (3 + 2 * teamsOfTenant);
  const scans = tenants * (MONTH_S / FULL_SCAN_S) * (5 + 2 * teamsOfTenant);
  const checks = teams * (MONTH_S / CHECK_S) * (2 + Math.ceil(messages / teams / 1_000));
  const requests = turnRequests + messageRequests + idle + watching + scans + checks;
  const gigabytes = (teams * TEAM.rowsAMonth * 12 * TEAM.years * 1.2) / 2 ** 20;
  const storage = (requests / 10_000) * PRICES.tenThousandRequests + gigabytes * PRICES.gigabyteMonth;
  const machines = instances * (instances === 1 ? PRICES.smallInstance : PRICES.instance);
  return {
    turns,
    messages,
    turnRequests,
    messageRequests,
    idle,
    watching,
    scans,
    checks,
    requests,
    gigabytes,
    storage,
    machines,
  };
}

const ROWS: readonly (readonly [string, (size: Size) => string])[] = [
  ['tenants', ({ tenants }) => whole(tenants)],
  ['instances of the app', ({ instances }) => whole(instances)],
  ['turns of people a month', (size) => whole(costOf(size).turns)],
  ['messages of the bot a month', (size) => whole(costOf(size).messages)],
  ['storage requests: turns', (size) => whole(costOf(size).turnRequests)],
  ['storage requests: messages', (size) => whole(costOf(size).messageRequests)],
  ['storage requests: idle ticks', (size) => whole(costOf(size).idle)],
  ['storage requests: watched quarters of an hour', (size) => whole(costOf(size).watching)],
  ['storage requests: full scans, every 15 min', (size) => whole(costOf(size).scans)],
  ['storage requests: index checks, hourly', (size) => whole(costOf(size).checks)],
  ['storage requests a second in working hours', (size) => busyRate(size).toFixed(1)],
  ['gigabytes after three years', (size) => costOf(size).gigabytes.toFixed(2)],
  ['storage, € a month', (size) => costOf(size).storage.toFixed(2)],
  ['instances, € a month', (size) => whole(costOf(size).machines)],
  ['**together, € a month**', (size) => `**${(costOf(size).storage + costOf(size).machines).toFixed(2)}**`],
  ['for one team, € a month', (size) => ((costOf(size).storage + costOf(size).machines) / size.teams).toFixed(3)],
];

/** All that people and the watching cause falls into working hours; ticks and scans go on day and night. */
function busyRate(size: Size): number {
  const { turnRequests, messageRequests, watching, idle, scans, checks } = costOf(size);
  return (turnRequests + messageRequests + watching) / WORKING_S + (idle + scans + checks) / MONTH_S;
}

function whole(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

const table = drawTable({
  head: ['', ...SIZES.map(({ teams }) => `${whole(teams)} workspace${teams === 1 ? '' : 's'}`)],
  rows: ROWS.map(([name, value]) => [name, ...SIZES.map(value)]),
});

const assumptions = [
  `A team: ${TEAM.people} people, ${TEAM.openCases} open cases; in a month ${TEAM.opened} cases opened, ${TEAM.saved} forms saved,`,
  `${TEAM.looked} words and presses that only look; ${TEAM.reminders} reminders and digests, ${TEAM.notices} notices, ${TEAM.redrawn} redrawn cards;`,
  `${whole(TEAM.rowsAMonth)} rows of 1.2 KB, kept for ${TEAM.years} years. Requests: ${REQUESTS.open} for an opening, ${REQUESTS.save} for a save, ${REQUESTS.look} for a look,`,
  `${REQUESTS.message} for a message and ${REQUESTS.wording} for its words; one for an idle tick of ${TICK_S} s. A transaction of many rows is one request.`,
  `Prices as assumed on ${PRICES.asOf}, without tax: ${PRICES.tenThousandRequests} € for 10,000 requests, ${PRICES.gigabyteMonth} € for a gigabyte and month (zone-redundant),`,
  `${PRICES.smallInstance} € a month for one small instance (B1), ${PRICES.instance} € for each of several (P0v3). Check the present price list.`,
].join('\n');

say(`${assumptions}\n\n${table}`);
if (options.write) {
  writeBetween('docs/operations.md', 'cost', `${assumptions}\n\n${table}`);
}
