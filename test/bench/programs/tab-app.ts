// The whole app with the built tab and a team of many cases, as a process of its own; says where Veera's page is.
// `tab-app.ts <cases> <folder of another build>`: the other page is served as /tab/reference.html, by the same server.
import { loadTabFiles } from '../../../src/platform/tab/load-tab-files.ts';
import { openAppWorld } from '../../app/app-world.ts';
import { VEERA } from '../../app/people.ts';
import { builtTab } from '../../support/tab-browser.ts';
import { openTravellingTables } from '../../support/time-travel.ts';
import { storeManyCases } from '../tab/many-cases.ts';

const [, , cases = '0', other = ''] = process.argv;
const tables = await openTravellingTables();
const ours = await builtTab();
const theirs = await loadTabFiles(other);
if (theirs === null) {
  throw new Error(`there is no build in ${other}`);
}
const beside = [...theirs].map(([name, file]) => [name === 'index.html' ? 'reference.html' : name, file] as const);
const world = await openAppWorld({
  tables,
  tabFiles: new Map([...beside, ...ours]),
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
