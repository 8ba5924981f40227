/** Completion scripts, sourced by the shells that are there; and the manual page. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manualPage } from '../../src/cli/manual/page.ts';
import { shownCommands } from '../../src/cli/manual/tree.ts';
import { programOf } from '../../src/cli/program.ts';
import { COMMAND_NAMES } from '../../src/messages/command-line.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { SHELLS } from '../../src/options/declared.ts';
import { runMain } from './support.ts';

type Shell = (typeof SHELLS)[number];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-completion-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The words that a shell would offer for the last one, which may be empty. */
const OFFER: Record<Shell, (script: string, words: readonly string[]) => string> = {
  // As in bash 3.2, which has neither.
  bash: (script, words) => `enable -n mapfile readarray; eval "$(cat '${script}')"
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _gaige
printf '%s\n' "\${COMPREPLY[@]}"`,
  zsh: (script, words) => `compdef() { :; }; _files() { :; }
compadd() { shift; print -l -- "$@"; }
_describe() { print -l -- "\${(@)\${(P@)2}%%:*}"; }
source '${script}'
words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _gaige`,
  fish: (script, words) => `source '${script}'; complete -C '${words.join(' ')}' | string replace -r '\\t.*' ''`,
};

const ARGUMENTS: Record<Shell, readonly string[]> = { bash: ['--norc', '-c'], zsh: ['-f', '-c'], fish: ['-N', '-c'] };

const isThere = (shell: Shell): boolean => spawnSync(shell, ['--version'], { stdio: 'ignore' }).status === 0;

describe.each(SHELLS)('%s', (shell) => {
  const lacks = isThere(shell) ? '' : ` (no ${shell})`;

  test.skipIf(lacks !== '').each(LANGUAGES)(`completes commands, options and values, %s${lacks}`, async (language) => {
    const script = join(folder, `${shell}-${language}`);
    writeFileSync(script, (await runMain(['completion', shell, '--lang', language])).stdout);
    const offered = (...words: string[]): string[] => {
      const { stdout, stderr } = spawnSync(shell, [...ARGUMENTS[shell], OFFER[shell](script, ['gaige', ...words])], {
        encoding: 'utf8',
        cwd: folder,
        env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8' },
      });
      expect(stderr).toBe('');
      return stdout.split('\n').filter((line) => line !== '');
    };
    expect(offered('')).toEqual(expect.arrayContaining(['extract', 'check', 'rules', 'completion']));
    expect(offered('rules', '')).toEqual(expect.arrayContaining(['list', 'test']));
    expect(offered('rules', '')).not.toContain('extract');
    expect(offered('check', '--format', '')).toEqual(expect.arrayContaining(['sarif', 'gitlab']));
    expect(offered('check', '--format', '')).not.toContain('xlsx');
    expect(offered('extract', 'a b', '--format', '')).toContain('xlsx');
    expect(offered('rules', 'test', '--')).toEqual(expect.arrayContaining(['--watch', '--lang']));
    expect(offered('schema', '')).toContain('baseline');
    expect(offered('--lang', '')).toEqual(expect.arrayContaining(['zh', 'en']));
  });
});

test('the manual page tells all commands and options, and nothing of it is taken for a request', () => {
  const commands = shownCommands(programOf('en'));
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['', 'rules', ...COMMAND_NAMES]));
  const page = manualPage(commands, { version: '1.2.3', examples: [["'a' .\\b", '.c']], exitCodes: [[0, 'done']] });
  for (const name of COMMAND_NAMES) expect(page).toContain(`.SS \\fBgaige ${name.replaceAll('-', '\\-')}\\fR`);
  expect(page).toContain('\\fB\\-\\-allow\\-empty\\fR');
  expect(page).toContain('\n\\&.c\n');
  expect(page).not.toMatch(/^[.'](?!TH |SH |SS |TP$)/m);
});

test('the manual page is built, and man reads it', () => {
  const {
    man: [man],
  } = JSON.parse(readFileSync('package.json', 'utf8')) as { man: [string] };
  expect(readFileSync(man, 'utf8')).toMatch(/^\.TH GAIGE 1 /);
  const read = spawnSync('man', ['--warnings', '-l', man], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
  });
  if (read.status === 0) expect(read.stderr).toBe('');
});
