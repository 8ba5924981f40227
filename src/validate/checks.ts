/** The checks that `npm run build` makes of the published schema (see `build-schemas.ts`). */
import { createRequire } from 'node:module';
import type { GaigeRecord } from '../model/record.ts';

/** The lists of a record whose members are checked one by one. */
export const RECORD_PARTS = ['sections', 'indicators', 'placeholders', 'domains'] as const;

export type RecordPart = (typeof RECORD_PARTS)[number];

/** How a value breaks the contract: where (a JSON Pointer) and what was expected. */
export type Breach = { instancePath: string; message?: string };

type Check = { (value: unknown): boolean; errors?: readonly Breach[] | null };

type Checks = Record<RecordPart, Check>;

const require = createRequire(import.meta.url);

let checks: Checks | undefined;

/** The first breach of the contract by a member of a part of a record; null where there is none. */
export function breachOf<P extends RecordPart>(part: P, member: GaigeRecord[P][number]): Breach | null {
  // The same place seen from `src/` and from `dist/`.
  checks ??= require('../../dist/schema/record-checks.cjs') as Checks;
  const check = checks[part];
  return check(member) ? null : (check.errors?.[0] ?? { instancePath: '' });
}
