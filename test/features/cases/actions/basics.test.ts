import { defineCaseAction } from '../../../../src/features/cases/actions/define.ts';
import { describeAction } from '../../../../src/features/cases/actions/describe.ts';
import { joinAssociationAction } from '../../../../src/features/cases/actions/join-association.ts';
import { ownerAction } from '../../../../src/features/cases/actions/owner.ts';
import { principlesAction } from '../../../../src/features/cases/actions/principles.ts';
import { raiseAction } from '../../../../src/features/cases/actions/raise.ts';
import { scheduleAction } from '../../../../src/features/cases/actions/schedule.ts';
import { AINO, BO, PIRKANMAA, TODAY, buildCase, day } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

describe('the form "Kerro, mitä haluat muuttaa"', () => {
  it('S0-28, W-08: starts with what is known', () => {
    const { basics } = buildCase();
    const known = buildCase({
      basics: { ...basics, influenceTarget: 'Kyydit', kind: 'serviceDefect', theme: 'mobility', level: 'regional' },
    });
    expect(initialOf(defineCaseAction, buildFormContext({ c: known }))).toEqual({
      influenceTarget: 'Kyydit',
      goal: 'Kyyti tulee ajallaan',
      level: 'regional',
      kind: 'serviceDefect',
      theme: 'mobility',
    });
  });

  it('S0-14: of a new case asks only for the target; the rest is known or may be left empty', () => {
    expect(fillIn(defineCaseAction, buildFormContext(), {}).problems).toEqual(['influenceTarget']);
    const { c } = save(defineCaseAction, buildFormContext(), { influenceTarget: 'Kyydit myöhästyvät' });
    expect(c.basics).toMatchObject({ influenceTarget: 'Kyydit myöhästyvät', kind: null, theme: null, level: 'local' });
  });
});

describe('the form "Muokkaa perustietoja"', () => {
  it('needs the matter, and takes a description', () => {
    expect(fillIn(describeAction, buildFormContext(), { title: ' ' }).problems).toEqual(['title']);
    const { c } = save(describeAction, buildFormContext(), { description: 'Autoa pitää odottaa.' });
    expect(c.basics).toMatchObject({ title: 'Kuljetuspalvelun odotusajat', description: 'Autoa pitää odottaa.' });
  });
});

describe('the form of the urgency and the target date', () => {
  it('S0-15: explains each urgency', () => {
    const { fields } = scheduleAction.content(buildFormContext());
    expect(fields['urgency']?.choices.map(({ title }) => title)).toEqual([
      'Kiireellinen: noin 2 viikkoa',
      'Tavallinen: noin 1 kuukausi',
      'Ei kiireellinen: noin 2 kuukautta',
    ]);
  });

  it('S0-29: starts with the present ones and says the date that follows', () => {
    const context = buildFormContext();
    expect(initialOf(scheduleAction, context)).toMatchObject({ urgency: 'normal', targetDate: '2026-12-24' });
    expect(save(scheduleAction, context, { urgency: 'urgent' }).said).toBe('Tavoitepäivä on tiistai 8.12.2026.');
  });

  it('says that a date of their own did not follow the urgency', () => {
    const schedule = { urgency: 'normal', targetDate: day('2027-02-01'), targetDateSource: 'chosen' } as const;
    const context = buildFormContext({ c: buildCase({ schedule }) });
    expect(save(scheduleAction, context, { urgency: 'urgent' }).notices).toHaveLength(1);
    expect(save(scheduleAction, context, { urgency: 'urgent', followUrgency: 'true' }).notices).toEqual([]);
  });

  it('refuses a past date beside the date', () => {
    const { decided } = fillIn(scheduleAction, buildFormContext(), { targetDate: '1.11.2026' });
    expect(decided).toMatchObject({ refusal: { code: 'date-in-past', field: 'targetDate' } });
  });
});

