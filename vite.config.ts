// The tab: src/tab becomes dist/tab, which the server serves at /tab. Nothing is inline, so that the content security
// policy needs no exceptions.
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/tokens';
import { defineConfig, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, 'src/tab');
const THEMES_CSS = 'virtual:themes.css';
const RESOLVED = `\0${THEMES_CSS}`;

/** The values of Fluent's design tokens in Teams' three themes as CSS variables, only those that our styles use. */
function themesCss(): Plugin {
  return {
    name: 'themes-css',
    resolveId: (id) => (id === THEMES_CSS ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? writeThemes(usedTokens()) : null),
  };
}

function usedTokens(): readonly string[] {
  const styles = globSync('**/*.css', { cwd: ROOT }).map((file) => readFileSync(resolve(ROOT, file), 'utf8'));
  // Our own variables are written with dashes, Fluent's are not.
  const found = styles.flatMap((css) => [...css.matchAll(/var\(--([a-zA-Z0-9]+)[),]/g)].map(([, name = '']) => name));
  return [...new Set(found)].toSorted();
}

function writeThemes(names: readonly string[]): string {
  const light = declarations(teamsLightTheme, names);
  const dark = declarations(teamsDarkTheme, names);
  const contrast = declarations(teamsHighContrastTheme, names);
  return [
    `:root{color-scheme:light;${light}}`,
    // Outside Teams the system says it, before any script has run.
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;${dark}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
    `:root[data-theme=contrast]{color-scheme:dark;${contrast}}`,
  ].join('\n');
}

function declarations(theme: Theme, names: readonly string[]): string {
  const values = new Map(Object.entries(theme));
  return names
    .map((name) => {
      const value = values.get(name);
      if (value === undefined) {
        throw new Error(`Fluent has no design token called ${name}`);
      }
      return `--${name}:${value};`;
    })
    .join('');
}

const ORIGINS_MODULE = /teams-js\/.*\/internal\/validOrigins\.js$/;
const ORIGINS_FETCH = /fetch\(\w+,\{signal:\w+\.signal\}\)/;

/**
 * teams-js asks a server of Microsoft for the list of Teams' hosts as soon as it is loaded. Our policy lets the page
 * reach nothing but us, and the library has a list of its own for that case: it uses that one without asking.
 */
export function withoutOriginsFetch(): Plugin {
  return {
    name: 'without-origins-fetch',
    transform(code, id) {
      if (!ORIGINS_MODULE.test(id)) {
        return null;
      }
      if (!ORIGINS_FETCH.test(code)) {
        throw new Error('teams-js fetches its list of hosts in another way than this build knows');
      }
      return { code: code.replace(ORIGINS_FETCH, "Promise.reject(new Error('not asked'))"), map: null };
    },
  };
}

export default defineConfig({
  root: ROOT,
  base: '/tab/',
  publicDir: false,
  plugins: [themesCss(), withoutOriginsFetch()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/tab'),
    emptyOutDir: true,
    target: 'es2022',
    // A picture or font inlined as data would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: resolve(ROOT, 'index.html') },
  },
});
