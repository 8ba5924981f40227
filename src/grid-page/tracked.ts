/** What the page of a track is made of: the first targets, and how many came to what of all. */
import type { TargetVerdict } from '../model/vocabulary.ts';
import type { Definitions } from '../observe/axes.ts';
import { figureOf, writtenUnit } from '../observe/figures.ts';
import type { Row } from '../observe/fold.ts';
import type { TrackedTarget } from '../observe/track.ts';
import type { ReadUnit, ShownUnit } from '../observe/units.ts';
import { MOST } from './limits.ts';

export type TrackPart = {
  targets: readonly TrackedTarget[];
  all: number;
  verdicts: ReadonlyMap<TargetVerdict, number>;
  regions: number;
  years: number;
};

export function trackPartOf(tracked: Iterable<TrackedTarget>): TrackPart {
  const targets: TrackedTarget[] = [];
  const verdicts = new Map<TargetVerdict, number>();
  const [regions, years] = [new Set<string>(), new Set<number>()];
  let all = 0;
  for (const each of tracked) {
    if (all++ < MOST.targets) targets.push(each);
    verdicts.set(each.verdict, (verdicts.get(each.verdict) ?? 0) + 1);
    const { region, year } = each.target;
    if (region !== null) regions.add(region);
    if (year !== null) years.add(year);
  }
  return { targets, all, verdicts, regions: regions.size, years: years.size };
}

/** Targets of one indicator, told in one way, for one year. */
export type TargetGroup = {
  key: string;
  first: TrackedTarget;
  unit: string;
  rows: { tracked: TrackedTarget; index: number; promised: number | null; result: number | null }[];
};

/** In the order of the rules. What cannot be put into the unit of the others has no number. */
export function targetGroups(
  targets: readonly TrackedTarget[],
  definitions: Definitions,
  readUnit: ReadUnit,
): TargetGroup[] {
  const members = new Map<string, { tracked: TrackedTarget; index: number }[]>();
  for (const [index, tracked] of targets.entries()) {
    const { concept, matter, kind, basis, year, time } = tracked.target;
    const key = JSON.stringify([concept, matter, kind, basis, year ?? time]);
    members.set(key, [...(members.get(key) ?? []), { tracked, index }]);
  }
  const order = new Map([...definitions.keys()].map((id, i) => [id, i]));
  const placeOf = ([, [first]]: [string, { tracked: TrackedTarget }[]]) =>
    order.get(first?.tracked.target.concept ?? '') ?? order.size;
  const inOrder = [...members].sort((a, b) => placeOf(a) - placeOf(b));
  return inOrder.map(([key, group]) => {
    const rows = group.flatMap(({ tracked: { target, result } }) => (result ? [target, result] : [target]));
    const usual = usualUnit(rows, readUnit);
    const unit = usual?.words ?? (rows[0] ? figureOf(rows[0], '', null, readUnit).after : '');
    const numberOf = (row: Row | null): number | null => {
      if (!row || row.isGoal) return null;
      const { number, after } = figureOf(row, '', usual, readUnit);
      return after === (row.shown?.unit ?? unit) ? (number ?? endOf(row)) : null;
    };
    const first = group[0]?.tracked as TrackedTarget;
    return {
      key,
      first,
      unit: rows[0]?.shown?.unit ?? unit,
      rows: group.map(({ tracked, index }) => ({
        tracked,
        index,
        promised: numberOf(tracked.target),
        result: numberOf(tracked.result),
      })),
    };
  });
}

/** Of a range in percent its lower end: other ranges are in another unit than the chart. */
const endOf = ({ dimension, min, max }: Row): number | null => (dimension === 'percent' ? (min ?? max) : null);

function usualUnit(rows: readonly Row[], readUnit: ReadUnit): ShownUnit | null {
  const counts = new Map<string, number>();
  for (const { text } of rows) {
    const unit = writtenUnit(text);
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([words]) => readUnit(words));
  return byUse.find((unit) => unit !== null) ?? null;
}
