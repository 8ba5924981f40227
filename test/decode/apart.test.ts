/** PDFs are read in a process of their own: what it is given cannot end ours, and it does not outlive us. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { runApart } from '../../src/decode/apart/index.ts';
import { keptIn, LONG, start, until } from '../batch/support.ts';
import { ROOT, recordsOf } from '../cli/support.ts';
import { canListProcesses, childrenOf, isRunning } from '../support/processes.ts';
import { devouringPdf, pdfOf } from './pdfs.ts';
import { decodeAll } from './support.ts';

const TEXT = '全区新建学校5所。';
const GOOD = pdfOf([[{ text: TEXT, x: 72, y: 700 }]]);
const SETTINGS = { cMapUrl: BUILT.cmaps, maxPages: 9 };

const folder = mkdtempSync(join(tmpdir(), 'gaige-apart-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what lies outside the heap counts too', async () => {
  const limits = { page: 60, file: 60, memory: 1 };
  await expect(runApart('pdf', devouringPdf(), SETTINGS, limits)).rejects.toMatchObject({ code: 'TIME_LIMIT' });
});

test('many at once are read one after the other', async () => {
  const found = await Promise.all(Array.from({ length: 12 }, () => decodeAll('a.pdf', GOOD)));
  expect(found.flat().map((document) => 'text' in document && document.text)).toEqual(Array(12).fill(TEXT));
  if (canListProcesses) expect(childrenOf(process.pid).length).toBeLessThanOrEqual(1);
});

/** The library leaves a promise that fails to itself here, soon after it is done with the file. */
const STRAY = Buffer.from(`%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
2 0 obj
<</Type/Pages/Kids[7 0 R 9 0 R]/Count 2>>
9 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0
xref
trailer
<</Size 23/Root 1 0 R>>`);

test('a file that goes on failing when it is done costs no other, and is read alike each time', async () => {
  const texts: unknown[] = [];
  const strays = new Set<string>();
  for (let i = 0; i < 4; i++) {
    strays.add(JSON.stringify(await decodeAll('stray.pdf', STRAY)));
    texts.push(...(await decodeAll('a.pdf', GOOD)).map((document) => 'text' in document && document.text));
  }
  expect(texts).toEqual(Array(4).fill(TEXT));
  expect(strays.size).toBe(1);
});

test.skipIf(!canListProcesses)('a process that ends amid a job after others is no fault of the file', async () => {
  await decodeAll('a.pdf', GOOD);
  const many = pdfOf(Array.from({ length: 300 }, () => [{ text: TEXT, x: 72, y: 700 }]));
  const found = decodeAll('b.pdf', many);
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const child of childrenOf(process.pid)) process.kill(child, 'SIGKILL');
  expect((await found).map((document) => 'text' in document && document.text.replace(/\s/g, ''))).toEqual([
    TEXT.repeat(300),
  ]);
});

test(
  'a file that takes all memory costs no other file of a run',
  async () => {
    writeFileSync(join(folder, 'a.pdf'), GOOD);
    writeFileSync(join(folder, 'b.pdf'), devouringPdf());
    for (const name of ['c.pdf', 'd.pdf']) writeFileSync(join(folder, name), GOOD);
    const { code, stdout, stderr } = await start([folder]).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/b\.pdf was given up after \d+ seconds/),
    });
    expect(recordsOf(stdout.toString())).toHaveLength(3);
  },
  LONG,
);

describe.skipIf(!canListProcesses)('the process', () => {
  const line = (id: string, bytes: Uint8Array): string =>
    `${JSON.stringify({ id, base64: Buffer.from(bytes).toString('base64') })}\n`;

  test(
    'is started for the first PDF, kept for the next, renewed where it died, and gone with whoever started it',
    async () => {
      const asking = spawn(process.execPath, ['bin/gaige.js', 'stream'], {
        cwd: ROOT,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const answers = createInterface(asking.stdout)[Symbol.asyncIterator]();
      const ask = async (id: string, bytes: Uint8Array) => {
        asking.stdin.write(line(id, bytes));
        expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ id, indicators: [{ text: '5所' }] });
        return childrenOf(asking.pid);
      };
      expect(await ask('text', Buffer.from(TEXT))).toEqual([]);
      const [first, ...others] = await ask('pdf', GOOD);
      expect(others).toEqual([]);
      expect(await ask('again', GOOD)).toEqual([first]);
      process.kill(first!, 'SIGKILL');
      const [second] = await ask('renewed', GOOD);
      expect(second).not.toBe(first);
      asking.kill('SIGKILL');
      await until(() => !isRunning(second!), 20);
    },
    LONG,
  );

  test.each([0, 150])(
    'that reads ends with whoever is killed: after %i ms',
    async (milliseconds) => {
      const path = join(folder, 'devouring.pdf');
      writeFileSync(path, devouringPdf());
      const { child, ended } = start([path]);
      await until(() => childrenOf(child.pid).length > 0);
      const [reading] = childrenOf(child.pid);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      await ended;
      await until(() => !isRunning(reading!), 20);
    },
    LONG,
  );

  test(
    'goes on with what is in flight when a terminal interrupts all at once',
    async () => {
      const path = join(folder, 'long.pdf');
      writeFileSync(path, pdfOf(Array.from({ length: 1000 }, () => [{ text: TEXT, x: 72, y: 700 }])));
      const { child, ended } = start([path, '--cache', '--cache-folder', join(folder, 'cache')]);
      await until(() => childrenOf(child.pid).length > 0);
      const [reading] = childrenOf(child.pid);
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const pid of [reading!, child.pid!]) process.kill(pid, 'SIGINT');
      expect(await ended).toMatchObject({ code: 130 });
      await until(() => !isRunning(reading!), 20);
      expect(keptIn(join(folder, 'cache'))).toBe(1);
    },
    LONG,
  );

  test(
    'ends with the thread that asked, when that is given up',
    async () => {
      const paths = [join(folder, 'devouring.pdf'), join(folder, 'a.pdf')];
      writeFileSync(paths[0]!, devouringPdf());
      writeFileSync(paths[1]!, GOOD);
      const { child, ended } = start([...paths, '--jobs', '1', '--timeout-per-report', '4']);
      await until(() => childrenOf(child.pid).length > 0);
      const [reading] = childrenOf(child.pid);
      await until(() => !isRunning(reading!), 20);
      const { code, stdout } = await ended;
      expect(code).toBe(1);
      expect(recordsOf(stdout.toString())).toHaveLength(1);
    },
    LONG,
  );
});
