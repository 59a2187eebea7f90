import type { Card } from '../../../src/platform/cards/card.ts';
import { presentForm } from '../../../src/platform/cards/present-form.ts';
import { presentList } from '../../../src/platform/cards/present-list.ts';
import { presentMessage } from '../../../src/platform/cards/present-message.ts';
import { presentCase } from '../../../src/features/cases/cards/present-case.ts';
import { presentReminder } from '../../../src/features/reminders/cards/present-reminder.ts';
import { openCardBrowser, type CardBrowser } from '../../support/render-card.ts';
import { buildCaseView } from '../../features/cases/cards/views.ts';
import { buildReminder, buildReminderItem } from '../../features/reminders/cards/views.ts';
import { buildForm, buildList, buildMessage } from './views.ts';

const CARDS: readonly (readonly [string, Card])[] = [
  ['form', presentForm(buildForm({ problems: { matter: 'Kirjoita asia.' } }))],
  ['message', presentMessage(buildMessage())],
  ['list', presentList(buildList())],
  ['case', presentCase(buildCaseView())],
  ['reminder', presentReminder(buildReminder([buildReminderItem()]))],
  ['merged reminder', presentReminder(buildReminder([buildReminderItem(), buildReminderItem(), buildReminderItem()]))],
];

describe('in the official renderer', () => {
  let browser: CardBrowser;

  beforeAll(async () => {
    browser = await openCardBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  test.each(CARDS)('W-10: the %s is drawn without a complaint and every input has its label', async (_name, card) => {
    const { renderProblems, unlabelledInputs } = await browser.render(card);
    expect({ renderProblems, unlabelledInputs }).toEqual({ renderProblems: [], unlabelledInputs: [] });
  });

  test.each(CARDS)('W-12: the %s fits in 320 pixels', async (_name, card) => {
    expect((await browser.render(card, { width: 320 })).overflowing).toEqual([]);
  });

  test('people’s words become no link or tag and are seen as they were typed', async () => {
    const words = '[klikkaa](https://evil.example) <b>heti</b> **nyt** {{DATE(2017-02-14T06:08:39Z, SHORT)}}';
    const { links, html, text } = await browser.render(
      presentMessage(buildMessage({ title: words, paragraphs: [words], facts: [{ label: 'Tavoite', value: words }] })),
    );
    expect(links).toBe(0);
    expect(html).not.toMatch(/<b>|<strong>|<em>/);
    expect(text.replaceAll('\u2060', '').replaceAll('\u2217', '*').split(words)).toHaveLength(4);
  });
});
