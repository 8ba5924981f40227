import type { CompiledRule } from './pattern.ts';
import type { Quantity } from './quantity.ts';
import type { Sentence } from './report.ts';
import type { Span } from './span.ts';
import type { WordIndex } from './word-index.ts';

/** A rule that fired on a figure. */
export type Match = { rule: CompiledRule; span: Span; captures: ReadonlyMap<string, Span> };

export type FigureMatches = { quantity: Quantity; matches: readonly Match[] };

/** The figures of one sentence with all that the rules say of them, in text order. */
export type SentenceMatches = { sentence: Sentence; words: WordIndex; figures: readonly FigureMatches[] };
