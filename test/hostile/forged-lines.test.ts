/** No name of a file and no text of others puts a line, a colour or a command of its own where people read ours. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/messages/command-line.ts';
import { COMMANDS, OPTIONS } from '../../src/options/declared.ts';
import { shown, shownLines } from '../../src/text/shown.ts';
import { runMain } from '../cli/support.ts';
import { correctionsOf, indicator, TEXT } from '../corrections/support.ts';

test.each([
  ['a\nb.txt', 'a\\nb.txt'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['年报\u202etxt.exe', '年报\\u202etxt.exe'],
  ['::error::x', '\\u003a:error::x'],
  ['  ::error::x', '  \\u003a:error::x'],
  ['甲##[error]x', '甲\\u0023#[error]x'],
  ['\ud800', '\\ud800'],
  ['a::b # ## c', 'a::b # ## c'],
])('%j is shown as %s', (name, words) => {
  expect(shown(name)).toBe(words);
  expect(shown(words)).toBe(words);
});

test('lines stay where they are meant', () => {
  expect(shownLines('甲\n::error::乙\r\n')).toBe('甲\n\\u003a:error::乙\\r\n');
});

const folder = mkdtempSync(join(tmpdir(), 'gaige-forged-'));
const NAMES = [
  '甲\n::error file=x::forged.txt',
  '::error::乙.txt',
  '丙\u001b]0;forged\u0007\u001b[2J.txt',
  '丁\u202eforged\u2066.txt',
  '戊\r::warning::forged.txt',
  '##[error]己.txt',
];
for (const name of NAMES)
  writeFileSync(join(folder, name), '云岭区改革总结\n\n新建学校*所，**区完成5.4%。\n::error::forged，新建*所。\n');
writeFileSync(join(folder, '\n::error::坏.docx'), 'PK\u0003\u0004');
writeFileSync(
  join(folder, '\n::error::行.csv'),
  '标题,正文\n"\u001b[31m::error::forged\n::error::forged","新建学校*所"\n',
);
mkdirSync(join(folder, 'packs'));
writeFileSync(
  join(folder, 'packs', '\n::error::forged.yaml'),
  'rules: [{ id: "a/\\u001b[31m", pattern: "(", emit: {} }]\n"::error::forged": 1\n',
);

/** A pack that holds, in a file and under a name that do not. */
mkdirSync(join(folder, 'rules'));
const rules = join(folder, 'rules', '\n::error::forged.yaml');
writeFileSync(
  rules,
  'pack: { name: forged, version: "1" }\nrules: [{ id: forged/rule, pattern: "完成 <percent>", emit: { name: "\\n::error::\\u001b[31m" }, priority: 9, examples: { match: ["完成5%"], skip: ["增长\\u202e5%"] } }]\n' +
    'domains: [{ id: forged, label: "\\n::error::forged\\u001b[31m", field: "甲\\n::error::", terms: [改革] }]\n',
);
/** What readers and annotators say, of reports with such names. */
const said = join(folder, 'said');
mkdirSync(said);
const report = join(said, '\n::error::报告.txt');
writeFileSync(report, TEXT);
const corrections = ['\n::error::甲', '\u001b[31m乙\u202e'].map((by, i) => {
  const path = join(said, `\n::error::${i}.corrections.json`);
  const to = i === 0 ? 'target' : 'reference';
  const marks = [
    { mark: 'change', ...indicator('63家'), field: 'status', from: 'achieved', to },
    { mark: 'change', ...indicator('12家'), field: 'scope', from: null, to: `\n::error::${by}` },
    { mark: 'wrong', ...indicator('3.5万人'), text: '\n::error::none' },
  ];
  writeFileSync(path, JSON.stringify(correctionsOf(TEXT, marks as never[], { by, path: report })));
  return path;
});
mkdirSync(join(folder, 'gold'));
writeFileSync(
  join(folder, 'gold', '\n::error::金.json'),
  JSON.stringify({
    file: join(said, '\n::error::报告.txt'),
    indicators: [
      {
        start: 3,
        text: '\n::error::',
        number: 1,
        bound: 'eq',
        unit: '\u202e',
        kind: 'level',
        direction: null,
        status: 'achieved',
        name: '\n::error::\u001b',
      },
    ],
  }),
);
writeFileSync(join(folder, 'gold', '\n::error::坏.json'), '{');
writeFileSync(join(folder, 'floors.json'), JSON.stringify({ '\n::error::floor': 99 }));
const { stdout: records } = await runMain(['extract', '--no-config', report, '--format', 'ndjson']);
writeFileSync(
  join(folder, 'records.ndjson'),
  `${records.replaceAll('青禾区', '\\n::error::青禾\\u001b区')}{"a":"\\n::error::"}\n`,
);
const [first = '', second = ''] = NAMES.map((name) => join(folder, name));

