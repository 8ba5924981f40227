/** Judges every figure of a report by the rules: which of them fire on it, where, and which decides what. */

import type { CompiledPattern, CompiledRule } from '../knowledge/pattern/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Lexed, Quantity } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { CellReading } from '../tables/index.ts';
import type { SegmentedSentence } from '../text/words.ts';
import { cellFigure } from './cell.ts';
import type { JudgedFigure, JudgedSentence } from './figure.ts';
import { kindOf } from './figure-test.ts';
import { styleOf } from './style.ts';
import { type Match, verdictOf } from './verdict.ts';
import { type FigureContext, matchCandidate, matchPattern, type PatternMatch } from './walk.ts';

/** Rules look at no more than this much text on either side of a figure. */
const REACH = 200;

/** A figure, and what a pattern may look at around it. */
export type FigurePlace = { quantity: Quantity; context: FigureContext };

export type SentencePlaces = SegmentedSentence & { places: readonly FigurePlace[] };

/** Runs the rules on every figure, and settles what they say of each; of one in a table its heads speak. */
export function judgeFigures(
  sentences: Iterable<SentencePlaces>,
  tables: ReadonlyMap<Quantity, CellReading | null>,
  pack: RulePack,
): JudgedSentence[] {
  const judged: JudgedSentence[] = [];
  for (const { sentence, words, places } of sentences) {
    const figures = places.map(({ quantity, context }): JudgedFigure => {
      const cell = tables.size > 0 ? tables.get(quantity) : undefined;
      if (cell !== undefined) return cellFigure(quantity, cell);
      const matches = matchesOf(quantity, context, pack);
      return { quantity, matches, verdict: verdictOf(matches) };
    });
    judged.push({ sentence, words, figures });
  }
  return judged;
}

/** The figures of each sentence, one sentence after the other; sentences without any are left out. */
export function* placeFigures(
  report: Report,
  segmented: readonly SegmentedSentence[],
  lexed: Lexed,
  pack: RulePack,
): Generator<SentencePlaces> {
  const { quantities } = lexed;
  const { delimiters } = pack.punctuation;
  const style = styleOf(report, quantities);
  let next = 0;
  for (const [index, { sentence, words }] of segmented.entries()) {
    const { span } = sentence;
    while ((quantities[next]?.span.start ?? span.start) < span.start) next++;
    // A sentence that was cut for its length goes on in the next: a figure at the cut belongs to the first.
    const after = segmented[index + 1]?.sentence.span;
    const limit = after?.start === span.end ? after.end : span.end;
    const places: FigurePlace[] = [];
    for (; ; next++) {
      const quantity = quantities[next];
      if (!quantity || quantity.span.start >= span.end || quantity.span.end > limit) break;
      const context: FigureContext = {
        text: report.text,
        window: {
          start: Math.max(span.start, quantity.span.start - REACH),
          end: Math.max(quantity.span.end, Math.min(span.end, quantity.span.end + REACH)),
        },
        style: style(quantity.span.start),
        delimiters,
        quantities: lexed,
        words,
      };
      places.push({ quantity, context });
    }
    if (places.length > 0) yield { sentence, words, places };
  }
}

/** The rules that fire on a figure, in the order of the packs. */
function matchesOf(quantity: Quantity, context: FigureContext, { candidates }: RulePack): Match[] {
  const { text } = context;
  const { start, end } = quantity.span;
  const matches: Match[] = [];
  for (const { rule, patterns } of candidates.of(kindOf(quantity), text.charCodeAt(start - 1), text.charCodeAt(end))) {
    const match = firstMatch(patterns, quantity, context);
    if (match) matches.push({ rule, span: match.span, captures: match.captures });
  }
  return matches;
}

/** Whether a rule fires on a figure. */
export const fires = ({ patterns }: CompiledRule, { quantity, context }: FigurePlace): boolean =>
  patterns.some((pattern) => matchPattern(pattern, quantity, context) !== null);

function firstMatch(
  patterns: readonly CompiledPattern[],
  subject: Quantity,
  context: FigureContext,
): PatternMatch | null {
  for (const pattern of patterns) {
    const match = matchCandidate(pattern, subject, context);
    if (match) return match;
  }
  return null;
}
