import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openIo } from '../../src/cli/io.ts';
import { clearing, openProgress } from '../../src/cli/output/progress.ts';
import { widthOf } from '../../src/text/width.ts';
import { openScreen } from './screen.ts';
import { fakeHost, ROOT } from './support.ts';

async function shown(
  times: readonly number[],
  { terminal = true, quiet = false, columns = 100 as number | undefined, env = {} } = {},
): Promise<string> {
  const host = fakeHost({ terminal, env });
  host.stderr.columns = columns as number;
  const io = openIo(host, 'en', new AbortController().signal, true);
  let now = 0;
  const progress = openProgress(9, quiet, io, () => now);
  for (const [done, time] of times.entries()) {
    now = time;
    await progress.step({ inputs: done, reports: done, failed: 1 });
  }
  await progress.end();
  return host.stderr.text;
}

/** The lines that were drawn, each over the one before. */
const drawn = (text: string): string[] =>
  text
    .split('\u001b[?7l')
    .slice(1)
    .map((part) => part.split('\u001b', 1)[0] ?? '');

test('a bar on a terminal, after half a second, and nothing of it is left', async () => {
  expect(await shown([100, 499])).toBe('');
  const text = await shown([0, 100, 1000]);
  expect(drawn(text)).toEqual(['[=====-------------------] 22% 2/9 | reports 2 | 2.0/s | ETA 0:04 | failed 1']);
  expect(text.endsWith('\r\u001b[J')).toBe(true);
});

test('ten times a second at most', async () => {
  expect(drawn(await shown([500, 550, 599, 600, 650, 699, 700]))).toHaveLength(3);
});

test.each([
  [0, 76],
  [undefined, 76],
  [60, 59],
  [54, 49],
  [30, 29],
  [2, 1],
])('a terminal of %s columns', async (columns, width) => {
  const lines = drawn(await shown([0, 0, 0, 0, 0, 0, 0, 0, 1000], { columns }));
  expect(lines.map(widthOf)).toEqual([width]);
});

test('hours', async () => {
  expect(drawn(await shown([0, 3_600_000]))).toEqual([expect.stringContaining('ETA 8:00:00')]);
});

test('a line every five seconds in a log', async () => {
  expect(await shown([1000, 4999], { terminal: false })).toBe('');
  for (const setting of [{ terminal: false }, { env: { TERM: 'dumb' } }])
    expect((await shown([0, 1000, 2000, 6000, 9000, 11_000], setting)).split('\n')).toEqual([
      '3/9 done, reports: 3, a second: 0.5, failed: 1, about 12 s left',
      '5/9 done, reports: 5, a second: 0.5, failed: 1, about 9 s left',
      '',
    ]);
});

test('nothing for those who want none', async () => {
  expect(await shown([600, 7000], { quiet: true })).toBe('');
  expect(await shown([600, 7000], { quiet: true, terminal: false })).toBe('');
});

