/** Our own reports in every form that people have reports in: the text and the findings stay the same. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document as DocxDocument, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { loadEngine } from '../../src/engine/engine.ts';
import type { Document } from '../../src/model/document.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
import { zipOf } from './archives.ts';
import { ofdOf, xlsxOf } from './office.ts';
import { decodeAll, decodeOne, encoder, utf8, utf16 } from './support.ts';
import { CHROMIUM, hasProgram, seeds, withoutBlanks } from './tools.ts';

const gbk = encoder('gb18030');
/** The page as text: what is left of it in any other form. */
const SEEDS = await Promise.all(
  seeds().map(async ({ name, bytes }) =>
    name.endsWith('.html')
      ? { name: `${name}.txt`, bytes: utf8((await decodeOne(name, bytes)).text) }
      : { name, bytes },
  ),
);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /\S/.test(line))
    .map((line) => line.trim());
const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const marked = (mark: number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);

/** A name and the bytes of a file that holds the text. */
type Form = [name: string, write: (text: string) => Uint8Array | Promise<Uint8Array>];

const SAME_TEXT: Form[] = [
  ['UTF-8 with a mark.txt', (text) => marked([0xef, 0xbb, 0xbf], utf8(text))],
  ['UTF-16LE with a mark.txt', (text) => marked([0xff, 0xfe], utf16(text, 'le'))],
  ['UTF-16BE with a mark.txt', (text) => marked([0xfe, 0xff], utf16(text, 'be'))],
  ['UTF-16LE.txt', (text) => utf16(text, 'le')],
  ['UTF-16BE.txt', (text) => utf16(text, 'be')],
  ['GB18030.txt', gbk],
  ['Windows line ends.txt', (text) => utf8(text.replaceAll('\n', '\r\n'))],
  ['row.csv', (text) => gbk(`编号,正文\r\n1,${csvCell(text)}\r\n`)],
  ['row.tsv', (text) => utf8(`id\ttext\n1\t${csvCell(text)}\n`)],
  ['line.jsonl', (text) => utf8(`${JSON.stringify({ id: 1, text })}\n`)],
  ['list.json', (text) => utf8(JSON.stringify({ reports: [{ id: 1, text }] }))],
  ['member.zip', (text) => zipOf([{ name: gbk('报告.txt'), data: gbk(text) }])],
];

const SAME_LINES: Form[] = [
  [
    'paragraphs.docx',
    async (text) => {
      const children = linesOf(text).map((line) => new Paragraph(line));
      return new Uint8Array(await Packer.toBuffer(new DocxDocument({ sections: [{ children }] })));
    },
  ],
  ['cell.xlsx', (text) => xlsxOf({ S: [['正文'], [escaped(text)]] })],
  [
    'paragraphs.rtf',
    (text) => {
      const code = (char: string): string =>
        `\\u${char.charCodeAt(0) > 0x7fff ? char.charCodeAt(0) - 0x10000 : char.charCodeAt(0)}?`;
      const body = linesOf(text).map((line) => `${line.split('').map(code).join('')}\\par`);
      return Buffer.from(`{\\rtf1\\ansi ${body.join('\n')}}`);
    },
  ],
];

const SAME_FINDINGS: Form[] = [
  [
    'page.html',
    (text) =>
      utf8(
        `<html><head><meta charset="utf-8"></head><body>${linesOf(text)
          .map((line) => `<p>${escaped(line)}</p>`)
          .join('\n')}</body></html>`,
      ),
  ],
  [
    'page in GBK.htm',
    (text) =>
      gbk(
        `<html><head><meta charset="gb2312"></head><body><div id="zoom">${linesOf(text)
          .map((line) => `　　${escaped(line)}<br>`)
          .join('\n')}</div></body></html>`,
      ),
  ],
];

let engine: Engine;
beforeAll(async () => {
  engine = (await loadEngine()).engine;
});

/** What a reader of the findings would compare; blanks in names and texts are the layout's. */
function findingsOf(document: Document): string[] {
  const { indicators, placeholders } = extractDocument(document, engine);
  return [
    ...indicators.map((each) =>
      [each.text, each.name, each.value.number, each.unit.symbol, each.kind, each.status].join('|'),
    ),
    ...placeholders.map((each) => [each.text, each.kind, each.expects].join('|')),
  ].map(withoutBlanks);
}

const first = async (name: string, bytes: Uint8Array): Promise<Document> => {
  const [result] = await decodeAll(name, bytes);
  if (!result || 'error' in result) throw result?.error ?? new Error('nothing');
  return result;
};

test.each(seeds().filter(({ name }) => name.endsWith('.html')))(
  '$name: the same findings as its text',
  async (page) => {
    const document = await decodeOne(page.name, page.bytes);
    expect(findingsOf(await decodeOne('page.txt', utf8(document.text)))).toEqual(findingsOf(document));
  },
);

describe.each(SEEDS)('$name', ({ name, bytes }) => {
  const text = textOf(bytes);

  test.each(SAME_TEXT)('%s: the same text', async (form, write) => {
    expect((await first(form, await write(text))).text).toBe((await decodeOne(name, bytes)).text);
  });

  test.each(SAME_LINES)('%s: the same lines', async (form, write) => {
    expect(linesOf((await first(form, await write(text))).text)).toEqual(linesOf(text));
  });

  test.each([...SAME_LINES, ...SAME_FINDINGS])('%s: the same findings', async (form, write) => {
    expect(findingsOf(await first(form, await write(text)))).toEqual(findingsOf(await decodeOne(name, bytes)));
  });

  test('lines.ofd: the same characters', async () => {
    const rows = linesOf(text).flatMap((line) => line.match(/.{1,30}/gu)!);
    const pages = Array.from({ length: Math.ceil(rows.length / 30) }, (_, i) =>
      rows.slice(i * 30, i * 30 + 30).map((row, k) => ({ x: 30, y: 30 + 8 * k, text: escaped(row) })),
    );
    // Escaped characters are one glyph each in the file, and steps are as many as glyphs or more.
    const document = await decodeOne('a.ofd', ofdOf(pages));
    expect(withoutBlanks(document.text)).toBe(withoutBlanks(text));
  });
});

describe.skipIf(!hasProgram(CHROMIUM))('printed by Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-print-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function print(page: string): Uint8Array {
    const [source, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(source, `<!doctype html><meta charset="utf-8">${page}`);
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`];
    execFileSync(CHROMIUM, [...options, `file://${source}`], { stdio: 'ignore', timeout: 120_000 });
    return new Uint8Array(readFileSync(pdf));
  }

  const STYLES: [string, string][] = [
    ['paragraphs', 'font-size: 14pt'],
    ['two columns', 'font-size: 10pt; columns: 2; text-align: justify'],
  ];

  test.each(SEEDS.flatMap((seed) => STYLES.map(([layout, style]) => ({ ...seed, layout, style }))))(
    '$name in $layout: the same characters, and 99% of the findings',
    async ({ name, bytes, style }) => {
      const original = await decodeOne(name, bytes);
      const page = linesOf(original.text).map((line) => `<p>${escaped(line)}</p>`);
      const printed = await decodeOne('a.pdf', print(`<body style="${style}">${page.join('\n')}</body>`));
      expect(withoutBlanks(printed.text)).toBe(withoutBlanks(original.text));
      const [wanted, got] = [findingsOf(original), new Set(findingsOf(printed))];
      expect(wanted.filter((finding) => got.has(finding)).length).toBeGreaterThanOrEqual(wanted.length * 0.99);
    },
  );
});
