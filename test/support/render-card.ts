// Draws a card with the official renderer in a real browser, with the looks of Teams.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Card } from '../../src/platform/cards/card.ts';

export type RenderedCard = {
  readonly html: string;
  /** What the renderer itself has to say: unknown elements, invalid values. */
  readonly renderProblems: readonly string[];
  /** The text as a person sees it. */
  readonly text: string;
  readonly links: number;
  /** Inputs whose label is not tied to them. */
  readonly unlabelledInputs: readonly string[];
  /** Elements wider than the card. */
  readonly overflowing: readonly string[];
};

export type CardBrowser = {
  render(card: Card, options?: { readonly width?: number; readonly png?: string }): Promise<RenderedCard>;
  close(): Promise<void>;
};

type Look = { readonly background: string; readonly border: string };

const TEAMS_CONTAINERS: Readonly<Record<string, Look>> = {
  default: { background: '#ffffff', border: '#d1d1d1' },
  emphasis: { background: '#f5f5f5', border: '#d1d1d1' },
  accent: { background: '#e8ebfa', border: '#b6bbf1' },
  good: { background: '#e7f2da', border: '#a8d57c' },
  warning: { background: '#fbf6d9', border: '#f2e384' },
  attention: { background: '#fcf4f6', border: '#f3d6d8' },
};

const FOREGROUNDS = {
  default: { default: '#242424', subtle: '#616161' },
  dark: { default: '#242424', subtle: '#616161' },
  light: { default: '#ffffff', subtle: '#f3f2f1' },
  accent: { default: '#5b5fc7', subtle: '#5b5fc7' },
  good: { default: '#237b4b', subtle: '#237b4b' },
  warning: { default: '#835c00', subtle: '#835c00' },
  attention: { default: '#c4314b', subtle: '#c4314b' },
};

const HOST_CONFIG = {
  fontFamily: "'Segoe UI', 'Liberation Sans', Arial, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  supportsInteractivity: true,
  textBlock: { headingLevel: 2 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
  },
  actions: {
    maxActions: 6,
    // The gaps are the style sheet's: the renderer puts them before each button, also before the first of a second row.
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    spacing: 'medium',
    showCard: { actionMode: 'inline' },
  },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  containerStyles: Object.fromEntries(
    Object.entries(TEAMS_CONTAINERS).map(([name, { background, border }]) => [
      name,
      { backgroundColor: background, borderColor: border, foregroundColors: FOREGROUNDS },
    ]),
  ),
};

const CSS = `
  body { margin: 0; background: #f5f5f5; padding: 8px; }
  #card { background: #fff; border-radius: 6px; box-shadow: 0 1px 3px #0003; line-height: 20px; }
  .ac-container { border-radius: 4px; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px; }
  .ac-pushButton { font: 600 14px 'Liberation Sans', Arial; padding: 6px 16px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7; }
  .ac-input:not([type=checkbox]):not([type=radio]) { font: 14px 'Liberation Sans', Arial; padding: 6px 10px; border: 1px solid #d1d1d1; border-radius: 4px; width: 100%; box-sizing: border-box; background: #fff; }
  textarea.ac-input { min-height: 64px; }
  .ac-horizontal-separator { width: 100%; }
`;

const requireHere = createRequire(resolve('package.json'));

/** One browser for many cards; the caller closes it. */
export async function openCardBrowser(): Promise<CardBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const renderer = readFileSync(requireHere.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  return {
    async render(card, { width = 460, png } = {}) {
      const page = await browser.newPage({ viewport: { width, height: 400 } });
      try {
        await page.setContent(`<!doctype html><html lang="fi"><style>${CSS}</style><div id="card"></div></html>`);
        await page.addScriptTag({ content: renderer });
        const rendered = await draw(page, card);
        if (png !== undefined) {
          await page.screenshot({ path: png, fullPage: true });
        }
        return rendered;
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

async function draw(page: Page, card: Card): Promise<RenderedCard> {
  // A string, because it runs in the page, where this file's types do not hold.
  const script = `(({ card, hostConfig }) => {
    const { AdaptiveCard, HostConfig, SerializationContext, Version } = AdaptiveCards;
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig(hostConfig);
    drawn.version = new Version(1, 5);
    const context = new SerializationContext();
    drawn.parse(card, context);
    const place = document.getElementById('card');
    place.append(drawn.render());
    const problems = [];
    for (let i = 0; i < context.eventCount; i += 1) problems.push(context.getEventAt(i).message);
    for (const event of drawn.validateProperties().validationEvents) problems.push(event.message);
    const inputs = [...place.querySelectorAll('input, textarea, select')];
    const labelled = (input) =>
      (input.getAttribute('aria-label') ?? '').trim() !== '' ||
      [...(input.getAttribute('aria-labelledby') ?? '').split(' '), ...(input.closest('[role=radiogroup],[role=group]')?.getAttribute('aria-labelledby') ?? '').split(' ')]
        .some((id) => id !== '' && document.getElementById(id)?.textContent.trim());
    const edge = place.getBoundingClientRect().right + 0.5;
    return {
      html: place.innerHTML,
      renderProblems: problems,
      text: place.innerText,
      links: place.querySelectorAll('a').length,
      unlabelledInputs: inputs.filter((input) => !labelled(input)).map((input) => input.outerHTML),
      overflowing: [...place.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > edge || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === 'hidden' && element.clientWidth > 0).map((element) => element.outerHTML.slice(0, 120)),
    };
  })(${JSON.stringify({ card, hostConfig: HOST_CONFIG })})`;
  return page.evaluate<RenderedCard>(script);
}
