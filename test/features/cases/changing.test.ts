import { caseRowKey, replaceCase } from '../../../src/features/cases/rows.ts';
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import { reminderChanges } from '../../../src/features/cases/deliveries/promises.ts';
import { TODAY } from './build-case.ts';
import { fullCase } from './full-case.ts';
import { lintCard } from '../../support/card-linter.ts';
import {
  AINO,
  buttonOf,
  IN_RESTRICTED,
  KAISA,
  MIKKO,
  nodesOf,
  openCaseWorld,
  openOne,
  OPENING,
  says,
  TUESDAY,
  VEERA,
  WORKSPACE,
  type CaseWorld,
  type Shown,
} from './case-world.ts';
import type { Member } from '../../../src/platform/teams/bot.ts';
import { addMs } from '../../../src/kernel/helsinki-time.ts';

/** Presses the button of an action on a fresh case card and gives the form. */
async function formOf(
  world: CaseWorld,
  who: Member,
  action: string,
  number = '2026-001',
  over: Shown = {},
): Promise<Shown> {
  const { id, rev } = await world.read(number);
  return await world.press(who, `cases/do/${action}`, { caseId: id, seen: String(rev), ...over });
}

async function save(world: CaseWorld, who: Member, form: Shown, values: Shown): Promise<Shown> {
  const { verb, data } = buttonOf(form, 'Tallenna');
  return await world.press(who, verb, { ...data, ...values });
}

const DEFINITION = {
  influenceTarget: 'Kuljetuspalvelun sopimus',
  goal: 'Kyyti tulee ajoissa',
  kind: '',
  theme: '',
  level: 'regional',
};

async function joined(world: CaseWorld, who: Member): Promise<void> {
  await formOf(world, who, 'join');
}

describe('a form of a case', () => {
  it('shows what it is about and keeps its buttons in the usual order (B-01, B-19)', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const form = await formOf(world, VEERA, 'define');
    expect(says(form, 'Tapaus 2026-001 · Kuljetuspalvelun odotusajat Tampereella')).toBe(true);
    const titles = nodesOf(form)
      .filter((node) => node['type'] === 'Action.Execute')
      .map((node) => node['title']);
    expect(titles).toEqual(['Tallenna', 'Peruuta']);
    expect(lintCard(form)).toEqual([]);
  });

  it('B-10, B-08: a saved form answers with what happened and offers to mend it', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const card = await save(world, VEERA, await formOf(world, VEERA, 'define'), DEFINITION);
    expect(says(card, 'Tallennettu.')).toBe(true);
    expect((await world.read('2026-001')).basics.influenceTarget).toBe('Kuljetuspalvelun sopimus');
  });

  it('G-12: every change leaves a trail of who, what and when, without words', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    await save(world, VEERA, await formOf(world, VEERA, 'define'), DEFINITION);
    const { id } = await world.read('2026-001');
    const trail = await world.store.range(WORKSPACE, prefixRange(`event|${id}|`));
    expect(trail.map((row) => row.cells['action'])).toEqual(['open', 'define']);
    expect(JSON.stringify(trail)).not.toContain('Kuljetuspalvelun');
    const history = await world.press(VEERA, 'cases/history', { caseId: id });
    expect(says(history, 'Veera Virtanen kertoi, mitä haluaa muuttaa')).toBe(true);
  });
});

