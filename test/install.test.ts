/** gaige installed from a clean clone in each of the ways that docs/check.md shows, and run. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cleanClone, HEAD, online, otherNode, type Place } from './support/clean-clone.ts';
import { snippet } from './support/snippets.ts';

let place: Place;

/** nodeenv, which pre-commit takes for hooks of Node, knows no spaces in it. */
const preCommitHome = mkdtempSync(join(tmpdir(), 'gaige-pre-commit-'));

beforeAll(() => {
  place = cleanClone();
}, 300_000);

afterAll(() => {
  place.remove();
  rmSync(preCommitHome, { recursive: true, force: true });
});

/** A repository of somebody who writes reports. */
function project(name: string): string {
  const folder = join(place.folder, name);
  mkdirSync(join(folder, '报告 2025'), { recursive: true });
  writeFileSync(join(folder, '报告 2025/总结 一.txt'), '全年新增企业*家。\n');
  place.sh('git init --quiet && git add .', folder);
  return folder;
}

const FOUND = '报告 2025/总结 一.txt:1:7: 缺少数值：全年新增企业 *家';

/** As docs write it, with this repository and these reports. */
const ours = (text: string): string =>
  text.replaceAll(/git\+https:\/\/\S+?\.git/g, place.url).replaceAll('check reports', 'check "报告 2025"');

/** The steps of a job that uses the action: installs it and checks. */
function runAction(name: string, PATH = process.env['PATH'] ?? '') {
  const folder = project(name);
  const action = join(place.folder, `checkout of ${name}`);
  place.sh(`git clone --quiet --branch main "${place.bare}" "${action}"`, place.folder);
  const { steps } = parse(readFileSync(join(action, 'action.yml'), 'utf8')).runs as { steps: { run?: string }[] };
  const env = { GITHUB_ACTION_PATH: action, PATHS: '报告 2025', OPTIONS: '', SARIF: 'out.sarif', PATH };
  const done = steps.flatMap(({ run }) => (run === undefined ? [] : [place.sh(run, folder, env)]));
  expect(
    done.map(({ status }) => status),
    done.map(({ stderr }) => stderr).join(''),
  ).toEqual([0, 1]);
  expect(done[1]!.stdout).toMatch(/^::error file=报告 2025\/总结 一\.txt,line=1,/);
  expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
}

online('the steps of action.yml', ['bash'], () => runAction('action'));

for (const version of ['22', '24']) {
  online(`the steps of action.yml, with Node ${version} and npm 10`, ['bash'], () => {
    const PATH = [otherNode(place, version), process.env['PATH']].join(delimiter);
    expect(place.sh('node --version && npm --version', '.', { PATH }).stdout).toMatch(
      new RegExp(`^v${version}\\.\\S+\n10\\.`),
    );
    runAction(`action, Node ${version}`, PATH);
  });
}

online('pre-commit', ['pre-commit'], () => {
  const folder = project('pre-commit');
  const env = { PRE_COMMIT_HOME: preCommitHome };
  const config = snippet('pre-commit')
    .replace(/repo: .*/, `repo: '${place.bare}'`)
    .replace(/rev: .*/, `rev: ${HEAD}`);
  writeFileSync(join(folder, '.pre-commit-config.yaml'), config);
  const ran = place.sh('pre-commit run --all-files', folder, env);
  expect(ran.stdout).toContain(FOUND);
  const git = 'git -c user.name=a -c user.email=a@b.c';
  const refused = place.sh(`pre-commit install >&2 && git add . && ${git} commit --quiet -m first`, folder, env);
  expect({ status: refused.status, said: refused.stdout + refused.stderr }).toEqual({
    status: 1,
    said: expect.stringContaining(FOUND),
  });
  writeFileSync(join(folder, '报告 2025/总结 一.txt'), '全年新增企业8家。\n');
  expect(place.sh(`git add . && ${git} commit --quiet -m second`, folder, env).status).toBe(0);
});

online('the job of GitLab', ['bash'], () => {
  const folder = project('gitlab');
  const { before_script: before, script } = parse(snippet('gitlab')).reports as Record<
    'before_script' | 'script',
    string[]
  >;
  const prefix = join(place.folder, 'gitlab image');
  const env = { npm_config_prefix: prefix, PATH: `${join(prefix, 'bin')}${delimiter}${process.env['PATH']}` };
  const prepared = place.sh(ours(before.join('\n')), folder, env);
  expect(prepared.status, prepared.stderr).toBe(0);
  expect(readFileSync(join(prefix, 'share/man/man1/gaige.1'), 'utf8')).toContain('gaige');
  expect(place.sh(ours(script[0]!), folder, env).status).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).toHaveLength(1);
  expect(place.sh(ours(script[1]!), folder, env)).toMatchObject({ status: 1, stdout: `${FOUND}\n` });
});

online('a job of GitLab whose repository is not there says so', ['bash'], () => {
  const { before_script: before } = parse(snippet('gitlab')).reports as { before_script: string[] };
  const env = { npm_config_prefix: join(place.folder, 'nothing') };
  const script = ours(before.join('\n')).replace('.git#', '-none.git#');
  const { status, stderr } = place.sh(script, place.folder, env);
  expect(status).not.toBe(0);
  expect(stderr).toContain('npm error');
});

online('npm', ['npm'], () => {
  const folder = project('npm');
  writeFileSync(join(folder, 'package.json'), ours(snippet('npm')).replace(/"报告 2025"/, '\\"报告 2025\\"'));
  const installed = place.sh(ours(snippet('npm-install')), folder);
  expect(installed.status, installed.stderr).toBe(0);
  expect(place.sh('npm run --silent check:reports', folder)).toMatchObject({ status: 1, stdout: `${FOUND}\n` });
});

test.skipIf(HEAD === '')(
  'npm pack: the same bytes from two clones',
  () => {
    const pack = (name: string): Buffer => {
      const clone = join(place.folder, name);
      mkdirSync(join(place.folder, name.split('/')[0]!), { recursive: true });
      place.sh(`git clone --quiet "${place.bare}" "${clone}"`, place.folder);
      symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
      const { status, stdout, stderr } = place.sh(
        'npm run --silent build && npm pack --loglevel=error --ignore-scripts',
        clone,
      );
      expect(status, stderr).toBe(0);
      return readFileSync(join(clone, stdout.trim()));
    };
    expect(pack('one').equals(pack('two/in another folder'))).toBe(true);
  },
  900_000,
);
