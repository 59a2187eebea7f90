// A team with something on every page: cases in every stage, the longest one there can be, dates, meetings, a register.
import { caseCells, caseRowKey } from '../../src/features/cases/rows.ts';
import { numberRowKey } from '../../src/features/cases/use-cases/load-case.ts';
import { WORKSPACE, type AppWorld } from '../app/app-world.ts';
import { openDatedCase } from '../app/dated-cases.ts';
import { AINO, appointAdvisor, ask, cardIn, KAISA, press } from '../app/people.ts';
import { MONTHLY, TRAINING } from '../features/meetings/meeting-world.ts';
import type { Case } from '../../src/features/cases/domain/case.ts';
import { fullCase } from '../features/cases/full-case.ts';
import { caseOf } from '../features/cases/stored-cases.ts';
import { COUNTED_CASES } from './counted-cases.ts';

/** The number of the case with every text at its limit and every list at its cap. */
export const FULLEST = '2026-900';

/** The month with the meetings, for the address of the calendar. */
export const MONTH = '2026-12';

const REGISTER = [
  'Laji;Nimi;Hyvinvointialue;Kunta;Piiri',
  'piiri;Esimerkkiseudun Tukipiiri ry;Pirkanmaa;;',
  'yhdistys;Tampereen Esimerkkituki ry;;Tampere;Esimerkkiseudun Tukipiiri ry',
].join('\r\n');

/** Fills the world. Late for Veera: the step of the case "Kyyti". */
export async function fillWorld(world: AppWorld): Promise<void> {
  await appointAdvisor(world);
  await openDatedCase(world, 'Kyyti', { date: '2026-11-26' });
  await announce(world);
  for (const [index, sketch] of COUNTED_CASES.entries()) {
    await store(world, caseOf(sketch, 500 + index));
  }
  const { id } = caseOf({}, 900);
  await store(world, fullCase({ id, number: FULLEST }));
  await importRegister(world);
}

async function store(world: AppWorld, c: Case): Promise<void> {
  await world.store.commit(WORKSPACE, [
    { kind: 'insert', rowKey: caseRowKey(c.id), cells: caseCells(c) },
    { kind: 'insert', rowKey: numberRowKey(c.number), cells: { caseId: c.id } },
  ]);
}

async function announce(world: AppWorld): Promise<void> {
  const series = await ask(world, AINO, 'tukitapaaminen');
  const form = await press(world, AINO, series, { card: cardIn(series), title: 'Uusi tukitapaamisten sarja' });
  const monthly = { ...MONTHLY, from: '2.12.2026', organiser: AINO.aadObjectId };
  await press(world, AINO, series, { card: form, title: 'Tallenna', typed: monthly });
  const list = await ask(world, AINO, 'tapahtumat');
  const training = await press(world, AINO, list, { card: cardIn(list), title: 'Uusi tapahtuma' });
  await press(world, AINO, list, { card: training, title: 'Tallenna', typed: { ...TRAINING, date: '15.12.2026' } });
}

async function importRegister(world: AppWorld): Promise<void> {
  const api = world.api(KAISA);
  const sent = { file: Buffer.from(REGISTER).toString('base64'), removesMissing: false };
  const { json } = await api.post('/organisations/preview', sent);
  const { status } = await api.post('/organisations/import', { ...sent, ...planOf(json) });
  if (status !== 200) {
    throw new Error(`the register was not imported: ${status}`);
  }
}

function planOf(json: unknown): { readonly digest: unknown; readonly nonce: unknown } {
  const plan = typeof json === 'object' && json !== null ? json : {};
  return { digest: Reflect.get(plan, 'digest'), nonce: Reflect.get(plan, 'nonce') };
}
