// Azurite's tables in memory, in a process of their own; says its address on its output.
import { createRequire } from 'node:module';

const start: () => Promise<{ readonly url: string }> = createRequire(import.meta.url)(
  '../../support/start-azurite.cjs',
);
const { url } = await start();
process.stdout.write(`${JSON.stringify({ url })}\n`);
