import { expect, test } from 'vitest';
import { openIo } from '../../src/cli/io.ts';
import { openProgress } from '../../src/cli/progress.ts';
import { fakeHost } from './support.ts';

async function shown(times: readonly number[], { terminal = true, quiet = false } = {}): Promise<string[]> {
  const host = fakeHost({ terminal });
  const io = openIo(host, 'en', new AbortController().signal, true);
  let now = 0;
  const progress = openProgress(9, quiet, io, () => now);
  for (const [done, time] of times.entries()) {
    now = time;
    await progress.step(done, `${time}.txt`);
  }
  await progress.clear();
  return host.stderr.text.split('\r\u001b[K').slice(1);
}

test('nothing in the first half second, then ten times a second', async () => {
  expect(await shown([100, 499])).toEqual([]);
  expect(await shown([501, 560, 602])).toEqual(['0/9 done  501.txt', '2/9 done  602.txt', '']);
});

test('nothing where nobody looks', async () => {
  expect(await shown([600, 700], { terminal: false })).toEqual([]);
  expect(await shown([600, 700], { quiet: true })).toEqual([]);
});
