/** No name of a file and no text of others puts a line, a colour or a command of its own where people read ours. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shown, shownLines } from '../../src/text/shown.ts';
import { runMain } from '../cli/support.ts';

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
const pack = join(folder, 'p\n::error::forged.yaml');
mkdirSync(join(folder, 'packs'));
writeFileSync(
  join(folder, 'packs', '\n::error::forged.yaml'),
  'rules: [{ id: "a/\\u001b[31m", pattern: "(", emit: {} }]\n"::error::forged": 1\n',
);

const PATHS = [folder];
const COMMANDS: readonly (readonly string[])[] = [
  ...['summary', 'brief'].map((format) => ['extract', ...PATHS, '--format', format]),
  ['extract', ...PATHS, '--format', 'summary', '--verbose'],
  ...['pretty', 'unix', 'github', 'junit', 'sarif', 'gitlab', 'json', 'ndjson'].map((format) => [
    'check',
    '--no-config',
    ...PATHS,
    '--format',
    format,
  ]),
  ['check', '--no-config', ...PATHS, '--summary', '--format', 'unix', '--verbose'],
  ['check', '--no-config', '--baseline', join(folder, '\n::error::b.json'), ...PATHS],
  ...['pretty', 'md'].map((format) => ['table', ...PATHS, '--format', format]),
  ['table', ...PATHS, '--long', '--format', 'pretty'],
  ['explain', `${join(folder, NAMES[0] ?? '')}:3:5`],
  ['explain', `${join(folder, NAMES[0] ?? '')}:4:17`],
  ['inspect', '--stage', 'validate', ...NAMES.map((name) => join(folder, name))],
  ['inspect', '--stage', 'lex', ...NAMES.map((name) => join(folder, name))],
  ['rules', 'lint', join(folder, 'packs')],
  ['rules', 'test', join(folder, 'packs')],
  ['extract', '--rules', pack, ...PATHS],
  ['extract', '--rules', join(folder, 'packs', '\n::error::forged.yaml'), ...PATHS],
  ['rules', 'gaps', ...PATHS],
  ['extract', '\n::error::forged'],
  ['extract', '--format', '\n::error::forged', ...PATHS],
  ['\n::error::forged'],
  ['--\n::error::forged'],
  ['rules', 'show', '\n::error::forged'],
  ['score', '--gold', join(folder, '\n::error::forged')],
  ['extract', ...PATHS, '-o', join(folder, '\n::error::none', 'x.json')],
  ['extract', ...PATHS, '--config', join(folder, '\n::error::forged.yaml')],
  ['corrections', 'merge', join(folder, '\n::error::forged.json'), join(folder, '\u001b[31m')],
];

test.each(COMMANDS)('%j %j %j %j %j %j', async (...argv) => {
  for (const terminal of [false, true]) {
    const { stdout, stderr, code } = await runMain(
      argv.filter((word) => word !== undefined),
      { cwd: folder, terminal, env: { NO_COLOR: '1', TERM: 'dumb' } },
    );
    expect(code).not.toBe(70);
    const isGithub = argv.includes('github');
    // Data is exact: a name in it is escaped as its format escapes, and no more.
    const isData = argv.some((word) => ['json', 'ndjson', 'sarif', 'gitlab'].includes(word));
    for (const words of [stdout, stderr]) {
      expect(words).not.toMatch(/(?![\n\t])\p{Cc}/u);
      for (const line of words.split('\n')) {
        if (!isGithub || words === stderr)
          expect(line).not.toMatch(isData && words === stdout ? /^\s*::/ : /^\s*::|##\[/);
        // Beyond ten of a level findings are plain lines of the log, and one command counts them.
        else if (line !== '')
          expect(line).toMatch(/^(?:::(?:error|warning|notice) file=|::notice::\S+ \d+|- (?!.*##\[))/);
      }
      if (!isData && !isGithub) expect(words).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  }
});
