/**
 * node scripts/release/index.js [FOLDER]: makes what a registry, or a server of one's own, would hand out, from the commit that is checked
 * out: nothing that git does not know, all checks passed, packed twice with the same bytes. Prints the digests that whoever installs can
 * compare, and publishes nothing. On GitHub `npm publish FOLDER/gaige-VERSION.tgz --provenance` may follow.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const to = resolve(process.argv[2] ?? '.');

/**
 * @param {string} command
 * @param {readonly string[]} given
 * @param {string} cwd
 * @returns {string} what it wrote to standard output
 */
function run(command, given, cwd = ROOT) {
  console.error(`$ ${command} ${given.join(' ')}`);
  const { status, stdout, error } = spawnSync(command, given, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${given.join(' ')}: exit code ${status}\n${stdout}`);
  return stdout.trim();
}

/** Builds and packs a clone of its own. @param {string} folder @param {string} commit @returns {string} the tarball */
function packClone(folder, commit) {
  run('git', ['clone', '--quiet', ROOT, folder]);
  run('git', ['checkout', '--quiet', commit], folder);
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  run('npm', ['run', '--silent', 'build'], folder);
  return join(folder, run('npm', ['pack', '--silent', '--ignore-scripts'], folder));
}

/** @param {string} algorithm @param {string} file @param {'hex' | 'base64'} form */
const digest = (algorithm, file, form) => createHash(algorithm).update(readFileSync(file)).digest(form);

const changes = run('git', ['status', '--porcelain']);
if (changes !== '') throw new Error(`not committed:\n${changes}`);
const commit = run('git', ['rev-parse', 'HEAD']);
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
if (!readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').includes(`## [${version}]`)) {
  throw new Error(`CHANGELOG.md tells nothing of ${version}`);
}

const folder = mkdtempSync(join(tmpdir(), 'gaige-release-'));
try {
  run('npm', ['audit', '--omit=dev', '--audit-level=low']);
  run('npm', ['run', 'check']);
  const [tarball, again] = [packClone(join(folder, 'a'), commit), packClone(join(folder, 'b'), commit)];
  if (digest('sha256', tarball, 'hex') !== digest('sha256', again, 'hex')) throw new Error('two packs differ');
  run('npx', ['--yes', 'publint@0.3.25', tarball, '--strict']);
  run('npx', ['--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only']);
  mkdirSync(to, { recursive: true });
  const target = join(to, `${name}-${version}.tgz`);
  cpSync(tarball, target);
  console.log(`${target}\ncommit ${commit}`);
  console.log(`sha256 ${digest('sha256', target, 'hex')}\nsha512-${digest('sha512', target, 'base64')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
