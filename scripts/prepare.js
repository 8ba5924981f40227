/**
 * What npm runs in a clone: the build, wherever the clone came from. npm leaves the compiler out for whoever installs from git with `-g`,
 * and for whoever omits development or optional packages; then it is built in a folder apart, with the versions of the lock file, and
 * only `dist/` comes back. All it says goes to standard error, since `npm pack` tells the name of its file on standard output.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The development packages that a build takes; the others are for tests. */
const TOOLS = ['@types/node', '@types/picomatch', '@types/sarif', 'ajv', 'opencc-js', 'rolldown', 'typescript'];

/** All that a build reads. */
const SOURCES = ['package.json', 'package-lock.json', 'tsconfig.json', 'src', 'rules', 'scripts/build'];

/**
 * @param {string} command
 * @param {readonly string[]} given
 * @param {string} cwd
 */
function run(command, given, cwd, { isProbe = false, shell = false } = {}) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = isProbe ? 'ignore' : ['ignore', 2, 2];
  const { status, signal, error } = spawnSync(command, given, { cwd, stdio, shell, env: environment() });
  if (status !== 0 && !isProbe) {
    const reason = error?.message ?? (signal === null ? `exit code ${status}` : `ended by ${signal}`);
    console.error(`gaige: ${[command, ...given].join(' ')}: ${reason}`);
  }
  return status === 0;
}

/** @param {readonly string[]} given @param {string} cwd */
const node = (given, cwd, isProbe = false) => run(process.execPath, given, cwd, { isProbe });

/** The npm that runs this, as a program of Node: on Windows the command is a script that only a shell starts. */
function npm(/** @type {readonly string[]} */ given, /** @type {string} */ cwd) {
  const script = process.env['npm_execpath'] ?? '';
  if (basename(script) === 'npm-cli.js') return node([script, ...given], cwd);
  return run('npm', given, cwd, { shell: process.platform === 'win32' });
}

/** npm hands its settings down, and with `-g` all that it starts would be global. */
function environment() {
  const { npm_config_global, npm_config_location, npm_config_omit, npm_config_include, npm_config_prefix, ...env } =
    process.env;
  return env;
}

/** @param {string} folder */
function hasTools(folder) {
  const modules = join(folder, 'node_modules');
  return (
    TOOLS.every((name) => existsSync(join(modules, name, 'package.json'))) &&
    node([join(modules, 'typescript/bin/tsc'), '--version'], folder, true) &&
    node(['--input-type=module', '-e', "import 'rolldown'"], folder, true)
  );
}

/** @param {string} folder */
const build = (folder) => npm(['run', '--loglevel=error', 'build'], folder);

/** When something below was last written, put there or taken away. @param {string} path @returns {number} */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  const below = stats.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...below);
}

/** npm prepares a clone more than once on the way to a package. */
function isBuilt() {
  const built = statSync(join(ROOT, 'dist/build-id'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((path) => newest(join(ROOT, path)) < built);
}

/** The manifest without what only tests need: npm keeps to the lock file for the rest. @param {string} folder */
function writeManifest(folder) {
  const { devDependencies, scripts, optionalDependencies, ...manifest } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const tools = Object.fromEntries(TOOLS.map((name) => [name, devDependencies[name]]));
  const kept = { ...manifest, scripts: { build: scripts.build }, devDependencies: tools };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(kept));
}

const INSTALL = ['install', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];

function buildApart() {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-build-'));
  try {
    for (const path of SOURCES) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    writeManifest(folder);
    console.error('gaige: building with a compiler fetched for it');
    if (!npm(INSTALL, folder) || !build(folder)) return false;
    takeOver(join(folder, 'dist'), join(ROOT, 'dist'));
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What tells that all is there comes last: copying may be stopped. @param {string} built @param {string} dist */
function takeOver(built, dist) {
  rmSync(dist, { recursive: true, force: true });
  cpSync(built, dist, { recursive: true, filter: (path) => basename(path) !== 'build-id' });
  cpSync(join(built, 'build-id'), join(dist, 'build-id'));
}

/**
 * For `npm install -g git+…` npm installs the clone itself globally while it prepares it, and so takes away what it has just put there for
 * the package: what is left cannot run, whatever is done here.
 */
const isLost = () => process.env['npm_config_global'] === 'true' && process.env['_PACOTE_NO_PREPARE_'] !== undefined;

const LOST = `gaige: npm install -g cannot install from git what must be built first. In two steps it can:
  tarball=$(npm pack --loglevel=error --foreground-scripts=false git+URL) && npm install -g "$tarball"`;

if (isLost()) {
  console.error(LOST);
  process.exitCode = 1;
} else if (!isBuilt()) process.exitCode = (hasTools(ROOT) ? build(ROOT) : buildApart()) ? 0 : 1;
