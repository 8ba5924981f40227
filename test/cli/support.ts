/** A host for main, and a way to run the real binary, so that one case list runs in both. */
import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Host, Signal } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BINARY = fileURLToPath(new URL('../../bin/gaige.js', import.meta.url));

export type Setting = { stdin?: string | Uint8Array; env?: Record<string, string>; terminal?: boolean; cwd?: string };

export type Result = { code: number; stdout: string; stderr: string };

class Collector extends Writable {
  readonly chunks: Buffer[] = [];
  isTTY: boolean | undefined;
  columns = 100;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString();
  }
}

export type FakeHost = Host & { stdout: Collector; stderr: Collector; send: (signal: Signal) => void };

export function fakeHost({ stdin, env = {}, terminal = false, cwd = ROOT }: Setting = {}): FakeHost {
  const listeners = new Map<Signal, () => void>();
  const [stdout, stderr] = [new Collector(), new Collector()];
  stdout.isTTY = stderr.isTTY = terminal;
  const input: Host['stdin'] = Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]);
  input.isTTY = terminal;
  return {
    stdin: input,
    stdout,
    stderr,
    cwd: () => cwd,
    env: { LANG: 'zh_CN.UTF-8', ...env },
    once: (signal, listener) => listeners.set(signal, listener),
    off: (signal) => listeners.delete(signal),
    send: (signal) => listeners.get(signal)?.(),
  };
}

export async function runMain(argv: readonly string[], setting: Setting = {}): Promise<Result> {
  const host = fakeHost(setting);
  const code = await main(argv, host);
  return { code, stdout: host.stdout.text, stderr: host.stderr.text };
}

export function runBinary(
  argv: readonly string[],
  { stdin = '', env = {}, cwd = ROOT }: Setting = {},
): Promise<Result> {
  const child = spawn(process.execPath, [BINARY, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8', ...env },
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => stdout.push(chunk));
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

export const recordsOf = (ndjson: string): Record<string, never>[] =>
  ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** A county's work report of a year: what was achieved in the year before, and what is planned. */
export const workReport = (year: number, review: string, plan: string): string =>
  [
    `${year}年青禾县政府工作报告`,
    `——${year}年1月8日在青禾县第十八届人民代表大会第六次会议上`,
    '各位代表：现在，我代表县人民政府报告工作，请予审议。',
    `一、${year - 1}年工作回顾`,
    review,
    `二、${year}年工作安排`,
    plan,
  ].join('\n\n');