describe('two people at once', () => {
  it('R9: the second sees who was faster, what is stored now, and keeps what was typed', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    await joined(world, MIKKO);
    const [veeras, mikkos] = [await formOf(world, VEERA, 'define'), await formOf(world, MIKKO, 'define')];
    await save(world, VEERA, veeras, DEFINITION);
    const again = await save(world, MIKKO, mikkos, { ...DEFINITION, influenceTarget: 'Kyytien tilaus' });
    expect(says(again, 'Veera Virtanen ehti muokata samaa kohtaa.')).toBe(true);
    expect(says(again, 'Vaikuttamisen kohde – nyt tallessa: Kuljetuspalvelun sopimus')).toBe(true);
    expect(nodesOf(again).find((node) => node['id'] === 'influenceTarget')?.['value']).toBe('Kyytien tilaus');
    expect((await world.read('2026-001')).basics.influenceTarget).toBe('Kuljetuspalvelun sopimus');
    await save(world, MIKKO, again, { ...DEFINITION, influenceTarget: 'Kyytien tilaus' });
    expect((await world.read('2026-001')).basics.influenceTarget).toBe('Kyytien tilaus');
  });

  it('do not collide in different parts of the case', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    await joined(world, MIKKO);
    const [veeras, mikkos] = [await formOf(world, VEERA, 'define'), await formOf(world, MIKKO, 'owner')];
    await Promise.all([
      save(world, VEERA, veeras, DEFINITION),
      save(world, MIKKO, mikkos, { kind: 'workingGroup', name: 'Pirkanmaan vaikuttamistyöryhmä' }),
    ]);
    expect(await world.read('2026-001')).toMatchObject({
      basics: { influenceTarget: 'Kuljetuspalvelun sopimus' },
      owner: { name: 'Pirkanmaan vaikuttamistyöryhmä' },
      rev: 4,
    });
  });

  it('R9: of two who advance at once one moves the case and the other sees who did', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    await joined(world, MIKKO);
    await save(world, VEERA, await formOf(world, VEERA, 'define'), DEFINITION);
    await save(world, VEERA, await formOf(world, VEERA, 'owner'), { kind: 'workingGroup', name: 'Ryhmä' });
    const [veeras, mikkos] = [await formOf(world, VEERA, 'advance'), await formOf(world, MIKKO, 'advance')];
    const press = (who: Member, form: Shown) => {
      const { verb, data } = buttonOf(form, 'Siirry silti');
      return world.press(who, verb, data);
    };
    const cards = await Promise.all([press(VEERA, veeras), press(MIKKO, mikkos)]);
    expect((await world.read('2026-001')).stage).toBe('authorityContact');
    expect(cards.filter((card) => says(card, 'ehti'))).toHaveLength(1);
  });
});

describe('who may', () => {
  it('a member who has not joined joins with one press and goes on to the form', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const refused = await formOf(world, MIKKO, 'define');
    expect(says(refused, 'Et ole vielä mukana tässä tapauksessa.')).toBe(true);
    const { verb, data } = buttonOf(refused, 'Tule mukaan');
    const form = await world.press(MIKKO, verb, data);
    expect(nodesOf(form).some((node) => node['id'] === 'influenceTarget')).toBe(true);
    expect((await world.read('2026-001')).participants).toEqual([VEERA.id, MIKKO.id]);
  });

  it("the county's advisor and an admin may edit without joining", async () => {
    const world = await openCaseWorld();
    await openOne(world);
    for (const who of [AINO, KAISA]) {
      expect(nodesOf(await formOf(world, who, 'define')).some((node) => node['id'] === 'goal')).toBe(true);
    }
  });

  it('G-11: a case of a restricted channel is refused elsewhere, whatever is pressed', async () => {
    const world = await openCaseWorld();
    const { verb, data } = buttonOf(await world.say(VEERA, 'uusi tapaus', '', { place: IN_RESTRICTED }), 'Avaa tapaus');
    await world.press(VEERA, verb, { ...data, ...OPENING }, { place: IN_RESTRICTED });
    const { id } = await world.read('2026-001');
    for (const action of world.feature.actions.filter((each) => !/\/(open|list|filter)/.test(each.verb))) {
      const card = await world.press(KAISA, action.verb, { caseId: id, seen: '1', what: 'define', onward: 'define' });
      expect([action.verb, says(card, 'Tapausta ei löydy.')]).toEqual([action.verb, true]);
    }
    expect((await world.read('2026-001')).rev).toBe(1);
  });

  it('G-10: the card in the channel shows no views, notes or contacts', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    await save(world, VEERA, await formOf(world, VEERA, 'define'), DEFINITION);
    const card = await world.say(MIKKO, 'tapaus', '2026-001');
    expect(says(card, 'Kuljetuspalvelun sopimus')).toBe(false);
    const { id } = await world.read('2026-001');
    expect(says(await world.press(MIKKO, 'cases/show', { caseId: id }), 'Kuljetuspalvelun sopimus')).toBe(true);
  });
});

