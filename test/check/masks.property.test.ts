/**
 * Every form of mask in place of figures, dates and names of our own clean seeds: `check` finds exactly those, and `extract` the same.
 * Draws that land in what the docs list as no mask are thrown away and counted.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { lex } from '../../src/lex/index.ts';
import type { Document } from '../../src/model/document.ts';
import { type Span, sliceOf } from '../../src/model/span.ts';
import { findPlaceholders } from '../../src/pipeline/check.ts';
import { maskFinder } from '../../src/placeholders/index.ts';
import { pack } from '../support/extract.ts';

const SEEDS = ['press-release.txt', 'work-report-plan.txt', 'news-page.html'];
const RUNS = 2000;
const LEAST = 0.995;
const MOST_THROWN = 0.02;

/** A stretch of a clean text that may be masked, and with what. */
type Site = Span & { masks: readonly string[] };

/** Forms of masks, by what they stand for. */
const SIGNS = [
  '*',
  '**',
  '***',
  '＊',
  '＊＊',
  '×',
  '××',
  'X',
  'XX',
  'x',
  'xx',
  '○○',
  '〇〇',
  '□□',
  '__',
  '____',
  '＿＿',
];
const NOTES = [
  '【待填】',
  '【待补充】',
  '[待填写]',
  '（请填写）',
  '<待补充>',
  '【TODO】',
  '[TBD]',
  '（……）',
  '（　　）',
];
const DECIMALS = ['*.*', '**.*', '＊.＊', 'x.x', 'X.XX', '×.×'];
const MANY = SIGNS.filter((sign) => sign.length > 1);
const NAMES = [...MANY, '某某', ...NOTES];
/** A lone letter or cross stands for a place alone. */
const PLACES = [...NAMES, 'X', '×'];

/** What stands before the noun of a name, in the seeds. */
const STEMS =
  /(?:鹭汀|青澜|沧屿)(?=区)|鹭汀湾(?=实验室)|国家海工装备检测(?=中心)|青澜(?=江|农投公司|经开区)|桐溪(?=镇)|柿子岭(?=村)|柳荫(?=社区)|沧屿湾海工(?=研究院)|沧屿(?=中学)/g;

const PLACE = /^(?:区|镇|村|社区)/;

type Clean = { text: string; sites: readonly Site[]; lines: readonly Span[] };

let clean: Clean[];

beforeAll(async () => {
  clean = [];
  for (const name of SEEDS) {
    const { text } = await documentOf(name, readFileSync(`seeds/${name}`));
    clean.push({ text, sites: sitesIn(text), lines: linesOf(text) });
  }
});

async function documentOf(name: string, bytes: Uint8Array): Promise<Document> {
  for await (const document of decode({ path: name, name, bytes }, { boilerplate: pack.boilerplate })) {
    if (!('error' in document)) return document;
  }
  throw new Error(name);
}

function sitesIn(text: string): Site[] {
  const figures = lex(text, pack).quantities.flatMap(({ span, unit, form, raw }): Site[] => {
    const digits = /[\d.]+/.exec(sliceOf(text, span));
    // Bare figures are brands and codes as often as figures.
    if (!unit || !digits || /[０-９]/.test(raw)) return [];
    const start = span.start + digits.index;
    const end = start + digits[0].length;
    if (unit.raw === '年' && digits[0].length === 4 && form !== 'rank') {
      const halves = ['*', '×', 'X', '＊'].flatMap((sign) => [sign, sign.repeat(2)]);
      return [
        { start, end, masks: SIGNS },
        ...halves.map((sign) => ({ start: end - sign.length, end, masks: [sign] })),
      ];
    }
    return [{ start, end, masks: digits[0].includes('.') ? [...SIGNS, ...DECIMALS, ...NOTES] : [...SIGNS, ...NOTES] }];
  });
  const names = [...text.matchAll(STEMS)].map(({ index, 0: stem }) => ({
    start: index,
    end: index + stem.length,
    masks: PLACE.test(text.slice(index + stem.length)) ? PLACES : NAMES,
  }));
  return [...figures, ...names];
}

/** Lines that are clean when they stand alone: a star without the line that explains it is none. */
function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)]
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
    .filter((span) => foundIn({ text: sliceOf(text, span), blocks: [] }).length === 0);
}

