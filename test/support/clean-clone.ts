/** The commit that is checked out in a bare repository on disk, and shells that start from nothing but that. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'vitest';
import { reachesRegistry, runs } from './programs.ts';

const MINUTES = 60_000;

export const HEAD = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() ?? '';

const missing = [
  HEAD === '' ? 'no clone of git' : [],
  reachesRegistry() ? [] : "npm's registry cannot be reached",
].flat();

/** A test that takes packages from npm's registry; where that cannot be reached, or a program is not there, it is passed over and says so. */
export function online(name: string, needs: readonly string[], run: () => void): void {
  const lacking = [...missing, ...needs.filter((each) => !runs(each, '--version')).map((each) => `no ${each}`)];
  test.skipIf(lacking.length > 0)(lacking.length > 0 ? `${name} (${lacking.join(', ')})` : name, run, 15 * MINUTES);
}

export type Place = {
  /** All that is made lies below it. Its name has what names of folders may have. */
  folder: string;
  bare: string;
  /** The bare repository as npm wants it written. */
  url: string;
  sh: (script: string, cwd: string, more?: Record<string, string>) => SpawnSyncReturns<string>;
  remove: () => void;
};

/** `GAIGE_TEST_NODE=22` has all of it done by another Node, with npm 10. */
export function cleanClone(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'gaige 安装-'));
  const bare = join(folder, 'bare 仓库.git');
  const place = { folder, bare, url: `git+file://${encodeURI(bare)}`, sh };
  if (HEAD !== '')
    sh(`git clone --quiet --bare --no-tags . "${bare}" && git -C "${bare}" update-ref refs/heads/main ${HEAD}`, '.');
  const asked = process.env['GAIGE_TEST_NODE'];
  const bin = asked === undefined ? [] : [otherNode(place, asked)];
  return {
    ...place,
    sh: (script, cwd, { PATH = process.env['PATH'] ?? '', ...more } = {}) =>
      sh(script, cwd, { ...more, PATH: [...bin, PATH].join(delimiter) }),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The folder of a Node of another version and of npm 10, from npm's registry. */
export function otherNode({ folder }: Pick<Place, 'folder'>, version: string): string {
  const place = join(folder, `node ${version}`);
  mkdirSync(place, { recursive: true });
  const { platform, arch } = process;
  const node = `node-${platform === 'win32' ? 'win' : platform}-${arch}@${version}`;
  const { status, stderr } = sh(`npm install --prefix . --no-audit --no-fund ${node} npm@10`, place);
  if (status !== 0) throw new Error(`${node}: ${stderr}`);
  return join(place, 'node_modules/.bin');
}

/** What whoever starts the tests has set for npm is not handed down; installed things go nowhere but below the folder. */
function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_(?:cache|registry|nodedir))|GIT_|INIT_CWD)/i.test(name),
  );
  return { ...Object.fromEntries(own), LANG: 'zh_CN.UTF-8', LC_ALL: '', ...more };
}

/** As GitHub and GitLab run a step. */
function sh(script: string, cwd: string, more: Record<string, string> = {}) {
  const argv = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return spawnSync('bash', argv, { cwd, encoding: 'utf8', env: environment(more) });
}