describe('a stale or broken press', () => {
  it('of an old card opens the form of the case as it is now', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    await save(world, VEERA, await formOf(world, VEERA, 'define'), DEFINITION);
    const form = await formOf(world, VEERA, 'define', '2026-001', { seen: '1' });
    expect(nodesOf(form).find((node) => node['id'] === 'influenceTarget')?.['value']).toBe('Kuljetuspalvelun sopimus');
    const card = await save(world, VEERA, form, { ...DEFINITION, goal: 'Uusi tavoite' });
    expect(says(card, 'Tallennettu.')).toBe(true);
  });

  it('R6: a form that arrives twice changes nothing the second time', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const { verb, data } = buttonOf(await formOf(world, VEERA, 'plannedParticipant'), 'Tallenna');
    const sent = { ...data, role: 'officeHolder', organisation: 'Hyvinvointialue' };
    const answers = await Promise.all([world.press(VEERA, verb, sent), world.press(VEERA, verb, sent)]);
    const { plannedParticipants, rev } = await world.read('2026-001');
    expect(plannedParticipants).toHaveLength(1);
    expect(rev).toBe(2);
    expect(answers.some((card) => says(card, 'Mitään ei tehty kahteen kertaan.'))).toBe(true);
  });

  it.each([
    [{}],
    [{ caseId: 'nonsense' }],
    [{ caseId: 5, seen: 'x' }],
    [{ caseId: '01JD0000000000000000000099', item: '-' }],
  ])('with data that is not ours is answered and changes nothing: %j', async (data) => {
    const world = await openCaseWorld();
    await openOne(world);
    for (const action of world.feature.actions.filter((each) => !/\/(list|filter)/.test(each.verb))) {
      expect(await world.press(VEERA, action.verb, data)).toHaveProperty('type', 'AdaptiveCard');
    }
    expect((await world.read('2026-001')).rev).toBe(1);
  });
});

describe('reminders of a case', () => {
  async function withAction(world: CaseWorld, date: string): Promise<void> {
    await openOne(world);
    await save(world, VEERA, await formOf(world, VEERA, 'action'), {
      what: 'Pyydä tilastot',
      person: VEERA.id,
      who: '',
      date,
    });
  }

  /** The moments of the reminders promised, without those of the target date. */
  async function pending(world: CaseWorld): Promise<readonly string[]> {
    const { id } = await world.read('2026-001');
    const due = await world.store.range(WORKSPACE, prefixRange('due|'));
    return due
      .map((row) => row.rowKey)
      .filter((key) => key.includes('remind-') && !key.includes(`remind-${id}`))
      .map((key) => key.slice(4, 28));
  }

  it('C-12, T-07: are promised for every lead time that can be chosen, at 9.00 in Helsinki, and for when it is late', async () => {
    const world = await openCaseWorld();
    // Wednesday 9.12.2026: a week before is 2.12., the day before 8.12., in winter time.
    await withAction(world, '2026-12-09');
    expect(await pending(world)).toEqual([
      '2026-11-25T07:00:00.000Z',
      '2026-12-02T07:00:00.000Z',
      // Three days before is Sunday 6.12.
      '2026-12-04T07:00:00.000Z',
      '2026-12-08T07:00:00.000Z',
      '2026-12-09T07:00:00.000Z',
      // Three working days after.
      '2026-12-14T07:00:00.000Z',
    ]);
  });

  it('R10, T-09: move with the date, in the same transaction', async () => {
    const world = await openCaseWorld();
    await withAction(world, '2026-12-09');
    const [item] = (await world.read('2026-001')).actions;
    const form = await formOf(world, VEERA, 'postpone', '2026-001', { item: item?.id });
    await save(world, VEERA, form, { when: 'own', date: '2026-12-16' });
    expect(await pending(world)).toEqual(
      ['02', '09', '11', '15', '16', '21'].map((day) => `2026-12-${day}T07:00:00.000Z`),
    );
  });

  it('end when the thing is done, and a second "Tehty" says so', async () => {
    const world = await openCaseWorld();
    await withAction(world, '2026-12-09');
    const [item] = (await world.read('2026-001')).actions;
    await formOf(world, VEERA, 'done', '2026-001', { item: item?.id });
    expect(await pending(world)).toEqual([]);
    const again = await formOf(world, VEERA, 'done', '2026-001', { item: item?.id });
    expect(says(again, 'Tämä on jo tehty.')).toBe(true);
  });

  it('T-09: a date too near for any reminder says so at once', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const now = addMs(TUESDAY, 0);
    const form = await formOf(world, VEERA, 'action');
    const card = await world.press(
      VEERA,
      buttonOf(form, 'Tallenna').verb,
      {
        ...buttonOf(form, 'Tallenna').data,
        what: 'Soita heti',
        person: VEERA.id,
        who: '',
        date: '2026-11-24',
      },
      { now },
    );
    expect(says(card, 'muistutusta ei ehdi tulla')).toBe(true);
    // All that is left is to look whether it was done.
    expect(await pending(world)).toEqual(['2026-11-27T07:00:00.000Z']);
  });
});

