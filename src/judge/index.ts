/** Judges every figure of a report by the rules: which of them fire on it, where, and which decides what. */

import type { StandingWord } from '../knowledge/pattern/standing.ts';
import type { CompiledRule } from '../knowledge/pattern/table.ts';
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
import { type FigureContext, matchCandidate, matchPattern } from './walk.ts';

/** Rules look at no more than this much text on either side of a figure. */
const REACH = 200;

/** A figure, and what a pattern may look at around it. */
export type FigurePlace = { quantity: Quantity; context: FigureContext };

/** `standing`: the words in the sentence that patterns cannot do without. */
export type SentencePlaces = SegmentedSentence & {
  places: readonly FigurePlace[];
  standing: readonly StandingWord[];
};

/** Runs the rules on every figure, and settles what they say of each; of one in a table its heads speak. */
export function judgeFigures(
  sentences: Iterable<SentencePlaces>,
  tables: ReadonlyMap<Quantity, CellReading | null>,
  pack: RulePack,
): JudgedSentence[] {
  const judged: JudgedSentence[] = [];
  for (const { sentence, words, places, standing } of sentences) {
    const figures = places.map(({ quantity, context }): JudgedFigure => {
      const cell = tables.size > 0 ? tables.get(quantity) : undefined;
      if (cell !== undefined) return cellFigure(quantity, cell);
      const matches = matchesOf(quantity, context, standing, pack);
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
    if (places.length === 0) continue;
    yield { sentence, words, places, standing: pack.candidates.words.standingIn(report.text, span) };
  }
}

/** The rules that fire on a figure, in the order of the packs; each by the first of its patterns that matches. */
function matchesOf(
  quantity: Quantity,
  context: FigureContext,
  standing: readonly StandingWord[],
  { candidates }: RulePack,
): Match[] {
  const matches: Match[] = [];
  let last: CompiledRule | null = null;
  for (const { rule, pattern } of candidates.of(
    kindOf(quantity),
    context.text,
    quantity.span,
    context.window,
    standing,
  )) {
    if (rule === last) continue;
    const match = matchCandidate(pattern, quantity, context);
    if (!match) continue;
    last = rule;
    matches.push({ rule, span: match.span, captures: match.captures });
  }
  return matches;
}

/** Whether a rule fires on a figure. */
export const fires = ({ patterns }: CompiledRule, { quantity, context }: FigurePlace): boolean =>
  patterns.some((pattern) => matchPattern(pattern, quantity, context) !== null);
