/** Files broken where their format has its parts: attributes in the XML of archives, words of RTF, objects of PDF, records of zip, keys of YAML and JSON. */
import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipOf } from '../../test/decode/archives.ts';
import { utf8 } from '../../test/decode/support.ts';
import type { Random } from './random.ts';
import { below, pick } from './random.ts';

/** What programs are least ready for. */
const HOSTILE = [
  '',
  '0',
  '-1',
  '65536',
  '4294967295',
  '-2147483648',
  '9007199254740993',
  '1e308',
  'NaN',
  '0x7fffffff',
  '1.5',
  'toString',
  '__proto__',
  'constructor',
  '../../x',
  '%s%n',
  '改革',
  '5%',
  '**',
  '\u202e',
  '\ud800',
  '&#0;',
  '&amp;',
  'A'.repeat(5000),
  '十'.repeat(300),
  '＝1+1',
] as const;

/** Words and marks of a format, of which its files are made. */
export type Grammar = { tokens: RegExp; inserted: readonly string[] };

const XML: Grammar = {
  tokens: /"[^"]*"|<[^>]*>|[^<>"]+/g,
  inserted: [
    ...HOSTILE,
    '<w:p>',
    '</w:p>',
    '<w:tbl><w:tr><w:tc>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>',
    '<w:gridSpan w:val="99999999"/>',
    '<w:sym w:font="Wingdings" w:char="FFFFFFFF"/>',
    '<mc:AlternateContent><mc:Fallback>',
    '<c r="ZZZZ99999999" t="s"><v>99999</v></c>',
    '<row r="1048577">',
    '<mergeCell ref="A1:XFD1048576"/>',
    ' toString="1"',
    ' __proto__="1"',
    ' val="1"',
    '<w:txbxContent>',
    '<w:numFmt w:val="__proto__"/>',
    '<w:lvlText w:val="%9%1%0"/>',
    '<ofd:PageBlock>',
    '<ofd:TextCode DeltaX="g 99999999 1">x</ofd:TextCode>',
    '<v>1e308</v>',
    '<![CDATA[',
    '<!--',
    '<?x ?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
  ],
};
const RTF: Grammar = {
  tokens: /\\[a-z]+-?\d*|\\'[0-9a-f]{2}|[{}]|[^\\{}]+/gi,
  inserted: [
    ...'{ } \\par \\row \\cell \\intbl \\trowd \\bin99999999 \\bin-1 \\uc9999 \\uc-1 \\u-99999 \\u65535 \\ansicpg0 \\ansicpg99999 \\f99999 \\fcharset-1 \\ls99 \\ilvl99 \\pn \\pntext \\listtext \\nosupersub \\super \\v \\deleted \\footnote \\field \\fldinst \\fldrslt \\stylesheet \\*'.split(
      ' ',
    ),
    "\\'ff",
    "\\'",
  ],
};
const PDF: Grammar = {
  tokens: /\/\w+|-?\d+(?:\.\d+)?|<<|>>|[[\]]|\w+|[^\w<>[\]/]+/g,
  inserted: [
    ...HOSTILE.slice(0, 9),
    '<<',
    '>>',
    '[',
    ']',
    '/Length',
    '/Kids',
    '/Parent 1 0 R',
    '1 0 R',
    '3 0 R',
    'stream',
    'endstream',
    'endobj',
    'obj',
    '/FlateDecode',
    '/Count',
    'Tm',
    'Tj',
    'BT',
    'ET',
    'q',
    'Do',
    '/F 0 Tf',
    '0 0 0 0 0 0 cm',
    '1 0 0 1 1e9 1e9 Tm',
    '<0000><FFFF><0000>',
    'beginbfrange',
    '/Rotate 45',
    '/Filter[/ASCIIHexDecode/LZWDecode]',
    '/MediaBox[0 0 0 0]',
    '/Type/ObjStm/N 99999/First 1',
    '/Encrypt 1 0 R',
    '/W[0 10 500]',
  ],
};
const HTML: Grammar = {
  tokens: /"[^"<>]*"|<\/?[\w:!-]*|&#?\w*;?|[^<&"]+/g,
  inserted: [
    ...HOSTILE,
    ...'<table> <tr> <td rowspan=99999> <td colspan=-1> </table> <p> <b> <font> </b> </p> <a> <script> </script> <svg> <math> <template> <select> <title> <plaintext> <frameset> <ruby> <rt> <sup> <pre>'.split(
      ' ',
    ),
    '<!--',
    '-->',
    '<![CDATA[',
    '<p '.concat('a '.repeat(3000)),
    '<div>'.repeat(300),
    ...[1000, 65535, -1, 0].flatMap((count) => [` colspan="${count}"`, ` rowspan="${count}"`]),
    ' style="display:none"',
    ' hidden',
    '&#x110000;',
    '&#xd800;',
    '=\r\n',
    '=E6',
    '\r\n--x\r\n',
    '\r\n\r\n',
    'Content-Transfer-Encoding: base64\r\n',
  ],
};
const TEXT: Grammar = {
  tokens: /\d+|[，。、；：\n|,"{}[\]]|[^\d，。、；：\n|,"{}[\]]+/g,
  inserted: [
    ...HOSTILE,
    '|',
    '\t',
    '"',
    ',',
    '\n',
    '```',
    '---\n',
    '# ',
    '> ',
    '[',
    '{',
    '百分之',
    '万亿',
    '亿',
    '％',
    '1,2,3',
    '1/0',
    '—',
    '～',
    '同比增长',
    '第',
    '*',
    '×',
    'XX',
    '____',
    '２０',
    '〇',
    '年',
    '左右',
    ' ',
    '1 2 ',
  ],
};

