// The feature behind the real edge: people write and press over HTTP.
import { createHelp } from '../../../src/features/help/index.ts';
import { createDeliveryDesk } from '../../../src/platform/delivery/delivery-desk.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import { readWorkspaceDeliveries } from '../../../src/platform/delivery/read-deliveries.ts';
import { workspaceKey } from '../../../src/kernel/ids.ts';
import { AINO, BOT_ACCOUNT, GENERAL, startBot, STRANGER, TENANT, type BotClient } from '../../support/bot-client.ts';
import { buttonOf, nodesOf, peopleOf, says, type Shown } from '../cases/case-world.ts';
import { otherCommand } from './help-world.ts';

let bot: BotClient;

beforeAll(async () => {
  bot = await startBot(({ store, connection }) => {
    const hints = createHints(store, { pause: () => Promise.resolve(), random: () => 0 });
    const others = [otherCommand('uusi tapaus'), otherCommand('tapaukset')];
    const help = createHelp({
      desk: createDeliveryDesk({ store, hints, nudge: () => undefined }),
      directory: connection.directory,
      people: { load: () => Promise.resolve(peopleOf([])) },
      commands: others,
    });
    return { ...help, commands: [...others, ...help.commands] };
  });
});

afterAll(() => bot.close());

function cardOf(posted: readonly Shown[]): Shown {
  const card = nodesOf(posted).find((node) => node['type'] === 'AdaptiveCard');
  if (card === undefined) {
    throw new Error('nothing was posted');
  }
  return card;
}

describe('help in Teams', () => {
  it.each(['', 'ohje', '/ohje', 'APUA'])('answers “%s” with the help card', async (text) => {
    const { posted } = await bot.say(AINO, `<at>${BOT_ACCOUNT.name}</at> ${text}`);
    expect(posted).toMatchObject([{ summary: 'Ohje' }]);
    expect(says(cardOf(posted), 'Neljä vaihetta')).toBe(true);
  });

  it('leads from a misspelt command to what was meant with one press', async () => {
    const { posted } = await bot.say(AINO, 'tapauset kyyti');
    const { verb, data } = buttonOf(cardOf(posted), 'Tarkoititko: tapaukset?');
    const { card } = await bot.press(AINO, verb, data);
    expect(says(card ?? {}, 'rest: kyyti')).toBe(true);
  });

  it('answers a button that nothing answers any more', async () => {
    const { card } = await bot.press(AINO, 'cases/long-gone', {});
    expect(says(card ?? {}, 'Tämä kortti on vanha')).toBe(true);
  });

  it('answers those who are in no team of the bot', async () => {
    expect(says(cardOf((await bot.say(STRANGER, 'ohje')).posted), 'En löydä sinua tiimistä')).toBe(true);
    expect(says(cardOf((await bot.say(STRANGER, 'ohje', 'personal')).posted), 'En löydä tiimiäsi')).toBe(true);
    expect(says(cardOf((await bot.say(AINO, 'ohje', 'groupChat')).posted), 'Kirjoita tiimin kanavalle')).toBe(true);
  });

  it('greets a team once, though Teams tells of the bot twice', async () => {
    const workspace = workspaceKey(TENANT, GENERAL);
    const event = { membersAdded: [BOT_ACCOUNT] };
    await bot.tell(event, { id: 'f:1' });
    await bot.tell(event, { id: 'f:1' });
    await bot.tell(event, { id: 'f:2' });
    const { deliveries } =
      workspace === null ? { deliveries: [] } : await readWorkspaceDeliveries(bot.store, workspace);
    expect(deliveries.map(({ record }) => record.kind)).toEqual(['help/welcome']);
    expect(bot.faults).toEqual([]);
  });
});
