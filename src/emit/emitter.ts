import type { ConceptRules } from '../knowledge/concepts/table.ts';
import type { Language } from '../messages/language.ts';
import type { DomainDefinition } from '../model/findings.ts';
import type { GaigeRecord, Tool } from '../model/record.ts';
import type { Reasons } from '../page/report-data.ts';
import type { FindingCounts } from './totals.ts';

const TEXT_FORMATS = ['summary', 'json', 'ndjson', 'csv', 'html'] as const;

/** What has to be put together from the rows of all records. */
const BINARY_FORMATS = ['xlsx', 'parquet'] as const;

export const FORMATS = [...TEXT_FORMATS, ...BINARY_FORMATS] as const;
export const TABLES = ['indicators', 'placeholders', 'domains'] as const;

type TextFormat = (typeof TEXT_FORMATS)[number];
export type BinaryFormat = (typeof BINARY_FORMATS)[number];
export type Format = TextFormat | BinaryFormat;

/** What a record becomes: its part of a text, or what tables are made of. */
export type RecordFormat = TextFormat | 'index-entry' | 'rows' | 'observations';
export type FindingTable = (typeof TABLES)[number];

/**
 * One output, as text: what comes before the records, what stands between two of them, and what comes after the last. What a record looks
 * like depends on nothing but the record, so that records can be written in many threads and cached; nothing is remembered of them.
 */
export type Emitter = {
  begin: () => string;
  /** `text` is what the record's spans refer to; `reasons` are made where they are asked for. */
  record: (record: GaigeRecord, text: string, reasons: () => Reasons) => string;
  between: string;
  /** FindingCounts over all records. */
  end: (counts: FindingCounts) => string;
};

export type EmitContext = {
  tool: Tool;
  /** For csv and rows: which of the tables this output holds. */
  table: FindingTable;
  /** For csv: the language of the first line. */
  header: Language;
  /** For csv, rows and html: labels of the domains of sections. */
  domains: readonly DomainDefinition[];
  /** For summary and html. */
  language: Language;
  /** For summary. */
  colour: boolean;
  /** For summary: one line a report, of this width; null for many lines. */
  lineWidth: number | null;
  /** For observations: names that are asked for beside the standard indicators. */
  names: readonly string[];
  /** For summary and html: concepts that come first, and names that do not say what is measured. */
  concepts: Pick<ConceptRules, 'definitions' | 'headlines' | 'owners'> & {
    around: Pick<ConceptRules['around'], 'goals'>;
  };
};

export const isBinary = (format: string): format is BinaryFormat => BINARY_FORMATS.some((binary) => binary === format);
