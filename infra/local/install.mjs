// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or newer) and without any package:
// installs what the lock file says when it is not installed yet, and with `--browser` what the browser tests need.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFaketime } from './installed.cjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

process.exitCode = install();

function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    return fail(`Node ${process.versions.node} on liian vanha (too old): asenna Node 20 tai uudempi.`);
  }
  if (!isInstalled()) {
    say('Asennetaan riippuvuudet (npm ci). Tämä tehdään kerran ja kestää hetken.');
    if (!run(...npm('ci', '--no-audit', '--no-fund', '--no-update-notifier'))) {
      return fail('Riippuvuuksien asennus epäonnistui (npm ci failed).');
    }
  }
  return process.argv.includes('--browser') ? installForTests() : 0;
}

// What is installed is listed in node_modules/.package-lock.json, which npm writes last: an interrupted installation
// has none. Packages for other platforms are optional and may be absent.
function isInstalled() {
  const installed = packagesIn(join(ROOT, 'node_modules/.package-lock.json'));
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, peer, link }]) =>
      path === '' || optional === true || peer === true || link === true || installed[path]?.version === version,
  );
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function installForTests() {
  if (findChromium() === null) {
    say('Asennetaan selain selaintestejä varten.');
    const isThere =
      aptInstall('chromium') ||
      run(process.execPath, [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
    if (!isThere || findChromium() === null) {
      return fail('Selaimen asennus epäonnistui (no browser): asenna Chromium ja aja npm test uudelleen.');
    }
  }
  if (findFaketime() === null) {
    say('Asennetaan faketime aikamatkoja varten.');
    if (!aptInstall('faketime') || findFaketime() === null) {
      return fail('faketime puuttuu (is missing): asenna se komennolla apt-get install faketime');
    }
  }
  return 0;
}

function aptInstall(name) {
  const isPossible = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return (
    isPossible &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { DEBIAN_FRONTEND: 'noninteractive' })
  );
}

// The npm that started us, and not another one of the machine.
function npm(...args) {
  const program = process.env.npm_execpath;
  return program === undefined ? ['npm', args] : [process.execPath, [program, ...args]];
}

function run(program, args, env = {}) {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  return 1;
}
