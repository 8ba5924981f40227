/** Targets of a region for a year beside what later reports say was achieved. The rules of a verdict are in docs/track.md. */
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { amountOf, placeOf } from '../model/observation.ts';
import type { TargetVerdict } from '../model/vocabulary.ts';
import type { ConceptLabels } from './arrange.ts';
import type { Row } from './fold.ts';

export type TrackedTarget = { target: Row; result: Row | null; gap: number | null; verdict: TargetVerdict };

export type TrackRules = { lowerIsBetter: (concept: string) => boolean };

/** Every target of one year, in the order of the rows. `results` may hold targets too, which are passed over. */
export function trackTargets(targets: readonly Row[], results: readonly Row[], rules: TrackRules): TrackedTarget[] {
  const achieved = new Map<string, Row>();
  for (const row of results) if (row.status === 'achieved') achieved.set(keyOf(row), row);
  return targets
    .filter(({ status, year }) => status === 'target' && year !== null)
    .map((target) => {
      const result = achieved.get(keyOf(target)) ?? null;
      const gap = result && gapOf(target, result);
      return { target, result, gap, verdict: verdictOf(target, result, gap, rules) };
    });
}

const keyOf = ({ region, regionCode, year, concept, kind, basis, dimension }: Row): string =>
  JSON.stringify([region, regionCode, year, concept, kind, basis, dimension]);

/** What was promised: of a range the end that is nearer to nothing done, its lower one, for a ceiling the upper. */
const promised = (target: Row): number | null => amountOf(target) ?? target.min ?? target.max;

function gapOf(target: Row, result: Row): number | null {
  const [wanted, got] = [promised(target), amountOf(result)];
  return wanted === null || got === null ? null : Number((got - wanted).toPrecision(12));
}

/** 左右 allows three tenths of a point, or three parts in a hundred of an amount. */
const POINTS = 0.3;
const SHARE = 0.03;

function verdictOf(target: Row, result: Row | null, gap: number | null, { lowerIsBetter }: TrackRules): TargetVerdict {
  if (result === null) return 'no-result';
  if (gap === null) return 'unclear';
  const isCeiling = target.bound === 'lte' || (target.bound !== 'gte' && lowerIsBetter(target.concept));
  const short = isCeiling ? gap : -gap;
  if (short <= 1e-9) return 'met';
  const isNear = short <= toleranceOf(target) + 1e-9;
  if (target.bound === 'approx') return isNear ? 'met' : 'unclear';
  return isNear ? 'near' : 'missed';
}

const toleranceOf = (target: Row): number =>
  target.dimension === 'percent' ? POINTS : Math.abs(promised(target) ?? 0) * SHARE;

type TrackColumn = GridColumn & { of: (row: TrackedTarget, labels: ConceptLabels) => GridCell };

const COLUMNS: readonly TrackColumn[] = [
  { key: 'region', zh: '地区', type: 'text', of: ({ target }) => target.region },
  { key: 'year', zh: '年份', type: 'integer', of: ({ target }) => target.year },
  { key: 'concept', zh: '标准指标', type: 'text', of: ({ target }) => target.concept },
  {
    key: 'label',
    zh: '指标名称',
    type: 'text',
    of: ({ target }, labels) => labels.get(target.concept)?.zh ?? target.concept,
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

export const trackGrid = (rows: readonly TrackedTarget[], labels: ConceptLabels): Grid => ({
  name: 'track',
  zh: '目标与结果',
  columns: COLUMNS,
  rows: rows.map((row) => COLUMNS.map(({ of }) => of(row, labels))),
});
