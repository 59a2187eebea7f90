// What the tab shows when it cannot show a page: each state has its own words and a way on.
import type { AppWorld } from '../app/app-world.ts';
import { KAISA, TEAM, VEERA } from '../app/people.ts';
import { openTabStage, type TabStage } from './tab-world.ts';

jest.setTimeout(120_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
});
beforeEach(async () => {
  world = await stage.world();
});
afterAll(() => stage.close());

describe('without a connection', () => {
  it('what was loaded stays readable, the page says so, and it comes back by itself', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'kalenteri');
    await page.getByRole('heading', { name: 'Tilaa kalenteri omaan kalenteriin' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('Verkkoyhteys puuttuu. Näet tiedot, jotka sivu ehti hakea.').first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kalenteri');
    await page.context().setOffline(false);
    await page.locator('.offline').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('a page that was not loaded yet comes when the connection does', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'kalenteri');
    await page.getByRole('link', { name: 'Ohje', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Ohje' }).waitFor();
    await page.context().setOffline(true);
    await page.evaluate(
      "history.pushState({}, '', '/tab/kalenteri?kuukausi=2027-02'); dispatchEvent(new PopStateEvent('popstate', { state: {} }))",
    );
    await page.getByRole('heading', { name: 'Ei yhteyttä' }).waitFor();
    await page.context().setOffline(false);
    await page.getByText('helmikuu 2027').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Ei yhteyttä' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('who may see', () => {
  it('nobody signed in is offered the way to sign in, and comes back to where they were going', async () => {
    const { page } = await stage.browser.open(`${world.url}/tab/kalenteri`);
    await page.getByRole('heading', { name: 'Kirjaudu sisään' }).waitFor();
    const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.has('return'));
    await page.getByRole('button', { name: 'Kirjaudu sisään' }).click();
    expect(new URL((await asked).url()).searchParams.get('return')).toBe(`${world.url}/tab/kalenteri`);
    await page.context().close();
  });

  it('a sign-in that has run out says so instead of a fault', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje');
    await world.travel('2026-11-24T13:00:00.000Z');
    await page.getByRole('link', { name: 'Kalenteri' }).click();
    await page.getByRole('heading', { name: 'Kirjaudu sisään' }).waitFor();
    expect(await page.getByRole('button', { name: 'Kirjaudu sisään' }).count()).toBe(1);
    await page.context().close();
  });

  it('G-11: somebody who has left the team is told so and sees nothing of it', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje');
    world.connector.setTeam({ ...TEAM, members: TEAM.members.filter(({ id }) => id !== VEERA.id) });
    await world.travel('2026-11-24T09:10:00.000Z');
    await page.getByRole('link', { name: 'Kalenteri' }).click();
    await page.getByRole('heading', { name: 'Et ole enää tiimin jäsen' }).waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    await page.context().close();
  });

  it('somebody in no team is told whom to ask', async () => {
    const stranger = { ...VEERA, id: '29:vieras', aadObjectId: 'eeeeeeee-0000-4000-8000-000000000009', name: 'Vieras' };
    const { page, complaints } = await stage.browser.visit(world, stranger, 'kalenteri');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Et ole vielä missään tiimissä');
    expect(complaints()).toEqual([]);
    await page.context().close();
  });
});

describe('what goes wrong', () => {
  it('an address that leads nowhere says so and leads on', async () => {
    const visit = await stage.browser.visit(world, VEERA, 'olematon');
    expect(await visit.page.getByRole('heading', { level: 1 }).innerText()).toBe('Sivua ei löydy');
    expect(await visit.violations()).toEqual([]);
    await visit.page.context().close();
  });

  it('too many requests ask for a pause', async () => {
    const limited = await stage.world({ tabLimits: { reads: 1 } });
    const { page } = await stage.browser.visit(limited, KAISA, 'kalenteri');
    await page.getByRole('heading', { name: 'Liian monta hakua' }).first().waitFor();
    expect(await page.getByText('Odota minuutti').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('a fault shows its reference, and trying again mends it', async () => {
    let isBroken = false;
    const shaky = await stage.world({
      wrap: (store) => ({
        ...store,
        now: () => (isBroken ? Promise.reject(new Error('broken')) : store.now()),
      }),
    });
    const visit = await stage.browser.visit(shaky, VEERA, 'ohje');
    isBroken = true;
    await visit.page.getByRole('link', { name: 'Kalenteri' }).click();
    await visit.page.getByRole('heading', { name: 'Jokin meni vikaan' }).first().waitFor();
    await visit.page.getByText('Vian tunnus: ref-1').first().waitFor();
    expect(await visit.violations()).toEqual([]);
    isBroken = false;
    await visit.page.getByRole('button', { name: 'Yritä uudelleen' }).first().click();
    await visit.page.getByText('marraskuu 2026').first().waitFor();
    await visit.page.context().close();
  });
});
