/** Why a place of a report gave what it gave: the rules that fired and lost, where each field comes from, and what came closest. */

import type { Engine } from '../engine/engine.ts';
import { decide } from '../judge/decide.ts';
import { type FigurePlace, figurePlaces } from '../judge/index.ts';
import type { Match } from '../judge/match.ts';
import { unknownUnits } from '../judge/unknown-units.ts';
import { type Stop, stopOf } from '../judge/walk.ts';
import type { CompiledPattern, CompiledRule, Verdict } from '../knowledge/pattern/table.ts';
import type { MaskContext } from '../knowledge/placeholders/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Indicator, Placeholder } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { MaskTrace } from '../placeholders/trace.ts';
import { sentenceModes, statusWithin } from '../resolve/status.ts';
import { wordIndex } from '../segment/word-index.ts';
import type { Reading } from './reading.ts';

export type Fired = {
  rule: string;
  place: string;
  priority: number;
  pattern: string;
  text: string;
  says: Verdict;
  /** Fields that it decides. */
  decides: string[];
  /** Fields that another rule decides otherwise, and by what. */
  loses: { field: string; to: string; by: 'priority' | 'length' | 'order' }[];
};

/** A rule that did not fire, and where it stopped. */
export type Near = {
  rule: string;
  place: string;
  pattern: string;
  says: Verdict;
  /** What of the pattern was not met; any of these would have done. */
  expected: string[];
  side: 'figure' | 'left' | 'right';
  /** What stands there instead. */
  text: string;
  /** How many characters of context it had taken before. */
  taken: number;
};

/** Where a field comes from. `by` is a rule, or a code that the wording explains. */
export type Step = { field: string; value: unknown; by: string; facts: Readonly<Record<string, string>> };

export type Explanation = {
  found: 'indicator' | 'placeholder' | 'figure' | 'mask' | 'nothing';
  span: Span;
  text: string;
  sentence: string;
  tokens: { text: string; tag: string }[];
  quantity: Pick<Quantity, 'raw' | 'form' | 'script' | 'number' | 'unit'> | null;
  steps: Step[];
  fired: Fired[];
  near: Near[];
  context: { id: string; place: string; kind: string } | null;
};

/** `at` is an offset into the text. */
export function explainPlace(reading: Reading, at: number, engine: Engine): Explanation {
  const place = placeAt(reading, at, engine);
  const mask = reading.masks.find(({ mask: { span } }) => holds(span, at));
  if (mask && (!place || mask.judgement)) return explainMask(reading, mask, place, engine);
  return place ? explainFigure(reading, place, engine) : explainNothing(reading, at, engine);
}

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

function placesOf({ report, lexed }: Reading, { pack, segment }: Engine) {
  const opaque = lexed.quantities.map(({ span }) => span);
  return figurePlaces(report, lexed, pack, (span) => wordIndex(report.text, span, opaque, segment));
}

const placeAt = (reading: Reading, at: number, engine: Engine): FigurePlace | undefined =>
  placesOf(reading, engine)
    .flatMap(({ places }) => places)
    .find(({ quantity }) => holds(quantity.span, at));

// Around the place

type Around = Pick<Explanation, 'span' | 'text' | 'sentence' | 'tokens'>;

function around({ report, lexed }: Reading, span: Span, { segment }: Engine): Around {
  const { text, sentences } = report;
  const sentence =
    sentences.find((each) => each.span.start < span.end && span.start < each.span.end)?.span ?? lineOf(text, span);
  const holes = lexed.quantities
    .filter((quantity) => holds(sentence, quantity.span.start))
    .map((quantity) => quantity.span);
  return {
    span,
    text: text.slice(span.start, span.end),
    sentence: text.slice(sentence.start, sentence.end),
    tokens: tokensIn(text, sentence, holes, segment),
  };
}

function lineOf(text: string, { start, end }: Span): Span {
  const close = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: close < 0 ? text.length : close };
}

