// Everything that can be said or pressed: each command of the manifest is one of the app's, and each button that a card
// draws is answered by what it promises. Whoever presses walks from the commands over every button they meet.
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import type { Case } from '../../src/features/cases/domain/case.ts';
import { STAGES } from '../../src/features/cases/domain/vocabulary.ts';
import { caseRowKey, replaceCase } from '../../src/features/cases/rows.ts';
import { AINO, buildCase, buildEvent, itemId, TODAY } from '../features/cases/build-case.ts';
import { fullCase } from '../features/cases/full-case.ts';
import { VERBS, openVerb } from '../../src/features/cases/verbs.ts';
import { ACTION_NAMES } from '../../src/features/cases/domain/action-rules.ts';
import { helpFi } from '../../src/features/help/texts.fi.ts';
import { HELP_VERBS } from '../../src/features/help/verbs.ts';
import { VERBS as SETTINGS_VERBS } from '../../src/features/settings/verbs.ts';
import { CASES } from '../support/bot-client.ts';
import { lintCard } from '../support/card-linter.ts';
import type { ConnectorMember } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { nodesOf, OPENING, says, textsOf, type Shown } from '../features/cases/case-world.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { answered, appointAdvisor, ask, cardIn, doAction, KAISA, MIKKO, openCase, press, VEERA } from './people.ts';

// Every button of the app is pressed here, on a machine that may be busy with other tests.
jest.setTimeout(120_000);

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => world.close());

const COMMANDS = manifest.bots.flatMap(({ commandLists }) =>
  commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
);

describe('the commands of the manifest', () => {
  it.each([...new Set(COMMANDS)])('C-10: "%s" is answered, plain, with a slash and in capitals', async (command) => {
    for (const text of [command, `/${command}`, command.toUpperCase()]) {
      const card = cardIn(await ask(world, VEERA, text));
      expect([text, says(card, helpFi.unknownCommand.title)]).toEqual([text, false]);
      expect(lintCard(card)).toEqual([]);
    }
  });

  it('are all that the help names, and the help names all of them', async () => {
    const help = textsOf(cardIn(await ask(world, VEERA, 'ohje'))).join('\n');
    for (const command of COMMANDS) {
      expect([command, help.includes(command)]).toEqual([command, true]);
    }
  });
});

/** What is filled into a field: text that warns of personal data, so that the way after a warning is met as well. */
function filled(card: Shown): Shown {
  const inputs = nodesOf(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [String(input['id']), valueOf(input)]));
}

function valueOf(input: Shown): unknown {
  const [first] = nodesOf(input['choices']);
  const proposed: Readonly<Record<string, unknown>> = {
    'Input.Date': '2026-12-09',
    'Input.Time': '13:00',
    'Input.ChoiceSet': first?.['value'],
    'Input.Toggle': input['valueOn'],
    'Input.Text': 'Soita 040 1234567',
  };
  // An empty field says ''.
  return input['value'] === undefined || input['value'] === '' ? proposed[String(input['type'])] : input['value'];
}

/** A button that was met; `leads` is the verb that counts, for a choice of a menu the one behind it. */
type Met = { readonly verb: string; readonly leads: string; readonly sent: Shown };

/** The buttons of a card, one for each choice of a menu. */
function buttonsOf(card: Shown): readonly Met[] {
  const typed = filled(card);
  return nodesOf(card)
    .filter((node) => node['type'] === 'Action.Execute')
    .flatMap((node) => {
      const verb = String(node['verb']);
      const sent = { ...typed, ...nodesOf(node['data'])[0] };
      return verb === VERBS.menuGo ? menuOf(card, sent) : [{ verb, leads: verb, sent }];
    });
}

function menuOf(card: Shown, sent: Shown): readonly Met[] {
  const choices = nodesOf(card).filter((node) => typeof node['value'] === 'string' && node['title'] !== undefined);
  return choices.map(({ value }) => {
    const [action = ''] = String(value).split(':');
    return { verb: VERBS.menuGo, leads: `cases/do/${action}`, sent: { ...sent, what: value } };
  });
}

/** These end or stop the case, so they are pressed last. */
const ENDINGS = /close|withdraw|hold|handOver|reopen|resume|goBack/;
const OFTEN = /advance|reopen|show|card|more|menu/;

/** Presses every button that is met on the way, each kind a few times, and adds where they lead. */
async function walk(who: ConnectorMember, first: readonly Shown[], led: Set<string>): Promise<void> {
  const met: Met[] = [];
  const drawn = (card: Shown): readonly Met[] => {
    const buttons = buttonsOf(card);
    // A form that follows from an answer has no button that opens it, only the one that saves it.
    buttons.forEach(({ leads }) => led.add(leads).add(leads.replace('/save/', '/do/')));
    return buttons;
  };
  met.push(...first.flatMap(drawn));
  const pressed = new Map<string, number>();
  while (met.length > 0) {
    const [next] = met.splice(
      Math.max(
        0,
        met.findIndex(({ leads }) => !ENDINGS.test(leads)),
      ),
      1,
    );
    const times = pressed.get(next?.leads ?? '') ?? 0;
    if (next === undefined || times >= (OFTEN.test(next.leads) ? 8 : 2)) {
      continue;
    }
    pressed.set(next.leads, times + 1);
    led.add(next.verb).add(next.leads);
    const card = answered(await world.press(who, next.verb, next.sent, { channel: CASES }));
    const wrong = [says(card, 'Tämä kortti on vanha'), says(card, 'Jokin meni vikaan'), lintCard(card)];
    expect([next.leads, ...wrong]).toEqual([next.leads, false, false, []]);
    met.push(...drawn(card));
  }
  expect(world.faults).toEqual([]);
}

