import type { Facts } from './diagnostic.ts';

/** How a stage came to the value of a field where no rule states it; `messages/explain.ts` has the words. */
export const ORIGIN_CODES = [
  'NO_RULE',
  'NOT_TAKEN',
  'UNKNOWN_UNIT',
  'BROKEN_NUMBER',
  'READ',
  'RANGE',
  'INFIX',
  'DEFAULT',
  'UNIT',
  'NO_UNIT',
  'FACTOR',
  'NO_NAME',
  'LEFT',
  'RIGHT',
  'COMPOSED',
  'CARRIED',
  'SENTENCE_BEFORE',
  'FROM_TO',
  'LIST',
  'JOINT',
  'NEXT',
  'SHARE_NAME',
  'RATE_NAME',
  'CONTINUES',
  'TREND',
  'CUE',
  'MOVE_START',
  'PARAGRAPH_LEAD',
  'PART_LEAD',
  'HEADING',
  'REPORT_TITLE',
  'ASSIGNED',
  'MOOD',
  'IN_SENTENCE',
  'IN_PARAGRAPH',
  'YEAR_REPORTED',
  'YEAR_PLANNED',
  'MOVE_BEFORE',
  'YEAR_BEFORE',
  'SEVERAL_YEARS',
  'MOVE_SPAN',
  'COMPARED',
  'NEAREST',
  'TERMS',
  'SECTION',
  'CONCEPT',
  'CONCEPT_REST',
  'CONCEPT_UNIT',
  'CONCEPT_OTHER',
  'TABLE_HEAD',
  'TABLE_SILENT',
  'MASK_FORM',
  'JOINED',
  'BOILERPLATE',
  'SET_PHRASE',
  'NO_MASK',
  'NO_NUMBER',
] as const;

export type OriginCode = (typeof ORIGIN_CODES)[number];

/** Where the value of a field comes from: `by` is the id of a rule (`change/rise`), or a code. Recorded when the field is decided. */
export type Origin = { readonly by: OriginCode | `${string}/${string}`; readonly facts: Facts };

const CODES: ReadonlySet<string> = new Set(ORIGIN_CODES);

export const isOriginCode = (by: Origin['by']): by is OriginCode => CODES.has(by);

const NO_FACTS: Facts = {};

const PLAIN = new Map<Origin['by'], Origin>(ORIGIN_CODES.map((by) => [by, { by, facts: NO_FACTS }]));

/** Codes without facts are the same value always: most fields of most figures have one. */
export const origin = (by: OriginCode, facts?: Facts): Origin =>
  (facts === undefined ? PLAIN.get(by) : undefined) ?? { by, facts: facts ?? NO_FACTS };

/** The origin of what a rule of this id states. */
export const ruled = (id: string): Origin => ({ by: id as `${string}/${string}`, facts: NO_FACTS });

/** A field with where it comes from. */
export type ExplainedField = { field: string; value: unknown } & Origin;