describe('a case with every list at its cap', () => {
  it('can be paused, resumed, closed and opened again, each in one transaction', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const opened = await world.read('2026-001');
    const { id, number, home, rev } = opened;
    const row = await world.store.read(WORKSPACE, caseRowKey(id));
    const c = fullCase({ id, number, home, rev, lead: VEERA.id, participants: [VEERA.id] });
    await world.store.commit(WORKSPACE, [replaceCase(c, row?.etag ?? '')]);
    await save(world, VEERA, await formOf(world, VEERA, 'hold'), { reason: 'Loma', until: '2026-12-18' });
    expect((await world.read('2026-001')).status.kind).toBe('onHold');
    await formOf(world, VEERA, 'resume');
    const closing = await formOf(world, VEERA, 'close');
    const { verb, data } = buttonOf(closing, 'Päätä tapaus');
    await world.press(VEERA, verb, { ...data, outcome: 'resolved', summary: 'Valmis', cooperation: 'yes' });
    expect((await world.read('2026-001')).status.kind).toBe('closed');
    const reopening = buttonOf(await formOf(world, VEERA, 'reopen'), 'Palauta tapaus avoimeksi');
    await world.press(VEERA, reopening.verb, reopening.data);
    expect((await world.read('2026-001')).status.kind).toBe('open');
  });

  it('C-12: can lose its event with every milestone, whatever they had promised, in one transaction', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const { id, number, home, rev } = await world.read('2026-001');
    const row = await world.store.read(WORKSPACE, caseRowKey(id));
    const full = fullCase({ id, number, home, rev, lead: VEERA.id, participants: [VEERA.id], stage: 'discussion' });
    const events = full.events.slice(-1).map((event) => ({
      ...event,
      status: 'agreed' as const,
      milestones: event.milestones.map((each) => ({ ...each, remind: true })),
    }));
    const c = { ...full, events };
    await world.store.commit(WORKSPACE, [replaceCase(c, row?.etag ?? '')]);
    const { wanted } = reminderChanges(null, c, { by: VEERA.id, at: TUESDAY });
    for (let from = 0; from < wanted.length; from += 30) {
      const some = wanted.slice(from, from + 30);
      const names = some.map(({ name }) => name);
      const reconcile = { subject: id, kindsOf: 'remind-', names, wanted: some };
      expect(await world.deps.desk.commit(WORKSPACE, { writes: [], reconcile })).toBe('committed');
    }
    const cancelling = await formOf(world, VEERA, 'cancelEvent');
    const { verb, data } = buttonOf(cancelling, 'Peru tilaisuus');
    await world.press(VEERA, verb, { ...data, reason: 'Väärä päivä' });
    const cancelled = await world.read('2026-001');
    expect(cancelled.events.filter(({ status }) => status === 'agreed')).toEqual([]);
    // What did not fit is silenced by the question asked before each reminder.
    const milestone = c.events.flatMap(({ milestones }) => milestones)[0];
    const people = await world.deps.people.load(WORKSPACE);
    const about = {
      subject: id,
      item: milestone?.id ?? '',
      itemDate: milestone?.date ?? TODAY,
      when: 'before',
    } as const;
    const at = { now: TUESDAY, today: TODAY, people };
    expect(await world.feature.reminders.find(WORKSPACE, about, at)).toBeNull();
  });
});
