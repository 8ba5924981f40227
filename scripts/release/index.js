/**
 * node scripts/release/index.js [FOLDER]: makes what a registry, or a server of one's own, would hand out, from the commit that is checked
 * out, as the remote has it: nothing that git does not know, no advisory against what it needs, all checks passed, packed twice with the same
 * bytes. Writes FOLDER/gaige-VERSION.tgz, prints the digests that whoever installs can compare, and ends with a dry run of publishing.
 *
 *   --remote NAME|URL    where the commit is cloned from and the tag goes; default origin
 *   --advisories FILE    what the registry would say of advisories, where it cannot be asked (see advisories.js)
 *   --tested             CI has passed this commit: the tests are not run again
 *   --publish            the tag is pushed and the package published, with provenance. npm signs that in a CI that it trusts, GitHub's or
 *                        GitLab's, and wants `repository` in package.json to name the place: in a fork that publishes, add it
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withAdvisories } from './advisories.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    remote: { type: 'string', default: 'origin' },
    advisories: { type: 'string' },
    tested: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
  },
});
const to = resolve(positionals[0] ?? '.');

/**
 * @param {string} command
 * @param {readonly string[]} given
 * @param {string} cwd
 * @returns {Promise<string>} what it wrote to standard output
 */
async function run(command, given, cwd = ROOT) {
  console.error(`$ ${command} ${given.join(' ')}`);
  const child = spawn(command, given, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (status !== 0) throw new Error(`${command} ${given.join(' ')}: exit code ${status}\n${stdout}`);
  return stdout.trim();
}

/** The URL of a remote that has a name here. @param {string} remote */
async function urlOf(remote) {
  const named = (await run('git', ['remote'])).split('\n').includes(remote);
  return named ? run('git', ['remote', 'get-url', remote]) : remote;
}

/** A version is one commit. @param {string} remote @param {string} tag @param {string} commit */
async function checkTag(remote, tag, commit) {
  // What an annotated tag is of comes behind it.
  const there = await run('git', ['ls-remote', remote, `refs/tags/${tag}`, `refs/tags/${tag}^{}`]);
  const [hash] = there.split('\n').at(-1)?.split('\t') ?? [];
  if (hash && hash !== commit) throw new Error(`${remote} has ${tag} at another commit, ${hash}`);
}

/** Of what a user installs. */
async function audit() {
  const given = ['audit', '--omit=dev', '--audit-level=low', '--package-lock-only'];
  const { advisories } = values;
  if (advisories === undefined) await run('npm', given);
  else await withAdvisories(advisories, (registry) => run('npm', [...given, `--registry=${registry}`]));
}

/** Builds and packs a clone of its own. @param {string} url @param {string} folder @param {string} commit @returns {Promise<string>} the tarball */
async function packClone(url, folder, commit) {
  await run('git', ['clone', '--quiet', url, folder]);
  await run('git', ['checkout', '--quiet', commit], folder);
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  await run('npm', ['run', '--silent', 'build'], folder);
  return join(folder, await run('npm', ['pack', '--loglevel=error', '--ignore-scripts'], folder));
}

/** @param {string} algorithm @param {string} file @param {'hex' | 'base64'} form */
const digest = (algorithm, file, form) => createHash(algorithm).update(readFileSync(file)).digest(form);

const changes = await run('git', ['status', '--porcelain']);
if (changes !== '') throw new Error(`not committed:\n${changes}`);
const commit = await run('git', ['rev-parse', 'HEAD']);
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
if (!readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').includes(`## [${version}]`)) {
  throw new Error(`CHANGELOG.md tells nothing of ${version}`);
}
const url = await urlOf(values.remote);
const tag = `v${version}`;
await checkTag(url, tag, commit);

const folder = mkdtempSync(join(tmpdir(), 'gaige-release-'));
try {
  await audit();
  if (!values.tested) await run('npm', ['run', 'check']);
  const tarball = await packClone(url, join(folder, 'a'), commit);
  const again = await packClone(url, join(folder, 'b'), commit);
  if (digest('sha256', tarball, 'hex') !== digest('sha256', again, 'hex')) throw new Error('two packs differ');
  await run('npx', ['--yes', 'publint@0.3.25', tarball, '--strict']);
  await run('npx', ['--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only']);
  mkdirSync(to, { recursive: true });
  const target = join(to, `${name}-${version}.tgz`);
  cpSync(tarball, target);
  console.log(`${target}\ncommit ${commit}`);
  console.log(`sha256 ${digest('sha256', target, 'hex')}\nsha512-${digest('sha512', target, 'base64')}`);
  const dry = values.publish ? [] : ['--dry-run'];
  await run('git', ['push', ...dry, url, `${commit}:refs/tags/${tag}`]);
  await run('npm', ['publish', target, '--provenance', '--access=public', '--ignore-scripts', ...dry]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
