import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocLists } from '../../src/decode/word/doc/lists.ts';
import { changesIn } from '../../src/decode/word/doc/properties.ts';
import { readDocFonts, symbolsIn } from '../../src/decode/word/doc/symbols.ts';
import { markerCounter } from '../../src/decode/word/lists/counter.ts';
import { decodeAll, decodeOne, outline } from './support.ts';

/** Written by LibreOffice from a document of ours: a list of three levels, a table, a field, hidden text, a header. */
const REPORT = new Uint8Array(readFileSync(new URL('./files/report.doc', import.meta.url)));

describe('.doc', () => {
  test('text, numbers of lists, rows of tables; no headers, instructions, hidden text', async () => {
    const document = await decodeOne('a.wps', REPORT);
    expect(outline(document)).toEqual([
      '云岭区全面深化改革工作情况',
      '全区完成改革任务12项，“放管服”改革提速，**公司落户。',
      '一、聚焦产业升级',
      '（一）创新驱动',
      '1. 新建平台5个',
      '2. 引进人才30名',
      '（二）金融赋能',
      '二、聚焦民生改善',
      '指标\t单位\t数量',
      '新建学校\t所\t5',
      '见1',
      '甲',
    ]);
    expect(document).toMatchObject({ format: 'doc', encoding: 'utf-16le', diagnostics: [] });
  });

  test('what is raised is no part of a number', async () => {
    const raised = async (words: string) => {
      const bytes = Buffer.from(REPORT);
      // The hidden words of the report, raised instead.
      bytes.set([0x48, 0x2a, 1], bytes.indexOf(Buffer.from([0x3c, 0x08, 1])));
      bytes.write(words, bytes.indexOf('隐藏', 'utf16le'), 'utf16le');
      return outline(await decodeOne('a.doc', new Uint8Array(bytes))).at(-1);
    };
    expect(await raised('隐藏')).toBe('甲隐藏');
    expect(await raised('12')).toBe('甲');
  });

  test('cut off anywhere: a text or a failure, never an exception', async () => {
    for (let end = 8; end < REPORT.length; end += 97)
      expect(await decodeAll('a.doc', REPORT.subarray(0, end))).toHaveLength(1);
  });

  test('sectors that lead in a circle', async () => {
    const bytes = Buffer.from(REPORT);
    const table = (bytes.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE((sector + 1) % 40, table + sector * 4);
    expect(await decodeAll('a.doc', new Uint8Array(bytes))).toMatchObject([{ error: { code: 'DAMAGED' } }]);
  });
});

describe('properties', () => {
  test.each([
    [
      'of one, two and four bytes',
      [0x0a, 0x26, 2, 0x0b, 0x46, 1, 0, 0x09, 0x6a, 1, 2, 3, 4],
      { 9738: 2, 17931: 1, 27145: 0x04030201 },
    ],
    ['of any length', [0x15, 0xc6, 2, 0, 0, 0x0a, 0x26, 1], { 9738: 1 }],
    ['of a table', [0x08, 0xd6, 3, 0, 9, 9, 0x16, 0x24, 1], { 9238: 1 }],
    ['cut off', [0x0a, 0x26, 1, 0x0b, 0x46, 1], { 9738: 1 }],
  ])('%s', (_, bytes, changes) => {
    expect(Object.fromEntries(changesIn(Buffer.from(bytes)))).toEqual(changes);
  });
});

describe('signs in fonts of symbols', () => {
  const font = (name: string): Buffer => {
    const entry = Buffer.concat([Buffer.alloc(40), Buffer.from(`${name}\0`, 'utf16le')]);
    entry[0] = entry.length - 1;
    return entry;
  };
  const fonts = readDocFonts(Buffer.concat([Buffer.alloc(4), font('宋体'), font('Symbol'), font('Wingdings')]));
  const printed = (changes: [number, number], text: string): string => {
    const print = symbolsIn(new Map([changes]), fonts);
    return print ? Array.from(text, print).join('') : text;
  };

  test.each<[string, [number, number], string, string]>([
    ['inserted', [0x6a09, 0xf0b30001], '(', '≥'],
    ['inserted, of a font that is not there', [0x6a09, 0xf0b30009], '(', ''],
    ['that break a line, or a character', [0x6a09, 0x000d0000], '(', ''],
    ['typed', [0x4a4f, 2], '\uf06f户', '□户'],
    ['of other fonts', [0x4a4f, 0], '\uf06f户', '\uf06f户'],
  ])('%s', (_, change, text, expected) => {
    expect(printed(change, text)).toBe(expected);
  });

  test('fonts cut off', () => {
    expect(readDocFonts(Buffer.alloc(0))).toEqual([]);
    expect(readDocFonts(Buffer.from([1, 0, 0, 0, 80, 1]))).toEqual(['']);
  });
});

describe('lists', () => {
  const u16 = (n: number): number[] => [n & 255, n >> 8];
  const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
  /** A level: start, format, text with levels as characters 0 to 8, flags, suffix, restart. */
  const level = (start: number, format: number, text: string, flags = 0, suffix = 0, restart = 0): number[] => [
    ...u32(start),
    format,
    flags,
    ...new Array(9).fill(0),
    suffix,
    ...new Array(8).fill(0),
    0,
    0,
    restart,
    0,
    ...u16(text.length),
    ...Buffer.from(text, 'utf16le'),
  ];

  test('definitions, uses, overrides', () => {
    const head = [
      ...u16(2),
      ...u32(7),
      ...u32(0),
      ...new Array(18).fill(0),
      1,
      0,
      ...u32(8),
      ...u32(0),
      ...new Array(18).fill(0),
      0,
      0,
    ];
    const nine = Array.from({ length: 9 }, (_, depth) =>
      level(
        1,
        [0x25, 0x27, 0, 0x12, 0xff, 0x17, 0, 0, 0][depth]!,
        [`\0、`, `（\x01）`, `\x02.`, '\x03', '◇', '•', '', '', ''][depth]!,
        depth === 2 ? 8 : 0,
      ),
    );
    const lists = Buffer.from([...head, ...level(3, 0x25, '第\0章', 0, 2), ...nine.flat()]);
    const uses = Buffer.from([
      ...u32(3),
      ...[7, 8, 8].flatMap((id, i) => [...u32(id), ...u32(0), ...u32(0), i === 2 ? 2 : 0, 0, 0, 0]),
      ...u32(0xffffffff),
      ...u32(0xffffffff),
      ...u32(0xffffffff),
      ...u32(5),
      ...u32(0x10),
      ...u32(0),
      ...u32(0x21),
      ...level(1, 3, '\x01)'),
    ]);
    const part = (name: string) =>
      name === 'lists' ? { bytes: lists.subarray(0, head.length), from: lists } : { bytes: uses, from: uses };
    const next = markerCounter(readDocLists({ main: Buffer.alloc(0), part, lengths: {} as never }));
    const asked: [number, number][] = [
      [1, 0],
      [1, 0],
      [2, 0],
      [2, 1],
      [2, 2],
      [2, 0],
      [2, 2],
      [2, 3],
      [2, 4],
      [2, 5],
      [3, 0],
      [3, 1],
      [9, 0],
    ];
    expect(asked.map(([list, depth]) => next(list, depth))).toEqual([
      '第三章',
      '第四章',
      '一、',
      '（一）',
      '1. ',
      '二、',
      '2. ',
      '① ',
      '◇ ',
      '',
      '五、',
      'A) ',
      '',
    ]);
  });
});
