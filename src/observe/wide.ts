/** Rows as a grid of cells: axes of the table beside each line and above each column, what was observed where they meet. */
import type { FigureCell, Grid, GridCell, GridColumn, SheetGrid } from '../model/grid.ts';
import type { Observation } from '../model/observation.ts';
import { again } from './again.ts';
import { AXIS_DEFINITIONS, type Axis, type AxisValue, type Definitions, orderOf } from './axes.ts';
import { type CellLanguage, cellText, doubtOf } from './cell-text.ts';
import { figureOf, numberIn, writtenUnit } from './figures.ts';
import { measureOf, type Row } from './fold.ts';
import type { ReadUnit, ShownUnit } from './units.ts';

/** `rows` is also how the rows are put in order. */
export type Arrangement = { rows: readonly Axis[]; columns: readonly Axis[] };

/** A region and a year a line; an indicator a column, of each its levels, changes and targets. */
export const USUAL: Arrangement = { rows: ['region', 'year'], columns: ['concept', 'name', 'kind', 'basis', 'status'] };

/** How often which. */
type UseCounts = Map<string, number>;

/** `units`: in which ones reports write what stands in it; `measures`: in which ones its numbers can be held against each other. */
type WideColumn = { key: string; zh: string; order: string; units: UseCounts; measures: UseCounts };

/** What parts observations, in the order in which tables show it. */
const PARTING: readonly Axis[] = [...USUAL.rows, ...USUAL.columns];

/** Where only one side is asked for, all that parts observations and is not on it is on the other. */
export function arrangementOf(rows: readonly Axis[] | undefined, columns: readonly Axis[] | undefined): Arrangement {
  const otherThan = (given: readonly Axis[]) => PARTING.filter((axis) => !given.includes(axis));
  return { rows: rows ?? otherThan(columns ?? USUAL.columns), columns: columns ?? otherThan(rows ?? USUAL.rows) };
}

/** The columns of a table, which are known when all observations have been seen. */
export type WideColumns = Map<string, WideColumn>;

/** Several years, and observations without a year, have no place in a table of years. */
const hasPlace = ({ year }: Observation, { rows, columns }: Arrangement): boolean =>
  year !== null || !(rows.includes('year') || columns.includes('year'));

export function seeColumn(
  observation: Observation,
  seen: WideColumns,
  arrangement: Arrangement,
  definitions: Definitions,
): void {
  if (!hasPlace(observation, arrangement)) return;
  const { columns: axes } = arrangement;
  const key = columnKey(observation, axes, definitions);
  const column = seen.get(key) ?? newColumn(key, observation, axes, definitions);
  seen.set(key, column);
  const unit = writtenUnit(observation.text);
  if (unit !== null) count(unit, column.units);
  count(measureOf(observation, definitions), column.measures);
}

const count = (value: string, tally: UseCounts): void => void tally.set(value, (tally.get(value) ?? 0) + 1);

/** What is most often first; of as many what came first. */
const byUse = (tally: UseCounts): string[] => [...tally].sort(([, a], [, b]) => b - a).map(([value]) => value);

function newColumn(key: string, observation: Observation, axes: readonly Axis[], definitions: Definitions): WideColumn {
  const zh = headParts(
    observation,
    axes,
    ({ of, zhOf }) => zhOf?.(observation, definitions) ?? of(observation, definitions),
  );
  const order = axes.map((axis) => orderOf(axis, observation, definitions)).join('\u0000');
  return { key, zh: zh.join(':'), order, units: new Map(), measures: new Map() };
}

const columnKey = (observation: Observation, axes: readonly Axis[], definitions: Definitions): string =>
  headParts(observation, axes, ({ of }) => of(observation, definitions)).join(':');

const PARTICULARS: readonly Axis[] = ['name', 'kind', 'basis', 'status'];

/** gdp, gdp:change, gdp:change:target: beside something else a level, a change over the year before, and what was achieved go without saying. */
function headParts(
  observation: Observation,
  axes: readonly Axis[],
  told: (definition: (typeof AXIS_DEFINITIONS)[Axis]) => AxisValue,
): string[] {
  const areAlone = axes.every((axis) => PARTICULARS.includes(axis));
  return axes
    .filter((axis) => areAlone || !goesWithoutSaying(axis, observation))
    .map((axis) => String(told(AXIS_DEFINITIONS[axis]) ?? '-'));
}

function goesWithoutSaying(axis: Axis, { matter, kind, basis, status }: Observation): boolean {
  if (axis === 'name') return matter === null;
  if (axis === 'kind') return kind === 'level';
  if (axis === 'basis') return basis === null || basis === 'yoy';
  return axis === 'status' && status === 'achieved';
}

export type WideTally = {
  /** Cells in which several observations stand. */
  shared: number;
};

