/** Rows as grids: long, one observation a row, or wide, a region and year a row and an indicator a column. */
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { placeOf } from '../model/observation.ts';
import type { Row } from './fold.ts';

/** Names of standard indicators by id. */
export type ConceptLabels = ReadonlyMap<string, { zh: string; en: string }>;

type LongColumn = GridColumn & { of: (row: Row, labels: ConceptLabels) => GridCell };

const LONG: readonly LongColumn[] = [
  { key: 'region', zh: '地区', type: 'text', of: ({ region }) => region },
  { key: 'region_code', zh: '地区代码', type: 'text', of: ({ regionCode }) => regionCode },
  { key: 'year', zh: '年份', type: 'integer', of: ({ year }) => year },
  { key: 'time_from', zh: '起始时间', type: 'text', of: ({ time }) => time?.from ?? null },
  { key: 'time_to', zh: '截止时间', type: 'text', of: ({ time }) => time?.to ?? null },
  { key: 'concept', zh: '标准指标', type: 'text', of: ({ concept }) => concept },
  { key: 'label', zh: '指标名称', type: 'text', of: ({ concept }, labels) => labels.get(concept)?.zh ?? concept },
  { key: 'kind', zh: '类型', type: 'text', of: ({ kind }) => kind },
  { key: 'basis', zh: '比较基准', type: 'text', of: ({ basis }) => basis },
  { key: 'status', zh: '状态', type: 'text', of: ({ status }) => status },
  { key: 'direction', zh: '方向', type: 'text', of: ({ direction }) => direction },
  { key: 'number', zh: '数值', type: 'number', of: ({ number }) => number },
  { key: 'min', zh: '下限', type: 'number', of: ({ min }) => min },
  { key: 'max', zh: '上限', type: 'number', of: ({ max }) => max },
  { key: 'bound', zh: '界限', type: 'text', of: ({ bound }) => bound },
  { key: 'unit', zh: '单位', type: 'text', of: ({ unit }) => unit },
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

export const longGrid = (rows: readonly Row[], labels: ConceptLabels): Grid => ({
  name: 'long',
  zh: '长表',
  columns: LONG,
  rows: rows.map((row) => LONG.map(({ of }) => of(row, labels))),
});

/** The rows on which reports disagree. */
export const conflictGrid = (rows: readonly Row[], labels: ConceptLabels): Grid => ({
  ...longGrid(
    rows.filter(({ isConflict }) => isConflict),
    labels,
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

/** A region and a year a row. Several years, and observations without a year, have none here. */
export function wideGrid(rows: readonly Row[], labels: ConceptLabels): Grid {
  const dated = rows.filter(({ year }) => year !== null);
  const columns = [...new Set(dated.map(columnOf))].sort();
  const lines = new Map<string, Map<string, Row>>();
  for (const row of dated) {
    const key = JSON.stringify([row.region, row.year]);
    const line = lines.get(key) ?? new Map<string, Row>();
    line.set(columnOf(row), row);
    lines.set(key, line);
  }
  return {
    name: 'wide',
    zh: '宽表',
    columns: [
      { key: 'region', zh: '地区', type: 'text' },
      { key: 'year', zh: '年份', type: 'integer' },
      ...columns.map((key): GridColumn => ({ key, zh: labelOf(key, labels), type: 'text' })),
    ],
    rows: [...lines.values()].map((line) => {
      const [first] = line.values();
      return [first?.region ?? null, first?.year ?? null, ...columns.map((key) => cellOf(line.get(key)))];
    }),
  };
}

/** gdp, gdp:change, gdp:change:target: what is not a level that was reached says so. */
const columnOf = ({ concept, kind, basis, status, dimension }: Row): string =>
  [
    concept,
    ...(kind === 'level' ? [] : [kind]),
    ...(basis === null || basis === 'yoy' ? [] : [basis]),
    ...(kind === 'level' && dimension === 'percent' ? ['percent'] : []),
    ...(status === 'target' ? [status] : []),
  ].join(':');

function labelOf(key: string, labels: ConceptLabels): string {
  const [concept = '', ...rest] = key.split(':');
  return [labels.get(concept)?.zh ?? concept, ...rest].join(':');
}

/** As the report writes it, with a sign for what fell. */
function cellOf(row: Row | undefined): GridCell {
  if (!row) return null;
  const sign = row.direction === 'down' && !row.text.startsWith('-') ? '-' : '';
  return `${sign}${row.text}${row.isConflict ? ' ?' : ''}`;
}
