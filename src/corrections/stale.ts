/** Marks that cannot be applied: each is told with its file and place. */
import type { PlacedMark } from './judgements.ts';

/**
 * - `OTHER_TEXT`: the text at the span is another, or there is none
 * - `NOT_FOUND`: there is no such finding any more
 * - `NO_TEXT`: the record has no text, which this mark needs
 * - `OVERLAPS`: another finding stands there
 * - `NO_FIGURE`: what was selected is no numeral with its unit, whole
 * - `MASKED`: a masked number has no value
 * - `NO_VALUE`: number, ends and bound contradict each other
 * - `NO_DATE`: a day or a month that no calendar has
 * - `BACKWARD`: a time that ends before it begins
 * - `NO_CHANGE_OF`: direction, basis and base are of changes only
 * - `UNKNOWN_UNIT`, `UNKNOWN_CONCEPT`, `UNKNOWN_DOMAIN`: no rule knows it
 * - `READERS_DIFFER`: readers say different things; it is left as it was found
 * - `NOT_ALLOWED`: the contract of records does not take it
 */
export const STALE_REASONS = [
  'OTHER_TEXT',
  'NOT_FOUND',
  'NO_TEXT',
  'OVERLAPS',
  'NO_FIGURE',
  'MASKED',
  'NO_VALUE',
  'NO_DATE',
  'BACKWARD',
  'NO_CHANGE_OF',
  'UNKNOWN_UNIT',
  'UNKNOWN_CONCEPT',
  'UNKNOWN_DOMAIN',
  'READERS_DIFFER',
  'NOT_ALLOWED',
] as const;

export type StaleReason = (typeof STALE_REASONS)[number];

export type StaleMark = PlacedMark & { reason: StaleReason };