/** As rules see them: quantities whole, Han words as cut, all else as it stands. */
function tokensIn(
  text: string,
  { start, end }: Span,
  holes: readonly Span[],
  segment: Engine['segment'],
): Around['tokens'] {
  const tokens: Around['tokens'] = [];
  let at = start;
  const addUntil = (limit: number) => {
    for (const [run] of text.slice(at, limit).matchAll(/[\u4e00-\u9fff]+|[^\u4e00-\u9fff\s]/g))
      tokens.push(...(/^[\u4e00-\u9fff]/.test(run) ? segment(run) : [{ text: run, tag: 'x' }]));
  };
  for (const hole of holes) {
    addUntil(hole.start);
    tokens.push({ text: text.slice(hole.start, hole.end), tag: 'quantity' });
    at = hole.end;
  }
  addUntil(end);
  return tokens;
}

// Figures

const FIELDS = ['accept', 'kind', 'direction', 'bound', 'status', 'side', 'name', 'scope', 'period'] as const;

type Field = (typeof FIELDS)[number];

function explainFigure(reading: Reading, place: FigurePlace, engine: Engine): Explanation {
  const { quantity } = place;
  const matches = matchesOf(reading, quantity);
  const indicator = reading.record().indicators.find(({ span }) => span.start === quantity.span.start);
  return {
    found: indicator ? 'indicator' : 'figure',
    ...around(reading, quantity.span, engine),
    quantity,
    steps: indicator
      ? stepsOf(reading, quantity, matches, indicator, engine.pack)
      : [rejection(reading, quantity, matches, engine.pack)],
    fired: matches.map((match) => firedOf(reading.report.text, match, matches)),
    near: indicator || decide(matches, 'accept') ? [] : nearest(place, matches, engine.pack),
    context: null,
  };
}

const matchesOf = ({ matched }: Reading, quantity: Quantity): readonly Match[] =>
  matched.flatMap(({ figures }) => figures).find((figure) => figure.quantity.span.start === quantity.span.start)
    ?.matches ?? [];

/** Why a figure is no indicator. */
function rejection({ report, matched }: Reading, { span }: Quantity, matches: readonly Match[], pack: RulePack): Step {
  const match = decide(matches, 'accept');
  if (!match) {
    const unknown = unknownUnits(report.text, matched, pack).find((each) => each.span.start === span.end);
    return {
      field: 'accept',
      value: false,
      by: unknown ? 'UNKNOWN_UNIT' : 'NOT_TAKEN',
      facts: unknown ? { unit: unknown.unit } : {},
    };
  }
  const { id, verdict } = match.rule;
  return {
    field: 'accept',
    value: verdict.accept,
    by: id,
    facts: verdict.reason === undefined ? {} : { reason: verdict.reason },
  };
}

function firedOf(text: string, match: Match, matches: readonly Match[]): Fired {
  const { id, place, priority, source, verdict } = match.rule;
  const spoken = FIELDS.filter((field) => verdict[field] !== undefined);
  const lost = spoken.filter((field) => decide(matches, field) !== match);
  return {
    rule: id,
    place,
    priority,
    pattern: source,
    text: text.slice(match.span.start, match.span.end),
    says: verdict,
    decides: spoken.filter((field) => !lost.includes(field)),
    loses: lost.map((field) => ({ field, ...beatenBy(match, decide(matches, field)!) })),
  };
}

function beatenBy(match: Match, winner: Match): { to: string; by: 'priority' | 'length' | 'order' } {
  const length = ({ span }: Match) => span.end - span.start;
  const by =
    winner.rule.priority !== match.rule.priority ? 'priority' : length(winner) !== length(match) ? 'length' : 'order';
  return { to: winner.rule.id, by };
}

function stepsOf(
  reading: Reading,
  quantity: Quantity,
  matches: readonly Match[],
  indicator: Indicator,
  pack: RulePack,
): Step[] {
  const ruleOf = (field: Field): string | undefined => decide(matches, field)?.rule.id;
  const { value, unit, canonical, kind, direction, scope, period } = indicator;
  const step = (field: string, given: unknown, by: string, facts: Step['facts'] = {}): Step => ({
    field,
    value: given,
    by,
    facts,
  });
  const read = { raw: value.raw, ...(unit.raw === '' ? {} : { unit: unit.raw }) };
  return [
    step('accept', true, ruleOf('accept') ?? 'NO_RULE'),
    step('value', value.bound === 'range' ? [value.min, value.max] : value.number, 'READ', read),
    step(
      'bound',
      value.bound,
      boundBy(quantity, ruleOf('bound')),
      quantity.infix === null ? {} : { infix: quantity.infix },
    ),
    step('unit', unit.symbol, unit.symbol === '' ? 'NO_UNIT' : 'UNIT', { dimension: unit.dimension }),
    ...(canonical
      ? [
          step('canonical', `${canonical.number} ${canonical.unit}`, 'FACTOR', {
            factor: String(quantity.unit?.factor),
          }),
        ]
      : []),
    nameStep(reading, quantity, indicator, ruleOf('name'), ruleOf('side')),
    step('kind', kind, kindBy(indicator, ruleOf('kind'))),
    ...(direction === null ? [] : [step('direction', direction, ruleOf('direction') ?? 'TREND')]),
    statusStep(reading, quantity, indicator, ruleOf('status'), pack),
    ...(scope === null ? [] : [step('scope', scope, ruleOf('scope') ?? 'NEAREST')]),
    ...(period === null ? [] : [step('period', period, ruleOf('period') ?? 'NEAREST')]),
  ];
}

