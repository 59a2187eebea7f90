// Which ports the local world uses, and whether they are free.
import { createServer } from 'node:net';

/** The parts of the local world that listen where a person can say. */
export const PORT_SETTINGS = {
  app: { variable: 'PORT', standard: 3978 },
  signing: { variable: 'SIGNING_PORT', standard: 3979 },
  playground: { variable: 'PLAYGROUND_PORT', standard: 56_150 },
  tables: { variable: 'AZURITE_TABLE_PORT', standard: 10_002 },
} as const;

export type PortName = keyof typeof PORT_SETTINGS;
export type Ports = Readonly<Record<PortName, number>>;

const NAMES: readonly PortName[] = ['app', 'signing', 'playground', 'tables'];

/** The ports named in `env` or the standard ones; a sentence for every value that is no port, and for doubles. */
export function parsePorts(env: Readonly<Record<string, string | undefined>>): {
  readonly ports: Ports;
  readonly problems: readonly string[];
} {
  const ports = {
    app: portIn(env, 'app'),
    signing: portIn(env, 'signing'),
    playground: portIn(env, 'playground'),
    tables: portIn(env, 'tables'),
  };
  const invalid = NAMES.filter((name) => !(Number.isInteger(ports[name]) && ports[name] > 0 && ports[name] < 65_536));
  const doubled = NAMES.filter((name, index) => NAMES.some((other, at) => at < index && ports[other] === ports[name]));
  return {
    ports,
    problems: [
      ...invalid.map((name) => `${PORT_SETTINGS[name].variable}: kirjoita portin numero 1–65535.`),
      ...doubled.map((name) => `${PORT_SETTINGS[name].variable}: portti ${ports[name]} on jo toisessa käytössä.`),
    ],
  };
}

function portIn(env: Readonly<Record<string, string | undefined>>, name: PortName): number {
  const { variable, standard } = PORT_SETTINGS[name];
  const text = env[variable]?.trim() ?? '';
  return text === '' ? standard : Number(text);
}

/** A sentence for each of `names` whose port somebody else holds: which port, what it is for, how to change it. */
export async function findTakenPorts(ports: Ports, names: readonly PortName[]): Promise<readonly string[]> {
  const taken = await Promise.all(names.map(async (name) => ((await isFree(ports[name])) ? [] : [name])));
  return taken.flat().map((name) => {
    const { variable } = PORT_SETTINGS[name];
    return (
      `Portti ${ports[name]} on varattu (port ${ports[name]} is taken). ` +
      `Sulje sitä käyttävä ohjelma tai valitse toinen portti: ${variable}=${ports[name] + 1} npm start`
    );
  });
}

/** Four ports that are free now, for a world that stands beside others. */
export async function findFreePorts(): Promise<Ports> {
  const held = await Promise.all(NAMES.map(() => hold(0, '127.0.0.1')));
  const holders = held.filter((holder) => holder !== null);
  const [app = 0, signing = 0, playground = 0, tables = 0] = holders.map((holder) => holder.port);
  await Promise.all(holders.map((holder) => holder.release()));
  return { app, signing, playground, tables };
}

// The Playground listens on every address, the others on loopback: a port must be free for both.
async function isFree(port: number): Promise<boolean> {
  // One after the other: both at once would collide with each other.
  for (const host of ['127.0.0.1', '::']) {
    const holder = await hold(port, host);
    if (holder === null) {
      return false;
    }
    await holder.release();
  }
  return true;
}

type Holder = { readonly port: number; readonly release: () => Promise<void> };

function hold(port: number, host: string): Promise<Holder | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      switch (error.code) {
        case 'EADDRINUSE':
        case 'EACCES':
          return resolve(null);
        case 'EAFNOSUPPORT':
        case 'EADDRNOTAVAIL':
          // A machine without IPv6: nobody can hold that port there.
          return resolve({ port, release: () => Promise.resolve() });
        default:
          return reject(error);
      }
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        release: () => new Promise((released) => void server.close(() => released())),
      });
    });
  });
}
