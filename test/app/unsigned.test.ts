// The app as it stands on a developer's machine: what arrives unsigned is signed by the proxy before it, never let in
// beside it.
import { CASES } from '../support/bot-client.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { says } from '../features/cases/case-world.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { cardIn, doAction, openCase, VEERA } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables, isBehindProxy: true });
});
afterEach(() => world.close());

it('a case is opened, changed and spoken of by unsigned people, through the signing proxy', async () => {
  const { at, shown } = await openCase(world);
  expect(says(shown, 'Tapaus 2026-001 on avattu.')).toBe(true);
  const { id, rev } = await world.read('2026-001');
  const owner = { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' };
  const saved = await doAction(world, VEERA, { at, id, rev }, { action: 'owner', typed: owner });
  expect(says(saved, 'Pirkanmaan ryhmä')).toBe(true);
  await world.travel('2026-11-24T09:01:00.000Z');
  await world.postman.tick();
  const card = cardIn(known(world.connector.messages.find((message) => message.id === at.id)));
  expect(says(card, 'Pirkanmaan ryhmä')).toBe(true);
  expect(world.faults).toEqual([]);
});

it('the same activity sent to the app itself does nothing', async () => {
  await world.say(VEERA, 'uusi tapaus');
  const before = await world.store.range(WORKSPACE, { from: ' ', before: '~' });
  const [posted] = world.connector.messages;
  const activity = {
    type: 'message',
    text: 'uusi tapaus',
    id: '1650000000001',
    channelId: 'msteams',
    serviceUrl: world.connector.url,
    from: { id: VEERA.id, aadObjectId: VEERA.aadObjectId },
    recipient: { id: '28:00000000-0000-4000-8000-00000000b07a' },
    conversation: { id: posted?.conversationId, conversationType: 'channel', tenantId: VEERA.tenantId },
    channelData: { tenant: { id: VEERA.tenantId }, team: { id: WORKSPACE.split('|')[1] }, channel: { id: CASES } },
  };
  const headers = { 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(activity) };
  expect((await fetch(`${world.url}/api/messages`, sent)).status).toBe(401);
  expect(await world.store.range(WORKSPACE, { from: ' ', before: '~' })).toEqual(before);
  expect(world.connector.messages).toHaveLength(1);
});
