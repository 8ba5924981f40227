/** What a page holds of a report: all of it, and it comes out as it went in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEmitter } from '../../src/emit/index.ts';
import type { GaigeRecord } from '../../src/model/record.ts';
import type { Span } from '../../src/model/span.ts';
import type { PackedReport } from '../../src/page/data.ts';
import { droppingNull } from '../../src/page/packing.ts';
import { blocksOf } from '../../src/page/viewer/report/blocks.ts';
import { modelOf } from '../../src/page/viewer/report/model.ts';
import { piecesOf, touching } from '../../src/page/viewer/report/pieces.ts';
import { ROOT, runMain } from '../cli/support.ts';

const SEEDS = readdirSync(join(ROOT, 'seeds')).map((name) => join('seeds', name));

const dataIn = (html: string): PackedReport => JSON.parse(/id="report">(.*)<\/script>/.exec(html)?.[1] ?? 'null');

describe.each(SEEDS)('%s', (path) => {
  const made = Promise.all([
    runMain(['extract', path, '-q', '--format', 'html']),
    runMain(['extract', path, '-q', '--format', 'ndjson', '--include-text']),
  ]).then(([page, records]) => ({ data: dataIn(page.stdout), record: JSON.parse(records.stdout) as GaigeRecord }));

  test('the record comes out of its page as it went in', async () => {
    const { data, record } = await made;
    const model = modelOf(data);
    const of = (type: string) => model.findings.filter((each) => each.type === type).map((each) => each.record);
    expect(of('indicator')).toEqual(record.indicators);
    expect(of('placeholder')).toEqual(record.placeholders);
    expect(model.sections).toEqual(record.sections);
    expect(model.domains).toEqual(record.domains);
    expect(model.report).toEqual(record.report);
    expect(model.diagnostics).toEqual(record.diagnostics);
    expect(model.text).toBe(record.text);
  });

  test('every finding has its reason', async () => {
    const { data } = await made;
    expect(data.reasons).not.toContain(null);
    for (const reason of data.reasons) {
      for (const number of reason?.fields ?? []) if (number !== null) expect(data.origins[number]).toBeDefined();
      for (const [rule] of reason?.fired ?? []) expect(data.rules[rule]?.[1]).not.toBe('');
    }
  });

  test('paragraphs and headings are all of the text', async () => {
    const { record } = await made;
    const text = record.text ?? '';
    expect(joined(text, blocksOf(text, record.sections, record.report.title))).toBe(text);
  });
});

const joined = (text: string, stretches: readonly Span[]): string =>
  stretches.map(({ start, end }) => text.slice(start, end)).join('');

test('any text is all shown, in blocks of bounded length', () => {
  const part = fc.constantFrom(
    '一、',
    '改革',
    '。',
    '。 ',
    '\n',
    '\n\n',
    '\t',
    '　',
    '\ud83d',
    '1.2亿元',
    'x'.repeat(3500),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const blocks = blocksOf(text, [], null);
      expect(joined(text, blocks)).toBe(text);
      for (const { start, end } of blocks) expect(end - start).toBeLessThanOrEqual(3200);
    }),
  );
});

test('pieces are all of a stretch, and each is held by the findings that cover it', () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ span: { start, end: start + length } }));
  fc.assert(
    fc.property(fc.array(span), fc.nat(40), fc.integer({ min: 1, max: 30 }), (spans, start, length) => {
      const end = start + length;
      const all = spans.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      const lit = touching(all, start, end, 12);
      expect(lit).toEqual(all.filter((each) => each.span.start < end && each.span.end > start));
      const pieces = piecesOf(start, end, lit);
      expect(pieces[0]?.start).toBe(start);
      expect(pieces.at(-1)?.end).toBe(end);
      pieces.forEach((piece, i) => {
        if (i > 0) expect(piece.start).toBe(pieces[i - 1]?.end);
        expect([...piece.held]).toEqual(
          lit.filter((each) => each.span.start <= piece.start && each.span.end >= piece.end),
        );
      });
    }),
  );
});

test('null is left out of objects, and keeps its place in arrays', () => {
  expect(JSON.stringify({ a: null, b: [null, 1, { c: null }] }, droppingNull)).toBe('{"b":[null,1,{}]}');
});

test('the policy of a page names its script and its style, and nothing else', async () => {
  const { stdout } = await runMain(['extract', 'seeds/press-release.txt', '-q', '--format', 'html', '--lang', 'en']);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(stdout)?.[1] ?? '';
  expect(policy.replace(/sha256-[\w+/=]{44}/g, 'HASH')).toBe(
    "default-src 'none'; script-src 'HASH'; style-src 'HASH'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  expect(stdout).toContain('<html lang="en">');
  expect(stdout).not.toMatch(/ (?:src|href|style|on\w+)="/);
  expect(readFileSync(new URL('../../dist/viewer/report.js', import.meta.url), 'utf8')).not.toMatch(
    /innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bfetch\(|XMLHttpRequest|import\(/,
  );
  expect(await loadEmitter('html')).toBeTypeOf('function');
});
