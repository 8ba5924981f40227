/** The checks that the build makes of the published schema. */
import { loadGivenRecordCheck, loadRecordChecks } from '../built/places.ts';
import type { GaigeRecord } from '../model/record.ts';

/** The lists of a record whose members are checked one by one. */
export const RECORD_PARTS = ['sections', 'indicators', 'placeholders', 'domains'] as const;

export type RecordPart = (typeof RECORD_PARTS)[number];

/** How a value breaks the contract: where (a JSON Pointer) and what was expected. */
export type Breach = { instancePath: string; message?: string };

type Check = { (value: unknown): boolean; errors?: readonly Breach[] | null };

type Checks = Record<RecordPart, Check>;

let checks: Checks | undefined;

/** The first breach of the contract by a member of a part of a record; null where there is none. */
export function breachOf<P extends RecordPart>(part: P, member: GaigeRecord[P][number]): Breach | null {
  checks ??= loadRecordChecks() as Checks;
  const check = checks[part];
  return check(member) ? null : (check.errors?.[0] ?? { instancePath: '' });
}

let givenCheck: ((value: unknown) => boolean) | undefined;

/** Whether what was read is a record, so far as the contract goes; it may hold more. */
export function isRecord(value: unknown): value is GaigeRecord {
  givenCheck ??= loadGivenRecordCheck() as (value: unknown) => boolean;
  return givenCheck(value);
}
