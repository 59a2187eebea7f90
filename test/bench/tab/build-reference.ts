import { resolve } from 'node:path';
import { build } from 'vite';
import { withoutOriginsFetch } from '../../../vite.config.ts';

const ROOT = resolve(import.meta.dirname, 'reference');

/** Builds the page that the tab is compared with, as small as the usual tools make it; gives its folder. */
export async function buildReference(): Promise<string> {
  const outDir = resolve('.artifacts/reference');
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    base: '/tab/',
    publicDir: false,
    // It asks nobody outside, as ours.
    plugins: [withoutOriginsFetch()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: resolve(ROOT, 'index.html') },
    },
  });
  return outDir;
}