function boundBy({ form, infix }: Quantity, rule: string | undefined): string {
  if (form === 'range') return 'RANGE';
  return infix !== null ? 'INFIX' : (rule ?? 'DEFAULT');
}

/** A level with a rule that speaks of no kind was taken over, or told by its name. */
function kindBy({ kind, rule }: Indicator, stated: string | undefined): string {
  if (stated !== undefined && stated === rule) return stated;
  if (kind === 'share') return 'SHARE_NAME';
  return stated ?? (kind === 'level' ? 'DEFAULT' : 'CONTINUES');
}

function nameStep(
  { report }: Reading,
  quantity: Quantity,
  { name, nameSpan }: Indicator,
  rule: string | undefined,
  side: string | undefined,
): Step {
  const step = (by: string): Step => ({ field: 'name', value: name, by, facts: side === undefined ? {} : { side } });
  if (rule !== undefined) return step(rule);
  if (name === null) return step('NO_NAME');
  if (nameSpan === null) return step('COMPOSED');
  if (nameSpan.start >= quantity.span.end) return step('RIGHT');
  const between = report.text.slice(nameSpan.end, quantity.span.start);
  return step(/[，；。：,;:\n]/.test(between) ? 'CARRIED' : 'LEFT');
}

function statusStep(
  reading: Reading,
  { span }: Quantity,
  { status }: Indicator,
  rule: string | undefined,
  pack: RulePack,
): Step {
  const step = (by: string, facts: Step['facts'] = {}): Step => ({ field: 'status', value: status, by, facts });
  if (rule !== undefined) return step(rule);
  const { report, matched } = reading;
  const own = matched.find(({ sentence }) => holds(sentence.span, span.start));
  if (!own) return step('DEFAULT');
  const { text } = report;
  const mode = sentenceModes(report, pack.status)(own.sentence);
  const context = {
    text,
    words: own.words,
    rules: pack.status,
    punctuation: pack.punctuation,
    year: report.metadata.year,
  };
  // What is the same whatever governs the sentence was decided by its own words.
  const [done, planned] = (['achieved', 'target'] as const).map((otherwise) =>
    statusWithin(context, own.sentence.span, { ...mode, status: otherwise }),
  );
  const isDecided = (at: number) => done!(at) === status && planned!(at) === status;
  if (isDecided(span.start)) {
    let at = span.start;
    while (at > own.sentence.span.start && isDecided(at)) at--;
    return step('CUE', { cue: cueAt(text, at, span.start, pack) });
  }
  return step(mode.stated ? 'HEADING' : 'MOOD', { heading: headingOf(reading, own.sentence.heading) });
}

/** The word of a status list at a place. */
function cueAt(text: string, at: number, end: number, { status }: RulePack): string {
  const { target, targetInClause, targetUnlessReview, targetBeforeVerb, until, achieved } = status;
  const lists = [target, targetInClause, targetUnlessReview, targetBeforeVerb, until, achieved];
  return text.slice(at, at + Math.max(...lists.map((list) => list.longestAt(text, at, end))));
}

const headingOf = ({ report }: Reading, heading: number): string => {
  const span = report.headings[heading]?.titleSpan;
  return span ? report.text.slice(span.start, span.end) : '';
};

// What came closest

const MOST_NEAR = 3;

