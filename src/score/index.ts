/** Scores records against hand-made annotations, as docs/annotations.md explains. */
import type { GaigeRecord, Indicator } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { AnnotatedIndicator, Annotation } from './annotation.ts';
import { type BesideScore, noBeside, scoreBeside } from './beside.ts';
import { addCounts, f1, type MatchCounts, noCounts } from './measure.ts';
import { bare, isRightName } from './names.ts';

export { type Annotation, annotationSchema } from './annotation.ts';
export { f1, type MatchCounts, precision, recall } from './measure.ts';

/** One disagreement. */
export type Miss = { report: string; what: string; start: number; gold: unknown; found: unknown };

/** Tallies of one report or of many. `fields` count the matched figures whose field is right. */
export type Score = BesideScore & {
  rows: MatchCounts;
  detect: MatchCounts;
  exactSpan: number;
  fields: Record<FieldName, number>;
  placeholders: MatchCounts & { kind: number; expects: number };
  sections: MatchCounts & { title: number };
  domains: MatchCounts & { top: number; of: number };
  metadata: { right: number; of: number };
};

const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a == null || b == null ? (a ?? null) === (b ?? null) : Math.abs(a - b) <= 1e-3 * Math.max(1, Math.abs(b));

const FIELDS = {
  number: (gold: AnnotatedIndicator, { value }: Indicator) =>
    near(value.number, gold.number) &&
    (gold.bound !== 'range' || (near(value.min, gold.min) && near(value.max, gold.max))),
  bound: (gold: AnnotatedIndicator, { value }: Indicator) => value.bound === gold.bound,
  unit: (gold: AnnotatedIndicator, { unit }: Indicator) => unit.symbol === gold.unit,
  kind: (gold: AnnotatedIndicator, { kind }: Indicator) => kind === gold.kind,
  direction: (gold: AnnotatedIndicator, { direction }: Indicator) => direction === gold.direction,
  status: (gold: AnnotatedIndicator, { status }: Indicator) => status === gold.status,
  name: (gold: AnnotatedIndicator, { name }: Indicator) => isRightName(gold, name),
};

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

const noScore = (): Score => ({
  rows: noCounts(),
  detect: noCounts(),
  exactSpan: 0,
  fields: Object.fromEntries(FIELD_NAMES.map((name) => [name, 0])) as Score['fields'],
  ...noBeside(),
  placeholders: { ...noCounts(), kind: 0, expects: 0 },
  sections: { ...noCounts(), title: 0 },
  domains: { ...noCounts(), top: 0, of: 0 },
  metadata: { right: 0, of: 0 },
});

export type ScoredReport = { score: Score; misses: Miss[] };

/** Scores one record. `name` is what misses call the report. */
export function scoreReport(name: string, gold: Annotation, record: GaigeRecord): ScoredReport {
  const score = noScore();
  const misses: Miss[] = [];
  const miss = (what: string, start: number, wanted: unknown, found: unknown) =>
    void misses.push({ report: name, what, start, gold: wanted, found });
  const annotated = stretch(record, gold.within);
  scoreIndicators(gold, annotated, score, miss);
  scorePlaceholders(gold, annotated, score, miss);
  scoreSections(gold, record, score, miss);
  scoreDomains(gold, record, score, miss);
  scoreMetadata(gold, record, score, miss);
  return { score, misses: misses.sort((a, b) => a.start - b.start) };
}

/** The record with the findings that begin in the annotated stretches: of a long report often only a page is annotated. */
function stretch(record: GaigeRecord, within: Annotation['within']): GaigeRecord {
  if (!within) return record;
  const stretches = stretchesOf(within);
  const inside = ({ span }: { span: Span }): boolean =>
    stretches.some(([start, end]) => span.start >= start && span.start < end);
  return {
    ...record,
    indicators: record.indicators.filter(inside),
    placeholders: record.placeholders.filter(inside),
  };
}

const stretchesOf = (within: NonNullable<Annotation['within']>): readonly (readonly [start: number, end: number])[] =>
  isOne(within) ? [within] : within;

