// The Agents Playground as a person uses it: channels, posts, threads, and the cards in them.
import type { Browser, Locator, Page } from 'playwright-core';
import { keepScreenshot, openContext } from './browser.ts';

const BOT_NAME = 'Ratkaisupolku';

type Urls = { readonly playgroundUrl: string | null; readonly signingUrl: string };

/**
 * Opens the Playground. It keeps posts in its page only: a second page, or a reload, begins empty, though the bot can
 * still write to the threads of the first.
 */
export async function openPlayground(browser: Browser, { playgroundUrl, signingUrl }: Urls): Promise<Playground> {
  const { context, outside } = await openContext(browser);
  const page = await context.newPage();
  await page.goto(playgroundUrl ?? '');
  // The names of the settings replace the built-in ones when the bot has been reached.
  await page.getByRole('treeitem', { name: 'Maakuntakanava' }).waitFor();
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return new Playground(page, signingUrl, outside);
}

export class Playground {
  readonly page: Page;
  /** The hosts elsewhere that the page tried to reach, in vain. */
  readonly outside: readonly string[];
  readonly #signingUrl: string;

  constructor(page: Page, signingUrl: string, outside: readonly string[]) {
    this.page = page;
    this.outside = outside;
    this.#signingUrl = signingUrl;
  }

  /** From here on the bot hears this person, in this county's channel. The page goes on showing its own name. */
  async actAs(choice: { readonly person?: string; readonly channel?: string }): Promise<void> {
    await fetch(this.#signingUrl, { method: 'POST', body: new URLSearchParams(choice) });
  }

  /** `Maakuntakanava` is the chosen county's channel. The bot hears of it when a channel is opened the first time. */
  async openChannel(name: 'General' | 'Maakuntakanava' = 'Maakuntakanava'): Promise<void> {
    await this.page.getByRole('treeitem', { name }).click();
    await this.page.getByRole('button', { name: 'Post', exact: true }).waitFor();
  }

  async openPersonalChat(): Promise<void> {
    await this.page.getByRole('treeitem', { name: 'Personal Chat' }).click();
    await this.page.getByRole('button', { name: 'Send Message' }).waitFor();
  }

  /** Writes a new post to the bot in the open channel; it becomes the topmost thread. */
  async post(text: string): Promise<void> {
    const box = this.page.getByRole('textbox').first();
    await this.#mentionBot(box);
    await this.page.keyboard.type(` ${text}`);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** Writes to the bot in the personal chat, where no mention is needed. */
  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox').last().fill(text);
    await this.page.getByRole('button', { name: 'Send Message' }).last().click();
  }

  /** Replies to the bot in a thread. */
  async reply(thread: Locator, text: string): Promise<void> {
    await this.#mentionBot(thread.getByRole('textbox').last());
    await this.page.keyboard.type(` ${text}`);
    await thread.getByRole('button', { name: 'Send Message' }).click();
  }

  /** The newest thread of the open channel that holds `text`. */
  thread(text: string | RegExp): Locator {
    const replyButton = this.page.getByRole('button', { name: 'Send Message' });
    return this.page.getByRole('group').filter({ has: replyButton, hasText: text }).first();
  }

  /** The card with this text in it. Waits until it is there; `within` narrows where to look. */
  async card(text: string | RegExp, within: Page | Locator = this.page): Promise<PlaygroundCard> {
    const card = within.locator('.ac-adaptiveCard').filter({ hasText: text }).first();
    await card.waitFor();
    return new PlaygroundCard(this.page, card);
  }

  screenshot(name: string): Promise<void> {
    return keepScreenshot(this.page, name);
  }

  // Only messages that mention the bot reach it in a channel. Enter would post, so the bot is picked with a click.
  async #mentionBot(box: Locator): Promise<void> {
    await box.click();
    await box.pressSequentially('@');
    await this.page.getByRole('menuitem', { name: BOT_NAME }).click();
  }
}

/** One card. Inputs are found by their label, buttons by their title; a text matches when it is contained. */
export class PlaygroundCard {
  readonly locator: Locator;
  readonly #page: Page;

  constructor(page: Page, locator: Locator) {
    this.#page = page;
    this.locator = locator;
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.locator.getByRole('textbox', { name: label }).fill(text);
  }

  /** Chooses in a list, compact or filtered: types `choice` and picks the first offer that begins with it. */
  async choose(label: string | RegExp, choice: string): Promise<void> {
    const box = this.locator.getByRole('combobox', { name: label });
    await box.click();
    if (await box.isEditable()) {
      await box.fill(choice);
    }
    const beginning = new RegExp(`^${choice.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
    await this.#page.getByRole('option', { name: beginning }).first().click();
  }

  /** Ticks a radio button, a checkbox or a toggle: the first whose name holds the text. */
  async check(label: string | RegExp): Promise<void> {
    await this.locator
      .getByRole('radio', { name: label })
      .or(this.locator.getByRole('checkbox', { name: label }))
      .first()
      .check();
  }

  /** `date` as YYYY-MM-DD: the Playground reads other notations as American. */
  async setDate(label: string | RegExp, date: string): Promise<void> {
    await this.#type(label, date);
  }

  /** `time` as HH:MM. */
  async setTime(label: string | RegExp, time: string): Promise<void> {
    await this.#type(label, time);
    await this.#page.keyboard.press('Enter');
  }

  async press(button: string | RegExp): Promise<void> {
    await this.locator.getByRole('button', { name: button }).click();
  }

  text(): Promise<string> {
    return this.locator.innerText();
  }

  // While a calendar or list is open, the rest of the page is hidden from assistive technology, and so from roles.
  async #type(label: string | RegExp, text: string): Promise<void> {
    const box = this.locator.getByRole('combobox', { name: label });
    await box.fill(text);
    await this.#page.keyboard.press('Escape');
    await box.fill(text);
  }
}
