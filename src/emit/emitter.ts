import type { DomainDefinition } from '../model/domains.ts';
import type { GaigeRecord, Tool } from '../model/record.ts';
import type { Language } from '../model/wording.ts';

export const FORMATS = ['summary', 'json', 'ndjson', 'csv'] as const;
export const TABLES = ['indicators', 'placeholders', 'domains'] as const;

export type Format = (typeof FORMATS)[number];
export type Table = (typeof TABLES)[number];

/**
 * One output in the making, as text: what comes before the records, for each record, and after the last.
 * Nothing is kept of a record, so that tens of thousands of them need no more memory than one.
 */
export type Emitter = {
  begin: () => string;
  /** `text` is what the record's spans refer to. */
  record: (record: GaigeRecord, text: string) => string;
  end: () => string;
};

export type EmitContext = {
  tool: Tool;
  /** For csv: which of the tables this output holds. */
  table: Table;
  /** For csv: the language of the first line. */
  header: Language;
  /** For csv: labels of the domains of sections. */
  domains: readonly DomainDefinition[];
  /** For summary. */
  language: Language;
  /** For summary. */
  colour: boolean;
};
