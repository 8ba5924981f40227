/**
 * Docs say what is true: every command of gaige in a code block is one that gaige takes, a block under `<!-- output of: gaige … -->` is
 * what that command prints; the comments `// →` at the end of one under `<!-- program -->` are what the program prints. `GAIGE_UPDATE=1`
 * writes both anew.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../src/cli/exit-codes.ts';
import { parseArguments } from '../src/cli/program.ts';
import * as limits from '../src/decode/limits.ts';
import { COMMAND_NAMES, HELP } from '../src/messages/command-line.ts';
import { LANGUAGES } from '../src/messages/language.ts';
import { DIAGNOSTIC_CODES } from '../src/model/diagnostic.ts';
import { domainSchema, indicatorSchema, placeholderSchema } from '../src/model/record.ts';
import { runMain } from './cli/support.ts';
import { withLimits } from './support/limits.ts';

const DOCS = globSync(['*.md', 'docs/**/*.md']).sort();

const COMMAND = /^(?:\$ )?(?:.*?[|&] *)?(?:gaige|npx gaige|node bin\/gaige\.js) (?<rest>[^|&<>#]+)/;

/** The arguments of gaige in a line of shell; null where it does not run gaige. */
function argumentsIn(line: string): string[] | null {
  const rest = COMMAND.exec(line.trim())?.groups?.['rest'];
  const words = rest?.match(/"[^"]*"|'[^']*'|\S+/g);
  return words?.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')) ?? null;
}

const blocksOf = (markdown: string, languages: RegExp): string[] =>
  [...markdown.matchAll(/^```(\w*)[^\n]*\n(.*?)^```/gms)]
    .filter(([, name]) => languages.test(name!))
    .map(([, , text]) => text!);

const parse = (argv: readonly string[]) => () => parseArguments(argv, 'en');

test.each(DOCS)('commands in %s', (file) => {
  const lines = blocksOf(readFileSync(file, 'utf8'), /^(?:sh|bash|shell|console)$/).flatMap((block) =>
    block.split('\n'),
  );
  for (const argv of lines.map(argumentsIn)) if (argv) expect(parse(argv), argv.join(' ')).not.toThrow();
});

describe.each(LANGUAGES)('examples of --help (%s)', (language) => {
  test.each(['gaige', ...COMMAND_NAMES] as const)('%s', (name) => {
    const commands = HELP[language].examples[name].map(([command]) => argumentsIn(command));
    expect(commands).not.toContain(null);
    for (const argv of commands) expect(parse(argv!)).not.toThrow();
  });
});

/** `head` is a marker up to what is shown of its output: the block of a command, the last comments of a program. */
const MARKED =
  /(?<head><!-- (?:output of: (?<command>gaige .*?) -->\s*```\w*\n|program -->\s*```js\n(?<program>.*?)(?=^(?:\/\/ → |```))))(?<shown>.*?)^```/gms;

type Block = { head: string; command?: string; program?: string; shown: string };

const BLOCKS = DOCS.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(MARKED)].map(({ groups }) => ({ file, block: groups as Block })),
);

test.each(BLOCKS)('$file: $block.head', async ({ file, block: { head, command, program, shown } }) => {
  const printed = command ? (await runMain(argumentsIn(command)!)).stdout : asComments(runProgram(program!));
  if (process.env['GAIGE_UPDATE']) replaceIn(file, head + shown, head + printed);
  else expect(printed).toBe(shown);
});

/** Run from the root of the package, which then goes by its own name. */
const runProgram = (program: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });

const asComments = (printed: string): string => printed.replace(/^(?=.)/gm, '// → ');

const replaceIn = (file: string, old: string, now: string): void =>
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(old, () => now),
  );

const READMES = DOCS.filter((file) => file.startsWith('README'));

describe.each(READMES)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  /** Of each table: what stands in code in the first cell of its rows. */
  const firstCells = text
    .split(/\n(?!\|)/)
    .map((block) =>
      [...block.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) => cell!.match(/(?<=`)[A-Za-z]+(?=`)/g) ?? []),
    );

  test.each([
    ['an indicator', indicatorSchema],
    ['a placeholder', placeholderSchema],
    ['a domain', domainSchema],
  ])('tells all fields of %s', (_, schema) => {
    const fields = Object.keys(schema.shape).sort();
    expect(firstCells.map((cells) => cells.sort())).toContainEqual(fields);
  });

  test('tells all commands, each in a row | `gaige NAME` | … |', () => {
    const commands = [...text.matchAll(/^\| `gaige ([a-z]+)` \|/gm)].map(([, name]) => name!);
    expect(commands.sort()).toEqual([...new Set(COMMAND_NAMES.map((name) => name.split(' ')[0]!))].sort());
  });

  test('tells all exit codes', () => {
    const codes = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});

test.each(DOCS)('links in %s lead to files', (file) => {
  const text = readFileSync(file, 'utf8').replace(/^```.*?^```/gms, '');
  const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => target!);
  expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
});

test('the index of decisions names every one of them', () => {
  const index = readFileSync('docs/decisions/README.md', 'utf8');
  const named = [...index.matchAll(/\]\(([a-z0-9-]+\.md)\)/g)].map(([, page]) => page!);
  expect(named.sort()).toEqual(globSync('*.md', { cwd: 'docs/decisions', ignore: 'README.md' }).sort());
});

test('SECURITY.md has the limits of the code, all of those of decoding among them', () => {
  const { text, named } = withLimits(readFileSync('SECURITY.md', 'utf8'));
  if (process.env['GAIGE_UPDATE']) writeFileSync('SECURITY.md', text);
  expect(readFileSync('SECURITY.md', 'utf8')).toBe(text);
  expect(named.get('src/decode/limits.ts')?.toSorted()).toEqual(Object.keys(limits).sort());
  // Only what is no number stands there without a constant.
  const rows = text.slice(text.indexOf('## Limits')).match(/^\| (?!limit |---).*$/gm);
  expect([...named.values()].flat().length).toBeGreaterThanOrEqual((rows?.length ?? 0) - 1);
});

test.each(['docs/formats.md', 'docs/formats.zh-CN.md'])('%s tells all diagnostics', (file) => {
  const rows = readFileSync(file, 'utf8').matchAll(/^\| `([A-Z_]+)` \| (?:info|warning|error) \|/gm);
  expect([...rows].map(([, code]) => code!).sort()).toEqual([...DIAGNOSTIC_CODES].sort());
});

test('both READMEs show the same programs', () => {
  const programs = READMES.map((file) =>
    BLOCKS.flatMap(({ file: of, block }) => (of === file ? (block.program ?? []) : [])),
  );
  expect(programs[0]).not.toEqual([]);
  for (const others of programs) expect(others).toEqual(programs[0]);
});

test('both READMEs have the same sections', () => {
  const outlines = READMES.map((file) => readFileSync(file, 'utf8').match(/^#+(?= )/gm));
  expect(new Set(outlines.map((outline) => outline!.join(' '))).size).toBe(1);
});