describe('the form of the actor', () => {
  it('S0-07, S1-24: needs a kind and a name, and starts with those known', () => {
    const unnamed = buildCase({ owner: { kind: 'workingGroup', name: '' } });
    expect(initialOf(ownerAction, buildFormContext({ c: unnamed }))).toEqual({ kind: 'workingGroup', name: '' });
    expect(fillIn(ownerAction, buildFormContext({ c: unnamed }), {}).problems).toEqual(['name']);
    const { c, said } = save(ownerAction, buildFormContext({ c: unnamed }), { name: 'Pirkanmaan työryhmä' });
    expect(c.owner).toEqual({ kind: 'workingGroup', name: 'Pirkanmaan työryhmä' });
    expect(said).toBe('Toimija on Pirkanmaan työryhmä.');
  });

  it('hints at the actor that usually fits the target', () => {
    const { basics } = buildCase();
    const municipal = { ...basics, targetBody: { ...PIRKANMAA, kind: 'municipality' } } as const;
    const hint = (c: ReturnType<typeof buildCase>) => ownerAction.content(buildFormContext({ c })).fields['kind']?.hint;
    expect(hint(buildCase({ basics: municipal }))).toContain('tukiyhdistys');
    expect(hint(buildCase())).toContain('vaikuttamistyöryhmä');
  });

  it('gives an example of the case’s own county', () => {
    expect(ownerAction.content(buildFormContext()).fields['name']?.hint).toContain('Pirkanmaan vaikuttamistyöryhmä');
  });
});

describe('the form of joining associations', () => {
  it('S2-08: shows who has joined and adds one more', () => {
    const context = buildFormContext({ c: buildCase({ joinedAssociations: ['Nokian tukiyhdistys'] }) });
    expect(joinAssociationAction.content(context)).toMatchObject({
      isList: true,
      notices: [{ text: 'Mukana ovat jo: Nokian tukiyhdistys.' }],
    });
    expect(save(joinAssociationAction, context, { name: 'Akaan tukiyhdistys' })).toMatchObject({
      said: 'Akaan tukiyhdistys on nyt mukana.',
      notices: [],
    });
  });

  it('reminds somebody outside the case that they can come in too', () => {
    const context = buildFormContext({ by: BO });
    expect(save(joinAssociationAction, context, { name: 'Akaan tukiyhdistys' }).notices).toHaveLength(1);
    expect(joinAssociationAction.content(context).notices).toEqual([]);
  });
});

describe('the form of raising a case to the group', () => {
  it('S2-08: asks for the name of the group and says that the association stays', () => {
    const content = raiseAction.content(buildFormContext());
    expect(content.notices).toEqual([{ tone: 'info', text: 'Tampereen tukiyhdistys jää mukaan tapaukseen.' }]);
    expect(content.submit).toBe('Siirrä vaikuttamistyöryhmälle');
    const { c } = save(raiseAction, buildFormContext(), { name: 'Pirkanmaan vaikuttamistyöryhmä' });
    expect(c).toMatchObject({ owner: { kind: 'workingGroup' }, joinedAssociations: ['Tampereen tukiyhdistys'] });
  });

  it('W-08: knows the name of a group that acts already', () => {
    const c = buildCase({ owner: { kind: 'workingGroup', name: 'Ryhmä' } });
    expect(initialOf(raiseAction, buildFormContext({ c }))).toEqual({ name: 'Ryhmä' });
    expect(raiseAction.content(buildFormContext({ c })).notices).toEqual([]);
  });
});

describe('the form of the principles', () => {
  it('S0-16: shows six to eight short principles and has to be ticked', () => {
    const { intro } = principlesAction.content(buildFormContext());
    const lines = intro?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(6);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(fillIn(principlesAction, buildFormContext(), {}).problems).toEqual(['reviewed']);
    expect(save(principlesAction, buildFormContext(), { reviewed: 'true' }).c.principles).toEqual({
      on: TODAY,
      by: AINO,
    });
  });

  it('tells when they were gone through already', () => {
    const context = buildFormContext({ c: buildCase({ principles: { on: TODAY, by: BO } }) });
    expect(principlesAction.content(context).notices).toMatchObject([{ tone: 'done' }]);
    expect(fillIn(principlesAction, context, { reviewed: 'true' }).decided).toMatchObject({
      refusal: { code: 'already-done' },
    });
  });
});
