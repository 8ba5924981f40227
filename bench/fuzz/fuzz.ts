/** Broken files of every format: random bytes, truncations, flipped bits, spliced files. Each must give documents or failures, soon, and nothing else. */
import { readFileSync } from 'node:fs';
import type { Document, InputFailure } from '../../src/model/document.ts';
import { GaigeError } from '../../src/model/error.ts';
import { zipOf } from '../../test/decode/archives.ts';
import { docxOf, ofdOf, p, xlsxOf } from '../../test/decode/office.ts';
import { pdfOf } from '../../test/decode/pdfs.ts';
import { decodeAll, encoder, utf8, utf16 } from '../../test/decode/support.ts';
import { below, pick, type Random, randomFrom } from './random.ts';

const gbk = encoder('gb18030');
const TEXT =
  '云岭区全面深化改革综述\n一、聚焦产业升级\n全区完成改革任务12项，“放管服”改革提速，**公司落户。\n（一）创新驱动\n新建平台5个，增长5.4%。\n'.repeat(
    4,
  );
const LINES = TEXT.trim().split('\n');

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

const docx = docxOf(
  LINES.map((line) => p(line, LISTED)).join('') +
    `<w:tbl><w:tr><w:tc>${p('指标')}</w:tc><w:tc>${p('5')}</w:tc></w:tr></w:tbl>`,
  { numbering: NUMBERING, styles: '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>' },
);
const page = `<html><head><meta charset="gb2312"><title>改革综述</title></head><body><div id="zoom">${LINES.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`;

/** Whole files, by the names they go by. */
export const WHOLE: readonly [string, Uint8Array][] = [
  ['a.txt', utf8(TEXT)],
  ['a.txt', gbk(TEXT)],
  ['a.txt', utf16(TEXT, 'be')],
  ['a.md', utf8(`# 标题\n\n${TEXT}\n**甲**\n\n| 甲 | 乙 |\n| - | - |\n`)],
  ['a.html', gbk(page)],
  [
    'a.mht',
    Buffer.concat([
      utf8(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n',
      ),
      gbk(page),
      utf8('\r\n--x--\r\n'),
    ]),
  ],
  ['a.docx', docx],
  [
    'a.xlsx',
    xlsxOf({
      S: [
        ['正文', '年份'],
        [TEXT, 2024],
      ],
    }),
  ],
  ['a.ofd', ofdOf([LINES.map((text, i) => ({ x: 30, y: 30 + 8 * i, text }))])],
  ['a.pdf', pdfOf([LINES.map((text, i) => ({ text, x: 60, y: 780 - 18 * i }))])],
  ['a.doc', new Uint8Array(readFileSync(new URL('../../test/decode/files/report.doc', import.meta.url)))],
  [
    'a.rtf',
    Buffer.concat([
      utf8('{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}\\f0 '),
      gbk(TEXT.replaceAll('\n', '\\par ')),
      utf8('{\\footnote x}\\trowd\\intbl a\\cell\\row}'),
    ]),
  ],
  ['a.csv', gbk(`标题,年份,正文\n甲,2024,"${TEXT}"\n`)],
  ['a.json', utf8(JSON.stringify({ reports: [{ title: '甲', text: TEXT }] }))],
  ['a.jsonl', utf8(`${JSON.stringify({ text: TEXT })}\n`.repeat(3))],
  [
    'a.zip',
    zipOf([
      { name: gbk('报告.txt'), data: gbk(TEXT) },
      { name: 'b.docx', data: docx },
    ]),
  ],
];

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const DAMAGES: Record<string, Damage> = {
  truncated: (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  flipped: (bytes, random) => {
    const broken = Uint8Array.from(bytes);
    for (let left = 1 + below(random, 20); left > 0; left--)
      broken[below(random, bytes.length)]! ^= 1 << below(random, 8);
    return broken;
  },
  overwritten: (bytes, random) => {
    const broken = Uint8Array.from(bytes);
    const start = below(random, bytes.length);
    const value = pick(random, [0, 0xff, 0x41, 0x7b, 0x3c, below(random, 256)]);
    return broken.fill(value, start, start + below(random, 200));
  },
  repeated: (bytes, random) => {
    const start = below(random, bytes.length);
    const part = bytes.subarray(start, start + 1 + below(random, 300));
    const copies = Array.from({ length: 1 + below(random, 200) }, () => part);
    return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)]);
  },
  cut: (bytes, random) => {
    const start = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + below(random, 300))]);
  },
  spliced: (bytes, random) => {
    const [, other] = pick(random, WHOLE);
    return Buffer.concat([bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))]);
  },
  noise: (_, random) => Uint8Array.from({ length: below(random, 3000) }, () => below(random, 256)),
};