/** What a wide table is made of: `rows` in the order of the arrangement. */
export type WideSource = {
  rows: Iterable<Row>;
  seen: WideColumns;
  arrangement: Arrangement;
  definitions: Definitions;
  tally?: WideTally;
};

export const wideGrid = (source: WideSource): Grid =>
  gridOf<GridCell>(source, ({ key, zh }) => ({
    columns: [{ key, zh, type: 'text' }],
    of: (rows) => [cellText(rows, source.definitions)],
  }));

/** As a sheet whose figures are numbers, each in its column's most usual unit, and tell which of `rows` they are made of. */
export const wideSheet = (source: WideSource, readUnit: ReadUnit, language: CellLanguage = 'code'): SheetGrid => ({
  ...gridOf<GridCell | FigureCell>(source, ({ key, zh, units }) => {
    const usual = usualUnit(units, readUnit);
    return {
      columns: [{ key, zh, type: 'text' }],
      of: (rows, [evidence]) => {
        const [first, other] = rows;
        if (!first || evidence === undefined) return [null];
        const text = cellText(rows, source.definitions, language) ?? '';
        if (other) return [{ text, number: null, before: '', after: '', evidence }];
        return [{ text, ...figureOf(first, doubtOf(first), usual, readUnit), evidence }];
      },
    };
  }),
  evidence: 'long',
});

/** Numbers to reckon with: of each indicator a column of numbers in one unit, and beside it one of what stands there in words. */
export const wideNumbers = (source: WideSource): Grid =>
  gridOf<GridCell>(source, ({ key, zh, measures }) => {
    const [measure = ''] = byUse(measures);
    return {
      columns: [
        { key, zh, type: 'number' },
        { key: `${key}:text`, zh: `${zh}:原文`, type: 'text' },
      ],
      of: (rows) => [numberIn(rows, measure, source.definitions), cellText(rows, source.definitions)],
    };
  });

function usualUnit(units: UseCounts, readUnit: ReadUnit): ShownUnit | null {
  for (const words of byUse(units)) {
    const unit = readUnit(words);
    if (unit !== null) return unit;
  }
  return null;
}

/** Of a column of the table: those of the grid, and what stands in them. `places`: which of all rows these are. */
type ColumnMaker<Cell> = (column: WideColumn) => {
  columns: readonly GridColumn[];
  of: (rows: readonly Row[], places: readonly number[]) => readonly Cell[];
};

type PlacedRow = { row: Row; index: number };

function gridOf<Cell>(
  { rows, seen, arrangement, definitions, tally = { shared: 0 } }: WideSource,
  make: ColumnMaker<Cell>,
): Grid<Cell | GridCell> {
  const columns = [...seen.values()]
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map((column) => ({ key: column.key, ...make(column) }));
  return {
    name: 'wide',
    zh: '宽表',
    keys: arrangement.rows,
    columns: [
      ...arrangement.rows.map((axis): GridColumn => ({ key: axis, ...pick(AXIS_DEFINITIONS[axis]) })),
      ...columns.flatMap((column) => column.columns),
    ],
    rows: again(function* () {
      tally.shared = 0;
      for (const line of linesOf(rows, arrangement, definitions)) {
        const cells = new Map<string, PlacedRow[]>();
        for (const placed of line) {
          const key = columnKey(placed.row, arrangement.columns, definitions);
          cells.set(key, [...(cells.get(key) ?? []), placed]);
        }
        for (const cell of cells.values()) if (cell.length > 1) tally.shared++;
        yield [
          ...arrangement.rows.map((axis) => AXIS_DEFINITIONS[axis].of(line[0]!.row, definitions)),
          ...columns.flatMap(({ key, of }) => {
            const placed = cells.get(key) ?? [];
            return of(
              placed.map(({ row }) => row),
              placed.map(({ index }) => index),
            );
          }),
        ];
      }
    }),
  };
}

const pick = ({ zh, type }: Pick<GridColumn, 'zh' | 'type'>): Pick<GridColumn, 'zh' | 'type'> => ({ zh, type });

/** Rows that stand in one line follow each other. */
function* linesOf(
  rows: Iterable<Row>,
  arrangement: Arrangement,
  definitions: Definitions,
): Generator<readonly PlacedRow[]> {
  let line: PlacedRow[] = [];
  let last = '';
  let index = -1;
  for (const row of rows) {
    index++;
    if (!hasPlace(row, arrangement)) continue;
    const key = arrangement.rows.map((axis) => orderOf(axis, row, definitions)).join('\u0000');
    if (key !== last && line.length > 0) {
      yield line;
      line = [];
    }
    last = key;
    line.push({ row, index });
  }
  if (line.length > 0) yield line;
}
