// `npm start`: the local world in a terminal, until Ctrl-C.
import { resolve } from 'node:path';
import { buildTab } from './build-tab.ts';
import { findTakenPorts, parsePorts, type PortName } from './ports.ts';
import { ROOT } from './root.ts';
import { startLocalWorld, type LocalWorld } from './world.ts';

const STARTER_LOOK_MS = 500;
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

process.exitCode = await run(process.env);

async function run(env: NodeJS.ProcessEnv): Promise<number> {
  const { ports, problems } = parsePorts(env);
  const playground = env['NO_PLAYGROUND'] !== '1';
  const needed: readonly PortName[] = ['app', 'signing', 'tables', ...(playground ? ['playground' as const] : [])];
  const obstacles = problems.length > 0 ? problems : await findTakenPorts(ports, needed);
  if (obstacles.length > 0) {
    return fail(obstacles.join('\n'));
  }
  const interrupted = untilSignal();
  const dataDir = resolve(env['DATA_DIR'] ?? '.local');
  say('Ratkaisupolku käynnistyy tälle koneelle.');
  const progress = (step: string): void => {
    interrupted.throwIfItCame();
    say(`  … ${step}`);
  };
  try {
    progress('Sivut');
    await buildTab(ROOT);
    const world = await startLocalWorld({ ports, dataDir, playground, env, progress });
    say(howToBegin(world, dataDir));
    return await stay(world, interrupted.came);
  } catch (error) {
    return interrupted.hasCome() ? 0 : fail(error instanceof Error ? error.message : String(error));
  }
}

async function stay(world: LocalWorld, interrupted: Promise<null>): Promise<number> {
  const broken = await Promise.race([world.broken, interrupted]);
  // On Ctrl-C the programs get the signal too; when one of them is the first to be noticed, nothing is broken.
  const isBroken = broken !== null && (await Promise.race([interrupted, untilNextTurn()])) !== null;
  say(isBroken ? '\nLopetetaan muutkin.' : '\nLopetetaan.');
  await world.stop();
  return isBroken ? fail(`${broken.name} päättyi kesken kaiken (ended by itself):\n${broken.lastLines}`) : 0;
}

function untilNextTurn(): Promise<'turn'> {
  return new Promise((resolveTurn) => void setTimeout(() => resolveTurn('turn'), 200));
}

// The handlers stay for good: a second Ctrl-C must not cut the orderly stop short.
function untilSignal(): {
  readonly came: Promise<null>;
  readonly hasCome: () => boolean;
  readonly throwIfItCame: () => void;
} {
  let hasCome = false;
  const came = new Promise<null>((resolveSignal) => {
    const come = (): void => {
      hasCome = true;
      resolveSignal(null);
    };
    for (const signal of SIGNALS) {
      process.on(signal, come);
    }
    // Whoever started us was killed without a chance to pass a signal on.
    const starter = process.ppid;
    setInterval(() => process.ppid === starter || come(), STARTER_LOOK_MS).unref();
  });
  const throwIfItCame = (): void => {
    if (hasCome) {
      throw new Error('interrupted');
    }
  };
  return { came, hasCome: () => hasCome, throwIfItCame };
}

function howToBegin({ appUrl, playgroundUrl, signingUrl }: LocalWorld, dataDir: string): string {
  const steps =
    playgroundUrl === null
      ? [
          `Lähetä botin viestit osoitteeseen ${signingUrl}/api/messages`,
          `Vaihda henkilöä:  ${signingUrl}`,
          `Katso sivuja:  ${appUrl}/tab`,
        ]
      : [
          `Avaa:  ${playgroundUrl}`,
          'Valitse vasemmalta:  Maakuntakanava',
          'Kirjoita:  @ – valitse Ratkaisupolku – ja jatka: uusi tapaus',
          `Vaihda henkilöä tai maakuntaa:  ${signingUrl}`,
          `Katso sivuja:  ${appUrl}/tab`,
        ];
  return [
    '\nValmis.\n',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    `\nTiedot ja lokit: ${dataDir}   Lopeta: Ctrl-C`,
  ].join('\n');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}
