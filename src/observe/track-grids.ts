/** Targets and what became of them as grids: one a row, or counted. */

import { VERDICT_LABELS } from '../messages/labels.ts';
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { placeOf } from '../model/observation.ts';
import { type TargetVerdict, VERDICTS } from '../model/vocabulary.ts';
import { again } from './again.ts';
import { AXIS_DEFINITIONS, type Definitions, labelOf } from './axes.ts';
import type { TrackedTarget } from './track.ts';
import { gapOf, type Shortfall } from './verdict.ts';

type TrackColumn = GridColumn & { of: (row: TrackedTarget, definitions: Definitions) => GridCell };

const COLUMNS: readonly TrackColumn[] = [
  { key: 'region', zh: '地区', type: 'text', of: ({ target }) => target.region },
  { key: 'year', zh: '年份', type: 'integer', of: ({ target }) => target.year },
  { key: 'concept', zh: '标准指标', type: 'text', of: ({ target }) => target.concept },
  { key: 'label', zh: '指标名称', type: 'text', of: ({ target }, definitions) => labelOf(target.concept, definitions) },
  { key: 'time_from', zh: '起始时间', type: 'text', of: ({ target }) => target.time?.from ?? null },
  { key: 'time_to', zh: '截止时间', type: 'text', of: ({ target }) => target.time?.to ?? null },
  { key: 'kind', zh: '类型', type: 'text', of: ({ target }) => target.kind },
  { key: 'basis', zh: '比较基准', type: 'text', of: ({ target }) => target.basis },
  { key: 'verdict', zh: '结论', type: 'text', of: ({ verdict }) => verdict },
  { key: 'notes', zh: '说明', type: 'text', of: ({ notes }) => (notes.length > 0 ? notes.join('; ') : null) },
  { key: 'target_name', zh: '目标所称', type: 'text', of: ({ target }) => target.name },
  { key: 'target_number', zh: '目标值', type: 'number', of: ({ target }) => (target.shown ?? target).number },
  { key: 'target_min', zh: '目标下限', type: 'number', of: ({ target }) => (target.shown ?? target).min },
  { key: 'target_max', zh: '目标上限', type: 'number', of: ({ target }) => (target.shown ?? target).max },
  { key: 'target_bound', zh: '目标界限', type: 'text', of: ({ target }) => target.bound },
  { key: 'target_unit', zh: '目标单位', type: 'text', of: ({ target }) => (target.shown ?? target).unit },
  { key: 'target_text', zh: '目标原文', type: 'text', of: ({ target }) => target.text },
  { key: 'result_name', zh: '结果所称', type: 'text', of: ({ result }) => result?.name ?? null },
  { key: 'result_number', zh: '结果值', type: 'number', of: ({ result }) => (result?.shown ?? result)?.number ?? null },
  { key: 'result_bound', zh: '结果界限', type: 'text', of: ({ result }) => result?.bound ?? null },
  { key: 'result_unit', zh: '结果单位', type: 'text', of: ({ result }) => (result?.shown ?? result)?.unit ?? null },
  { key: 'result_text', zh: '结果原文', type: 'text', of: ({ result }) => result?.text ?? null },
  { key: 'gap', zh: '差距', type: 'number', of: (each) => gapShown(each)?.number ?? null },
  { key: 'unit', zh: '差距单位', type: 'text', of: (each) => gapShown(each)?.unit ?? null },
  { key: 'target_report', zh: '目标出处', type: 'text', of: ({ target }) => placeOf(target) },
  { key: 'result_report', zh: '结果出处', type: 'text', of: ({ result }) => result && placeOf(result) },
  { key: 'target_sentence', zh: '目标句子', type: 'text', of: ({ target }) => target.sentence },
  { key: 'result_sentence', zh: '结果句子', type: 'text', of: ({ result }) => result?.sentence ?? null },
];

/** In the unit that was asked for, where both are shown in it. */
const gapShown = ({ target, result, gap }: TrackedTarget): Shortfall | null =>
  gap && target.shown && result?.shown ? gapOf({ ...target, ...target.shown }, { ...result, ...result.shown }) : gap;

export const trackGrid = (tracked: Iterable<TrackedTarget>, definitions: Definitions): Grid => ({
  name: 'track',
  zh: '目标与结果',
  keys: ['region', 'year', 'label'],
  columns: COLUMNS,
  rows: again(function* () {
    for (const each of tracked) yield COLUMNS.map(({ of }) => of(each, definitions));
  }),
});

/** By what verdicts are counted. */
export const COUNT_AXES = ['region', 'year', 'concept'] as const;

export type CountAxis = (typeof COUNT_AXES)[number];

/** How many targets of each region, year or concept came to what. */
export function countGrid(tracked: Iterable<TrackedTarget>, by: CountAxis, definitions: Definitions): Grid {
  const { zh, type, of } = AXIS_DEFINITIONS[by];
  return {
    name: `by_${by}`,
    zh: `按${zh}`,
    keys: [by],
    columns: [
      { key: by, zh, type },
      { key: 'targets', zh: '目标', type: 'integer' },
      ...VERDICTS.map((verdict): GridColumn => ({ key: verdict, zh: VERDICT_LABELS[verdict].zh, type: 'integer' })),
    ],
    rows: again(function* () {
      for (const [value, counts] of countsBy(tracked, ({ target }) => of(target, definitions))) {
        const all = VERDICTS.map((verdict) => counts.get(verdict) ?? 0);
        yield [value, all.reduce((sum, each) => sum + each, 0), ...all];
      }
    }),
  };
}

type Counts = Map<TargetVerdict, number>;

/** In the order in which the values come. */
function countsBy<Key>(tracked: Iterable<TrackedTarget>, keyOf: (each: TrackedTarget) => Key): Map<Key, Counts> {
  const counted = new Map<Key, Counts>();
  for (const each of tracked) {
    const key = keyOf(each);
    const counts = counted.get(key) ?? new Map();
    counts.set(each.verdict, (counts.get(each.verdict) ?? 0) + 1);
    counted.set(key, counts);
  }
  return counted;
}
