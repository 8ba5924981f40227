/** Folders made for a test, in which `gaige check` runs through the real binary. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Result, runBinary, type Setting } from './support.ts';

export type Files = Record<string, string | Uint8Array>;

export type Checked = Result & {
  cwd: string;
  /** Runs there once more, with some files written anew. */
  again: (argv: string[], files?: Files) => Promise<Result>;
};

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'gaige-check-'));

export function writeIn(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

let cases = 0;

/** Runs in a folder of its own below `folder` that holds these files. */
export async function checkIn(
  folder: string,
  files: Files,
  argv: readonly string[],
  setting: Setting = {},
): Promise<Checked> {
  const cwd = join(folder, String(cases++));
  mkdirSync(cwd);
  const write = (given: Files) => writeIn(cwd, given);
  const run = (more: readonly string[]): Promise<Result> => runBinary(['check', ...more], { cwd, ...setting });
  write(files);
  const again = (more: string[], changed: Files = {}): Promise<Result> => {
    write(changed);
    return run(more);
  };
  return { ...(await run(argv)), cwd, again };
}

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
