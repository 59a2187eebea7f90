import { viewpointsAction } from '../../../../src/features/cases/actions/viewpoints.ts';
import { buildCase, buildEvent, itemId, PIRKANMAA } from '../build-case.ts';
import { buildFormContext, initialOf, save } from '../fill-form.ts';

const context = buildFormContext({ c: buildCase({ events: [buildEvent()] }) });

describe('the form of viewpoints', () => {
  it('S0-40…S0-43: has the three sections of the model, the third picked and told in words', () => {
    const { fields } = viewpointsAction.content(context);
    expect(Object.values(fields).map(({ label }) => label)).toEqual([
      'Palvelun käyttäjien ja läheisten näkökulmat',
      'Hyvinvointialueen edustajien näkökulmat',
      'Lainsäädännön ja YK:n vammaissopimuksen velvoitteet',
      'Velvoitteet omin sanoin',
    ]);
  });

  it('S0-42: names the other side by what it is', () => {
    const c = {
      ...context.c,
      basics: { ...context.c.basics, targetBody: { ...PIRKANMAA, kind: 'municipality' } as const },
    };
    const { authority } = viewpointsAction.content(buildFormContext({ c })).fields;
    expect(authority?.label).toBe('Kunnan edustajien näkökulmat');
  });

  it('S0-41: asks not to write names, and looks for them', () => {
    const { usersAndClose } = viewpointsAction.content(context).fields;
    expect(usersAndClose?.hint).toContain('Älä kirjoita nimiä.');
    const data = { usersAndClose: 'Matti Meikäläinen odottaa kyytiä' };
    expect(viewpointsAction.read(context, data, { confirmed: false })).toMatchObject({
      kind: 'personalData',
      found: { usersAndClose: ['name'] },
    });
  });

  it('S0-43: says which references should be checked in Finlex', () => {
    const titles = viewpointsAction.content(context).fields['references']?.choices.map(({ title }) => title);
    expect(titles).toContain('Vammaispalvelulaki 675/2023 (tarkistettu 21.11.2026)');
    expect(titles).toContain('Hallintolaki 434/2003 (tarkista Finlexistä)');
  });

  it('shows what was recorded when it is opened again', () => {
    const typed = {
      usersAndClose: 'Kyyti myöhästyy',
      authority: 'Rahaa on vähän',
      references: 'crpd',
      lawText: 'Oikeus',
    };
    const saved = save(viewpointsAction, context, typed);
    expect(saved).toMatchObject({ said: 'Näkökulmat on kirjattu.', item: itemId(1) });
    expect(initialOf(viewpointsAction, buildFormContext({ c: saved.c, item: saved.item }))).toEqual(typed);
  });

  it('says so when nothing was written', () => {
    expect(save(viewpointsAction, context, {}).said).toBe('Näkökulmia ei ole vielä kirjattu.');
  });
});
