/** Targets of a region for a year beside what later reports say was achieved. The rules of a verdict are in docs/track.md. */
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { amountOf, placeOf } from '../model/observation.ts';
import type { TargetVerdict } from '../model/vocabulary.ts';
import { again } from './again.ts';
import { type Axis, type Definitions, labelOf, orderOf } from './axes.ts';
import type { Row } from './fold.ts';

export type TrackedTarget = { target: Row; result: Row | null; gap: number | null; verdict: TargetVerdict };

/** Rows of both sides have to be in this order. */
export const TRACK_ORDER: readonly Axis[] = ['region', 'year'];

/** Every target of one year, in the order of the rows. `results` may hold targets too, which are passed over. */
export function* trackTargets(
  targets: Iterable<Row>,
  results: Iterable<Row>,
  definitions: Definitions,
): Generator<TrackedTarget> {
  for (const { ours, theirs } of meeting(inYears(targets, definitions), inYears(results, definitions))) {
    const achieved = new Map<string, Row>();
    for (const row of theirs)
      if (row.status === 'achieved' && row.otherPlace === null) achieved.set(matterOf(row), row);
    for (const target of ours) {
      if (target.status !== 'target' || target.year === null || target.otherPlace !== null) continue;
      const result = achieved.get(matterOf(target)) ?? null;
      const gap = result && gapOf(target, result);
      yield { target, result, gap, verdict: verdictOf(target, result, gap, definitions) };
    }
  }
}

/** Of one region and year what belongs together. */
const matterOf = ({ concept, kind, basis, dimension }: Row): string =>
  JSON.stringify([concept, kind, basis, dimension]);

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

/** What was promised: of a range the end that is nearer to nothing done, its lower one, for a ceiling the upper. */
const promised = (target: Row): number | null => amountOf(target) ?? target.min ?? target.max;

function gapOf(target: Row, result: Row): number | null {
  const [wanted, got] = [promised(target), amountOf(result)];
  return wanted === null || got === null ? null : Number((got - wanted).toPrecision(12));
}

/** 左右 allows three tenths of a point, or three parts in a hundred of an amount. */
const POINTS = 0.3;
const SHARE = 0.03;

function verdictOf(target: Row, result: Row | null, gap: number | null, definitions: Definitions): TargetVerdict {
  if (result === null) return 'no-result';
  if (gap === null) return 'unclear';
  const lowerIsBetter = definitions.get(target.concept)?.lowerIsBetter ?? false;
  const isCeiling = target.bound === 'lte' || (target.bound !== 'gte' && lowerIsBetter);
  const short = isCeiling ? gap : -gap;
  if (short <= 1e-9) return 'met';
  const isNear = short <= toleranceOf(target) + 1e-9;
  if (target.bound === 'approx') return isNear ? 'met' : 'unclear';
  return isNear ? 'near' : 'missed';
}

const toleranceOf = (target: Row): number =>
  target.dimension === 'percent' ? POINTS : Math.abs(promised(target) ?? 0) * SHARE;

type TrackColumn = GridColumn & { of: (row: TrackedTarget, definitions: Definitions) => GridCell };

const COLUMNS: readonly TrackColumn[] = [
  { key: 'region', zh: '地区', type: 'text', of: ({ target }) => target.region },
  { key: 'year', zh: '年份', type: 'integer', of: ({ target }) => target.year },
  { key: 'concept', zh: '标准指标', type: 'text', of: ({ target }) => target.concept },
  {
    key: 'label',
    zh: '指标名称',
    type: 'text',
    of: ({ target }, definitions) => labelOf(target.concept, definitions),
  },
  { key: 'kind', zh: '类型', type: 'text', of: ({ target }) => target.kind },
  { key: 'basis', zh: '比较基准', type: 'text', of: ({ target }) => target.basis },
  { key: 'verdict', zh: '结论', type: 'text', of: ({ verdict }) => verdict },
  { key: 'target_number', zh: '目标值', type: 'number', of: ({ target }) => target.number },
  { key: 'target_min', zh: '目标下限', type: 'number', of: ({ target }) => target.min },
  { key: 'target_max', zh: '目标上限', type: 'number', of: ({ target }) => target.max },
  { key: 'target_bound', zh: '目标界限', type: 'text', of: ({ target }) => target.bound },
  { key: 'target_text', zh: '目标原文', type: 'text', of: ({ target }) => target.text },
  { key: 'result_number', zh: '结果值', type: 'number', of: ({ result }) => result?.number ?? null },
  { key: 'result_bound', zh: '结果界限', type: 'text', of: ({ result }) => result?.bound ?? null },
  { key: 'result_text', zh: '结果原文', type: 'text', of: ({ result }) => result?.text ?? null },
  { key: 'gap', zh: '差距', type: 'number', of: ({ gap }) => gap },
  { key: 'unit', zh: '单位', type: 'text', of: ({ target }) => target.canonicalUnit ?? target.unit },
  { key: 'target_report', zh: '目标出处', type: 'text', of: ({ target }) => placeOf(target) },
  { key: 'result_report', zh: '结果出处', type: 'text', of: ({ result }) => result && placeOf(result) },
  { key: 'target_sentence', zh: '目标句子', type: 'text', of: ({ target }) => target.sentence },
  { key: 'result_sentence', zh: '结果句子', type: 'text', of: ({ result }) => result?.sentence ?? null },
];

export const trackGrid = (tracked: Iterable<TrackedTarget>, definitions: Definitions): Grid => ({
  name: 'track',
  zh: '目标与结果',
  keys: ['region', 'year', 'label'],
  columns: COLUMNS,
  rows: again(function* () {
    for (const each of tracked) yield COLUMNS.map(({ of }) => of(each, definitions));
  }),
});