const GRAMMARS: Record<string, Grammar> = { rtf: RTF, pdf: PDF, html: HTML, mht: HTML, xml: XML };

/** A text with some of its tokens changed, doubled, moved, taken out, or with others beside them. */
export function changed(text: string, { tokens, inserted }: Grammar, random: Random): string {
  const parts = text.match(tokens) ?? [text];
  for (let left = 1 + below(random, 6); left > 0; left--) {
    const at = below(random, parts.length);
    const part = parts[at] ?? '';
    const other = below(random, parts.length);
    const deeds: (() => void)[] = [
      () => parts.splice(at, 0, pick(random, inserted)),
      () => parts.splice(at, 1),
      () => parts.splice(at, 0, ...parts.slice(other, other + below(random, 40))),
      () => parts.splice(at, 1, part.repeat(1 + below(random, 400)).slice(0, 100_000)),
      () => parts.splice(at, 1, parts[other] ?? ''),
      () =>
        parts.splice(
          at,
          1,
          /^".*"$/s.test(part)
            ? `"${pick(random, HOSTILE).replace(/["&<]/g, '')}"`
            : part.replace(/-?\d+/, pick(random, HOSTILE)),
        ),
    ];
    pick(random, deeds)();
  }
  return parts.join('');
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A file of a format with its parts broken; what is within an archive is broken there. */
export function brokenParts(name: string, whole: Uint8Array, random: Random): Uint8Array {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  if (whole[0] === 0x50 && whole[1] === 0x4b)
    return random() < 0.2 || isWide(whole) ? brokenRecords(whole, random) : brokenMember(whole, random);
  if (extension === 'doc') return random() < 0.5 ? brokenNumbers(whole, random) : brokenStreams(whole, random);
  if (extension === 'pdf' && random() < 0.6) return brokenObjects(whole, random);
  if (extension === 'json' && random() < 0.5)
    return utf8(JSON.stringify(brokenValue(JSON.parse(Buffer.from(whole).toString('utf8')), random)));
  const binary = ['rtf', 'pdf', 'mht'].includes(extension) || (extension === 'html' && random() < 0.5);
  const text = binary ? latin1(whole) : Buffer.from(whole).toString('utf8');
  const entire = changed(text, GRAMMARS[extension] ?? TEXT, random);
  // A text may end anywhere.
  const broken = random() < 0.15 ? entire.slice(0, below(random, entire.length)) : entire;
  return binary ? Buffer.from(broken, 'latin1') : utf8(broken);
}

/** Whether sizes stand where no unpacker of tests looks. */
const isWide = (whole: Uint8Array): boolean => Buffer.from(whole).includes(Buffer.from('ffffffffffffffff', 'hex'));

/** One part of an archive, and the archive whole around it. */
function brokenMember(whole: Uint8Array, random: Random): Uint8Array {
  const members = unzipSync(whole);
  const names = Object.keys(members);
  const name = pick(random, names);
  const content = members[name] ?? new Uint8Array();
  const isXml = /\.(?:xml|rels)$/.test(name);
  const broken = isXml ? strToU8(changed(strFromU8(content), XML, random)) : brokenParts(name, content, random);
  const given = Object.entries({ ...members, [name]: broken });
  if (random() < 0.1) given.push([pick(random, [...names, '../x', '__proto__', '/etc/x.txt', 'a\u0000.txt']), broken]);
  return zipOf(
    given.map(([each, data]) => ({ name: each, data, ...(random() < 0.05 && { flags: pick(random, [1, 8, 0x800]) }) })),
  );
}

const RECORDS = ['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006'];

/** Numbers in the records of a zip. */
function brokenRecords(whole: Uint8Array, random: Random): Uint8Array {
  const broken = Buffer.from(whole);
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const record = pick(random, RECORDS);
    let at = broken.indexOf(record, 0, 'latin1');
    for (let skip = below(random, 6); skip > 0; skip--) at = Math.max(at, broken.indexOf(record, at + 4, 'latin1'));
    const place = at + 4 + below(random, 42);
    if (at >= 0 && place + 4 <= broken.length)
      broken.writeUInt32LE(pick(random, [0, 1, 0xffff, 0xffffffff, 0x7fffffff, below(random, 70_000)]), place);
  }
  return broken;
}

