/** Rows as a grid, one observation a row. */
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { placeOf } from '../model/observation.ts';
import { again } from './again.ts';
import { type Definitions, labelOf } from './axes.ts';
import type { Row, ShownAmount } from './fold.ts';

type LongColumn = GridColumn & { of: (row: Row, definitions: Definitions) => GridCell };

const LONG: readonly LongColumn[] = [
  { key: 'region', zh: '地区', type: 'text', of: ({ region }) => region },
  { key: 'region_code', zh: '地区代码', type: 'text', of: ({ regionCode }) => regionCode },
  { key: 'year', zh: '年份', type: 'integer', of: ({ year }) => year },
  { key: 'time_from', zh: '起始时间', type: 'text', of: ({ time }) => time?.from ?? null },
  { key: 'time_to', zh: '截止时间', type: 'text', of: ({ time }) => time?.to ?? null },
  { key: 'concept', zh: '标准指标', type: 'text', of: ({ concept }) => concept },
  { key: 'label', zh: '指标名称', type: 'text', of: ({ concept }, definitions) => labelOf(concept, definitions) },
  { key: 'name', zh: '报告所称', type: 'text', of: ({ name }) => name },
  { key: 'other_place', zh: '所指他处', type: 'text', of: ({ otherPlace }) => otherPlace },
  { key: 'kind', zh: '类型', type: 'text', of: ({ kind }) => kind },
  { key: 'basis', zh: '比较基准', type: 'text', of: ({ basis }) => basis },
  { key: 'status', zh: '状态', type: 'text', of: ({ status }) => status },
  { key: 'direction', zh: '方向', type: 'text', of: ({ direction }) => direction },
  { key: 'number', zh: '数值', type: 'number', of: (row) => amountOf(row).number },
  { key: 'min', zh: '下限', type: 'number', of: (row) => amountOf(row).min },
  { key: 'max', zh: '上限', type: 'number', of: (row) => amountOf(row).max },
  { key: 'bound', zh: '界限', type: 'text', of: ({ bound }) => bound },
  { key: 'unit', zh: '单位', type: 'text', of: (row) => amountOf(row).unit },
  { key: 'canonical_number', zh: '标准数值', type: 'number', of: ({ canonicalNumber }) => canonicalNumber },
  { key: 'canonical_unit', zh: '标准单位', type: 'text', of: ({ canonicalUnit }) => canonicalUnit },
  { key: 'text', zh: '原文', type: 'text', of: ({ text }) => text },
  { key: 'sentence', zh: '句子', type: 'text', of: ({ sentence }) => sentence },
  { key: 'report', zh: '报告', type: 'text', of: ({ report }) => report },
  { key: 'line', zh: '行', type: 'integer', of: ({ line }) => line },
  { key: 'column', zh: '列', type: 'integer', of: ({ column }) => column },
  { key: 'start', zh: '起', type: 'integer', of: ({ start }) => start },
  { key: 'end', zh: '止', type: 'integer', of: ({ end }) => end },
  { key: 'alternatives', zh: '其他说法', type: 'text', of: alternativesOf },
  { key: 'conflict', zh: '矛盾', type: 'boolean', of: ({ isConflict }) => isConflict },
];

export const longGrid = (rows: Iterable<Row>, definitions: Definitions): Grid => ({
  name: 'long',
  zh: '长表',
  keys: ['region', 'year', 'concept'],
  columns: LONG,
  rows: again(function* () {
    for (const row of rows) yield LONG.map(({ of }) => of(row, definitions));
  }),
});

const amountOf = (row: Row): ShownAmount => row.shown ?? row;

/** The rows on which reports disagree. */
export const conflictGrid = (rows: Iterable<Row>, definitions: Definitions): Grid => ({
  ...longGrid(
    again(function* () {
      for (const row of rows) if (row.isConflict) yield row;
    }),
    definitions,
  ),
  name: 'conflicts',
  zh: '说法不一',
});

/** Each statement that is not the row, with why: 5.3万亿元 (ROUNDED). */
function alternativesOf({ alternatives }: Row): string | null {
  if (alternatives.length === 0) return null;
  return alternatives
    .map(({ observation, rule }) => `${observation.text} (${rule}, ${placeOf(observation)})`)
    .join('; ');
}
