/** Why a place of a report gave what it gave: what was recorded when it was decided, and, where nothing was found, what came closest. */
import type { Engine } from '../engine/engine.ts';
import type { JudgedFigure } from '../judge/figure.ts';
import { type FiredRule, firedRules } from '../judge/fired.ts';
import type { FigurePlace } from '../judge/index.ts';
import { type Stop, stopOf } from '../judge/walk.ts';
import type { CompiledPattern, CompiledRule, Emit } from '../knowledge/pattern/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { type ExplainedField, type Origin, origin } from '../model/origin.ts';
import type { Quantity } from '../model/quantity.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { Stages } from '../pipeline/stages.ts';
import { explainedMask } from '../placeholders/explained.ts';
import type { FoundMask } from '../placeholders/index.ts';
import { explainedFields } from '../resolve/explained.ts';

/** A rule that did not fire, and where it stopped. */
export type NearRule = {
  rule: string;
  place: string;
  pattern: string;
  says: Emit;
  /** What of the pattern was not met; any of these would have done. */
  expected: string[];
  side: 'figure' | 'left' | 'right';
  /** What stands there instead. */
  text: string;
  /** How many characters of context it had taken before. */
  taken: number;
};

export type Explanation = {
  found: 'indicator' | 'placeholder' | 'figure' | 'mask' | 'nothing';
  span: Span;
  text: string;
  sentence: string;
  tokens: { text: string; tag: string }[];
  quantity: Pick<Quantity, 'raw' | 'form' | 'script' | 'number' | 'unit'> | null;
  steps: ExplainedField[];
  fired: FiredRule[];
  near: NearRule[];
  context: { id: string; place: string; kind: string } | null;
};

/** `place` is an offset into the report's text. */
export function explainPlace(made: Stages, place: number, engine: Engine): Explanation {
  const explanation = explainAt(made, made.normalize.offsetOf(place), engine);
  const span = made.normalize.spanOf(explanation.span);
  return { ...explanation, span, text: sliceOf(made.document.text, span) };
}

/** `at` is an offset into the normal text, as are all spans. */
function explainAt(made: Stages, at: number, engine: Engine): Explanation {
  const places = made.places.flatMap((sentence) => sentence.places);
  const place = places.find(({ quantity }) => holds(quantity.span, at));
  const mask = made.masks.find(({ mask: { span } }) => holds(span, at));
  if (mask && (!place || mask.judgement)) return explainMask(made, mask, place, engine);
  return place ? explainFigure(made, place, engine) : explainNothing(made, at, engine);
}

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

// Around the place

type Around = Pick<Explanation, 'span' | 'text' | 'sentence' | 'tokens'>;

function around({ structure, lex }: Stages, span: Span, { segment }: Engine): Around {
  const { text, sentences } = structure;
  const sentence =
    sentences.find((each) => each.span.start < span.end && span.start < each.span.end)?.span ?? lineOf(text, span);
  const holes = lex.quantities.map((quantity) => quantity.span).filter(({ start }) => holds(sentence, start));
  return {
    span,
    text: sliceOf(text, span),
    sentence: sliceOf(text, sentence),
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

function explainFigure(made: Stages, place: FigurePlace, engine: Engine): Explanation {
  const { quantity } = place;
  const isIt = ({ start }: Span) => start === quantity.span.start;
  const figure = made.judge.flatMap(({ figures }) => figures).find((each) => isIt(each.quantity.span));
  const draft = made.resolve.find(({ span }) => isIt(span));
  const fired = figure ? firedRules(made.normalize.text, figure) : [];
  return {
    found: draft ? 'indicator' : 'figure',
    ...around(made, quantity.span, engine),
    quantity,
    steps: draft ? explainedFields(draft) : [rejection(made, quantity, figure)],
    fired,
    near: draft || figure?.verdict.accept ? [] : nearest(place, fired, engine.pack),
    context: null,
  };
}

/** Why a figure is no indicator. */
function rejection(made: Stages, { span }: Quantity, figure: JudgedFigure | undefined): ExplainedField {
  const rule = figure?.verdict.accept?.rule;
  if (rule) {
    const { accept, reason } = rule.emit;
    return { field: 'accept', value: accept, ...rule.origin, facts: reason === undefined ? {} : { reason } };
  }
  const unknown = made.unknownUnits.find((each) => each.span.start === span.end);
  const why = unknown ? origin('UNKNOWN_UNIT', { unit: unknown.unit }) : origin('NOT_TAKEN');
  return { field: 'accept', value: false, ...why };
}

// What came closest

const MOST_NEAR = 3;

/** Rules that would have made the figure an indicator, those that got farthest first; `taken` is −1 where the figure itself does not fit. */
function nearest({ quantity, context }: FigurePlace, fired: readonly FiredRule[], pack: RulePack): NearRule[] {
  const hasFired = new Set(fired.map(({ rule }) => rule));
  const all = pack.rules
    .filter(({ id, emit }) => emit.accept === true && !hasFired.has(id))
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
): NearRule {
  const { id, place, source, emit, atoms } = rule;
  const atomOf = (index: number) => {
    const atom = atoms.get(index) ?? pattern.place;
    return source.slice(atom.start, atom.end);
  };
  const near = { rule: id, place, pattern: source, says: emit };
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

function explainMask(made: Stages, found: FoundMask, place: FigurePlace | undefined, engine: Engine): Explanation {
  const { mask, context } = found;
  const placeholder = made.placeholders.find(({ span }) => holds(span, mask.span.start));
  return {
    found: placeholder ? 'placeholder' : 'mask',
    ...around(made, placeholder?.span ?? mask.span, engine),
    quantity: place?.quantity ?? null,
    steps: explainedMask(found, placeholder ?? null),
    fired: [],
    near: [],
    context: context && { id: context.id, place: context.place, kind: context.kind },
  };
}

function explainNothing(made: Stages, at: number, engine: Engine): Explanation {
  const { text, blocks } = made.normalize;
  const block = blocks.find((each) => holds(each.span, at));
  const broken = made.lex.broken.find((span) => holds(span, at));
  const why = broken
    ? origin('BROKEN_NUMBER', { text: sliceOf(text, broken) })
    : whyNothing(text, at, block?.role === 'boilerplate', engine.pack);
  return {
    found: 'nothing',
    ...around(made, broken ?? { start: at, end: Math.min(text.length, at + 1) }, engine),
    quantity: null,
    steps: [{ field: 'found', value: null, ...why }],
    fired: [],
    near: [],
    context: null,
  };
}

/** How far a word around a place may reach. */
const WORD_REACH = 8;

function whyNothing(text: string, at: number, isBoilerplate: boolean, pack: RulePack): Origin {
  if (isBoilerplate) return origin('BOILERPLATE');
  for (let start = Math.max(0, at - WORD_REACH); start <= at; start++) {
    const length = pack.numerals.setPhrases.longestAt(text, start);
    if (start + length > at) return origin('SET_PHRASE', { word: text.slice(start, start + length) });
  }
  const char = text[at] ?? '';
  return origin(pack.masks.byChar.has(char) ? 'NO_MASK' : 'NO_NUMBER', { char });
}