/** What the docs list as no mask: by form, and by what stands beside it. */
function isDocumented(text: string, { start, end }: Span): boolean {
  const mask = text.slice(start, end);
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  // Codes and Latin words, 7×24, ○ as zero.
  if (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)) return true;
  if (/\d/.test(before) && /\d/.test(after)) return true;
  if (/[○〇]/.test(mask) && /[一二三四五六七八九伍零○〇\d]/.test(before + after)) return true;
  // A sign of multiplication between words in quotes, or between figures.
  return mask.length === 1 && /[×Xx*＊]/.test(mask) && (/[“+＋×=]/.test(before) || /[+＋×=]/.test(after));
}

type Draw = { seed: number; line: number; lines: number; picks: readonly { site: number; mask: number }[] };

const draws = fc.record({
  seed: fc.nat(),
  line: fc.nat(),
  lines: fc.integer({ min: 1, max: 3 }),
  picks: fc.array(fc.record({ site: fc.nat(), mask: fc.nat() }), { minLength: 1, maxLength: 4 }),
});

/** Some lines of a seed with some of their sites masked; null for lines without sites. */
function masked({ seed, line, lines: many, picks }: Draw): { text: string; masks: Span[] } | null {
  const { text, sites, lines } = clean[seed % clean.length]!;
  const first = line % lines.length;
  const { start } = lines[first]!;
  const { end } = lines[Math.min(first + many, lines.length) - 1]!;
  if (foundIn({ text: text.slice(start, end), blocks: [] }).length > 0) return null;
  const inside = sites.filter((site) => site.start >= start && site.end <= end);
  if (inside.length === 0) return null;
  const chosen = picks
    .map(({ site, mask }) => ({ ...inside[site % inside.length]!, mask }))
    .sort((a, b) => a.start - b.start)
    // Sites that touch would make one mask of two.
    .filter((site, i, all) => i === 0 || site.start > all[i - 1]!.end);
  let made = '';
  let at = start;
  const masks = chosen.map((site) => {
    made += text.slice(at, site.start);
    const mask = site.masks[site.mask % site.masks.length]!;
    made += mask;
    at = site.end;
    return { start: made.length - mask.length, end: made.length };
  });
  return { text: made + text.slice(at, end), masks };
}

/** As `extract` does: over the whole text. */
const foundIn = (document: Pick<Document, 'text' | 'blocks'>): Span[] =>
  maskFinder(document, pack)(lex(document.text, pack)).flatMap(({ placeholder }) => placeholder?.span ?? []);

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

test(`recall and precision over ${RUNS} reports`, async () => {
  const counts = { expected: 0, found: 0, right: 0, drawn: 0, thrown: 0, runs: 0 };
  const wrong: string[] = [];
  for (const draw of fc.sample(draws, { numRuns: RUNS * 3, seed: Number(process.env['GAIGE_SEED'] ?? 20261122) })) {
    const made = masked(draw);
    if (!made || counts.runs === RUNS) continue;
    counts.drawn++;
    if (made.masks.some((mask) => isDocumented(made.text, mask))) {
      counts.thrown++;
      continue;
    }
    counts.runs++;
    const document = await documentOf('report.txt', new TextEncoder().encode(made.text));
    const found = [...findPlaceholders(document, pack)].map(({ placeholder: { span } }) => span);
    expect(found, 'check and extract').toEqual(foundIn(document));
    const expected = new Set(made.masks.map(keyOf));
    const right = found.filter((span) => expected.has(keyOf(span)));
    counts.expected += expected.size;
    counts.found += found.length;
    counts.right += right.length;
    if (right.length < expected.size || right.length < found.length) {
      const marks = (spans: readonly Span[]) =>
        spans.map((span) => made.text.slice(span.start - 8, span.end + 8)).join(' | ');
      wrong.push(
        `expected ${marks(made.masks.filter((span) => !found.some((other) => keyOf(other) === keyOf(span))))} got ${marks(found.filter((span) => !expected.has(keyOf(span))))}`,
      );
    }
  }
  if (process.env['GAIGE_SEED']) console.log(counts, wrong.join('\n'));
  expect(counts.runs).toBe(RUNS);
  expect(counts.thrown / counts.drawn, 'thrown away').toBeLessThan(MOST_THROWN);
  expect(counts.right / counts.expected, `recall: ${wrong.join('\n')}`).toBeGreaterThanOrEqual(LEAST);
  expect(counts.right / counts.found, `precision: ${wrong.join('\n')}`).toBeGreaterThanOrEqual(LEAST);
});
