import type { CompiledRule } from '../knowledge/pattern/table.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Sentence } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { WordIndex } from '../text/words.ts';

/** A rule that fired on a figure. */
export type Match = { rule: CompiledRule; span: Span; captures: ReadonlyMap<string, Span> };

export type FigureMatches = { quantity: Quantity; matches: readonly Match[] };

/** The figures of one sentence with all that the rules say of them, in text order. */
export type SentenceMatches = { sentence: Sentence; words: WordIndex; figures: readonly FigureMatches[] };
