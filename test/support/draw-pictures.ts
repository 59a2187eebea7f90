// `npm run pictures`: draws the pictures of README and the user's guide from the app itself, into docs/images. The story
// is one case of Pirkanmaa; the people are invented.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createHelp } from '../../src/features/help/index.ts';
import { createPrivacy } from '../../src/features/privacy/index.ts';
import { ownRemindersButton } from '../../src/features/reminders/index.ts';
import { createSettings, type SettingsFeature } from '../../src/features/settings/index.ts';
import { parseLocalDate } from '../../src/kernel/dates.ts';
import { addMs, localDateOf } from '../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import type { Card } from '../../src/platform/cards/card.ts';
import type { Delivery } from '../../src/platform/delivery/delivery.ts';
import { readSubject } from '../../src/platform/delivery/read-deliveries.ts';
import { formatDate } from '../../src/platform/texts/finnish-dates.ts';
import type { Asking, CardAction, Command, Member } from '../../src/platform/teams/bot.ts';
import {
  AINO,
  buttonOf,
  IN_PIRKANMAA,
  KAISA,
  MIKKO,
  nodesOf,
  openCaseWorld,
  TUESDAY,
  VEERA,
  WORKSPACE,
  type CaseWorld,
  type Shown,
} from '../features/cases/case-world.ts';
import { openTestStore } from './azurite.ts';
import { openCardBrowser, type CardBrowser } from './render-card.ts';

const WIDTH = 476;
const DAY_MS = 24 * 60 * 60_000;
const NUMBER = '2026-001';

const OPENED: Shown = {
  matter: 'Kuljetuspalvelun odotusajat Tampereella',
  goal: 'Kyyti tulee 30 minuutissa tilauksesta',
  region: 'm:837',
  urgency: 'normal',
  owner: 'workingGroup',
  onePerson: 'no',
};

/** What is written in stage 1, in the order of its steps. */
const STAGE_1: readonly (readonly [form: string, typed: Shown])[] = [
  ['owner', { kind: 'workingGroup', name: 'Pirkanmaan vaikuttamistyöryhmä' }],
  ['define', { influenceTarget: 'Kuljetuspalvelun sopimus ja tilausajat', kind: 'serviceDefect', theme: 'mobility' }],
  ['principles', { reviewed: 'true' }],
  ['supportNeed', { mode: 'none' }],
  ['plannedParticipant', { role: 'officeHolder', organisation: 'Pirkanmaan hyvinvointialue' }],
  ['otherOrganisations', { concern: 'no' }],
];

const CONTACT: Shown = {
  on: '2026-11-24',
  channel: 'email',
  receiver: 'Vammaispalvelujen päällikkö',
  outcome: 'willAnswer',
  note: 'Vastaus tulee viikon sisällä.',
  askAgain: '2026-12-02',
};

function filledIn(form: Shown, typed: Shown): Shown {
  const inputs = nodesOf(form).filter((node) => String(node['type']).startsWith('Input.'));
  return { ...Object.fromEntries(inputs.map((input) => [String(input['id']), input['value'] ?? ''])), ...typed };
}

/** What a form looks like while somebody fills it in. */
function withTyped(form: unknown, typed: Shown): unknown {
  if (Array.isArray(form)) {
    return form.map((each) => withTyped(each, typed));
  }
  if (typeof form !== 'object' || form === null) {
    return form;
  }
  const entries = Object.entries(form).map(([name, value]) => [name, withTyped(value, typed)]);
  const id = 'id' in form ? String(form.id) : '';
  const value = typed[id];
  return { ...Object.fromEntries(entries), ...(value === undefined ? {} : { value }) };
}

async function doing(world: CaseWorld, name: string, typed: Shown, who: Member = VEERA): Promise<Shown> {
  const c = await world.read(NUMBER);
  const form = await world.press(who, `cases/do/${name}`, { caseId: c.id, seen: String(c.rev) });
  const save = nodesOf(form).find((node) => String(node['verb']) === `cases/save/${name}`);
  return save === undefined
    ? form
    : await world.press(who, `cases/save/${name}`, { ...nodesOf(save['data'])[0], ...filledIn(form, typed) });
}

