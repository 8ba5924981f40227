/** Folders of reports, and runs of the real binary that can be stopped on the way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from '../cli/support.ts';

const BINARY = join(ROOT, 'bin/gaige.js');

const SEEDS = readdirSync(join(ROOT, 'seeds'))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(ROOT, 'seeds', name), 'utf8'));

/** `count` reports made of the seeds, no two with the same text. */
export function writeReports(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${String(i).padStart(4, '0')}.txt`);
    writeFileSync(path, reportOf(i));
    return path;
  });
}

export const reportOf = (i: number): string => `第${i}号报告\n\n${SEEDS[i % SEEDS.length]!}`;

/** A table with a report a row. */
export function tableOf(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `${i},"${reportOf(i).replaceAll('"', '""')}"`);
  return `编号,全文\n${rows.join('\n')}\n`;
}

export type Run = { child: ChildProcess; stderr: () => string; ended: Promise<Ended> };

export type Ended = { code: number | null; stdout: Buffer; stderr: string };

/** `preload`: a module that is loaded into every thread first. */
export function start(argv: readonly string[], { preload }: { preload?: string } = {}): Run {
  // Little memory: a thread that takes all there is should not have to take four gigabytes.
  const imports = preload === undefined ? [] : ['--max-old-space-size=256', '--import', pathToFileURL(preload).href];
  const child = spawn(process.execPath, [...imports, BINARY, 'extract', ...argv], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => stdout.push(chunk));
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  const told = () => Buffer.concat(stderr).toString();
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr: told() })),
  );
  return { child, stderr: told, ended };
}

export const run = (argv: readonly string[], options = {}): Promise<Ended> => start(argv, options).ended;

/** How many answers a cache holds. */
export const keptIn = (folder: string): number => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^..[/\\]/.test(name)).length;
  } catch {
    return 0;
  }
};

/** Waits until something is so. */
export async function until(isSo: () => boolean, seconds = 60): Promise<void> {
  for (let tries = seconds * 100; !isSo(); tries--) {
    if (tries <= 0) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Milliseconds: many whole runs, on a machine that may have other work. */
export const LONG = 300_000;

export const HERE = fileURLToPath(new URL('.', import.meta.url));