const AT_AN_END = {
  summary: 'Asia ratkesi.',
  noEvaluationReason: '',
  cooperation: 'yes',
  on: TODAY,
  by: AINO,
} as const;
/** Cases at every point of the path: with nothing in them, and with all that a case can hold. */
const SEEDS: readonly Case[] = [
  ...STAGES.flatMap((stage) => [buildCase({ stage }), fullCase({ stage })]),
  fullCase({
    status: { kind: 'onHold', reason: 'Odotamme', until: { id: itemId(1), date: TODAY, person: AINO, done: null } },
  }),
  fullCase({ status: { kind: 'closed', outcome: 'resolved', ...AT_AN_END } }),
  buildCase({ stage: 'discussion', events: [buildEvent()] }),
];

describe('the buttons', () => {
  it('that are met from the commands on, over every answer, are all answered, and lead to every kind there is', async () => {
    await appointAdvisor(world);
    const cards: Shown[] = [];
    for (const seed of SEEDS) {
      const { shown } = await openCase(world);
      const { id, number, home } = await world.read(/2026-\d{3}/.exec(textsOf(shown).join())?.[0] ?? '');
      const row = known(await world.store.read(WORKSPACE, caseRowKey(id)));
      await world.store.commit(WORKSPACE, [replaceCase({ ...seed, id, number, home }, row.etag)]);
      cards.push(cardIn(await ask(world, KAISA, `tapaus ${number}`)));
    }
    // What only an answer leads to: a visit that is asked for, a date after the target date, a reminder.
    const { at } = await openCase(world, VEERA, { matter: 'Vain vastauksista' });
    const about = { at, ...(await world.read(`2026-${String(SEEDS.length + 1).padStart(3, '0')}`)) };
    const typed = { what: 'Soita kuntaan', person: VEERA.aadObjectId, who: '', date: '2026-12-09' };
    await doAction(world, KAISA, about, { action: 'action', typed });
    cards.push(await doAction(world, KAISA, about, { action: 'supportNeed', typed: { mode: 'onSite' } }));
    const discussed = { at, ...(await world.read(`2026-${String(SEEDS.length).padStart(3, '0')}`)) };
    const late = { kind: 'preparation', what: 'Sopimus päättyy', date: '2027-11-02', remind: 'true' };
    cards.push(await doAction(world, KAISA, discussed, { action: 'milestone', typed: late }));
    // And the question which time suits, in its thread.
    const asking = await world.read('2026-003');
    const begun = { caseId: asking.id, seen: String(asking.rev) };
    const form = answered(await world.press(KAISA, openVerb('askTimes'), begun, { channel: CASES }));
    const times = {
      format: 'onSite',
      date1: '2026-12-08',
      time1: '14.00',
      asked: KAISA.aadObjectId,
      outside: 'target',
    };
    await press(world, KAISA, at, { card: form, title: 'Kysy', typed: times });
    await world.postman.tick();
    await world.travel('2026-12-02T07:00:01.000Z');
    await world.postman.tick();
    cards.push(...world.connector.messages.map(cardIn));
    const question = known(world.connector.messages.find((message) => says(cardIn(message), 'Vastaa aikoihin')));
    cards.push(await press(world, KAISA, question, { card: cardIn(question), title: 'Vastaa aikoihin' }));
    // A form left unfinished is offered with the next one.
    const unfinished = await ask(world, KAISA, 'uusi tapaus');
    const sent = { card: cardIn(unfinished), title: 'Avaa tapaus', typed: { ...OPENING, goal: '' } };
    await press(world, KAISA, unfinished, sent);
    for (const command of [...new Set(COMMANDS), 'tapaus 2026-999', 'tapauset', 'sanasto tavoite']) {
      cards.push(cardIn(await ask(world, KAISA, command)));
    }
    const led = new Set<string>();
    await walk(MIKKO, cards, led);
    await walk(KAISA, cards, led);
    // Offered by pages of the tab and by no card: tab-case.test.ts presses them.
    const inTab = new Set<string>([VERBS.openNew, VERBS.putAway]);
    const all = [
      ...Object.values(VERBS).filter((verb) => !inTab.has(verb)),
      ...Object.values(HELP_VERBS),
      ...Object.values(SETTINGS_VERBS),
      ...ACTION_NAMES.map(openVerb),
    ];
    expect(all.filter((verb) => !led.has(verb))).toEqual([]);
  });

  it('of a card that is older than the app say so, and offer the list', async () => {
    for (const verb of ['cases/long-gone', 'toString', '__proto__', '', 'cases/open/save ']) {
      const { status, card } = await world.press(VEERA, verb, {}, { channel: CASES });
      expect([verb, status]).toEqual([verb, verb === '' ? 400 : 200]);
      expect([verb, card === null || says(card, 'Tämä kortti on vanha')]).toEqual([verb, true]);
    }
    expect(world.faults).toEqual([]);
  });
});