const isOne = (within: NonNullable<Annotation['within']>): within is [number, number] => typeof within[0] === 'number';

type ReportMiss = (what: string, start: number, gold: unknown, found: unknown) => void;

function scoreIndicators(gold: Annotation, { indicators }: GaigeRecord, score: Score, miss: ReportMiss): void {
  const used = new Set<Indicator>();
  let optional = 0;
  const inOrder = [...gold.indicators].sort((a, b) => Number(b.must) - Number(a.must));
  for (const wanted of inOrder) {
    const found = bestOverlap(wanted, indicators, used);
    if (!found) {
      if (wanted.must) miss('missed', wanted.start, wanted, null);
      continue;
    }
    used.add(found);
    if (!wanted.must) {
      optional++;
      continue;
    }
    score.detect.hit++;
    const exact = found.span.start === wanted.start && found.text === wanted.text;
    if (exact) score.exactSpan++;
    const wrong = FIELD_NAMES.filter((name) => !FIELDS[name](wanted, found));
    for (const name of FIELD_NAMES) if (!wrong.includes(name)) score.fields[name]++;
    if (exact && wrong.length === 0) score.rows.hit++;
    else miss([...(exact ? [] : ['span']), ...wrong].join('+'), wanted.start, wanted, found);
    scoreBeside(wanted, found, score, (what, gold, got) => miss(what, wanted.start, gold, got));
  }
  for (const found of indicators) if (!used.has(found)) miss('spurious', found.span.start, null, found);
  // Optional figures neither help nor hurt.
  score.detect.found = score.rows.found = indicators.length - optional;
  score.detect.gold = score.rows.gold = gold.indicators.filter(({ must }) => must).length;
}

function bestOverlap(
  { start, text }: AnnotatedIndicator,
  indicators: readonly Indicator[],
  used: ReadonlySet<Indicator>,
): Indicator | null {
  let best: { found: Indicator; overlap: number } | null = null;
  for (const found of indicators) {
    const overlap = Math.min(found.span.end, start + text.length) - Math.max(found.span.start, start);
    if (overlap > 0 && !used.has(found) && (!best || overlap > best.overlap)) best = { found, overlap };
  }
  return best?.found ?? null;
}

function scorePlaceholders(gold: Annotation, { placeholders }: GaigeRecord, score: Score, miss: ReportMiss): void {
  const matched = new Set<unknown>();
  let optional = 0;
  for (const wanted of gold.placeholders) {
    const found = placeholders.find(({ span, text }) => span.start === wanted.start && text === wanted.text);
    if (found) matched.add(found);
    if (!wanted.must) {
      if (found) optional++;
      continue;
    }
    if (!found) {
      miss('placeholder missed', wanted.start, wanted, null);
      continue;
    }
    score.placeholders.hit++;
    if (found.kind === wanted.kind) score.placeholders.kind++;
    else miss('placeholder kind', wanted.start, wanted, found);
    if (expectsAlike(bare(wanted.expects), bare(found.expects))) score.placeholders.expects++;
  }
  for (const found of placeholders)
    if (!matched.has(found)) miss('placeholder spurious', found.span.start, null, found);
  score.placeholders.found = placeholders.length - optional;
  score.placeholders.gold = gold.placeholders.filter(({ must }) => must).length;
}

const expectsAlike = (wanted: string, found: string): boolean =>
  wanted === found ||
  (wanted !== '' &&
    found !== '' &&
    (wanted.startsWith(found) || found.startsWith(wanted)) &&
    found.length <= wanted.length + 2);

function scoreSections(gold: Annotation, { sections }: GaigeRecord, score: Score, miss: ReportMiss): void {
  if (!gold.sections) return;
  const matched = new Set<unknown>();
  for (const wanted of gold.sections) {
    const found = sections.find(({ span, level }) => span.start === wanted.start && level === wanted.level);
    if (!found) {
      miss('section missed', wanted.start, wanted, null);
      continue;
    }
    matched.add(found);
    score.sections.hit++;
    if (bare(found.title) === bare(wanted.title)) score.sections.title++;
    else miss('section title', wanted.start, wanted, found);
  }
  for (const found of sections) if (!matched.has(found)) miss('section spurious', found.span.start, null, found);
  score.sections.found = sections.length;
  score.sections.gold = gold.sections.length;
}

