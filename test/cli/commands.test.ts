import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/cli/input/lines.ts';
import { reportFiles } from '../../src/cli/output/report-files.ts';
import { STAGE_NAMES } from '../../src/model/stage-names.ts';
import { parseSize } from '../../src/options/size.ts';
import { runMain } from './support.ts';

const SEED = 'seeds/masked-speech.txt';

describe('quantities', () => {
  const answer = async (stdin: string | Uint8Array) => {
    const { code, stdout, stderr } = await runMain(['quantities'], { stdin });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { line: number; quantities: { text: string }[] });
  };

  test('one answer a line, empty lines too', async () => {
    const answers = await answer('增长5.4%\n\n没有数字\r\n2024年3月');
    expect(answers.map(({ line, quantities }) => [line, ...quantities.map(({ text }) => text)])).toEqual([
      [1, '5.4%'],
      [2],
      [3],
      [4, '2024年', '3月'],
    ]);
  });

  test('shape', async () => {
    expect(await answer('达到1.15万亩，共3')).toEqual([
      {
        line: 1,
        quantities: [
          {
            text: '1.15万亩',
            span: { start: 2, end: 8 },
            value: { number: 11500, min: null, max: null, bound: 'eq', raw: '1.15万' },
            unit: { symbol: '亩', raw: '亩', dimension: 'area' },
            canonical: { number: expect.closeTo(7666666.67, 0), unit: 'm²' },
          },
          {
            text: '3',
            span: { start: 10, end: 11 },
            value: { number: 3, min: null, max: null, bound: 'eq', raw: '3' },
            unit: null,
            canonical: null,
          },
        ],
      },
    ]);
  });

  test.each([
    ['nothing', '', 0],
    ['a byte order mark', '\ufeff3家\n', 1],
    ['odd characters', '\u0000\ud83d 3\u20284 \u{1f600}五\n', 1],
    ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe, 0x33, 0x0a, 0xe4, 0xb8), 2],
    ['only line ends', '\n\n\r\n', 3],
    ['a long line', `${'9'.repeat(300_000)}\n`, 1],
  ])('%s', async (_, stdin, lines) => {
    expect(await answer(stdin)).toHaveLength(lines);
  });
});

test('lines come as their chunks come, however the text is cut', async () => {
  async function* chunks() {
    yield* [...new TextEncoder().encode('甲\n乙丙\r\n\n丁')].map((byte) => Uint8Array.of(byte));
  }
  const lines: string[][] = [];
  for await (const some of linesOf(chunks())) lines.push(some);
  expect(lines).toEqual([['甲'], ['乙丙'], [''], ['丁']]);
});

describe('inspect', () => {
  test.each(STAGE_NAMES)('%s as lines of JSON and for reading', async (stage) => {
    const ndjson = await runMain(['inspect', '--stage', stage, SEED]);
    expect(ndjson).toMatchObject({ code: 0, stderr: '' });
    const rows = ndjson.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { type: string; text: string | null });
    expect(rows.length).toBeGreaterThan(0);
    const pretty = await runMain(['inspect', '--stage', stage, '--format', 'pretty', SEED]);
    for (const { type } of rows) expect(pretty.stdout).toContain(type);
  });
});

test('text is the text that spans refer to', async () => {
  const { stdout } = await runMain(['extract', SEED, '--include-text']);
  expect((await runMain(['text', SEED])).stdout).toBe((JSON.parse(stdout) as { text: string }).text);
});

test.each([
  ['4096', 4096],
  ['1kb', 1024],
  ['1.5 MB', 1_572_864],
  ['2GB', 2_147_483_648],
  ['', undefined],
  ['MB', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['5TB', undefined],
])('size %s', (value, bytes) => {
  expect(parseSize(value)).toBe(bytes);
});

describe('files of one report each', () => {
  test.each([
    ['seeds/a.txt', 'seeds/a.txt.json'],
    ['./seeds//a.txt', 'seeds/a.txt.json'],
    ['/var/reports/a.txt', 'var/reports/a.txt.json'],
    ['../../a.txt', '__/__/a.txt.json'],
    ['C:/a.txt', 'C_/a.txt.json'],
    ['a.zip#b/c.txt', 'a.zip#b/c.txt.json'],
    ['-', 'stdin.json'],
    ['/', 'stdin.json'],
    ['a\nb?.txt', 'a_b_.txt.json'],
  ])('%s', (path, name) => {
    expect(reportFiles('json')(path)).toBe(name);
  });

  test('no two the same', () => {
    const fileOf = reportFiles('json');
    expect(['a.txt', '/a.txt', 'A.txt', 'a.txt-2'].map(fileOf)).toEqual([
      'a.txt.json',
      'a.txt-2.json',
      'A.txt-3.json',
      'a.txt-2-2.json',
    ]);
  });

  test('no longer than file systems allow', () => {
    const fileOf = reportFiles('ndjson');
    const [one, other] = [fileOf(`${'报'.repeat(90)}1.txt`), fileOf(`${'报'.repeat(90)}2.txt`)];
    expect(Buffer.byteLength(one)).toBeLessThan(255);
    expect(one).not.toBe(other);
  });
});
