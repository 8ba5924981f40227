/** Judges every figure of a report by the rules: which rules fire on it, and where. */

import type { CompiledRule } from '../knowledge/pattern/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Lexed, Quantity } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { WordIndex } from '../text/words.ts';
import type { FigureMatches, Match, SentenceMatches } from './match.ts';
import { styleOf } from './style.ts';
import { type FigureContext, matchPattern } from './walk.ts';

/** Rules look at no more than this much text on either side of a figure. */
const REACH = 200;

/** A figure, and what a pattern may look at around it. */
export type FigurePlace = { quantity: Quantity; context: FigureContext };

type SentencePlaces = Pick<SentenceMatches, 'sentence' | 'words'> & { places: readonly FigurePlace[] };

/** Sentences without figures are left out. `wordsOf` cuts a sentence into words when a rule asks for one. */
export function matchFigures(
  report: Report,
  lexed: Lexed,
  pack: RulePack,
  wordsOf: (span: Span) => WordIndex,
): SentenceMatches[] {
  return figurePlaces(report, lexed, pack, wordsOf).map(({ sentence, words, places }) => ({
    sentence,
    words,
    figures: places.map(
      ({ quantity, context }): FigureMatches => ({
        quantity,
        matches: matchRules(rulesFor(pack, quantity), quantity, context),
      }),
    ),
  }));
}

export function figurePlaces(
  report: Report,
  { quantities, startingAt, endingAt }: Lexed,
  pack: RulePack,
  wordsOf: (span: Span) => WordIndex,
): SentencePlaces[] {
  const style = styleOf(report, quantities);
  const found: SentencePlaces[] = [];
  let next = 0;
  for (const [index, sentence] of report.sentences.entries()) {
    const { span } = sentence;
    while (next < quantities.length && quantities[next]!.span.start < span.start) next++;
    // A sentence that was cut for its length goes on in the next: a figure at the cut belongs to the first.
    const after = report.sentences[index + 1]?.span;
    const limit = after?.start === span.end ? after.end : span.end;
    const holds = (quantity: Quantity | undefined) =>
      quantity !== undefined && quantity.span.start < span.end && quantity.span.end <= limit;
    if (!holds(quantities[next])) continue;
    const words = wordsOf(span);
    const places: FigurePlace[] = [];
    for (; holds(quantities[next]); next++) {
      const quantity = quantities[next]!;
      const context: FigureContext = {
        text: report.text,
        window: {
          start: Math.max(span.start, quantity.span.start - REACH),
          end: Math.max(quantity.span.end, Math.min(span.end, quantity.span.end + REACH)),
        },
        style: style(quantity.span.start),
        delimiters: pack.punctuation.delimiters,
        quantities: { startingAt, endingAt },
        words,
      };
      places.push({ quantity, context });
    }
    found.push({ sentence, words, places });
  }
  return found;
}

/** The rules that may judge a figure of this dimension at all. */
function rulesFor({ rulesByDimension }: RulePack, { form, unit }: Quantity): readonly CompiledRule[] {
  return rulesByDimension.get(form === 'rank' ? 'rank' : (unit?.dimension ?? 'none')) ?? [];
}

/** All rules that fire on a figure, in the order of the packs. */
export function matchRules(rules: readonly CompiledRule[], subject: Quantity, context: FigureContext): Match[] {
  const matches: Match[] = [];
  for (const rule of rules) {
    for (const pattern of rule.patterns) {
      const match = matchPattern(pattern, subject, context);
      if (!match) continue;
      matches.push({ rule, ...match });
      break;
    }
  }
  return matches;
}
