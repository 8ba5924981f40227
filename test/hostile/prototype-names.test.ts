/** What every object has of its own accord is a name like others, wherever a document, a pack or a user names something. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GaigeError } from '../../src/model/error.ts';
import { runMain } from '../cli/support.ts';
import { at, correctionsOf, TEXT } from '../corrections/support.ts';
import { zipOf } from '../decode/archives.ts';
import { docxOf, p, xlsxOf } from '../decode/office.ts';
import { decodeAll, utf8 } from '../decode/support.ts';
import { openTexts } from '../support/packs.ts';

const NAMES = ['toString', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const WORDS = '全区新建学校5所。';

const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const numbering = (format: string, id = '1') =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、"/><w:suff w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="0"/></w:num>`;

const DOCUMENTS: readonly [string, string, (name: string) => string | Uint8Array][] = [
  ['a number format', 'a.docx', (name) => docxOf(p(WORDS, listed), { numbering: numbering(name) })],
  [
    'a list',
    'a.docx',
    (name) => docxOf(p(WORDS, listed.replace('"1"', `"${name}"`)), { numbering: numbering('decimal', name) }),
  ],
  [
    'a style',
    'a.docx',
    (name) =>
      docxOf(p(WORDS, `<w:pStyle w:val="${name}"/>`), {
        styles: `<w:style w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="${name}"/></w:style>`,
      }),
  ],
  [
    'an attribute',
    'a.docx',
    (name) => docxOf(`<w:p w:${name}="1"><w:pPr w:${name}="1"/><w:r><w:t ${name}="x">${WORDS}</w:t></w:r></w:p>`),
  ],
  ['an element', 'a.docx', (name) => docxOf(`<w:${name}>${p(WORDS)}</w:${name}>`)],
  [
    'a symbol',
    'a.docx',
    (name) => docxOf(`<w:p><w:r><w:sym w:font="${name}" w:char="F0B7"/><w:t>${WORDS}</w:t></w:r></w:p>`),
  ],
  [
    'a field',
    'a.docx',
    (name) =>
      docxOf(
        `<w:p><w:r><w:fldChar w:fldCharType="${name}"/><w:instrText>${name}</w:instrText><w:t>${WORDS}</w:t></w:r></w:p>`,
      ),
  ],
  [
    'a note',
    'a.docx',
    (name) =>
      docxOf(`<w:p><w:r><w:footnoteReference w:id="${name}"/><w:t>${WORDS}</w:t></w:r></w:p>`, {
        footnotes: `<w:footnote w:id="${name}">${p(WORDS)}</w:footnote>`,
      }),
  ],
  [
    'a sheet',
    'a.xlsx',
    (name) =>
      xlsxOf({
        [`${name}`]: [
          ['正文', '年份'],
          [WORDS, 2024],
        ],
      }),
  ],
  [
    'a column of a workbook',
    'a.xlsx',
    (name) =>
      xlsxOf({
        S: [
          ['正文', name],
          [WORDS, name],
        ],
      }),
  ],
  ['a column of csv', 'a.csv', (name) => `正文,${name},标题\n${WORDS},甲,${name}\n`],
  [
    'a field of json',
    'a.json',
    (name) => `[{"${name}": "甲", "正文": "${WORDS}", "data": {"${name}": {"text": "${WORDS}"}}}]`,
  ],
  ['a field of ndjson', 'a.jsonl', (name) => `{"text": "${WORDS}", "${name}": "甲"}\n`.repeat(2)],
  ['front matter', 'a.md', (name) => `---\n${name}: 甲\ntitle: ${name}\n---\n${WORDS}\n`],
  [
    'a tag, a class, a meta',
    'a.html',
    (name) =>
      `<html><meta name="${name}" content="甲"><body class="${name}" ${name}=1><${name} id="${name}"><p>${WORDS}</p>&${name};`,
  ],
  [
    'a header of a mail',
    'a.mht',
    (name) =>
      `${name}: x\r\nContent-Type: multipart/related; boundary="${name}"\r\n\r\n--${name}\r\nContent-Type: text/html; charset=${name}\r\n\r\n<p>${WORDS}</p>\r\n--${name}--\r\n`,
  ],
  [
    'a word of rtf',
    'a.rtf',
    (name) =>
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 ${name};}}\\${name.replace(/\W|_/g, '')}1{\\*\\${name.replace(/\W|_/g, '')} x}abc 5\\par}`,
  ],
  ['a member', 'a.zip', (name) => zipOf([{ name: `${name}/${name}.txt`, data: utf8(WORDS) }])],
  ['a word of the text', 'a.txt', (name) => `${name}${WORDS}${name}项**${name}，完成5${name}、增长${name}%。`],
];

describe('in a document', () => {
  test.each(DOCUMENTS)('%s', async (_, file, contentOf) => {
    for (const name of NAMES) {
      const content = contentOf(name);
      for (const options of [{}, { textColumn: name }]) {
        const results = await decodeAll(file, typeof content === 'string' ? utf8(content) : content, options);
        expect(results.length).toBeGreaterThan(0);
        for (const result of results) if ('error' in result) expect(result.error).toBeInstanceOf(GaigeError);
      }
    }
    expect(({} as Record<string, unknown>)['val']).toBeUndefined();
  });
});

/** What names something in a pack, each with a name in place of `N`. */
const PACKS: readonly string[] = [
  'classes: { N: [N], a: ["@N"] }',
  'off: { words: { N: [N] }, rules: [N], classes: [N], status: { N: [N] } }',
  'off: { status: { achieved: [N] }, units: [N], domains: [N], masks: [N] }',
  "rules: [{ id: a/N, pattern: '(?<N>.{1,3}) <N>', emit: { name: $N, N: N } }]",
  "rules: [{ id: a/x, pattern: '<percent> @N', emit: { kind: N } }]",
  'units: { dimensions: { N: { base: N, units: [N] } } }',
  'units: { dimensions: { length: { units: [{ symbol: N, factor: 3, words: [N] }] } } }',
  'numerals: { digits: { N: 1 }, currencyPrefixes: { N: N, 甲: N }, small: { N: 10 } }',
  'domains: { domains: [{ id: N, name: N, field: N, words: [N] }] }',
  'concepts: { concepts: [{ id: N, label: N, names: [N], N: N }] }',
  'masks: { forms: [{ id: N, chars: N, min: 1, max: 2 }] }',
  'placeholders: { contexts: [{ id: a/N, N: N, forms: [N], touching: N }] }',
  'boilerplate: { metadata: { title: { meta: [N], keys: [N] } }, html: { containers: [N], drop: [N], N: [N] } }',
  'dictionary: { N: [N], n: [N] }',
  'naming: { N: [N] }',
  'status: { N: [N] }',
  'N: { N: N }',
];