/** Rules that would have made the figure an indicator, those that got farthest first; `taken` is −1 where the figure itself does not fit. */
function nearest({ quantity, context }: FigurePlace, matches: readonly Match[], pack: RulePack): Near[] {
  const hasFired = new Set(matches.map(({ rule }) => rule.id));
  const all = pack.rules
    .filter(({ id, verdict }) => verdict.accept === true && !hasFired.has(id))
    .flatMap((rule) =>
      rule.patterns.flatMap((pattern) => {
        const stop = stopOf(pattern, quantity, context);
        return stop ? [nearOf(rule, pattern, stop, quantity, context)] : [];
      }),
    );
  return all.sort((a, b) => b.taken - a.taken).slice(0, MOST_NEAR);
}

const SHOWN = 8;

function nearOf(
  rule: CompiledRule,
  pattern: CompiledPattern,
  stop: Stop,
  { span }: Quantity,
  { text, window }: FigurePlace['context'],
): Near {
  const { id, place, source, verdict, atoms } = rule;
  const atomOf = (index: number) => {
    const atom = atoms.get(index) ?? pattern.place;
    return source.slice(atom.start, atom.end);
  };
  const near = { rule: id, place, pattern: source, says: verdict };
  if (stop.side === 'figure')
    return {
      ...near,
      expected: [source.slice(pattern.place.start, pattern.place.end)],
      side: 'figure',
      text: '',
      taken: -1,
    };
  const { side, states, at } = stop;
  const there =
    side === 'left'
      ? text.slice(Math.max(window.start, at - SHOWN), at)
      : text.slice(at, Math.min(window.end, at + SHOWN));
  const taken = side === 'left' ? span.start - at : at - span.end;
  return { ...near, expected: [...new Set(states.map(({ index }) => atomOf(index)))], side, text: there, taken };
}

// Masks and empty places

function explainMask(
  reading: Reading,
  { mask, context, judgement }: MaskTrace,
  place: FigurePlace | undefined,
  engine: Engine,
): Explanation {
  const found = reading.record().placeholders.find(({ span }) => holds(span, mask.span.start));
  return {
    found: found ? 'placeholder' : 'mask',
    ...around(reading, found?.span ?? mask.span, engine),
    quantity: place?.quantity ?? null,
    steps: maskSteps(found, context, judgement !== null, mask.form),
    fired: [],
    near: [],
    context: context && { id: context.id, place: context.place, kind: context.kind },
  };
}

function maskSteps(
  found: Placeholder | undefined,
  context: MaskContext | null,
  isJudged: boolean,
  form: string,
): Step[] {
  const seen: Step = { field: 'form', value: form, by: 'MASK_FORM', facts: {} };
  if (!found)
    return [seen, { field: 'kind', value: 'none', by: context?.id ?? (isJudged ? 'JOINED' : 'NO_RULE'), facts: {} }];
  return [
    seen,
    { field: 'kind', value: found.kind, by: found.rule, facts: {} },
    ...(found.expects === null ? [] : [{ field: 'expects', value: found.expects, by: found.rule, facts: {} }]),
  ];
}

function explainNothing(reading: Reading, at: number, engine: Engine): Explanation {
  const { text, document } = reading.report;
  const span = { start: at, end: Math.min(text.length, at + 1) };
  const block = document.blocks.find((each) => holds(each.span, at));
  const near = around(reading, span, engine);
  return {
    found: 'nothing',
    ...near,
    quantity: null,
    steps: [{ field: 'found', value: null, ...whyNothing(text, at, block?.role === 'boilerplate', engine.pack) }],
    fired: [],
    near: [],
    context: null,
  };
}

/** How far a word around a place may reach. */
const WORD_REACH = 8;

function whyNothing(text: string, at: number, isBoilerplate: boolean, pack: RulePack): Pick<Step, 'by' | 'facts'> {
  if (isBoilerplate) return { by: 'RESIDUE', facts: {} };
  for (let start = Math.max(0, at - WORD_REACH); start <= at; start++) {
    const length = pack.numerals.setPhrases.longestAt(text, start);
    if (start + length > at) return { by: 'SET_PHRASE', facts: { word: text.slice(start, start + length) } };
  }
  const isMask = pack.masks.byChar.has(text[at] ?? '');
  return { by: isMask ? 'NO_MASK' : 'NO_NUMBER', facts: { char: text[at] ?? '' } };
}