/** Numbers of a compound file, mostly in its head and tables. */
function brokenNumbers(whole: Uint8Array, random: Random): Uint8Array {
  const broken = Buffer.from(whole);
  for (let left = 1 + below(random, 8); left > 0; left--) {
    const place = below(random, random() < 0.5 ? Math.min(2048, broken.length - 4) : broken.length - 4);
    broken.writeUInt32LE(
      pick(random, [0, 1, 2, 0xffff, 0xfffffffe, 0xffffffff, 0x7fffffff, below(random, 5000)]),
      place,
    );
  }
  return broken;
}

/** Numbers in the streams of a .doc that say where its words and their properties are: its head, and its table. */
function brokenStreams(whole: Uint8Array, random: Random): Uint8Array {
  const broken = Buffer.from(whole);
  const streams = ['WordDocument', '1Table', '0Table'].flatMap((name) => {
    const entry = broken.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
    if (entry < 0 || entry + 124 > broken.length) return [];
    const start = 512 * (1 + broken.readUInt32LE(entry + 116));
    const length = Math.min(broken.readUInt32LE(entry + 120), name === 'WordDocument' ? 1200 : 8192);
    return start + length <= broken.length && length > 4 ? [{ start, length }] : [];
  });
  if (streams.length === 0) return brokenNumbers(whole, random);
  for (let left = 1 + below(random, 6); left > 0; left--) {
    const { start, length } = pick(random, streams);
    const place = start + below(random, length - 4);
    const deeds: (() => void)[] = [
      () => broken.writeUInt32LE(pick(random, [0, 1, 0xffff, 0xffffffff, 0x7fffffff, below(random, 70_000)]), place),
      () => broken.writeUInt16LE(pick(random, [0, 1, 0xff, 0xffff, 0x7fff, below(random, 65_536)]), place),
      () => broken.writeUInt8(below(random, 256), place),
      () => broken.copy(broken, place, start + below(random, length - 4), start + length),
    ];
    pick(random, deeds)();
  }
  return broken;
}

/** Objects of a PDF, some of them broken, and the table of where they are right again. */
function brokenObjects(whole: Uint8Array, random: Random): Uint8Array {
  const text = latin1(whole);
  const bodies = [...text.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
    ([, number = '', body = '']): [number, string] => [Number(number), body],
  );
  const broken = below(random, bodies.length);
  const isWhole = random() < 0.7;
  const isPacked = random() < 0.3;
  let file = '%PDF-1.5\n';
  const places = new Map<number, number>();
  for (const [i, [number, body]] of bodies.entries()) {
    places.set(number, file.length);
    const made = i === broken || random() < 0.05 ? changed(body, PDF, random) : body;
    file += `${number} 0 obj\n${isWhole ? wholeStream(made, isPacked) : made}\nendobj\n`;
  }
  const size = Math.max(...places.keys(), 0) + 1;
  const rows = Array.from({ length: size }, (_, i) =>
    places.has(i) ? `${String(places.get(i)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
  );
  const trailer = `<</Size ${size}/Root 1 0 R>>`;
  const end = random() < 0.1 ? changed(trailer, PDF, random) : trailer;
  return Buffer.from(
    `${file}xref\n0 ${size}\n${rows.join('')}trailer\n${end}\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** An object with the length that its stream has, packed where it is asked for and the stream is not. */
function wholeStream(body: string, isPacked: boolean): string {
  const parts = /^([\s\S]*?)\/Length \d+([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body);
  if (!parts) return body;
  const [, before = '', after = '', content = ''] = parts;
  if (!isPacked || body.includes('/Filter'))
    return `${before}/Length ${content.length}${after}\nstream\n${content}\nendstream`;
  const packed = latin1(deflateSync(Buffer.from(content, 'latin1')));
  return `${before}/Filter/FlateDecode/Length ${packed.length}${after}\nstream\n${packed}\nendstream`;
}

/** A value of YAML or JSON with some of its keys and values changed. */
export function brokenValue(value: unknown, random: Random): unknown {
  if (random() < 0.04)
    return pick<unknown>(random, [...HOSTILE, null, true, 0, -1, 1e21, [], {}, [[[]]], { a: 1 }, [null]]);
  if (Array.isArray(value)) {
    const list = value.slice(0, 1 + below(random, 30)).map((each) => brokenValue(each, random));
    if (random() < 0.1) list.push(...list);
    return list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    if (random() < 0.03) return [];
    return [[random() < 0.03 ? pick(random, HOSTILE) : key, brokenValue(each, random)]];
  });
  return Object.fromEntries(entries);
}

export { TEXT, XML };