test.each(PACKS)('in a pack: %s', (pack) => {
  for (const name of ['toString', '__proto__']) {
    const { faults } = openTexts(pack.replaceAll(/\bN\b/g, name));
    for (const { code } of faults) expect(code).toMatch(/^[A-Z_]+$/);
  }
});

/** Commands that end in words and a code as documented, never in a bug. */
const folder = mkdtempSync(join(tmpdir(), 'gaige-names-'));
const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const report = written('report.txt', TEXT);

async function runs(argv: readonly string[]): Promise<void> {
  const { code, stderr } = await runMain(argv, { cwd: folder });
  expect(stderr).not.toMatch(/TypeError|is not a function/);
  expect([0, 1, 2]).toContain(code);
}

describe('in what a user writes', () => {
  test.each(NAMES)('%s', async (name) => {
    const config = written(
      'config.yaml',
      `check:\n  forms: { ${name}: on }\n  kinds: { ${name}: error }\n  allow: [{ text: ${name}, kind: ${name}, reason: ${name} }]\n`,
    );
    const allowed = written(
      'allowed.yaml',
      `check: { forms: { ${name}: on }, allow: [{ text: ${name}, reason: x }] }\n`,
    );
    await runs(['check', report, '--config', config]);
    await runs(['check', report, '--config', allowed]);
    await runs(['check', report, '--no-config', '-o', join(folder, `x.${name}`)]);
    await runs(['extract', report, '-o', join(folder, `x.${name}`)]);
    await runs(['extract', report, '--format', name, '--select', name]);
    await runs(['check', report, '--no-config', '--format', name]);
    await runs(['inspect', report, '--stage', name]);
    await runs([name]);
    await runs(['rules', name]);
    await runs(['extract', report, '--max-file-size', `1${name}`]);
    await runs(['extract', report, '--encoding', name]);
    await runs(['rules', 'show', name]);
    await runs(['schema', name]);
    await runs(['table', report, '--rows', name, '--columns', name]);
    const baseline = written(
      'baseline.json',
      JSON.stringify({ version: 1, [name]: [], entries: [{ [name]: name, path: name }] }),
    );
    await runs(['check', report, '--no-config', '--baseline', baseline]);
    const marks = [{ mark: 'change', type: 'indicator', ...at(TEXT, '63家'), field: name, to: name }];
    written('report.corrections.json', JSON.stringify(correctionsOf(TEXT, marks as never[])));
    await runs(['extract', report, '--corrections', join(folder, 'report.corrections.json')]);
    const floors = written('floors.json', `{"${name}": 1}`);
    mkdirSync(join(folder, 'gold'), { recursive: true });
    await runs(['score', '--gold', join(folder, 'gold'), '--floors', floors]);
  });
});