describe('beside other words on the same terminal', () => {
  function begin(columns: number) {
    const host = fakeHost({ terminal: true });
    const screen = openScreen(columns);
    for (const stream of [host.stdout, host.stderr]) {
      stream.columns = columns;
      stream._write = (chunk: Buffer, _: BufferEncoding, done: () => void) => {
        screen.write(chunk.toString());
        done();
      };
    }
    const abort = new AbortController();
    const io = openIo(host, 'zh', abort.signal, true);
    let time = 0;
    const progress = openProgress(9, false, io, () => time);
    const step = (inputs: number) => {
      time += 1000;
      return progress.step({ inputs, reports: inputs, failed: 0 });
    };
    return { host, screen, abort, progress, step, io: clearing(progress, io) };
  }

  test.each([20, 40, 80])('no line is lost, none is left (%d columns)', async (columns) => {
    const { screen, step, io, progress } = begin(columns);
    const line = '粮食总产量130亿斤';
    for (let inputs = 1; inputs < 9; inputs++) {
      await io.write(`${line}${inputs}\n`);
      await step(inputs);
      expect(screen.lines().at(-1)).toMatch(/\d% \d|^\[/);
      if (inputs === 4) await io.say('警告\n');
    }
    await progress.end();
    await io.write('完\n');
    const lines = Array.from({ length: 8 }, (_, i) => `${line}${i + 1}`);
    expect(screen.lines()).toEqual([...lines.slice(0, 4), '警告', ...lines.slice(4), '完']);
  });

  test('an unfinished line is not drawn over', async () => {
    const { screen, step, io } = begin(80);
    await io.write('{"reports":[');
    await step(1);
    expect(screen.lines()).toEqual(['{"reports":[']);
    await io.write(Buffer.from('1\n'));
    await step(2);
    expect(screen.lines()).toEqual(['{"reports":[1', expect.stringContaining('22% 2/9')]);
  });

  test('nothing is drawn while others write, nor after Ctrl-C', async () => {
    const { screen, step, io, abort } = begin(80);
    await step(1);
    await Promise.all([io.say('甲\n'), step(2), io.write('乙\n'), step(3)]);
    expect(screen.lines().sort()).toEqual(['乙', '甲']);
    await step(4);
    abort.abort();
    await io.say('正在完成\n');
    await step(5);
    expect(screen.lines().at(-1)).toBe('正在完成');
  });

  test('a terminal that has become narrower since', async () => {
    const { screen, step, progress, host } = begin(40);
    host.stderr.columns = 80;
    await step(1);
    await step(2);
    expect(screen.lines()).toHaveLength(1);
    await progress.end();
    expect(screen.lines()).toEqual([]);
  });
});

const hasPty = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

describe.skipIf(!hasPty)('on a real terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-progress-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const report = readFileSync(join(ROOT, 'seeds/work-report-plan.txt'));
  for (let i = 100; i < 160; i++) writeFileSync(join(folder, `${i}.txt`), report);

  /** All that the terminal was sent; Ctrl-C is pressed when the bar is first seen. */
  function run(columns: number, interrupts: boolean): Promise<string> {
    const command = `stty cols ${columns} rows 30; exec '${process.execPath}' bin/gaige.js extract '${folder}' --lang zh`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], TERM: 'xterm', SHELL: '/bin/sh', LANG: 'C.UTF-8' },
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const isFirst = drawn(text).length === 0 && drawn(text + chunk).length > 0;
      text += chunk;
      if (interrupts && isFirst) child.stdin.write('\u0003');
    });
    return new Promise((resolve, reject) => child.on('error', reject).on('close', () => resolve(text)));
  }

  test.each([80, 120])('whole lines and nothing else (%d columns)', async (columns) => {
    const text = await run(columns, false);
    expect(drawn(text).length).toBeGreaterThan(0);
    const screen = openScreen(columns);
    screen.write(text);
    const lines = screen.lines();
    expect(lines.join('\n')).not.toMatch(/份\/秒|\[=/);
    expect(lines.at(-1)).toMatch(/^报告 60 份 · 指标 \d+ · 占位符 \d+ · 失败 0 · 用时 [\d.]+ 秒$/);
    expect(lines.at(-2)).toMatch(/^报告 60 · 章节 \d+ · 指标 \d+ · 占位符 \d+$/);
    // A head, and the same report sixty times.
    const [head, first, ...others] = lines.slice(0, -2);
    expect(head).toMatch(/^地区 +年份/);
    expect(others).toEqual(new Array(59).fill(first));
  });

  test('after Ctrl-C', async () => {
    const text = await run(80, true);
    const screen = openScreen(80);
    screen.write(text.replaceAll('^C', ''));
    expect(screen.lines().join('\n')).not.toMatch(/份\/秒|\[=/);
    expect(screen.lines()).toContain('正在完成手头的报告；再按一次 Ctrl-C 立即停止');
    expect(screen.lines().at(-1)).toBe('已中断');
    expect(screen.column()).toBe(0);
  });
});
