// Where this machine has what the tests need besides npm packages. Plain JavaScript, because it is also read before
// anything is installed.
const { existsSync, readdirSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FAKETIME = /^libfaketimeMT\.so\.1$/;

/** The browser of the system, or the one that playwright downloaded, or null. `CHROMIUM_PATH` goes before both. */
function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  const candidates = [...(named === undefined ? [] : [named]), ...CHROMIUMS, ...downloaded()];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** The library of Debian's package `faketime`, or null. */
function findFaketime() {
  const folders = ['/usr/lib/faketime', ...childrenOf('/usr/lib').map((name) => `/usr/lib/${name}/faketime`)];
  const found = folders.flatMap((folder) =>
    childrenOf(folder)
      .filter((name) => FAKETIME.test(name))
      .map((name) => join(folder, name)),
  );
  return found[0] ?? null;
}

function downloaded() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  const versions = childrenOf(cache).filter((name) => /^chromium-\d+$/.test(name));
  return versions.flatMap((name) =>
    ['chrome-linux64/chrome', 'chrome-linux/chrome'].map((file) => join(cache, name, file)),
  );
}

function childrenOf(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

module.exports = { findChromium, findFaketime };
