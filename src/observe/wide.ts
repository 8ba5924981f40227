/** Rows as a grid of cells: axes of the table beside each line and above each column, what was observed where they meet. */
import type { Grid, GridCell, GridColumn, SheetGrid } from '../model/grid.ts';
import type { Observation } from '../model/observation.ts';
import { again } from './again.ts';
import { AXIS_DEFINITIONS, type Axis, type AxisValue, type Definitions, orderOf } from './axes.ts';
import { figureOf, writtenUnit } from './figures.ts';
import type { Row, ShownAmount } from './fold.ts';
import type { ReadUnit, ShownUnit } from './units.ts';

/** `rows` is also how the rows are put in order. */
export type Arrangement = { rows: readonly Axis[]; columns: readonly Axis[] };

/** A region and a year a line; an indicator a column, of each its levels, changes and targets. */
export const USUAL: Arrangement = { rows: ['region', 'year'], columns: ['concept', 'name', 'kind', 'basis', 'status'] };

/** `units`: in which ones reports write what stands in it, and how often. */
type WideColumn = { key: string; zh: string; order: string; units: Map<string, number> };

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
  if (unit !== null) column.units.set(unit, (column.units.get(unit) ?? 0) + 1);
}

function newColumn(key: string, observation: Observation, axes: readonly Axis[], definitions: Definitions): WideColumn {
  const zh = headParts(
    observation,
    axes,
    ({ of, zhOf }) => zhOf?.(observation, definitions) ?? of(observation, definitions),
  );
  const order = axes.map((axis) => orderOf(axis, observation, definitions)).join('\u0000');
  return { key, zh: zh.join(':'), order, units: new Map() };
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
  gridOf(source, () => (placed) => cellOf(placed, source.definitions));

/** As a sheet whose figures are numbers, each in its column's most usual unit, and tell which of `rows` they are made of. */
export const wideSheet = (source: WideSource, readUnit: ReadUnit): SheetGrid => ({
  ...gridOf(source, ({ units }) => {
    const usual = usualUnit(units, readUnit);
    return (placed) => {
      const [first, other] = placed;
      if (!first) return null;
      const text = cellOf(placed, source.definitions) ?? '';
      const evidence = first.index;
      if (other) return { text, number: null, before: '', after: '', evidence };
      return { text, ...figureOf(first.row, doubtOf(first.row), usual, readUnit), evidence };
    };
  }),
  evidence: 'long',
});

function usualUnit(units: WideColumn['units'], readUnit: ReadUnit): ShownUnit | null {
  const byUse = [...units].sort(([, a], [, b]) => b - a);
  for (const [words] of byUse) {
    const unit = readUnit(words);
    if (unit !== null) return unit;
  }
  return null;
}

/** A row, and which one it is. */
type PlacedRow = { row: Row; index: number };

type CellMaker<Cell> = (column: WideColumn) => (placed: readonly PlacedRow[]) => Cell | null;

function gridOf<Cell>(
  { rows, seen, arrangement, definitions, tally = { shared: 0 } }: WideSource,
  makerOf: CellMaker<Cell>,
): Grid<Cell | GridCell> {
  const columns = [...seen.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const makers = columns.map(makerOf);
  return {
    name: 'wide',
    zh: '宽表',
    keys: arrangement.rows,
    columns: [
      ...arrangement.rows.map((axis): GridColumn => ({ key: axis, ...pick(AXIS_DEFINITIONS[axis]) })),
      ...columns.map(({ key, zh }): GridColumn => ({ key, zh, type: 'text' })),
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
          ...columns.map(({ key }, i) => makers[i]!(cells.get(key) ?? [])),
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

type Teller = (row: Row, definitions: Definitions) => AxisValue;

/** What tells apart observations that stand in one cell; only where nothing else does, the reports. */
const TELLERS: readonly Teller[] = [
  ...(['region', 'time', 'concept', 'name', 'kind', 'basis', 'status'] as const).map(
    (axis) => AXIS_DEFINITIONS[axis].of,
  ),
  ({ scope }) => scope,
  ({ basis, base }) => (basis === 'yoy' ? null : base),
];

/** Of several observations all, each with what tells it from the others. */
function cellOf(placed: readonly PlacedRow[], definitions: Definitions): string | null {
  const rows = placed.map(({ row }) => row);
  if (rows.length <= 1) return rows[0] ? amountText(rows[0]) : null;
  const tellsApart = (tell: Teller) => new Set(rows.map((row) => tell(row, definitions))).size > 1;
  const differing = TELLERS.filter(tellsApart);
  const telling = differing.length > 0 ? differing : [AXIS_DEFINITIONS.report.of].filter(tellsApart);
  return rows
    .map((row) => {
      const told = telling.map((tell) => tell(row, definitions)).filter((value) => value !== null);
      // 高于全国0.7个百分点: what it is compared with is both whose and since what.
      const parts = [...new Set(told)];
      return parts.length > 0 ? `${amountText(row)} (${parts.join(' ')})` : amountText(row);
    })
    .join('; ');
}

/** As the report writes it, with a sign where the number has one, or in the unit that was asked for. */
function amountText(row: Row): string {
  const { number, max, text, shown } = row;
  if (shown) return `${shownText(shown)}${doubtOf(row)}`;
  const sign = (number ?? max ?? 0) < 0 && !text.startsWith('-') ? '-' : '';
  return `${sign}${text}${doubtOf(row)}`;
}

/** That it is another place's, or that reports disagree. */
const doubtOf = ({ otherPlace, isConflict }: Row): string =>
  `${otherPlace === null ? '' : ` (${otherPlace})`}${isConflict ? ' ?' : ''}`;

const shownText = ({ number, min, max, unit }: ShownAmount): string =>
  number === null ? `${min ?? ''}~${max ?? ''}${unit}` : `${number}${unit}`;