async function openForm(world: CaseWorld, name: string): Promise<Shown> {
  const c = await world.read(NUMBER);
  return await world.press(VEERA, `cases/do/${name}`, { caseId: c.id, seen: String(c.rev) });
}

async function openAnother(world: CaseWorld, who: Member, over: Shown): Promise<void> {
  const { verb, data } = buttonOf(await world.say(who, 'uusi tapaus'), 'Avaa tapaus');
  await world.press(who, verb, { ...data, ...OPENED, ...over });
}

/** The reminder that comes one day before what is promised for the case. */
async function remind(world: CaseWorld, now: Instant): Promise<unknown> {
  const { id } = await world.read(NUMBER);
  const { deliveries } = await readSubject(world.store, WORKSPACE, id);
  const [due, letter] = ['reminders/due', 'reminders/letter'].map((name) =>
    world.reminders.deliveries.find(({ kind }) => kind === name),
  );
  const triggers = deliveries
    .map(({ record }) => record)
    .filter((record) => record.dueUtc <= now && record.payload['lead'] === '1');
  const handedOn = await Promise.all(triggers.map(async (record) => due?.word(WORKSPACE, [record], now)));
  const letters = handedOn.flatMap((each) => (each?.wording.kind === 'handOn' ? each.wording.drafts : []));
  const promised = letters.map((draft, index): Delivery => ({
    ...draft,
    generation: index + 1,
    dueUtc: now,
    state: 'pending',
    attempts: 0,
    instead: null,
  }));
  const worded = await letter?.word(WORKSPACE, promised, now);
  if (worded?.wording.kind !== 'post') {
    throw new Error('no reminder is due in the story');
  }
  return worded.wording.message.card;
}

function asking(who: Member): Asking {
  return { workspace: WORKSPACE, person: who, place: IN_PIRKANMAA, now: TUESDAY, today: localDateOf(TUESDAY) };
}

async function say(commands: readonly Command[], name: string, who: Member): Promise<Shown> {
  const command = commands.find((each) => each.names.includes(name));
  const reply = await command?.run({ ...asking(who), rest: '', messageId: 'm' });
  if (reply === undefined) {
    throw new Error(`no command ${name}`);
  }
  return reply.card;
}

async function press(actions: readonly CardAction[], who: Member, verb: string, data: Shown): Promise<Shown> {
  const action = actions.find((each) => each.verb === verb);
  const reply = await action?.run({ ...asking(who), data: { ...data, verb }, cardActivityId: null });
  if (reply === undefined) {
    throw new Error(`no verb ${verb}`);
  }
  return reply.card;
}

async function openSettings(): Promise<SettingsFeature> {
  const { store } = await openTestStore();
  return createSettings({
    store: { ...store, now: () => Promise.resolve(TUESDAY) },
    roster: { team: () => Promise.resolve([VEERA, MIKKO, AINO, KAISA]) },
    adminIds: [KAISA.id],
    newId: () => '01JD0000000000000000000001',
    advisorLabel: 'järjestöasiantuntija',
    links: { legalAdvice: null, model: null, privacy: null },
    ownButtons: [ownRemindersButton],
    times: [],
  });
}

async function drawSettings(): Promise<unknown> {
  const settings = await openSettings();
  const form = await press(settings.actions, KAISA, 'settings/give-role', { query: 'Aino' });
  const { verb, data } = buttonOf(form, 'Tallenna');
  const typed = { person: AINO.id, role: 'advisor', areas: '06,07,08' };
  await press(settings.actions, KAISA, verb, { ...data, ...filledIn(form, typed) });
  return await say(settings.commands, 'asetukset', KAISA);
}

async function drawHelp(world: CaseWorld): Promise<unknown> {
  const { people } = world.deps;
  const settings = await openSettings();
  const privacy = createPrivacy({ people, controller: null });
  const help = createHelp({
    desk: world.deps.desk,
    directory: world.deps.directory,
    people,
    commands: [world.feature, settings, privacy].flatMap((feature) => feature.commands),
  });
  return await say(help.commands, 'ohje', VEERA);
}

