/**
 * The data of a page, as it stands in it: what the page's script reads. What is null in the record is left out, and so is what the text
 * tells; where many findings say the same, they say it by number.
 */
import { INDICATOR_FIELDS } from '../model/explained-fields.ts';
import type { DomainDefinition } from '../model/findings.ts';
import type { Origin } from '../model/origin.ts';
import type { Domain, GaigeRecord, Indicator, Placeholder, ReportInfo, Section, Tool } from '../model/record.ts';
import type { DropNull } from './packing.ts';

/** Ids of the elements that hold the data of a page. */
export const DATA = { report: 'report', place: 'place', index: 'index' } as const;

/** The fields whose origin is told, in this order; that of the rest is told by these. */
export const TOLD_FIELDS = [...INDICATOR_FIELDS, 'form', 'expects'] as const;

export type ToldField = (typeof TOLD_FIELDS)[number];

/** A rule that fired: which of `rules`, on which words; the fields that it decides, and those that it leaves, to which rule and why. */
export type ToldRule = [
  rule: number,
  text: string,
  decides: readonly string[],
  loses: readonly [field: string, to: number, by: 'priority' | 'length' | 'order'][],
];

/** Of the fields in the order of `TOLD_FIELDS`, by which of `origins` they are as they are; null for those that are not told. */
export type ToldReason = { fields: readonly (number | null)[]; fired: readonly ToldRule[] };

export type PageConcept = { id: string; label: { zh: string; en: string } };

/** The text of a finding stands in the report's. */
type Packed<Finding> = DropNull<Omit<Finding, 'text'>>;

export type PackedReport = {
  tool: Tool;
  report: ReportInfo;
  text: string;
  /** Of the text as UTF-8: by it corrections know what they were made on. */
  textSha256: string;
  sections: readonly Section[];
  indicators: readonly Packed<Indicator>[];
  placeholders: readonly Packed<Placeholder>[];
  domains: readonly Domain[];
  diagnostics: GaigeRecord['diagnostics'];
  /** All that the rules know, so that a reader may choose another. */
  fields: readonly DomainDefinition[];
  concepts: readonly PageConcept[];
  /** Of the indicators and then of the placeholders, in their order; null where none is known. */
  reasons: readonly (ToldReason | null)[];
  origins: readonly Origin[];
  /** Ids of rules and their patterns. */
  rules: readonly (readonly [id: string, pattern: string])[];
};

/** What only the folder knows that a page is in. */
export type PagePlace = { index: string };
