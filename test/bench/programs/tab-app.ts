// The whole app with the built tab and a team of many cases, as a process of its own; says where Veera's page is.
// `tab-app.ts <cases> [<folder of another build>]`: the other build is served beside ours, by the same server.
import { loadTabFiles } from '../../../src/platform/tab/load-tab-files.ts';
import { openAppWorld } from '../../app/app-world.ts';
import { VEERA } from '../../app/people.ts';
import { builtTab } from '../../support/tab-browser.ts';
import { openTravellingTables } from '../../support/time-travel.ts';
import { storeManyCases } from '../tab/many-cases.ts';

const [, , cases = '0', other] = process.argv;
const tables = await openTravellingTables();
const ours = await builtTab();
const theirs = other === undefined ? null : await loadTabFiles(other);
const world = await openAppWorld({
  tables,
  tabFiles: new Map([...(theirs ?? []), ...ours]),
  // One person asks here as often as many do.
  tabLimits: { reads: 1_000_000 },
});
await storeManyCases(world.store, Number(cases));
process.once('SIGTERM', () => {
  void (async () => {
    await world.close();
    await tables.close();
  })();
});
process.stdout.write(`${JSON.stringify({ url: await world.tabAddress(VEERA) })}\n`);