function scoreDomains(gold: Annotation, { sections, domains }: GaigeRecord, score: Score, miss: ReportMiss): void {
  for (const wanted of gold.domains) {
    const found =
      gold.sections || wanted.section
        ? (sections.find(({ span }) => span.start === wanted.start)?.domains ?? [])
        : domains;
    const ids = found.map(({ id }) => id);
    const hit = ids.filter((id) => wanted.ids.includes(id)).length;
    addCounts(score.domains, { hit, found: ids.length, gold: wanted.ids.length });
    score.domains.of++;
    if (ids[0] === wanted.ids[0]) score.domains.top++;
    else miss('domain', wanted.start, wanted.ids, ids);
  }
}

function scoreMetadata(gold: Annotation, { report }: GaigeRecord, score: Score, miss: ReportMiss): void {
  for (const [key, wanted] of Object.entries(gold.report ?? {})) {
    const found = report[key as keyof typeof report] ?? null;
    const words = [bare(String(wanted)), bare(String(found))] as const;
    // A region may be given in a longer form.
    const right =
      key === 'region' && wanted !== null && found !== null ? words[1].includes(words[0]) : words[0] === words[1];
    score.metadata.of++;
    if (right) score.metadata.right++;
    else miss(`metadata ${key}`, 0, wanted, found);
  }
}

/** The scoreboard in percent; `rows` is the mean over reports that hold figures. */
export type Scoreboard = Record<string, number>;

export function scoreboard(scores: readonly Score[]): Scoreboard {
  const total = noScore();
  for (const score of scores) addScore(total, score);
  const withFigures = scores.filter(({ rows }) => rows.gold > 0);
  const rows = withFigures.reduce((sum, score) => sum + f1(score.rows), 0) / Math.max(1, withFigures.length);
  const board = {
    rows,
    detect: f1(total.detect),
    exactSpan: share(total.exactSpan, total.detect.hit),
    ...Object.fromEntries(FIELD_NAMES.map((name) => [name, share(total.fields[name], total.detect.hit)])),
    topic: share(total.topic.right, total.topic.of),
    time: share(total.time.right, total.time.of),
    basis: share(total.basis.right, total.basis.of),
    concept: f1(total.concept),
    placeholders: f1(total.placeholders),
    'placeholders.kind': share(total.placeholders.kind, total.placeholders.hit),
    'placeholders.expects': share(total.placeholders.expects, total.placeholders.hit),
    sections: f1(total.sections),
    'sections.title': share(total.sections.title, total.sections.hit),
    domains: f1(total.domains),
    'domains.top': share(total.domains.top, total.domains.of),
    metadata: share(total.metadata.right, total.metadata.of),
  };
  return Object.fromEntries(Object.entries(board).map(([key, value]) => [key, 100 * value]));
}

/** Of nothing, nothing is wrong. */
const share = (right: number, of: number): number => (of === 0 ? 1 : right / of);

function addScore(to: Score, score: Score): void {
  addCounts(to.rows, score.rows);
  addCounts(to.detect, score.detect);
  to.exactSpan += score.exactSpan;
  for (const name of FIELD_NAMES) to.fields[name] += score.fields[name];
  for (const what of ['topic', 'time', 'basis'] as const) {
    to[what].right += score[what].right;
    to[what].of += score[what].of;
  }
  addCounts(to.concept, score.concept);
  addCounts(to.placeholders, score.placeholders);
  to.placeholders.kind += score.placeholders.kind;
  to.placeholders.expects += score.placeholders.expects;
  addCounts(to.sections, score.sections);
  to.sections.title += score.sections.title;
  addCounts(to.domains, score.domains);
  to.domains.top += score.domains.top;
  to.domains.of += score.domains.of;
  to.metadata.right += score.metadata.right;
  to.metadata.of += score.metadata.of;
}
