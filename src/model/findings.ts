/** Findings before they have an id, a line and a place in the record. `heading` is the index of the section, or -1. */

import type { Name } from './name.ts';
import type { Origin } from './origin.ts';
import type { DomainScore, Indicator } from './record.ts';
import type { Span } from './span.ts';
import type { IndicatorKind, PlaceholderKind } from './vocabulary.ts';

export type IndicatorDraft = Omit<Indicator, 'id' | 'text' | 'line' | 'column' | 'section'> & {
  heading: number;
};

/** Where each field of an indicator comes from. */
export type IndicatorOrigins = Readonly<
  Record<
    | 'accept'
    | 'value'
    | 'bound'
    | 'unit'
    | 'canonical'
    | 'name'
    | 'kind'
    | 'direction'
    | 'basis'
    | 'status'
    | 'scope'
    | 'period'
    | 'time'
    | 'role'
    | 'concept'
    | 'domains',
    Origin
  >
>;

/** Where a figure stands, and what it measures. */
export type FigureSetting = {
  name: string | null;
  clause: Span;
  sentence: Span;
  /** Where its paragraph begins. */
  paragraph: number;
  /** Index of the heading that governs it, or -1. */
  heading: number;
};

/** The fields of reform that a figure belongs to, best first. */
export type FigureDomains = { ids: string[]; origin: () => Origin };

export type FigureDomainsOf = (setting: FigureSetting) => FigureDomains;

/** What tells which standard indicator a figure is an observation of. */
export type MeasuredFigure = {
  span: Span;
  name: Name | null;
  kind: IndicatorKind;
  unit: Pick<Indicator['unit'], 'symbol' | 'dimension'>;
};

/** The id of that indicator; null for none. */
export type FigureConcept = { id: string | null; origin: () => Origin };

/** Asked of the figures of a report in text order. */
export type FigureConceptOf = (figure: MeasuredFigure) => FigureConcept;

export type PlaceholderDraft = {
  span: Span;
  kind: PlaceholderKind;
  expects: string | null;
  /** The clause the mask stands in. */
  context: Span;
  rule: string;
  heading: number;
};

/** A field of reform: its id, its name, and the official field that it rolls up to. */
export type DomainDefinition = { id: string; label: string; field: string };

export type ReportDomain = DomainDefinition & { score: number; evidence: { text: string; span: Span }[] };

export type Findings = {
  indicators: readonly IndicatorDraft[];
  placeholders: readonly PlaceholderDraft[];
  domains: {
    /** By index of the heading, best first. */
    sections: readonly DomainScore[][];
    report: readonly ReportDomain[];
  };
};
