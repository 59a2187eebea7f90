// One Azurite for all tests, in memory; every test opens its own table in it (azurite.ts). The tab is built once, before
// anybody serves it.
const { buildTab } = require('../../infra/local/build-tab.ts');
const start = require('./start-azurite.cjs');

module.exports = async () => {
  const [{ server, url }] = await Promise.all([start(), buildTab(process.cwd())]);
  process.env.TEST_TABLES_URL = url;
  globalThis.testTables = server;
};
