// One Azurite for all tests, in memory; every test opens its own table in it (azurite.ts).
const { default: TableConfiguration } = require('azurite/dist/src/table/TableConfiguration');
const { default: TableServer } = require('azurite/dist/src/table/TableServer');

module.exports = async () => {
  const configuration = new TableConfiguration(
    '127.0.0.1',
    0, // any free port
    5,
    '',
    false,
    false,
    undefined,
    undefined,
    false,
    true,
    '',
    '',
    '',
    undefined,
    false,
    true, // in memory
  );
  const server = new TableServer(configuration);
  await server.start();
  process.env.TEST_TABLES_URL = `http://127.0.0.1:${server.httpServer.address().port}/devstoreaccount1`;
  globalThis.testTables = server;
};
