/** What `gaige.yaml` and the environment say of every command, through the real binary. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf } from '../../src/cli/language.ts';
import { jsonSchema } from '../../src/pipeline/json-schemas.ts';
import { snippet } from '../support/snippets.ts';
import { makeFolder, writeIn } from './check-support.ts';
import { runBinary } from './support.ts';

const REPORT = '一、发展情况\n全年新增高新技术企业12家，增长5%。**区位居全省第一。\n';

let folder: string;

beforeAll(() => {
  folder = makeFolder();
});

afterAll(() => rmSync(folder, { recursive: true }));

let cases = 0;

async function run(settings: string, argv: string[]) {
  const cwd = join(folder, String(cases++));
  writeIn(cwd, { 'a.txt': REPORT, 'gaige.yaml': settings });
  return { ...(await runBinary(argv, { cwd })), cwd };
}

describe('defaults', () => {
  test.concurrent.each<[string, string, string[], RegExp]>([
    ['a format', 'defaults: { extract: { format: csv, select: indicators } }', ['extract', 'a.txt'], /^\ufeffreport,/],
    [
      'that the command line overrules',
      'defaults: { extract: { format: csv } }',
      ['extract', 'a.txt', '--format', 'ndjson'],
      /^\{"schemaVersion"/,
    ],
    [
      'of another command',
      'defaults: { extract: { format: csv } }',
      ['check', 'a.txt', '--fail-on', 'never'],
      /^a\.txt:2:/,
    ],
    [
      'a list',
      'defaults: { table: { long: true, concept: [gdp, cpi], format: csv } }',
      ['table', 'a.txt'],
      /^\ufeffregion,|^\ufeff/,
    ],
    ['two words', 'defaults: { rules list: { format: json } }', ['rules', 'list'], /^[[{]/],
    ['a number', 'defaults: { extract: { jobs: 1, maxFileSize: 5MB } }', ['extract', 'a.txt'], /^\{/],
    ['none', 'defaults: { extract: { format: csv } }', ['extract', 'a.txt', '--no-config'], /^\{"schemaVersion"/],
    [
      'no defaults',
      'defaults: { extract: { format: csv } }',
      ['extract', 'a.txt', '--no-defaults'],
      /^\{"schemaVersion"/,
    ],
    ['nothing', 'defaults:', ['extract', 'a.txt'], /^\{"schemaVersion"/],
    ['nothing of a command', 'defaults: { extract: }', ['extract', 'a.txt'], /^\{"schemaVersion"/],
    ['a language', 'lang: en', ['check', 'a.txt', '--fail-on', 'never'], /missing name/],
    [
      'a language that the command line overrules',
      'lang: en',
      ['check', 'a.txt', '--lang', 'zh', '--fail-on', 'never'],
      /缺少名称/,
    ],
  ])('%s', async (_, settings, argv, stdout) => {
    const result = await run(settings, argv);
    expect(result.stdout, result.stderr).toMatch(stdout);
  });

  test('the name of an output tells its format', async () => {
    const { code, stderr } = await run('defaults: { extract: { format: csv } }', [
      'extract',
      'a.txt',
      '-o',
      'new/a.json',
    ]);
    expect({ code, stderr: /csv/.test(stderr) }).toEqual({ code: 0, stderr: false });
  });

  test.concurrent.each<[string, string[], RegExp]>([
    ['check: { summary: true }', ['check', 'a.txt', '--format', 'sarif'], /"results"/],
    ['check: { summary: true }', ['check', 'a.txt', '--format', 'json'], /"reports"/],
    ['check: { format: sarif }', ['check', 'a.txt', '--summary'], /^a\.txt: /],
    ['table: { format: csv, long: true }', ['table', 'a.txt', '--why', '青禾县,2024,gdp'], /^$/],
    ['table: { rows: [region] }', ['table', 'a.txt', '--columns', 'region'], /^\ufeff/],
    ['table: { unit: [亿元] }', ['table', 'a.txt', '--concept', 'cpi', '--format', 'csv'], /^\ufeff/],
  ])('%s gives way to %j', async (said, argv, stdout) => {
    const result = await run(`defaults: { ${said} }`, [...argv, '-q']);
    expect(result.stderr).toBe('');
    expect(result.stdout).toMatch(stdout);
  });

  test('a folder takes a format, and the name of a file tells another', async () => {
    const settings = 'defaults: { extract: { format: csv }, check: { summary: true } }';
    const { cwd } = await run(settings, ['extract', 'a.txt', '-q', '-o', 'tables/']);
    expect(readdirSync(join(cwd, 'tables'))).toContain('indicators.csv');
    const { code } = await runBinary(['check', 'a.txt', '-o', 'a.sarif'], { cwd });
    expect({ code, head: readFileSync(join(cwd, 'a.sarif'), 'utf8').slice(0, 1) }).toEqual({ code: 1, head: '{' });
    expect(await runBinary(['extract', 'a.txt', '-q', '-o', 'a.json'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('the published schema knows them as the command line does', () => {
    const isConfig = new Ajv2020({ strict: true, validateFormats: false }).compile(jsonSchema('config'));
    const said = [
      { extract: { format: 'xlsx', jobs: 2, maxFileSize: '5MB', timeoutPerReport: '10m', textColumn: 2 } },
      { table: { rows: ['region'], columns: 'year', year: '2019-2025', unit: ['亿元'] }, 'rules list': null },
      null,
    ];
    expect(said.map((defaults) => isConfig({ defaults }))).toEqual(said.map(() => true));
    const faulty = [
      { extract: { format: 'sarif' } },
      { extract: { noConfig: true } },
      { check: { format: 'xlsx' } },
      { extarct: {} },
      { completion: {} },
      { table: { rows: ['regoin'] } },
      { extract: { jobs: 'many' } },
    ];
    expect(faulty.map((defaults) => isConfig({ defaults }))).toEqual(faulty.map(() => false));
  });

  test.concurrent.each<[string, string, RegExp]>([
    ['what would be of no effect', 'defaults: { extract: { noConfig: true } }', /gaige\.yaml:1:24[\s\S]*noConfig/],
    ['an unknown command', 'defaults: { extarct: { format: csv } }', /gaige\.yaml:1:13.*\n?[\s\S]*extract/],
    ['an unknown option', 'defaults: { check: { formt: csv } }', /gaige\.yaml:1:22[\s\S]*format/],
    ['what is for one run', 'defaults: { extract: { output: a.csv } }', /gaige\.yaml:1:24/],
    ['an unknown value', 'defaults: { extract: { format: odt } }', /gaige\.yaml:1:32[\s\S]*odt[\s\S]*xlsx/],
    ['no number', 'defaults: { extract: { jobs: many } }', /gaige\.yaml:1:30/],
    ['a word for a switch', 'defaults: { extract: { quiet: very } }', /gaige\.yaml:1:31[\s\S]*true/],
    ['a fault of another command', 'defaults: { table: { columns: [regoin] } }', /gaige\.yaml:1:31[\s\S]*region/],
    ['an unknown language', 'lang: fr', /gaige\.yaml:1:7[\s\S]*zh/],
  ])('%s is told with its place', async (_, settings, stderr) => {
    const result = await run(settings, ['extract', 'a.txt']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(stderr);
  });

  test.each(['README.md', 'README.zh-CN.md'])('those of %s', async (docs) => {
    const { code, stderr } = await run(snippet('settings', docs).replace(/^rules:.*\n/m, ''), ['extract', 'a.txt']);
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });

  test('what goes wrong is told in the language of the file', async () => {
    expect((await run('lang: en', ['extract', 'nope.txt'])).stderr).toMatch(/^error: no such file/);
  });
});

test.each<[Record<string, string>, 'zh' | 'en']>([
  [{}, 'zh'],
  [{ LANG: '' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'C' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'C', LC_MESSAGES: 'zh_TW.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8', LC_ALL: '' }, 'en'],
])('the language of %j', (env, language) => {
  expect(languageOf([], env)).toBe(language);
  expect(languageOf(['--lang', 'zh'], env)).toBe('zh');
});
