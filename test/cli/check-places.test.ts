/** Where `gaige check` runs: what action.yml, the commit hook and the snippets of docs/check.md say is run as far as it can be without the service. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isReadableName } from '../../src/decode/index.ts';
import { snippet } from '../support/snippets.ts';
import { ROOT } from './support.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-places-'));
  mkdirSync(join(folder, 'reports'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  writeFileSync(join(folder, 'reports/a b.txt'), '新增企业*家。\n');
  const shim = join(folder, 'node_modules/.bin/gaige');
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/gaige.js')}" "$@"\n`);
  chmodSync(shim, 0o755);
});

afterAll(() => rmSync(folder, { recursive: true }));

function bash(script: string, env: Record<string, string> = {}) {
  const path = `${join(folder, 'node_modules/.bin')}:${process.env['PATH']}`;
  // As GitHub runs `shell: bash`.
  const argv = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return spawnSync('bash', argv, { cwd: folder, encoding: 'utf8', env: { PATH: path, LANG: 'zh_CN.UTF-8', ...env } });
}

describe('action.yml', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as {
    name: string;
    description: string;
    inputs: Record<string, { description: string; default: string }>;
    runs: { using: string; steps: { uses?: string; run?: string; shell?: string; env?: Record<string, string> }[] };
  };
  const { steps } = action.runs;
  const check = steps.at(-1)!;
  const run = (inputs: Record<string, string>) => {
    const given = Object.entries(check.env!).map(([name, value]): [string, string] => {
      const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)![1]!;
      return [name, inputs[input] ?? action.inputs[input]!.default];
    });
    return bash(check.run!, { ...Object.fromEntries(given), GITHUB_ACTION_PATH: ROOT });
  };

  test('is a composite action with all that one needs', () => {
    expect(action).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(action.runs.using).toBe('composite');
    for (const step of steps) expect(step.uses ?? step.shell).toBeTruthy();
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\w/);
  });

  test('annotates and fails', () => {
    const { status, stdout } = run({ paths: 'reports\n' });
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringMatching(/^::error file=reports\/a b\.txt,line=1,/),
    });
  });

  test('takes options, and paths with blanks', () => {
    expect(run({ paths: 'reports/a b.txt', options: '--kinds name,date' })).toMatchObject({ status: 0, stdout: '' });
  });

  test('writes SARIF first', () => {
    const { status } = run({ paths: 'reports', sarif: 'gaige.sarif' });
    expect(status).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, 'gaige.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  test('a path that is not there is told', () => {
    expect(run({ paths: 'nope', sarif: 'gaige.sarif' }).status).toBe(2);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as Record<string, string>[];

  test('has what a hook needs, and is the one that the docs name', () => {
    expect(hook).toMatchObject({ id: 'gaige-check', name: expect.any(String), language: 'node' });
    for (const docs of ['docs/check.md', 'docs/check.zh-CN.md']) {
      expect(parse(snippet('pre-commit', docs)).repos[0].hooks).toEqual([{ id: hook!['id'] }]);
    }
    expect(JSON.parse(readFileSync('package.json', 'utf8')).bin).toHaveProperty(hook!['entry']!.split(' ')[0]!);
  });

  test('takes reports and nothing else', () => {
    const takes = new RegExp(hook!['files']!);
    for (const name of ['a.txt', 'b/报告.docx', 'c.html', 'd.pdf']) {
      expect(takes.test(name)).toBe(true);
      expect(isReadableName(name)).toBe(true);
    }
    for (const name of ['a.js', 'txt', 'a.json', 'a.png']) expect(takes.test(name)).toBe(false);
  });

  test('runs', () => {
    const { status, stdout, stderr } = bash(`${hook!['entry']} 'reports/a b.txt'`);
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: 'reports/a b.txt:1:5: 缺少数值：新增企业 *家\n',
      stderr: '',
    });
  });
});

describe.each(['docs/check.md', 'docs/check.zh-CN.md'])('snippets of %s', (docs) => {
  test('GitLab', () => {
    const { reports: job } = parse(snippet('gitlab', docs)) as {
      reports: { script: string[]; artifacts: { reports: { codequality: string } } };
    };
    const [first, ...rest] = job.script;
    expect(bash(first!).status).toBe(0);
    const issues = JSON.parse(readFileSync(join(folder, job.artifacts.reports.codequality), 'utf8'));
    expect(issues).toMatchObject([{ location: { path: 'reports/a b.txt', lines: { begin: 1 } } }]);
    expect(bash(rest.join('\n')).status).toBe(1);
  });

  test('npm', () => {
    writeFileSync(join(folder, 'package.json'), snippet('npm', docs));
    const [name] = Object.keys(JSON.parse(snippet('npm', docs)).scripts);
    const { status, stdout } = spawnSync('npm', ['run', '--silent', name!], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringMatching(/^reports\/a b\.txt:1:5: /) });
  });

  test('settings', () => {
    const yaml = /```yaml\n(check:\n.*?)^```/ms.exec(readFileSync(docs, 'utf8'))![1]!;
    writeFileSync(join(folder, 'settings.yaml'), yaml);
    writeFileSync(join(folder, 'known.json'), '{"version":1,"entries":[]}');
    const argv = ['check', 'reports', '--config', 'settings.yaml', '--fail-on', 'never', '--quiet'];
    expect(execFileSync(join(folder, 'node_modules/.bin/gaige'), argv, { cwd: folder, encoding: 'utf8' })).toMatch(
      /\*家/,
    );
  });
});
