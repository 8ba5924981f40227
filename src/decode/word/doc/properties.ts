/** Properties of characters and paragraphs: runs of the main stream, each with a list of changes ([MS-DOC] 2.4.6, 2.6). */
import { GaigeError } from '../../../model/error.ts';

/** From `start` to `end` of the main stream. */
export type PropertyRun = { start: number; end: number; changes: Buffer };

/** Names of the changes that matter here. */
export const CHANGE = {
  outline: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  endsRow: 0x2417,
  deleted: 0x0800,
  hidden: 0x083c,
  position: 0x2a48,
  font: 0x4a4f,
  symbol: 0x6a09,
} as const;

/** Changes whose length does not stand before them like that of the others. */
const TABLE_DEFINITION = 0xd608;
const TAB_CHANGE = 0xc615;
const LENGTHS = [1, 1, 2, 4, 2, 2, undefined, 3];

/** The value of each change, the last where there are several. */
export function changesIn(list: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at + 2 < list.length; ) {
    const change = list.readUInt16LE(at);
    const fixed = LENGTHS[change >> 13];
    const length = fixed ?? variableLength(list, at + 2, change);
    if (fixed !== undefined && at + 2 + length <= list.length) found.set(change, list.readUIntLE(at + 2, length));
    at += 2 + length;
  }
  return found;
}

function variableLength(list: Buffer, at: number, change: number): number {
  if (change === TABLE_DEFINITION) return at + 2 <= list.length ? list.readUInt16LE(at) + 1 : 2;
  // A list of tabs that is too long says 255, and ends with the paragraph's changes.
  if (change === TAB_CHANGE && list[at] === 255) return list.length;
  return (list[at] ?? 0) + 1;
}

const PAGE = 512;

/** All runs of one kind, in the order of the main stream. */
export function propertyRuns(main: Buffer, index: Buffer, kind: 'characters' | 'paragraphs'): PropertyRun[] {
  const count = Math.floor((index.length - 4) / 8);
  if (count > main.length / PAGE) throw new GaigeError('DAMAGED', { kind: 'doc', problem: 'structure' });
  const runs: PropertyRun[] = [];
  for (let i = 0; i < count; i++) {
    const page = index.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff;
    addRuns(runs, main.subarray(page * PAGE, (page + 1) * PAGE), kind);
  }
  return runs.sort((a, b) => a.start - b.start);
}

/** A page: places of runs from its start, then where in it each run's changes stand; the number of runs in its last byte. */
function addRuns(runs: PropertyRun[], page: Buffer, kind: 'characters' | 'paragraphs'): void {
  if (page.length < PAGE) return;
  const count = page.readUInt8(PAGE - 1);
  const each = kind === 'paragraphs' ? 13 : 1;
  for (let i = 0; i < count && (count + 1) * 4 + (i + 1) * each < PAGE; i++) {
    const at = page.readUInt8((count + 1) * 4 + i * each) * 2;
    const [start, end] = [page.readUInt32LE(i * 4), page.readUInt32LE(i * 4 + 4)];
    if (end > start) runs.push({ start, end, changes: at === 0 ? page.subarray(0, 0) : changesAt(page, at, kind) });
  }
}

function changesAt(page: Buffer, at: number, kind: 'characters' | 'paragraphs'): Buffer {
  const length = page.readUInt8(at);
  if (kind === 'characters') return page.subarray(at + 1, at + 1 + length);
  return length === 0
    ? page.subarray(at + 2, at + 2 + page.readUInt8(at + 1) * 2)
    : page.subarray(at + 1, at + length * 2);
}
