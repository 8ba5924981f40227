import type { GaigeRecord } from '../model/record.ts';
import { type FindingTable, TABLES } from './emitter.ts';

/** The record with findings of one sort only; sections stay, since findings refer to them. */
export function selectFindings(record: GaigeRecord, select: FindingTable | null): GaigeRecord {
  if (select === null) return record;
  const emptied = TABLES.filter((table) => table !== select).map((table) => [table, []]);
  return { ...record, ...Object.fromEntries(emptied) };
}
