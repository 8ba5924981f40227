/** Targets of a region for a year, or for several years, beside what reports say was achieved. The rules are in docs/track.md. */
import type { TargetVerdict } from '../model/vocabulary.ts';
import { type Axis, type Definitions, orderOf } from './axes.ts';
import { measureOf, type Row } from './fold.ts';
import { gapOf, type Shortfall, verdictOf } from './verdict.ts';

/**
 * - `RENAMED`: the result goes by another name
 * - `REBASED`: it is counted from something else, or in another unit, and cannot be held against the target
 * - `PART_OF_YEAR`: it is that of a part of the year
 * - `CONFLICT`: reports disagree on either
 */
export type TrackNote = 'RENAMED' | 'REBASED' | 'PART_OF_YEAR' | 'CONFLICT';

export type TrackedTarget = {
  target: Row;
  result: Row | null;
  gap: Shortfall | null;
  verdict: TargetVerdict;
  notes: readonly TrackNote[];
};

/** Rows of both sides have to be in this order. */
export const TRACK_ORDER: readonly Axis[] = ['region', 'year'];

/** Every target that has a time, in the order of the rows. Either side may hold rows of the other, which are passed over. */
export function* trackTargets(
  targets: Iterable<Row>,
  results: Iterable<Row>,
  definitions: Definitions,
): Generator<TrackedTarget> {
  for (const { ours, theirs } of meeting(inYears(targets, definitions), inYears(results, definitions))) {
    const achieved = resultsAmong(theirs, definitions);
    for (const target of ours) if (isTarget(target)) yield tracked(target, achieved, definitions);
  }
}

const isTarget = ({ status, time, otherPlace }: Row): boolean =>
  status === 'target' && time !== null && otherPlace === null;

function tracked(target: Row, achieved: Results, definitions: Definitions): TrackedTarget {
  const result = achieved.same.get(matterOf(target, definitions)) ?? null;
  const other = result ? null : (achieved.alike.get(likenessOf(target, definitions)) ?? null);
  const notes = notesOf(target, result ?? other, other !== null);
  if (target.isGoal) return { target, result: null, gap: null, verdict: 'not-comparable', notes: [] };
  if (!result) return { target, result: other, gap: null, verdict: other ? 'unclear' : 'no-result', notes };
  const gap = gapOf(target, result);
  const verdict = notes.includes('PART_OF_YEAR') ? 'unclear' : verdictOf(target, gap, definitions);
  return { target, result, gap, verdict, notes };
}

function notesOf(target: Row, result: Row | null, isRebased: boolean): TrackNote[] {
  if (!result) return target.isConflict ? ['CONFLICT'] : [];
  const isPart = (result.time?.from.length ?? 4) > 4 && (target.time?.from.length ?? 4) === 4;
  return [
    ...(isRenamed(target.name, result.name) ? (['RENAMED'] as const) : []),
    ...(isRebased ? (['REBASED'] as const) : []),
    ...(isPart ? (['PART_OF_YEAR'] as const) : []),
    ...(target.isConflict || result.isConflict ? (['CONFLICT'] as const) : []),
  ];
}

/** Words around a name make no other name of it. */
const isRenamed = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && !one.includes(other) && !other.includes(one);

/** What was achieved in a region and year, by what it is of; and by what it is like. */
type Results = { same: ReadonlyMap<string, Row>; alike: ReadonlyMap<string, Row> };

function resultsAmong(rows: readonly Row[], definitions: Definitions): Results {
  const [same, alike] = [new Map<string, Row>(), new Map<string, Row>()];
  for (const row of rows) {
    if (row.status !== 'achieved' || row.otherPlace !== null) continue;
    same.set(matterOf(row, definitions), row);
    const likeness = likenessOf(row, definitions);
    // The first stays: rows stand in the order of their bases.
    if (!alike.has(likeness)) alike.set(likeness, row);
  }
  return { same, alike };
}

/** Of one region and year what can be held against each other. */
function matterOf(row: Row, definitions: Definitions): string {
  const { basis, base, scope } = row;
  return JSON.stringify([
    likenessOf(row, definitions),
    basis,
    basis === 'yoy' ? null : base,
    scope,
    measureOf(row, definitions),
  ]);
}

/** The same indicator, in another unit or counted from something else. */
function likenessOf({ year, time, concept, matter, kind }: Row, definitions: Definitions): string {
  // 研发投入占比 and 研发投入强度: what is measured in percent is a share, whichever word tells it.
  const isShare = kind === 'share' && definitions.get(concept)?.dimensions.includes('percent');
  return JSON.stringify([year === null ? time : null, concept, matter, isShare ? 'level' : kind]);
}

type RegionYear = { key: string; rows: Row[] };

/** Rows of a region and a year follow each other. */
function* inYears(rows: Iterable<Row>, definitions: Definitions): Generator<RegionYear, undefined> {
  let current: RegionYear = { key: '', rows: [] };
  for (const row of rows) {
    const key = TRACK_ORDER.map((axis) => orderOf(axis, row, definitions)).join('\u0000');
    if (key !== current.key) {
      if (current.rows.length > 0) yield current;
      current = { key, rows: [] };
    }
    current.rows.push(row);
  }
  if (current.rows.length > 0) yield current;
}

/** For each on our side what is on theirs; both are in order. */
function* meeting(
  ours: Iterable<RegionYear>,
  theirs: Iterator<RegionYear, undefined>,
): Generator<{ ours: Row[]; theirs: Row[] }> {
  let other = theirs.next();
  for (const { key, rows } of ours) {
    while (!other.done && other.value.key < key) other = theirs.next();
    yield { ours: rows, theirs: !other.done && other.value.key === key ? other.value.rows : [] };
  }
}
