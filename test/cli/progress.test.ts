import { expect, test } from 'vitest';
import { openIo } from '../../src/cli/io.ts';
import { openProgress } from '../../src/cli/output/progress.ts';
import { fakeHost } from './support.ts';

async function shown(times: readonly number[], { terminal = true, quiet = false } = {}): Promise<string> {
  const host = fakeHost({ terminal });
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

test('a bar on a terminal, after half a second, and nothing of it is left', async () => {
  expect(await shown([100, 499])).toBe('');
  const text = await shown([0, 100, 1000]);
  expect(text).toMatch(/22% 2\/9 \| reports 2 \| 2\.0\/s \| ETA .+ \| failed 1/);
  expect(text.endsWith('\r\u001b[K')).toBe(true);
});

test('a line every five seconds in a log', async () => {
  expect(await shown([1000, 4999], { terminal: false })).toBe('');
  expect((await shown([0, 1000, 2000, 6000, 9000, 11_000], { terminal: false })).split('\n')).toEqual([
    '3/9 done, reports: 3, a second: 0.5, failed: 1, about 12 s left',
    '5/9 done, reports: 5, a second: 0.5, failed: 1, about 9 s left',
    '',
  ]);
});

test('nothing for those who want none', async () => {
  expect(await shown([600, 7000], { quiet: true })).toBe('');
  expect(await shown([600, 7000], { quiet: true, terminal: false })).toBe('');
});
