/** Rows of tables that no report was read for. */

import type { SheetGrid } from '../../src/model/grid.ts';
import type { Definitions } from '../../src/observe/axes.ts';
import type { CellLanguage } from '../../src/observe/cell-text.ts';
import type { Row } from '../../src/observe/fold.ts';
import type { ReadUnit } from '../../src/observe/units.ts';
import { seeColumn, USUAL, type WideColumns, wideSheet } from '../../src/observe/wide.ts';

export const DEFINITIONS = new Map([
  [
    'gdp',
    {
      id: 'gdp',
      label: { zh: '地区生产总值', en: 'Gross regional product' },
      dimensions: ['money'],
      countsFalls: false,
      lowerIsBetter: false,
      unitsTell: false,
    },
  ],
]) as unknown as Definitions;

export const READ_UNIT: ReadUnit = (words) =>
  words === '亿元'
    ? { words, symbol: '元', dimension: 'money', multiplier: 1e8, canonical: { number: 1e8, unit: '元' } }
    : null;

/** The regional product of a place in 2025, in 亿元. */
export const rowOf = (region: string, amount: number, facts: Partial<Row> = {}): Row => ({
  region,
  regionCode: null,
  year: 2025,
  time: { from: '2025', to: '2025' },
  concept: 'gdp',
  name: '地区生产总值',
  matter: null,
  before: '',
  otherPlace: null,
  kind: 'level',
  isGoal: false,
  basis: null,
  base: null,
  scope: null,
  status: 'achieved',
  role: null,
  direction: null,
  number: amount * 1e8,
  min: null,
  max: null,
  bound: 'eq',
  unit: '元',
  dimension: 'money',
  canonicalNumber: amount * 1e8,
  canonicalUnit: '元',
  text: `${amount}亿元`,
  sentence: `全年地区生产总值达到${amount}亿元。`,
  report: `${region}.txt`,
  line: 3,
  column: 9,
  start: 30,
  end: 36,
  alternatives: [],
  isConflict: false,
  ...facts,
});

export function sheetOf(rows: readonly Row[], arrangement = USUAL, language: CellLanguage = 'code'): SheetGrid {
  const seen: WideColumns = new Map();
  for (const row of rows) seeColumn(row, seen, arrangement, DEFINITIONS);
  return wideSheet({ rows, seen, arrangement, definitions: DEFINITIONS }, READ_UNIT, language);
}
