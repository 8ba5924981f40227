import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSpools } from '../../src/cli/output/spool.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-spool-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const inFolder = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

async function collect(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test('what is much goes to files, comes back as it was, and leaves nothing', async () => {
  const spools = openSpools();
  const [much, little] = [spools.open(), spools.open()];
  const pieces = Array.from({ length: 50 }, (_, i) => Buffer.alloc(100_000, i));
  for (const piece of pieces) await much.write(piece);
  await little.write(Buffer.from('little'));
  expect(inFolder()).toHaveLength(2);
  expect((await collect(much.read())).equals(Buffer.concat(pieces))).toBe(true);
  expect((await collect(little.read())).toString()).toBe('little');
  await spools.close();
  expect(inFolder()).toEqual([]);
});

test('a place that cannot be written is told', async () => {
  vi.stubEnv('TMPDIR', join(folder, 'missing'));
  const spool = openSpools().open();
  await expect(spool.write(Buffer.alloc(2_000_000))).rejects.toMatchObject({
    code: 'OUTPUT_UNWRITABLE',
    facts: { path: join(folder, 'missing'), reason: 'ENOENT' },
  });
});
