import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { openEntry } from '../../src/emit/xlsx/archive.ts';

test('the checksum of an entry whose last piece was full', async () => {
  const entry = openEntry('a.xml', { write: async () => {}, read: async function* () {} });
  const text = 'a'.repeat(1 << 16);
  await entry.write(text);
  expect((await entry.end()).crc).toBe(crc32(text));
});
