import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/decode/page/layout/index.ts';
import type { GlyphRun } from '../../src/decode/page/layout/page.ts';
import { zipOf } from './archives.ts';
import { docxOf, ofdOf, p, xlsxOf } from './office.ts';
import { decodeAll, decodeOne, utf8 } from './support.ts';

/** A test that takes so long fails: far above what linear time takes on a busy machine, far below what quadratic time would. */
const timeout = 90_000;

const LIST =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

/** The archive with each of some words in one part of it written over and over. */
function repeatedIn(archive: Uint8Array, part: string, words: RegExp, times: number): Uint8Array {
  const members = unzipSync(archive);
  const xml = strFromU8(members[part]!).replace(words, (found) => found.repeat(times));
  return zipOf({ ...members, [part]: utf8(xml) });
}

describe('a part of an archive that is named many times is read once', () => {
  test.each([
    [
      'a.xlsx',
      xlsxOf({
        S: [
          ['正文', '年份'],
          ['全区新建学校5所。'.repeat(5), 2024],
        ],
      }),
      'xl/workbook.xml',
      /<sheet [^>]*>/,
    ],
    ['a.ofd', ofdOf([[{ x: 30, y: 30, text: '全区新建学校5所。' }]]), 'Doc_0/Document.xml', /<(?:\w+:)?Page [^>]*>/],
  ] as const)('%s', async (name, archive, part, words) => {
    const [whole, ...others] = await decodeAll(name, archive);
    const results = await decodeAll(name, repeatedIn(archive, part, words, 900));
    expect(others).toEqual([]);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ text: (whole as { text: string }).text });
  });
});

describe('time grows with the file alone', () => {
  const units = [
    '<!--',
    '<',
    '&',
    '&amp;',
    '<p ',
    '<script>',
    '<U+',
    '<br>',
    '\r',
    '\n',
    '[',
    '[a](',
    '*',
    '*区',
    '** ',
    '_',
    '`',
    '``a`',
    '|',
    '\\',
    '> ',
    '# ',
    ' ',
    '---\n',
    '```\n',
    '改',
    '改，',
    '猜你喜欢\n',
    '</i>改',
  ];
  test.each(units)('%j', { timeout }, async (unit) => {
    const bytes = utf8(unit.repeat(400_000 / unit.length));
    for (const name of ['a.txt', 'a.md', 'a.html']) expect(await decodeAll(name, bytes)).toHaveLength(1);
  });

  /** None of them ends the one before it; the parser looks through all that are open. */
  const elements = 'address summary dd svg object template font';
  test.each([
    ...elements.split(' ').map((name): [string, string] => ['', `<${name}>`]),
    ['', '<ruby><rt>'],
    ['', '<math><mi>'],
    ['<table>', '<p></p>改，'],
    ['<table><tr>', '<b>改'],
    ['<address>'.repeat(900), '<p>改'],
  ])('%s%s in a page', { timeout }, async (start, unit) => {
    const page = `<body>${start}${unit.repeat(400_000 / unit.length)}`;
    expect(await decodeAll('a.html', utf8(page))).toHaveLength(1);
  });

  test.each<[string, (i: number) => string]>([
    ['fonts that are never closed', (i) => `<p><font size=${i}>改`],
    ['attributes of one tag', (i) => (i === 0 ? '<p ' : `a${i} `)],
    ['attributes of the page', (i) => `<html a${i}><body a${i}>`],
  ])('%s', { timeout }, async (_, unit) => {
    const page = Array.from({ length: 40_000 }, (_, i) => unit(i)).join('');
    expect(await decodeAll('a.html', utf8(`<body>${page}`))).toHaveLength(1);
  });

  test('one line of 40 MB', { timeout }, async () => {
    const document = await decodeOne('a.txt', '全区完成改革任务12项，新建学校5所。'.repeat(800_000));
    expect(document.blocks).toHaveLength(1);
  });

  const many = (unit: string): string => unit.repeat(600_000 / unit.length);
  test.each<[string, string, () => string | Uint8Array]>([
    ...['"', ',', '"",', '"\n', 'a,\n', '改,'].map((unit): [string, string, () => string] => [
      unit,
      'a.csv',
      () => many(unit),
    ]),
    ...['[', '{"a":', '[],', '"改",\n', '{}\n'].map((unit): [string, string, () => string] => [
      unit,
      'a.json',
      () => many(unit),
    ]),
    ...[
      '{',
      '}',
      '{}',
      '\\u25913?',
      "\\'b8\\'c4",
      '\\cell ',
      '\\row ',
      '{\\footnote x}',
      '{\\listtext x\\tab}',
      '{\\f0 x}',
      '\\par x',
      '\\*',
      '\\bin9 ',
    ].map((unit): [string, string, () => string] => [unit, 'a.rtf', () => `{\\rtf1 ${many(unit)}`]),
    ...['\r\n--x\r\n', '=\r\n', '= ', '--x'].map((unit): [string, string, () => string] => [
      unit,
      'a.mht',
      () =>
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${many(unit)}`,
    ]),
    ...[
      p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      p('甲', '<w:rPr><w:del/></w:rPr>'),
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t></w:r></w:p>',
      '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    ].map((unit): [string, string, () => Uint8Array] => [
      unit,
      'a.docx',
      () => docxOf(many(unit), { numbering: LIST }),
    ]),
  ])('%j in %s', { timeout }, async (_, name, content) => {
    const bytes = content();
    const results = await decodeAll(name, typeof bytes === 'string' ? utf8(bytes) : bytes);
    expect(results.length).toBeGreaterThan(0);
  });

  test.each<[string, (i: number) => Partial<GlyphRun>]>([
    ['on one line', (i) => ({ x: i * 13, y: 50 })],
    ['in one place', () => ({ x: 50, y: 50 })],
    ['on a line each', (i) => ({ x: 50, y: i * 18 })],
    ['scattered', (i) => ({ x: (i * 7919) % 600, y: (i * 104729) % 800 })],
  ])('200,000 glyphs %s', { timeout }, (_, place) => {
    const runs = Array.from({ length: 200_000 }, (_, i) => ({
      text: '改',
      x: 0,
      y: 0,
      width: 12,
      size: 12,
      angle: 0,
      ...place(i),
    }));
    expect(layOut([{ width: 600, height: 800, runs }]).length).toBeGreaterThan(0);
  });
});
