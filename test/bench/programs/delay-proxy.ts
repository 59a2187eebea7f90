// A storage that is some milliseconds away: passes bytes on unchanged, what is asked so much later, what is answered at
// once. Works below HTTP, so that it costs little and keeps connections as they are.
import { connect, createServer } from 'node:net';

const [, , target = '', delay = '0'] = process.argv;
const { hostname, port, pathname } = new URL(target);
const delayMs = Number(delay);

const server = createServer((client) => {
  const storage = connect(Number(port), hostname);
  client.setNoDelay(true);
  storage.setNoDelay(true);
  client.on('data', (chunk) => {
    // Timers of one length fire in their order, so the bytes stay in theirs.
    setTimeout(() => storage.write(chunk), delayMs);
  });
  storage.on('data', (chunk) => client.write(chunk));
  const end = (): void => {
    client.destroy();
    storage.destroy();
  };
  for (const socket of [client, storage]) {
    socket.on('close', end);
    socket.on('error', end);
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${own}${pathname}` })}\n`);
});