const PATHS = [folder];
const formatsOf = (name: keyof typeof OPTIONS): readonly string[] => OPTIONS[name].choices ?? [];
/** Of a command in each of its formats. */
const inAll = (name: keyof typeof OPTIONS, ...argv: string[]): string[][] =>
  formatsOf(name).map((format) => [...argv, '--format', format]);

const CASES: readonly (readonly string[])[] = [
  ...formatsOf('format')
    .filter((format) => !['xlsx', 'parquet'].includes(format))
    .map((format) => ['extract', ...PATHS, '--format', format]),
  ['extract', ...PATHS, '--format', 'brief'],
  ['extract', ...PATHS, '--format', 'summary', '--verbose', '--rules', rules],
  ...inAll('checkFormat', 'check', '--no-config', ...PATHS).filter((argv) => !argv.includes('xlsx')),
  ['check', '--no-config', ...PATHS, '--summary', '--format', 'unix', '--verbose', '--rules', rules],
  ['check', '--no-config', '--baseline', join(folder, '\n::error::b.json'), ...PATHS],
  ...inAll('tableFormat', 'table', ...PATHS, join(folder, 'records.ndjson')).filter(
    (argv) => !['xlsx', 'parquet'].some((each) => argv.includes(each)),
  ),
  ['table', ...PATHS, '--long', '--format', 'pretty'],
  ['table', join(folder, 'records.ndjson'), '--name', '企业', '--long', '--format', 'md'],
  ['table', ...PATHS, '--why', '\n::error::forged,2025,gdp'],
  ...inAll('trackFormat', 'track', join(folder, 'records.ndjson')).filter(
    (argv) => !['xlsx', 'parquet'].some((each) => argv.includes(each)),
  ),
  ['track', ...PATHS, '--format', 'pretty'],
  ['explain', first, '--at', '3:5'],
  ['explain', first, '--at', '4:17'],
  ...inAll('scoreFormat', 'explain', first, '--at', '3:13', '--rules', rules),
  ...formatsOf('stage').map((stage) => ['inspect', '--stage', stage, first]),
  ...inAll('inspectFormat', 'inspect', '--stage', 'judge', '--rules', rules, second),
  ['explain', `${first}:3:13`],
  ['text', first],
  ['quantities', first],
  ['stream'],
  ['rules', 'lint', join(folder, 'packs')],
  ['rules', 'test', join(folder, 'packs')],
  ...inAll('scoreFormat', 'rules', 'lint', rules),
  ...inAll('testFormat', 'rules', 'test', rules),
  ...inAll('scoreFormat', 'rules', 'list', rules),
  ...inAll('scoreFormat', 'rules', 'show', 'forged/rule', '--rules', rules),
  ...inAll('scoreFormat', 'rules', 'show', 'forged', '--rules', rules),
  ...inAll('scoreFormat', 'rules', 'gaps', ...PATHS),
  ...inAll('scoreFormat', 'rules', 'bench', '--rules', rules, first),
  ['rules', 'new', join(folder, '\n::error::new.yaml')],
  ['rules', 'schema'],
  ['extract', '--rules', join(folder, 'p\n::error::forged.yaml'), ...PATHS],
  ['extract', '--rules', join(folder, 'packs', '\n::error::forged.yaml'), ...PATHS],
  ['extract', '\n::error::forged'],
  ['extract', '--format', '\n::error::forged', ...PATHS],
  ['\n::error::forged'],
  ['--\n::error::forged'],
  ['rules', 'show', '\n::error::forged'],
  ['score', '--gold', join(folder, '\n::error::forged')],
  ...inAll(
    'scoreFormat',
    'score',
    '--gold',
    join(folder, 'gold'),
    '--misses',
    '50',
    '--floors',
    join(folder, 'floors.json'),
  ),
  ['extract', ...PATHS, '-o', join(folder, '\n::error::none', 'x.json')],
  ['extract', ...PATHS, '--config', join(folder, '\n::error::forged.yaml')],
  ['corrections', 'merge', join(folder, '\n::error::forged.json'), join(folder, '\u001b[31m')],
  ...inAll('mergeFormat', 'corrections', 'merge', ...corrections),
  ...['summary', 'ndjson', 'csv'].map((format) => [
    'corrections',
    'apply',
    report,
    join(folder, 'records.ndjson'),
    '--format',
    format,
    '--corrections',
    ...corrections,
  ]),
  ['corrections', 'gold', report, '-o', join(folder, '\n::error::gold'), '--corrections', ...corrections],
  ['completion', '\n::error::zsh'],
  ['schema', '\n::error::record'],
];

