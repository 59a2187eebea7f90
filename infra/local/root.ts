import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The repository: npm starts every script there, and so does jest. */
export const ROOT = process.cwd();

const require = createRequire(join(ROOT, 'package.json'));

/** The file of an installed package's program, to be run by Node itself instead of through a wrapper. */
export function programOf(specifier: string): string {
  return require.resolve(specifier);
}
