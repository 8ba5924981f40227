import type { NormalText } from './normal-text.ts';
import type { ReportInfo } from './record.ts';
import type { Span } from './span.ts';
import type { Table } from './table.ts';

/** A heading and what it governs, before it has an id. */
export type Heading = {
  level: number;
  marker: string | null;
  titleSpan: Span;
  /** From the marker or title to the next heading of the same or a smaller level. */
  span: Span;
  /** Index of the nearest open heading of a smaller level, or -1. */
  parent: number;
};

export type Sentence = {
  /** White space at both ends left out. */
  span: Span;
  /** Index of the innermost heading that governs it, or -1. */
  heading: number;
};

/** A normal text with its structure: what governs what, where sentences end, what the report says of itself. */
export type Report = {
  normal: NormalText;
  /** That of `normal`, as is all that spans refer to. */
  text: string;
  headings: readonly Heading[];
  tables: readonly Table[];
  /** Without the report's title and boilerplate such as breadcrumbs; a heading is a sentence of its own. */
  sentences: readonly Sentence[];
  /** In the script of `text`, and as the report writes it. */
  metadata: ReportMetadata;
  writtenMetadata: ReportMetadata;
  /** What decided the facts of it that were found in the text. */
  clues: readonly MetadataClue[];
};

/** A place in the text that spoke for the value of a field, and how much it weighed. */
export type MetadataClue = {
  field: keyof ReportMetadata;
  value: string | number;
  weight: number;
  place: string;
  words: string;
};

export type ReportMetadata = Pick<ReportInfo, 'title' | 'date' | 'year' | 'planYear' | 'region' | 'publisher' | 'kind'>;
