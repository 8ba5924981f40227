/** What applying corrections needs to know of a report beyond its record; made in `pipeline/corrections.ts`. */
import type { Indicator, Placeholder, Section } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { Bound } from '../model/vocabulary.ts';

export type ReadFigure = Pick<Indicator, 'value' | 'unit' | 'canonical' | 'masked'>;

export type KnownUnit = Pick<Indicator['unit'], 'symbol' | 'dimension'> & {
  factor: number | null;
  base: string | null;
};

/** Of one report. Spans are those of its record. */
export type ReportTools = {
  /** Null where the record came without it: then what needs it cannot be applied. */
  text: string | null;
  /** Numeral and unit as the lexer reads them, where they fill the span; `stated` is what words around them say. Null for anything else. */
  readFigure: (span: Span, stated: Bound | null) => ReadFigure | null;
  /** Null for what is no unit. */
  unitOf: (symbol: string) => KnownUnit | null;
  /** In the file, where there is one. */
  positionAt: (offset: number) => Pick<Indicator, 'line' | 'column'>;
  sentenceAt: (span: Span) => Span;
  idOf: (kind: 'i' | 'p', span: Span) => string;
  isConcept: (id: string) => boolean;
  isDomain: (id: string) => boolean;
  /** Whether the contract of records takes it. */
  isAllowed: (part: 'indicators' | 'placeholders' | 'sections', finding: Indicator | Placeholder | Section) => boolean;
};
