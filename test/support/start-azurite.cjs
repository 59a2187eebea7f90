// Azurite's table service in memory, in this process, on any free port.
const { default: TableConfiguration } = require('azurite/dist/src/table/TableConfiguration');
const { default: TableServer } = require('azurite/dist/src/table/TableServer');

module.exports = async () => {
  const server = new TableServer(
    new TableConfiguration(
      '127.0.0.1',
      0,
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
    ),
  );
  await server.start();
  return { server, url: `http://127.0.0.1:${server.httpServer.address().port}/devstoreaccount1` };
};
