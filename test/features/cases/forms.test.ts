// What the forms of a case promise to whoever fills them in.
import { eventAction } from '../../../src/features/cases/actions/event.ts';
import { ownerAction } from '../../../src/features/cases/actions/owner.ts';
import { parseCase } from '../../../src/features/cases/case-schema.ts';
import { casesFi } from '../../../src/features/cases/texts.fi.ts';
import { addMs } from '../../../src/kernel/helsinki-time.ts';
import { buildCase } from './build-case.ts';
import {
  buttonOf,
  nodesOf,
  openCaseWorld,
  openOne,
  OPENING,
  says,
  TUESDAY,
  VEERA,
  type CaseWorld,
  type Shown,
} from './case-world.ts';
import { buildFormContext, save } from './fill-form.ts';

const DAY_MS = 24 * 60 * 60_000;

async function openForm(world: CaseWorld, action: string): Promise<Shown> {
  const { id, rev } = await world.read('2026-001');
  return await world.press(VEERA, `cases/do/${action}`, { caseId: id, seen: String(rev) });
}

async function send(world: CaseWorld, form: Shown, typed: Shown, nowMs = 0): Promise<Shown> {
  const { verb, data } = buttonOf(form, 'Tallenna');
  return await world.press(VEERA, verb, { ...data, ...typed }, { now: addMs(TUESDAY, nowMs) });
}

describe('a form', () => {
  it('B-05: that opens a case says how long it takes and that the rest can wait', async () => {
    const world = await openCaseWorld();
    const form = await world.say(VEERA, 'uusi tapaus');
    expect(says(form, 'Tähän menee noin 2 minuuttia. Voit lisätä tietoja myöhemmin.')).toBe(true);
  });

  it.each([casesFi.define.intro, casesFi.contact.intro, casesFi.nextMeeting.intro, casesFi.evaluate.intro])(
    'B-05: with several questions says how long it takes: %s',
    (intro) => {
      expect(intro).toMatch(/Tähän menee noin \d minuut/);
    },
  );

  it('B-07: left open overnight is saved the next day, the opening form too', async () => {
    const world = await openCaseWorld();
    const opening = await world.say(VEERA, 'uusi tapaus');
    const { verb, data } = buttonOf(opening, 'Avaa tapaus');
    const nextDay = { now: addMs(TUESDAY, DAY_MS) };
    expect(says(await world.press(VEERA, verb, { ...data, ...OPENING }, nextDay), 'on avattu')).toBe(true);
    const form = await openForm(world, 'owner');
    const typed = { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' };
    expect(says(await send(world, form, typed, 3 * DAY_MS), 'Tallennettu.')).toBe(true);
    expect((await world.read('2026-001')).owner.name).toBe('Pirkanmaan ryhmä');
  });

  it('W-15: refuses a date that the calendar of the client should not have offered', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const form = await openForm(world, 'followUp');
    const answer = await send(world, form, { what: 'Kysy uudelleen', date: '2026-11-23' });
    expect(says(answer, 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.')).toBe(true);
    expect(nodesOf(answer).find((node) => node['id'] === 'what')?.['value']).toBe('Kysy uudelleen');
    expect((await world.read('2026-001')).followUps).toEqual([]);
  });
});

describe('a discussion event', () => {
  it('C-05, S1-29: takes the link of a Teams meeting in place of an address', () => {
    const context = buildFormContext({ c: buildCase({ stage: 'authorityContact' }) });
    const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting';
    const typed = { status: 'agreed', date: '15.12.2026', time: '14', format: 'remote', place: '', link };
    expect(save(eventAction, context, typed).c.events).toMatchObject([{ format: 'remote', link }]);
  });
});

describe('the process', () => {
  it('S0-04: keeps the version that a case began with, stored, read and edited, whatever is the newest', () => {
    const old = { ...buildCase(), template: '2019-05' };
    const stored = parseCase(JSON.parse(JSON.stringify(old)));
    expect(stored?.template).toBe('2019-05');
    const context = buildFormContext({ c: stored ?? buildCase() });
    expect(save(ownerAction, context, { kind: 'workingGroup', name: 'Ryhmä' }).c.template).toBe('2019-05');
    expect(buildCase().template).toBe('2024-01');
  });
});
