import type { Block, Document } from './document.ts';
import type { Span } from './span.ts';

/**
 * A report's text as the rules look at it: without what layout has put in (line ends within a paragraph, characters of no width), and in
 * simplified script, character for character. All stages up to the record count in its code units; `spanOf` leads back to the report.
 */
export type NormalText = {
  readonly document: Document;
  readonly text: string;
  /** Those of the document, lines of one paragraph put together. */
  readonly blocks: readonly Block[];
  /** Whether characters of it are written otherwise in the report. */
  readonly isFolded: boolean;
  /** Where a stretch of it stands in the report's text: from its first character to its last, and all between. */
  spanOf(span: Span): Span;
  /** The place in it of an offset into the report's text; of what is left out, that of the next character. */
  offsetOf(at: number): number;
  /** Other words, in the script of this text. */
  simplified(words: string): string;
  /** Words that were taken from near a place, in the report's own script. */
  asWritten(words: string, near: Span): string;
};
