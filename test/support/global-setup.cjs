// One Azurite for all tests, in memory; every test opens its own table in it (azurite.ts).
const start = require('./start-azurite.cjs');

module.exports = async () => {
  const { server, url } = await start();
  process.env.TEST_TABLES_URL = url;
  globalThis.testTables = server;
};
