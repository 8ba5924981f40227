/**
 * docs/rules.md is a session at a terminal: its files are written, its commands are run in order in an empty folder, and what they print
 * is what the page shows. `GAIGE_UPDATE=1` writes the page anew.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './cli/support.ts';

const PAGE = join(ROOT, 'docs/rules.md');
const folder = mkdtempSync(join(tmpdir(), 'gaige-tutorial-'));
const programs = join(folder, '.programs');

/** Blocks under `<!-- file: name -->` and `<!-- adds to: name -->` are files; consoles are run. */
const BLOCK =
  /<!-- (?<verb>file|adds to): (?<name>\S+) -->\n```\w*\n(?<content>.*?)^```|^```console\n(?<session>.*?)^```/gms;

afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string): string {
  const env = { PATH: `${programs}:${process.env['PATH']}`, LANG: 'en_US.UTF-8', TMPDIR: tmpdir() };
  const { stdout, stderr } = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd: folder, env, encoding: 'utf8' });
  return `${stdout}${stderr}`.replaceAll('\r\n', '\n').replaceAll(ROOT, 'gaige/');
}

function replay(session: string): string {
  const commands = session.split('\n').filter((line) => line.startsWith('$ '));
  return commands.map((line) => `${line}\n${run(line.slice(2))}`).join('');
}

test('every step of the tutorial does what it says', { timeout: 120_000 }, () => {
  mkdirSync(programs);
  writeFileSync(join(programs, 'gaige'), `#!/bin/sh\nexec '${process.execPath}' '${ROOT}bin/gaige.js' "$@"\n`);
  chmodSync(join(programs, 'gaige'), 0o755);
  const page = readFileSync(PAGE, 'utf8');
  let steps = 0;
  const replayed = page.replace(BLOCK, (block, ...rest) => {
    const { verb, name, content, session } = rest.at(-1) as Record<string, string | undefined>;
    steps++;
    if (session !== undefined) return `\`\`\`console\n${replay(session)}\`\`\``;
    writeFileSync(join(folder, name!), content!, { flag: verb === 'file' ? 'w' : 'a' });
    return block;
  });
  expect(steps).toBeGreaterThan(12);
  if (process.env['GAIGE_UPDATE']) writeFileSync(PAGE, replayed);
  else expect(replayed).toBe(page);
});
