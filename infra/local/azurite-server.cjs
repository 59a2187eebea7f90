// Azurite's table server as a program that ends in order. Azurite's own program saves what was written in the last
// seconds only after one SIGINT, and loses it after SIGTERM or a second SIGINT; a Ctrl-C reaches the whole process group,
// so this one leaves signals to whoever started it, and saves and ends when the channel to that process closes.
const { default: TableConfiguration } = require('azurite/dist/src/table/TableConfiguration');
const { default: TableServer } = require('azurite/dist/src/table/TableServer');

const [port, database] = process.argv.slice(2);

const configuration = new TableConfiguration(
  '127.0.0.1',
  Number(port),
  5, // seconds a connection is kept
  database,
  false, // no debug log
  false, // no access log: it would hold keys of rows
  undefined,
  undefined,
  false, // strict about headers
  true, // the SDK speaks a newer version of the protocol than Azurite lists; the tables are the same
  '',
  '',
  '',
  undefined,
  false,
  false, // on disk
);
const server = new TableServer(configuration);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => undefined);
}
process.once('disconnect', () => {
  void server.close().then(() => process.exit(0));
});
void server.start().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
