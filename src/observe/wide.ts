/** Rows as a grid of cells: axes of the table beside each line and above each column, what was observed where they meet. */
import type { Grid, GridColumn } from '../model/grid.ts';
import type { Observation } from '../model/observation.ts';
import { again } from './again.ts';
import { AXIS_DEFINITIONS, type Axis, type AxisValue, type Definitions, orderOf } from './axes.ts';
import type { Row, ShownAmount } from './fold.ts';

/** `rows` is also how the rows are put in order. */
export type Arrangement = { rows: readonly Axis[]; columns: readonly Axis[] };

/** A region and a year a line; an indicator a column, of each its levels, changes and targets. */
export const USUAL: Arrangement = { rows: ['region', 'year'], columns: ['concept', 'name', 'kind', 'basis', 'status'] };

type WideColumn = { key: string; zh: string; order: string };

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
  if (seen.has(key)) return;
  const zh = headParts(
    observation,
    axes,
    ({ of, zhOf }) => zhOf?.(observation, definitions) ?? of(observation, definitions),
  );
  const order = axes.map((axis) => orderOf(axis, observation, definitions)).join('\u0000');
  seen.set(key, { key, zh: zh.join(':'), order });
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

/** `rows` in the order of the arrangement. */
export function wideGrid(
  rows: Iterable<Row>,
  seen: WideColumns,
  arrangement: Arrangement,
  definitions: Definitions,
  tally: WideTally = { shared: 0 },
): Grid {
  const columns = [...seen.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
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
        const cells = new Map<string, Row[]>();
        for (const row of line) {
          const key = columnKey(row, arrangement.columns, definitions);
          cells.set(key, [...(cells.get(key) ?? []), row]);
        }
        for (const cell of cells.values()) if (cell.length > 1) tally.shared++;
        yield [
          ...arrangement.rows.map((axis) => AXIS_DEFINITIONS[axis].of(line[0]!, definitions)),
          ...columns.map(({ key }) => cellOf(cells.get(key) ?? [], definitions)),
        ];
      }
    }),
  };
}

const pick = ({ zh, type }: Pick<GridColumn, 'zh' | 'type'>): Pick<GridColumn, 'zh' | 'type'> => ({ zh, type });

/** Rows that stand in one line follow each other. */
function* linesOf(rows: Iterable<Row>, arrangement: Arrangement, definitions: Definitions): Generator<Row[]> {
  let line: Row[] = [];
  let last = '';
  for (const row of rows) {
    if (!hasPlace(row, arrangement)) continue;
    const key = arrangement.rows.map((axis) => orderOf(axis, row, definitions)).join('\u0000');
    if (key !== last && line.length > 0) {
      yield line;
      line = [];
    }
    last = key;
    line.push(row);
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
function cellOf(rows: readonly Row[], definitions: Definitions): string | null {
  if (rows.length <= 1) return rows[0] ? amountText(rows[0]) : null;
  const differing = TELLERS.filter((tell) => new Set(rows.map((row) => tell(row, definitions))).size > 1);
  const telling = differing.length > 0 ? differing : [AXIS_DEFINITIONS.report.of];
  return rows
    .map((row) => {
      const parts = telling.map((tell) => tell(row, definitions)).filter((value) => value !== null);
      return parts.length > 0 ? `${amountText(row)} (${parts.join(' ')})` : amountText(row);
    })
    .join('; ');
}

/** As the report writes it, with a sign where the number has one, or in the unit that was asked for. */
function amountText({ number, max, text, shown, otherPlace, isConflict }: Row): string {
  const doubt = `${otherPlace === null ? '' : ` (${otherPlace})`}${isConflict ? ' ?' : ''}`;
  if (shown) return `${shownText(shown)}${doubt}`;
  const sign = (number ?? max ?? 0) < 0 && !text.startsWith('-') ? '-' : '';
  return `${sign}${text}${doubt}`;
}

const shownText = ({ number, min, max, unit }: ShownAmount): string =>
  number === null ? `${min ?? ''}~${max ?? ''}${unit}` : `${number}${unit}`;