/** A part of a .docx, .xlsx or .ofd is broken, and the archive around it is whole: what broken archives never let through. */
function brokenWithin(random: Random): [string, Uint8Array] {
  const damage = pick(random, Object.values(DAMAGES));
  const broken = (xml: string): string => Buffer.from(damage(utf8(xml), random)).toString('utf8');
  const wrong = (): string =>
    pick(random, ['w:p', 'w:tbl', 'w:fldChar', 'w:del', 'mc:AlternateContent', 'w:sdt', 'w:txbxContent']);
  const body = LINES.map((line) => `<${wrong()}>${p(line, LISTED)}`).join('');
  return [
    'a.docx',
    docxOf(random() < 0.5 ? broken(p(TEXT, LISTED)) : body, {
      numbering: random() < 0.5 ? broken(NUMBERING) : NUMBERING,
    }),
  ];
}

export type Fault = { input: number; start: number; kind: string; problem: string };
export type Outcome = {
  inputs: number;
  documents: number;
  failures: Record<string, number>;
  slowest: number;
  faults: Fault[];
};

/** Longer than any of these small files may take; what hangs in a thread is given up after 20 s. */
const TOO_LONG = 30_000;

export async function fuzz(count: number, start = 1): Promise<Outcome> {
  const outcome: Outcome = { inputs: count, documents: 0, failures: {}, slowest: 0, faults: [] };
  for (let input = 0; input < count; input++) {
    const random = randomFrom(start * 1_000_003 + input);
    const [damage, apply] = pick(random, Object.entries(DAMAGES));
    const [name, whole] = pick(random, WHOLE);
    const [file, bytes] = random() < 0.08 ? brokenWithin(random) : ([name, apply(whole, random)] as const);
    const kind = `${file} ${damage}`;
    const begun = performance.now();
    const problem = await problemWith(file, new Uint8Array(bytes), outcome);
    const took = performance.now() - begun;
    outcome.slowest = Math.max(outcome.slowest, took);
    if (problem ?? took > TOO_LONG) outcome.faults.push({ input, start, kind, problem: problem ?? `${took} ms` });
  }
  return outcome;
}

async function problemWith(name: string, bytes: Uint8Array, outcome: Outcome): Promise<string | null> {
  try {
    for (const result of await decodeAll(name, bytes)) {
      const problem = problemOf(result);
      if (problem) return problem;
      if (!('error' in result)) outcome.documents++;
      else outcome.failures[result.error.code] = (outcome.failures[result.error.code] ?? 0) + 1;
    }
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** What every result must keep to. */
export function problemOf(result: Document | InputFailure): string | null {
  if ('error' in result) return result.error instanceof GaigeError ? null : 'not a GaigeError';
  const { text, blocks } = result;
  let end = 0;
  for (const { span } of blocks) {
    if (span.start < end || span.end <= span.start || span.end > text.length) return `block ${span.start}–${span.end}`;
    if (/\S/.test(text.slice(end, span.start))) return `words outside blocks at ${end}`;
    end = span.end;
  }
  return /\S/.test(text.slice(end)) ? `words outside blocks at ${end}` : null;
}
