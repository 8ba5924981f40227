/**
 * gaige installed from a clean clone in each of the ways that docs/check.md shows, and run: the commit that is checked out, from a bare
 * repository on disk. Packages come from npm's registry; where that cannot be reached, or git or pre-commit is not there, a test is
 * passed over and says so.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { snippet } from './support/snippets.ts';

const MINUTES = 60_000;

const can = (command: string, given: readonly string[]): boolean =>
  spawnSync(command, given, { stdio: 'ignore', timeout: MINUTES, shell: process.platform === 'win32' }).status === 0;

const HEAD = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() ?? '';

const missing = [
  HEAD === '' ? 'no clone of git' : [],
  can('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=20000']) ? [] : "npm's registry cannot be reached",
].flat();

let folder: string;
let bare: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-install-'));
  bare = join(folder, 'gaige.git');
  if (HEAD === '') return;
  sh(`git clone --quiet --bare . "${bare}" && git -C "${bare}" update-ref refs/heads/main ${HEAD}`, process.cwd());
}, MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** What whoever starts the tests has set for npm is not handed down; installed things go nowhere but below `folder`. */
function environment(more: Record<string, string>): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_(?:cache|registry|nodedir))|GIT_|INIT_CWD)/i.test(name),
  );
  return { ...Object.fromEntries(own), LANG: 'zh_CN.UTF-8', LC_ALL: '', ...more };
}

/** As GitHub and GitLab run a step. */
function sh(script: string, cwd: string, more: Record<string, string> = {}) {
  const argv = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return spawnSync('bash', argv, { cwd, encoding: 'utf8', env: environment(more) as NodeJS.ProcessEnv });
}

/** A repository of somebody who writes reports. */
function project(name: string): string {
  const place = join(folder, name);
  mkdirSync(join(place, 'reports'), { recursive: true });
  writeFileSync(join(place, 'reports/a.txt'), '全年新增企业*家。\n');
  sh('git init --quiet && git add reports', place);
  return place;
}

const FOUND = 'reports/a.txt:1:7: 缺少数值：全年新增企业 *家';

const install = (name: string, needs: readonly string[], run: () => void): void => {
  const lacking = [
    ...missing,
    ...needs.filter((command) => !can(command, ['--version'])).map((command) => `no ${command}`),
  ];
  test.skipIf(lacking.length > 0)(lacking.length > 0 ? `${name} (${lacking.join(', ')})` : name, run, 15 * MINUTES);
};

/** As docs write it, with this repository for the one on the web. */
const ours = (text: string): string => text.replaceAll(/git\+https:\/\/\S+?\.git/g, `git+file://${bare}`);

install('the steps of action.yml', ['bash'], () => {
  const place = project('action');
  const action = join(folder, 'checkout-of-action');
  sh(`git clone --quiet --branch main "${bare}" "${action}"`, folder);
  const { steps } = parse(readFileSync(join(action, 'action.yml'), 'utf8')).runs as { steps: { run?: string }[] };
  const env = { GITHUB_ACTION_PATH: action, PATHS: 'reports', OPTIONS: '', SARIF: 'out.sarif' };
  const done = steps.flatMap(({ run }) => (run === undefined ? [] : [sh(run, place, env)]));
  expect(
    done.map(({ status }) => status),
    done.map(({ stderr }) => stderr).join(''),
  ).toEqual([0, 1]);
  expect(done[1]!.stdout).toMatch(/^::error file=reports\/a\.txt,line=1,/);
  expect(JSON.parse(readFileSync(join(place, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
});

install('pre-commit', ['pre-commit'], () => {
  const place = project('pre-commit');
  const env = { PRE_COMMIT_HOME: join(folder, 'pre-commit-home') };
  const config = snippet('pre-commit')
    .replace(/repo: .*/, `repo: ${bare}`)
    .replace(/rev: .*/, `rev: ${HEAD}`);
  writeFileSync(join(place, '.pre-commit-config.yaml'), config);
  const ran = sh('pre-commit run --all-files', place, env);
  expect(ran.stdout).toContain(FOUND);
  const git = 'git -c user.name=a -c user.email=a@b.c';
  const refused = sh(`pre-commit install >&2 && git add . && ${git} commit --quiet -m first`, place, env);
  expect({ status: refused.status, said: refused.stdout + refused.stderr }).toEqual({
    status: 1,
    said: expect.stringContaining(FOUND),
  });
  writeFileSync(join(place, 'reports/a.txt'), '全年新增企业8家。\n');
  expect(sh(`git add . && ${git} commit --quiet -m second`, place, env).status).toBe(0);
});

install('the job of GitLab', ['bash'], () => {
  const place = project('gitlab');
  const { before_script: before, script } = parse(snippet('gitlab')).reports as Record<
    'before_script' | 'script',
    string[]
  >;
  const prefix = join(folder, 'gitlab-image');
  const env = { npm_config_prefix: prefix, PATH: `${join(prefix, 'bin')}${delimiter}${process.env['PATH']}` };
  const prepared = sh(ours(before.join('\n')), place, env);
  expect(prepared.status, prepared.stderr).toBe(0);
  expect(sh(script[0]!, place, env).status).toBe(0);
  expect(JSON.parse(readFileSync(join(place, 'gl-code-quality-report.json'), 'utf8'))).toHaveLength(1);
  expect(sh(script[1]!, place, env)).toMatchObject({ status: 1, stdout: `${FOUND}\n` });
});

install('npm', ['npm'], () => {
  const place = project('npm');
  writeFileSync(join(place, 'package.json'), snippet('npm'));
  const installed = sh(ours(snippet('npm-install')), place);
  expect(installed.status, installed.stderr).toBe(0);
  expect(sh('npm run --silent check:reports', place)).toMatchObject({ status: 1, stdout: `${FOUND}\n` });
});

test.skipIf(HEAD === '')(
  'npm pack: the same bytes from two clones',
  () => {
    const pack = (name: string): Buffer => {
      const clone = join(folder, name);
      mkdirSync(join(folder, name.split('/')[0]!), { recursive: true });
      sh(`git clone --quiet "${bare}" "${clone}"`, folder);
      symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
      const { status, stdout, stderr } = sh('npm run --silent build && npm pack --silent --ignore-scripts', clone);
      expect(status, stderr).toBe(0);
      return readFileSync(join(clone, stdout.trim()));
    };
    expect(pack('one').equals(pack('two/in-another-folder'))).toBe(true);
  },
  15 * MINUTES,
);
