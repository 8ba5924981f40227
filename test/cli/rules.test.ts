import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseJunit } from 'junit2json';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { writePack } from '../support/packs.ts';
import { fakeHost, recordsOf, runMain } from './support.ts';

const PACK = `pack: { name: mine, version: 1.0.0 }
rules:
  - id: my/parcels
    pattern: '投递 <count unit=件>'
    emit: { name: 投递量 }
    examples: { match: [{ text: 投递3件, number: 3 }], skip: [送出3件] }
`;

const good = writePack('good.yaml', PACK);
const wrong = writePack('wrong.yaml', PACK.replace('number: 3', 'number: 4'));
const broken = writePack('broken.yaml', PACK.replace('unit=件', 'unti=件').replace('emit', 'emti'));
const report = writePack('report.txt', '全市投递5万件，引进**研究院。\n');

const run = (...argv: string[]) => runMain([...argv, '--lang', 'en']);

describe('gaige rules', () => {
  test('list', async () => {
    const { code, stdout } = await run('rules', 'list', good);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^my\/parcels {2}name=投递量 {2}examples 1\+1 {2}.*good\.yaml:3\n$/);
    const listed = JSON.parse((await run('rules', 'list', '--format', 'json')).stdout);
    expect(listed.find(({ id }: { id: string }) => id === 'accept/unit')).toMatchObject({
      sort: 'rule',
      pack: 'gaige',
    });
    expect(listed.find(({ id }: { id: string }) => id === 'name/noun')).toMatchObject({ sort: 'context' });
    expect(listed.find(({ id }: { id: string }) => id === 'law')).toMatchObject({
      sort: 'domain',
      emits: { label: '民主法治', field: '民主法制领域' },
    });
  });

  test('show', async () => {
    const { stdout } = await run('rules', 'show', 'my/parcels', '--rules', good);
    expect(stdout).toMatch(
      /good\.yaml:3 {2}\(mine\)\n.*投递 <count unit=件>\n.*name=投递量\n.*0\n\+.*投递3件.*\n−.*送出3件\n$/s,
    );
    expect(JSON.parse((await run('rules', 'show', 'name/noun', '--format', 'json')).stdout)).toMatchObject({
      id: 'name/noun',
      source: { noun: 'name' },
    });
  });

  test('show of what is not there names the nearest', async () => {
    const { code, stderr } = await run('rules', 'show', 'my/parsels', '--rules', good);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no such rule: my\/parsels\n.*did you mean my\/parcels\?/);
  });

  test('lint', async () => {
    expect(await run('rules', 'lint', good)).toMatchObject({ code: 0, stdout: '', stderr: 'errors: 0, warnings: 0\n' });
    const { code, stdout } = await run('rules', 'lint', broken);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /broken\.yaml:5:5: error: nothing is called 'emti' here.*\n.*\n5 \|.*\n.*\^\n {2}did you mean emit\?; see docs/,
    );
    expect(JSON.parse((await run('rules', 'lint', broken, '--format', 'json')).stdout)[0]).toMatchObject({
      code: 'UNKNOWN_KEY',
    });
    expect((await run('rules', 'lint')).code).toBe(0);
  });

  test('a class that is needed and switched off is told by every command', async () => {
    const needy = writePack('needy.yaml', `${PACK}off:\n  classes: [measure-head]\n`);
    const told = expect.stringMatching(/needy\.yaml:8:13.*'measure-head'.*\^{12}\n.*see docs\/rules\.md#packs/s);
    expect(await run('rules', 'lint', needy)).toMatchObject({ code: 1, stdout: told });
    expect(await run('rules', 'test', needy)).toMatchObject({ code: 2, stderr: told });
    expect(await run('extract', report, '--rules', needy)).toMatchObject({ code: 2, stderr: told });
  });

  test('test', async () => {
    expect(await run('rules', 'test', good)).toMatchObject({
      code: 0,
      stdout: 'examples: 2, wrong: 0\nrules: 1, fired by examples: 1 (100.0 %)\n',
    });
    expect(await run('rules', 'test', wrong)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('expected number: 4'),
    });
    expect(await run('rules', 'test', broken)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('fault in rules'),
    });
  });

  test('test --format junit', async () => {
    const { stdout } = await run('rules', 'test', wrong, '--format', 'junit');
    expect(await parseJunit(stdout)).toMatchObject({
      tests: 2,
      failures: 1,
      testsuite: [{ testcase: [{ classname: 'my/parcels', failure: [{ message: expect.any(String) }] }, {}] }],
    });
  });

  test('test --update', async () => {
    const path = writePack('update.yaml', PACK.replace('number: 3', 'number: 4'));
    expect((await run('rules', 'test', path, '--update')).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(PACK);
    const hopeless = writePack('hopeless.yaml', PACK.replace('match: [{ text: 投递3件', 'match: [{ text: 送出3件'));
    expect((await run('rules', 'test', hopeless, '--update')).code).toBe(1);
  });

  test('test --watch runs again when the file is saved, and ends with Ctrl-C', async () => {
    const path = writePack('watched/pack.yaml', PACK);
    const host = fakeHost();
    const runs = () => host.stdout.text.match(/^examples: /gm)?.length ?? 0;
    const until = async (isDone: () => boolean) => {
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const done = main(['rules', 'test', path, '--watch', '--lang', 'en'], host);
    await until(() => host.stderr.text.includes('waiting'));
    // The watch begins a moment after it is announced.
    const saving = setInterval(() => appendFileSync(path, '# saved\n'), 100);
    await until(() => runs() >= 2);
    clearInterval(saving);
    host.send('SIGINT');
    expect(await done).toBe(130);
  });

  test('new writes a pack that passes, and no file twice', async () => {
    const path = join(dirname(good), '我的规则.yaml');
    expect((await run('rules', 'new', path)).code).toBe(0);
    expect(await run('rules', 'test', path)).toMatchObject({ code: 0, stdout: expect.stringContaining('wrong: 0') });
    expect(await run('rules', 'lint', path)).toMatchObject({ code: 0, stdout: '' });
    expect(await run('rules', 'new', path)).toMatchObject({ code: 2, stderr: expect.stringContaining('in the way') });
  });

  test('schema is that of rule files', async () => {
    expect((await run('rules', 'schema')).stdout).toBe((await run('schema', 'pack')).stdout);
  });

  test('gaps and bench', async () => {
    const gaps = await run('rules', 'gaps', writePack('gap.txt', '发运家禽40笼。'));
    expect(gaps.stdout).toMatch(/units that no rule knows:\n {2}笼 ×1\n {4}gap\.txt:1 …发运家禽40笼。…\n/);
    const bench = await run('rules', 'bench', report);
    expect(bench.stdout).toMatch(/^reports: 1, figures: 1\n/);
    expect(bench.stdout).toMatch(/^accept\/unit +\d+\.\d +1 +1 /m);
  });
});

