// The world of the tab's pictures: a team in the middle of its work on a Tuesday in November.
import type { Case } from '../../src/features/cases/domain/case.ts';
import { caseCells, caseRowKey } from '../../src/features/cases/rows.ts';
import { numberRowKey } from '../../src/features/cases/use-cases/load-case.ts';
import { parsePersonId, type PersonId } from '../../src/kernel/ids.ts';
import { countyInflected } from '../../src/kernel/regions/county-inflection.ts';
import { countyOfMunicipality } from '../../src/kernel/regions/regions.ts';
import type { TabFiles } from '../../src/platform/tab/tab-pages.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from '../app/app-world.ts';
import { AINO, appointAdvisor, ask, cardIn, MIKKO, openCase, press, VEERA } from '../app/people.ts';
import { nodesOf, type Shown } from '../features/cases/case-world.ts';
import { caseOf } from '../features/cases/stored-cases.ts';
import { MONTHLY, TRAINING } from '../features/meetings/meeting-world.ts';
import { PICTURED_CASES } from './pictured-cases.ts';
import type { ConnectorMember, ConnectorMessage } from './teams-connector.ts';
import type { TravellingTables } from './time-travel.ts';

/** The case that the pictures tell of, and its owner's group. */
const GROUP = 'Pirkanmaan vaikuttamistyöryhmä';

/** What Veera has written of her case, in order. */
const WRITTEN: readonly (readonly [action: string, typed: Shown])[] = [
  ['owner', { kind: 'workingGroup', name: GROUP }],
  ['define', { influenceTarget: 'Kuljetuspalvelun sopimus ja tilausajat', kind: 'serviceDefect', theme: 'mobility' }],
  ['principles', { reviewed: 'true' }],
  ['supportNeed', { mode: 'none' }],
  ['plannedParticipant', { role: 'officeHolder', organisation: 'Pirkanmaan hyvinvointialue' }],
  ['otherOrganisations', { concern: 'no' }],
  ['advance', {}],
  [
    'contact',
    {
      on: '2026-11-23',
      channel: 'email',
      receiver: 'Vammaispalvelujen päällikkö',
      outcome: 'agreed',
      note: 'Päällikkö tulee mukaan keskusteluun.',
      askAgain: '',
    },
  ],
  [
    'event',
    { status: 'agreed', date: '2026-12-09', time: '13:00', format: 'onSite', place: 'Tampereen pääkirjasto', link: '' },
  ],
  ['action', { what: 'Pyydä tilastot odotusajoista', date: '2026-11-27', who: '' }],
];

const HEARING = {
  title: 'Kuuleminen kuljetuspalveluista',
  text: 'Hyvinvointialue kuulee palvelun käyttäjiä. Voit kertoa, miten kyydit toimivat.',
  scope: '08',
  date: '2026-12-10',
  time: '17:00',
  place: 'Pääkirjasto',
  deadline: '2026-12-04',
  link: '',
};

const OWN_CASE = { matter: 'Kuljetuspalvelun odotusajat', goal: 'Kyyti tulee 30 minuutissa tilauksesta' };

/** Opens the world with about forty cases, meetings and a bulletin; `number` is the case that its people write in. */
export async function openPicturedWorld(
  tables: TravellingTables,
  tabFiles: TabFiles,
): Promise<{ readonly world: AppWorld; readonly number: string }> {
  const env = { MODEL_URL: 'https://www.tukiliitto.fi/' };
  const world = await openAppWorld({ tables, tabFiles, env });
  await appointAdvisor(world);
  await storeEarlierCases(world);
  const { at } = await openCase(world, VEERA, { ...OWN_CASE, urgency: 'normal' });
  const number = `2026-${String(PICTURED_CASES.length + 1).padStart(3, '0')}`;
  for (const [action, typed] of WRITTEN) {
    await write(world, at, { number, action, typed });
  }
  await planMeetings(world);
  await publishHearing(world);
  await settle(world, '2026-11-24T09:20:00.000Z');
  return { world, number };
}

async function storeEarlierCases({ store }: AppWorld): Promise<void> {
  for (const [index, sketch] of PICTURED_CASES.entries()) {
    const c = withPeople(caseOf(sketch, index + 1), index);
    await store.commit(WORKSPACE, [
      { kind: 'insert', rowKey: caseRowKey(c.id), cells: caseCells(c) },
      { kind: 'insert', rowKey: numberRowKey(c.number), cells: { caseId: c.id } },
    ]);
  }
  const last = PICTURED_CASES.length;
  await store.commit(WORKSPACE, [{ kind: 'insert', rowKey: 'counter|2026', cells: { last } }]);
}

/** Led in turn by the two volunteers, each by the group of its county. */
function withPeople(c: Case, index: number): Case {
  const lead = idOf(index % 3 === 0 ? VEERA : MIKKO);
  const { municipality } = c.basics.targetBody;
  const county = countyOfMunicipality(known(municipality));
  return {
    ...c,
    opened: { ...c.opened, by: lead },
    owner: { kind: 'workingGroup', name: `${countyInflected(county, 'genitive')} vaikuttamistyöryhmä` },
    lead,
    participants: [lead],
  };
}

function idOf({ aadObjectId }: ConnectorMember): PersonId {
  return known(parsePersonId(aadObjectId));
}

/** Writes as Veera with the form of an action; what she does not type stays as the form has it. */
async function write(
  world: AppWorld,
  at: ConnectorMessage,
  { number, action, typed }: { readonly number: string; readonly action: string; readonly typed: Shown },
): Promise<void> {
  const { id, rev } = await world.read(number);
  const where = { channel: at.conversationId.split(';')[0] ?? '', root: at.id };
  const answer = await world.press(VEERA, `cases/do/${action}`, { caseId: id, seen: String(rev) }, where, {
    replyToId: at.id,
  });
  const form = known(answer.card);
  if (nodesOf(form).some(({ verb }) => verb === `cases/save/${action}`)) {
    const inputs = nodesOf(form).filter(({ type }) => String(type).startsWith('Input.'));
    const initial = Object.fromEntries(inputs.map((input) => [String(input['id']), input['value'] ?? '']));
    const save = known(nodesOf(form).find(({ verb }) => verb === `cases/save/${action}`));
    const { title } = save;
    await press(world, VEERA, at, { card: form, title: String(title), typed: { ...initial, ...typed } });
  }
}

async function planMeetings(world: AppWorld): Promise<void> {
  const monthly = { ...MONTHLY, from: '2.12.2026', organiser: AINO.aadObjectId };
  await make(world, 'tukitapaaminen', { title: 'Uusi tukitapaamisten sarja', typed: monthly });
  const training = { ...TRAINING, title: 'Vaikuttamisen perusteet', date: '15.12.2026' };
  await make(world, 'tapahtumat', { title: 'Uusi tapahtuma', typed: training });
}

async function make(world: AppWorld, command: string, about: { title: string; typed: Shown }): Promise<void> {
  const at = await ask(world, AINO, command);
  const form = await press(world, AINO, at, { card: cardIn(at), title: about.title });
  await press(world, AINO, at, { card: form, title: 'Tallenna', typed: about.typed });
}

async function publishHearing(world: AppWorld): Promise<void> {
  const at = await ask(world, AINO, 'tiedote');
  const form = await press(world, AINO, at, { card: cardIn(at), title: 'Kuulemistilaisuus' });
  await press(world, AINO, at, { card: form, title: 'Julkaise tiedote', typed: HEARING });
}

async function settle(world: AppWorld, at: string): Promise<void> {
  await world.travel(at);
  for (let look = 0; look < 4; look += 1) {
    await world.postman.tick();
  }
}
