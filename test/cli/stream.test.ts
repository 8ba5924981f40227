import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../src/model/record.ts';
import { ROOT, recordsOf, runMain } from './support.ts';

const SEED = readFileSync(join(ROOT, 'seeds/press-release.txt'), 'utf8');
const GBK = Buffer.from([0xd0, 0xc2, 0xd4, 0xf6, 0xc6, 0xf3, 0xd2, 0xb5, 0x33, 0xbc, 0xd2, 0xa1, 0xa3]); // 新增企业3家。

const line = (document: unknown): string => `${JSON.stringify(document)}\n`;

async function answers(stdin: string, options: readonly string[] = []) {
  const { code, stdout, stderr } = await runMain(['stream', ...options], { stdin });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return recordsOf(stdout) as unknown as { id: string | number | null; error?: { code: string; message: string } }[];
}

describe('answers', () => {
  test('are the records of extract, with the id first', async () => {
    const { stdout } = await runMain(['stream'], { stdin: line({ id: 'a/1', name: 'press-release.txt', text: SEED }) });
    expect(stdout).toMatch(/^\{"id":"a\/1","schemaVersion":/);
    const { id, ...record } = JSON.parse(stdout);
    expect(id).toBe('a/1');
    expect(recordSchema.parse(record).indicators.length).toBeGreaterThan(10);
    const [expected] = recordsOf((await runMain(['extract', 'seeds/press-release.txt'])).stdout);
    expect({ ...record, report: null }).toEqual({ ...(expected as object), report: null });
  });

  test.each([[[]], [['--jobs', '2']]])('come in order (%j)', async (options) => {
    const documents = Array.from({ length: 20 }, (_, id) => ({ id, text: SEED.slice(0, (id * 397) % 2000) }));
    const given = documents.map((document) => line(document)).join('');
    expect((await answers(given, options)).map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
  });

  test('bytes in any encoding, told or not', async () => {
    const base64 = GBK.toString('base64');
    const found = await answers(
      line({ id: 1, base64 }) +
        line({ id: 2, base64, encoding: 'gb18030' }) +
        line({ id: 3, base64: '', name: 'a.txt' }),
    );
    expect(found).toMatchObject([
      { id: 1, report: { encoding: 'gb18030' }, indicators: [{ text: '3家' }] },
      { id: 2, report: { encoding: 'gb18030' }, indicators: [{ text: '3家' }] },
      { id: 3, report: { name: 'a.txt', bytes: 0 }, indicators: [] },
    ]);
  });

  test.each([
    ['no JSON', '{"id": 1', null, 'LINE_INVALID'],
    ['an empty line', '', null, 'LINE_INVALID'],
    ['an array', '[1]', null, 'LINE_INVALID'],
    ['no id', '{"text": ""}', null, 'LINE_INVALID'],
    ['an odd id', '{"id": {}, "text": ""}', null, 'LINE_INVALID'],
    ['no text', '{"id": 7}', 7, 'LINE_INVALID'],
    ['two texts', '{"id": 7, "text": "", "base64": ""}', 7, 'LINE_INVALID'],
    ['an odd name', '{"id": 7, "text": "", "name": 3}', 7, 'LINE_INVALID'],
    ['an odd encoding', '{"id": 7, "base64": "", "encoding": "klingon"}', 7, 'LINE_INVALID'],
    ['no base64', '{"id": 7, "base64": "企业"}', 7, 'LINE_INVALID'],
    [
      'a picture',
      `{"id": 7, "base64": "${Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1').toString('base64')}"}`,
      7,
      'BINARY_FILE',
    ],
    [
      'many reports',
      line({ id: 7, name: 'a.jsonl', text: `${line({ text: SEED })}${line({ text: SEED })}` }).trim(),
      7,
      'MANY_REPORTS',
    ],
  ])('%s is an error, and the next is answered', async (_, bad, id, code) => {
    const [first, second] = await answers(`${bad}\n${line({ id: 'next', text: '新增企业3家。' })}`);
    expect(first).toEqual({ id, error: { code, message: expect.any(String), hint: expect.any(String) } });
    expect(second).toMatchObject({ id: 'next', indicators: [{ text: '3家' }] });
  });

  test('a line that is too long is not held', async () => {
    const given = line({ id: 1, text: 'x'.repeat(300_000) }) + line({ id: 2, text: '新增企业3家。' });
    expect(await answers(given, ['--max-file-size', '100KB'])).toMatchObject([
      { id: null, error: { code: 'FILE_TOO_LARGE', message: expect.stringContaining('line 1') } },
      { id: 2, indicators: [{ text: '3家' }] },
    ]);
  });

  test('nothing for nothing', async () => {
    expect(await answers('')).toEqual([]);
  });
});

test('each is answered before the next is asked', async () => {
  const child = spawn(process.execPath, ['bin/gaige.js', 'stream'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(line({ id, text: '新增企业3家。' }));
    expect(JSON.parse((await lines.next()).value as string)).toMatchObject({ id });
  }
  child.stdin.end();
  expect((await lines.next()).done).toBe(true);
}, 30_000);

test('rules with a fault are one of the request', async () => {
  const { code, stderr } = await runMain(['stream', '--rules', 'nope.yaml'], { stdin: line({ id: 1, text: '' }) });
  expect(code).toBe(2);
  expect(stderr).toMatch(/找不到规则/);
});