describe('gaige explain', () => {
  test('--at', async () => {
    const { code, stdout } = await run('explain', report, '--at', '1:5', '--rules', good);
    expect(code).toBe(0);
    expect(stdout).toMatch(/report\.txt:1:5 {2}5万件 {2}— an indicator\n/);
    expect(stdout).toMatch(/^ {2}name +投递量 {2}← my\/parcels$/m);
  });

  test('--id', async () => {
    const [record] = recordsOf((await run('extract', report)).stdout) as unknown as {
      placeholders: { id: string }[];
    }[];
    const { stdout } = await run('explain', report, '--id', record!.placeholders[0]!.id, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      found: 'placeholder',
      line: 1,
      column: 11,
      context: { id: 'name/noun' },
    });
  });

  test.each([
    [['--at', '9:1'], 'the report has no 9:1'],
    [['--id', 'i0000000000'], 'the report has no i0000000000'],
    [[], 'name one place'],
    [['--at', '1:1', '--id', 'i0000000000'], 'name one place'],
    [['--at', 'here'], "does not take 'here'"],
  ])('%j', async (options, words) => {
    expect(await run('explain', report, ...options)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  });
});

describe('gaige.yaml', () => {
  const config = join(dirname(good), 'gaige.yaml');
  writeFileSync(config, 'rules: [good.yaml]\n');

  test('names packs from its own folder, for every command', async () => {
    const [record] = recordsOf((await run('extract', report, '--config', config)).stdout) as unknown as {
      tool: { rules: string };
      indicators: { name: string }[];
    }[];
    expect(record!.indicators[0]!.name).toBe('投递量');
    expect(record!.tool.rules).toMatch(/^gaige@\S+ mine@1\.0\.0\+\S+$/);
    expect((await run('rules', 'list', '--config', config)).stdout).toMatch(/^my\/parcels /);
  });

  test('--rules comes after it', async () => {
    const later = writePack('later.yaml', PACK.replace('投递量', '收件量'));
    const { stdout } = await run('extract', report, '--config', config, '--rules', later);
    expect(stdout).toContain('"name":"收件量"');
  });

  test('a fault in it is told with its place', async () => {
    const path = writePack('gaige-broken.yaml', 'ruels: [good.yaml]\n');
    const { code, stderr } = await run('extract', report, '--config', path);
    expect(code).toBe(2);
    expect(stderr).toMatch(/gaige-broken\.yaml:1:1.*did you mean rules\?/s);
  });
});
