// The same pages as people set them up for themselves: larger, wider spaced, zoomed, in forced colours, still, on paper.
import type { AppWorld } from '../app/app-world.ts';
import { municipalities } from '../../src/kernel/regions/regions.ts';
import { fillWorld } from './full-world.ts';
import { measure, NOTHING } from './page-measures.ts';
import { FULLEST_VIEW, openView, PAGE_VIEWS, STATE_VIEWS } from './page-views.ts';
import { openTabStage, type TabStage } from './tab-world.ts';
import { focusOf } from './with-keys.ts';

jest.setTimeout(180_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
  await fillWorld(world);
});
afterAll(() => stage.close());

// As WCAG 1.4.12 gives them.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

const FORM = STATE_VIEWS.filter(({ name }) => name === 'a form with mistakes');

describe('W-12: nothing is lost, cut or pushed aside', () => {
  it.each([...PAGE_VIEWS, ...FORM])('on $name with larger text, at 400 % and with wider spacing', async (view) => {
    const { page } = await openView(stage, world, view);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    const larger = await measure(page);
    await page.evaluate("document.documentElement.style.fontSize = ''");
    await page.setViewportSize({ width: 320, height: 256 });
    const zoomed = await measure(page);
    await page.evaluate(
      `const spaced = new CSSStyleSheet(); spaced.replaceSync(${JSON.stringify(SPACING)}); document.adoptedStyleSheets = [spaced]`,
    );
    const spaced = await measure(page);
    expect({ larger, zoomed, spaced }).toEqual({ larger: NOTHING, zoomed: NOTHING, spaced: NOTHING });
    await page.context().close();
  });
});

const swedishNames = new Set(
  municipalities.flatMap(({ nameFi, nameSv }) => (nameSv === null || nameSv === nameFi ? [] : [nameSv])),
);

describe('what is the same on every page', () => {
  it.each([...PAGE_VIEWS, FULLEST_VIEW])('W-01, W-07: language, title and help of $name', async (view) => {
    const { page } = await openView(stage, world, view);
    expect(await page.locator('html').getAttribute('lang')).toBe('fi');
    expect(await page.title()).toMatch(/^.+ – Ratkaisupolku$/);
    expect(await page.locator('body h1').count()).toBe(1);
    expect(await page.locator('header + main + footer').innerText()).toMatch(/^Tarvitsetko apua\?.* Lue ohje/);
    // A Swedish name would need its language marked. The pages give the Finnish ones only.
    const words = (await page.locator('body').innerText()).split(/[^\p{L}-]+/u);
    expect(words.filter((word) => swedishNames.has(word))).toEqual([]);
    await page.context().close();
  });
});

const MOVING = `[...document.querySelectorAll('*')]
  .filter((each) => getComputedStyle(each).transitionDuration.split(', ').some((time) => time !== '0s'))
  .map(({ className }) => className)`;

describe('what the reader’s machine asks for', () => {
  it.each(PAGE_VIEWS)('W-03: less motion, forced colours and paper are given on $name', async ({ act, ...view }) => {
    const needsPress = view.name === 'a meeting';
    const { page } = await openView(stage, world, needsPress && act !== undefined ? { ...view, act } : view);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(MOVING)).toEqual([]);

    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toMatchObject({ isShown: true, isFree: true });
    const name = view.name.replaceAll(/[^a-z]+/gi, '-');
    await page.screenshot({ path: `.artifacts/screenshots/forced-colours-${name}.png`, fullPage: true });

    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const pressed = page.locator('header, footer, .actions, .button').filter({ visible: true });
    expect(await pressed.allTextContents()).toEqual([]);
    const closed = page.locator('main details:not([open])').filter({ visible: true });
    expect(await closed.allTextContents()).toEqual([]);
    await page.context().close();
  });
});
