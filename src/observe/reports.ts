/** Reports as a grid, one a row; behind them those that could not be read, with why. */
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import type { ReportLine } from '../model/observation.ts';
import { again } from './again.ts';

export type UnreadReport = { report: string; error: string };

type ReportColumn = GridColumn & { of: (line: ReportLine) => GridCell };

const REPORT: readonly ReportColumn[] = [
  { key: 'report', zh: '报告', type: 'text', of: ({ report }) => report },
  { key: 'title', zh: '标题', type: 'text', of: ({ title }) => title },
  { key: 'region', zh: '地区', type: 'text', of: ({ region }) => region },
  { key: 'region_code', zh: '地区代码', type: 'text', of: ({ regionCode }) => regionCode },
  { key: 'year', zh: '年份', type: 'integer', of: ({ year }) => year },
  { key: 'plan_year', zh: '计划年份', type: 'integer', of: ({ planYear }) => planYear },
  { key: 'kind', zh: '类型', type: 'text', of: ({ kind }) => kind },
  { key: 'indicators', zh: '指标数', type: 'integer', of: ({ indicators }) => indicators },
  { key: 'placeholders', zh: '占位符数', type: 'integer', of: ({ placeholders }) => placeholders },
  { key: 'observations', zh: '观测值数', type: 'integer', of: ({ observations }) => observations },
];

const ERROR: GridColumn = { key: 'error', zh: '未能读取的原因', type: 'text' };

export const reportGrid = (lines: Iterable<ReportLine>, unread: Iterable<UnreadReport>): Grid => ({
  name: 'reports',
  zh: '报告',
  keys: ['report'],
  columns: [...REPORT, ERROR],
  rows: again(function* () {
    for (const line of lines) yield [...REPORT.map(({ of }) => of(line)), null];
    for (const { report, error } of unread) yield [report, ...REPORT.slice(1).map(() => null), error];
  }),
});
