// The tab as a person uses it in a plain browser: signing in by the local page, a case's page, its forms.
import type { Browser, Locator, Page } from 'playwright-core';
import { openContext } from './browser.ts';

/** Opens a page of the tab in a browser of the person's own and signs in there by name. */
export async function signInToTab(browser: Browser, address: string, name: string): Promise<TabVisit> {
  const { context, outside } = await openContext(browser);
  const visit = new TabVisit(await context.newPage(), outside);
  await visit.page.goto(address);
  await visit.signIn(name);
  return visit;
}

export class TabVisit {
  readonly page: Page;
  /** The hosts elsewhere that the page tried to reach, in vain. */
  readonly outside: readonly string[];

  constructor(page: Page, outside: readonly string[]) {
    this.page = page;
    this.outside = outside;
  }

  /** The form that is open beside the page. */
  get form(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Where the page asks who one is; it leads back to where one was. */
  async signIn(name: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    await page.getByRole('group', { name: 'Kuka olet?' }).getByLabel(name).check();
    await page.getByRole('button', { name: 'Jatka' }).click();
    await page.getByText(`Olet ${name}`).waitFor();
  }

  async goTo(menu: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: menu }).click();
    await this.page.getByRole('heading', { level: 1, name: menu }).waitFor();
  }

  /** Opens the form of an action from the full list of them on a case's page. */
  async openForm(action: string): Promise<Locator> {
    const all = this.page.locator('.case-actions details');
    if ((await all.getAttribute('open')) === null) {
      await this.page.getByText('Näytä kaikki toiminnot').click();
    }
    await all.getByRole('button', { name: action, exact: true }).first().click();
    await this.form.getByRole('heading', { name: action }).waitFor();
    return this.form;
  }

  /** Presses a button of the form and waits until the form has gone. */
  async save(button = 'Tallenna'): Promise<void> {
    await this.form.getByRole('button', { name: button, exact: true }).click();
    await this.form.waitFor({ state: 'detached' });
  }
}
