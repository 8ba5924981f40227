/**
 * Docs say what is true: every command of gaige in a code block is one that gaige takes, and a block under `<!-- output of: gaige … -->`
 * is what that command prints.
 */

import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, HELP } from '../src/cli/explain.ts';
import { parseArguments } from '../src/cli/program.ts';
import { LANGUAGES } from '../src/model/wording.ts';
import { runMain } from './cli/support.ts';

const DOCS = globSync(['README*.md', 'docs/**/*.md']).sort();

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

const OUTPUTS = DOCS.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/<!-- output of: gaige (.*?) -->\s*```\w*\n(.*?)^```/gms)].map(
    ([, command, output]) => ({ file, command: command!, output: output! }),
  ),
);

test.each(OUTPUTS)('$file: gaige $command', async ({ command, output }) => {
  expect((await runMain(argumentsIn(`gaige ${command}`)!)).stdout).toBe(output);
});