/** Every picture of the docs by its file name, in the order of the story. */
async function tellStory(): Promise<readonly (readonly [name: string, card: unknown])[]> {
  const world = await openCaseWorld();
  const opening = await world.say(VEERA, 'uusi tapaus');
  const { verb, data } = buttonOf(opening, 'Avaa tapaus');
  const lacking = await world.press(VEERA, verb, { ...data, ...OPENED, goal: '' });
  const opened = await world.press(VEERA, buttonOf(lacking, 'Avaa tapaus').verb, {
    ...buttonOf(lacking, 'Avaa tapaus').data,
    ...OPENED,
  });
  for (const [name, typed] of STAGE_1) {
    await doing(world, name, typed);
  }
  await doing(world, 'advance', {});
  const { id } = await world.read(NUMBER);
  const stage2 = await world.press(VEERA, 'cases/card', { caseId: id });
  const contact = withTyped(await openForm(world, 'contact'), CONTACT);
  const warned = await doing(world, 'contact', { ...CONTACT, note: 'Kerro vastaus numeroon 040 123 4567.' });
  const saved = await doing(world, 'contact', CONTACT);
  const menu = await world.press(VEERA, 'cases/more', { caseId: id });
  const details = await world.press(VEERA, 'cases/show', { caseId: id });
  await doing(world, 'action', { what: 'Pyydä tilastot odotusajoista', date: '2026-12-02', who: '' });
  await openAnother(world, MIKKO, { matter: 'Asumispalvelun kilpailutus', goal: 'Asukkaat mukaan', region: 'c:08' });
  await openAnother(world, MIKKO, { matter: 'Bussikortti puuttuu', goal: 'Kortti kaikille', urgency: 'urgent' });
  return [
    ['avauslomake', withTyped(opening, OPENED)],
    ['avauslomake-korjaus', lacking],
    ['tapaus-avattu', opened],
    ['tapauskortti', stage2],
    ['yhteydenotto', contact],
    ['varoitus', warned],
    ['yhteydenotto-tallennettu', saved],
    ['lisaa-toimintoja', unfolded(menu)],
    ['tapauksen-tiedot', details],
    ['tapaukset', await world.say(VEERA, 'tapaukset')],
    ['muistutus', await remind(world, addMs(TUESDAY, 7 * DAY_MS - 2 * 60 * 60_000 + 1_000))],
    ['ohje', await drawHelp(world)],
    ['asetukset', await drawSettings()],
  ];
}

/**
 * As Teams draws it for somebody in Finland: this renderer shows mentions as code, the value of a searchable list instead
 * of its title, and dates in English.
 */
function asInTeams(node: unknown): unknown {
  if (typeof node === 'string') {
    return node.replaceAll(/<\/?at>/g, '');
  }
  if (Array.isArray(node)) {
    return node.map(asInTeams);
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const shown: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, asInTeams(value)]),
  );
  if (shown['type'] === 'Input.Date') {
    const date = parseLocalDate(shown['value']);
    return { ...shown, type: 'Input.Text', value: date === null ? '' : formatDate(date) };
  }
  return shown['style'] === 'filtered' ? { ...shown, style: 'compact' } : shown;
}

/** A list that somebody has opened. */
function unfolded(card: Shown): unknown {
  return JSON.parse(JSON.stringify(card).replaceAll('"style":"compact"', '"style":"expanded"'));
}

async function drawAll(browser: CardBrowser, folder: string): Promise<void> {
  for (const [name, card] of await tellStory()) {
    // The edge's contracts lose the brand of a card that came from the engine.
    await browser.render(asInTeams(card) as Card, { width: WIDTH, png: resolve(folder, `${name}.png`) });
    process.stdout.write(`${name}.png\n`);
  }
}

const startAzurite: () => Promise<{ readonly server: { close(): Promise<void> }; readonly url: string }> =
  createRequire(import.meta.url)('./start-azurite.cjs');
const { server, url } = await startAzurite();
process.env['TEST_TABLES_URL'] = url;
const browser = await openCardBrowser();
try {
  await drawAll(browser, resolve('docs/images'));
} finally {
  await browser.close();
  await server.close();
}