test('the pack of forged names holds', async () => {
  expect((await runMain(['extract', report, '--rules', rules, '--no-config', '-q'])).code).toBe(0);
});

test('every command has a case, in each of its formats', () => {
  const binary = ['xlsx', 'parquet'];
  for (const name of COMMAND_NAMES) {
    const own = CASES.filter((argv) => argv.slice(0, name.split(' ').length).join(' ') === name);
    expect(own, name).not.toEqual([]);
    if (name === 'corrections apply') continue;
    const option = COMMANDS[name].options.find((each) => /format$/i.test(each));
    for (const format of option === undefined ? [] : formatsOf(option as keyof typeof OPTIONS))
      if (!binary.includes(format))
        expect(
          own.filter((argv) => argv.includes(format)),
          `${name} ${format}`,
        ).not.toEqual([]);
  }
});

/** Data is exact: a name in it is escaped as its format escapes, and no more. */
const DATA = new Set(['json', 'ndjson', 'sarif', 'gitlab', 'csv', 'html']);

test.each(CASES.map((argv) => ({ name: argv.map((word) => JSON.stringify(word).slice(0, 40)).join(' '), argv })))(
  '$name',
  async ({ argv }) => {
    for (const terminal of [false, true]) {
      const stdin =
        argv[0] === 'stream'
          ? '{"id":"\\n::error::","text":"\\u001b[31m::error::","name":"\\n::error::"}\n::error::\n'
          : '';
      const { stdout, stderr, code } = await runMain(argv, {
        cwd: folder,
        terminal,
        stdin,
        env: { NO_COLOR: '1', TERM: 'dumb' },
      });
      expect(code, stderr).not.toBe(70);
      const isGithub = argv.includes('github');
      const isData =
        argv.some((word) => DATA.has(word)) ||
        ['text', 'stream', 'quantities', 'completion'].includes(argv[0] ?? '') ||
        (argv[1] === 'merge' && !terminal);
      const people = isData ? [stderr] : [stdout, stderr];
      for (const words of people) {
        expect(words).not.toMatch(/(?![\n\t])\p{Cc}/u);
        expect(words).not.toMatch(/[\u2028\u2029]/);
        for (const line of words.split('\n')) {
          if (!isGithub || words === stderr) expect(line).not.toMatch(/^\s*::|##\[/);
          // Beyond ten of a level findings are plain lines of the log, and one command counts them.
          else if (line !== '')
            expect(line).toMatch(/^(?:::(?:error|warning|notice) file=|::notice::\S+ \d+|- (?!.*##\[))/);
        }
        if (!isGithub || words === stderr) expect(words).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }
    }
  },
);
