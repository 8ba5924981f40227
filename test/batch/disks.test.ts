/** Disks that are full or may not be written to. They are made of memory, which only root may do. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptIn, LONG, run, writeReports } from './support.ts';

const COUNT = 20;

const root = mkdtempSync(join(tmpdir(), 'gaige-disks-'));
const [small, sealed] = [join(root, 'small'), join(root, 'sealed')];
const reports = join(root, 'reports');
const cache = join(root, 'cache');

const mount = (options: string, folder: string): boolean => {
  mkdirSync(folder);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
};
const canMount = mount('size=64k', small) && mount('ro', sealed);

let whole: Buffer;

beforeAll(async () => {
  writeReports(reports, COUNT);
  await run([reports, '-o', join(root, 'whole.ndjson')]);
  whole = readFileSync(join(root, 'whole.ndjson'));
}, LONG);

afterAll(() => {
  for (const folder of [small, sealed]) spawnSync('umount', [folder]);
  rmSync(root, { recursive: true });
});

describe.skipIf(!canMount)('a full disk', () => {
  test(
    'ends the run, leaves nothing unfinished, and costs nothing twice',
    async () => {
      const argv = [reports, '--jobs', '2', '--resume', '--cache-folder', cache];
      const full = await run([...argv, '-o', join(small, 'all.ndjson')]);
      expect(full).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/cannot write .*: no space left on the disk/),
      });
      expect(readdirSync(small)).toEqual([]);
      expect(keptIn(cache)).toBeGreaterThan(0);
      expect(await run([...argv, '-o', join(root, 'all.ndjson')])).toMatchObject({ code: 0 });
      expect(readFileSync(join(root, 'all.ndjson')).equals(whole)).toBe(true);
    },
    LONG,
  );

  test(
    'where findings are kept is told, and the run goes on',
    async () => {
      const output = join(root, 'unkept.ndjson');
      const { code, stderr } = await run([
        reports,
        '--jobs',
        '2',
        '--cache-folder',
        join(small, 'cache'),
        '-o',
        output,
      ]);
      expect({ code, told: stderr.match(/findings cannot be kept/g) }).toEqual({
        code: 0,
        told: ['findings cannot be kept'],
      });
      expect(readFileSync(output).equals(whole)).toBe(true);
    },
    LONG,
  );
});

test.skipIf(!canMount)(
  'a folder that may not be written to',
  async () => {
    for (const output of ['all.ndjson', 'all/']) {
      const { code, stderr } = await run([reports, '-o', join(sealed, output)]);
      expect(code).toBe(2);
      // Node makes something else of a folder that cannot be made.
      expect(stderr).toMatch(/cannot write .*sealed\/all.*: (?:the file system is read-only|no such file)/);
    }
  },
  LONG,
);
