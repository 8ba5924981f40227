/**
 * docs/rules.md, in both languages, is a session at a terminal: its files are written, its commands are run in order in an empty folder, and what they print
 * is what the page shows. `GAIGE_UPDATE=1` writes the page anew.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './cli/support.ts';

const root = mkdtempSync(join(tmpdir(), 'gaige-tutorial-'));
const programs = join(root, 'programs');

/** Blocks under `<!-- file: name -->` and `<!-- adds to: name -->` are files; consoles are run. */
const BLOCK =
  /<!-- (?<verb>file|adds to): (?<name>\S+) -->\n```\w*\n(?<content>.*?)^```|^```console\n(?<session>.*?)^```/gms;

afterAll(() => rmSync(root, { recursive: true }));

type Terminal = { folder: string; locale: string };

function run(command: string, { folder, locale }: Terminal): string {
  const env = { PATH: `${programs}:${process.env['PATH']}`, LANG: locale, TMPDIR: tmpdir() };
  const { stdout, stderr } = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd: folder, env, encoding: 'utf8' });
  return `${stdout}${stderr}`.replaceAll('\r\n', '\n').replaceAll(ROOT, 'gaige/');
}

function replay(session: string, terminal: Terminal): string {
  const commands = session.split('\n').filter((line) => line.startsWith('$ '));
  return commands.map((line) => `${line}\n${run(line.slice(2), terminal)}`).join('');
}

mkdirSync(programs);
writeFileSync(join(programs, 'gaige'), `#!/bin/sh\nexec '${process.execPath}' '${ROOT}bin/gaige.js' "$@"\n`);
chmodSync(join(programs, 'gaige'), 0o755);

test.each([
  ['docs/rules.md', 'en_US.UTF-8'],
  ['docs/rules.zh-CN.md', 'zh_CN.UTF-8'],
])('every step of %s does what it says', { timeout: 240_000 }, (name, locale) => {
  const terminal = { folder: mkdtempSync(join(root, 'session-')), locale };
  const path = join(ROOT, name);
  const page = readFileSync(path, 'utf8');
  let steps = 0;
  const replayed = page.replace(BLOCK, (block, ...rest) => {
    const { verb, name: file, content, session } = rest.at(-1) as Record<string, string | undefined>;
    steps++;
    if (session !== undefined) return `\`\`\`console\n${replay(session, terminal)}\`\`\``;
    writeFileSync(join(terminal.folder, file!), content!, { flag: verb === 'file' ? 'w' : 'a' });
    return block;
  });
  expect(steps).toBeGreaterThan(12);
  if (process.env['GAIGE_UPDATE']) writeFileSync(path, replayed);
  else expect(replayed).toBe(page);
});
