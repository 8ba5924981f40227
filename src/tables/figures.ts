/** Reads the figures of tables: what each measures, in which unit, as their heads and captions say. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { CellSays, HeadSays } from '../knowledge/tables/table.ts';
import type { Lexed, Quantity, UnitUse } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Table, TableRow } from '../model/table.ts';
import type { Status } from '../model/vocabulary.ts';
import { BLANKS } from '../text/char-set.ts';
import { scale } from '../text/decimal.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { columnsOf, type TableColumn } from './columns.ts';
import type { Head } from './head.ts';
import { headGroups, type RowHead, rowHeads } from './row-head.ts';
import { isEmptyCell, isYearLike } from './shape.ts';
import { yearIn } from './time.ts';
import { type HeadUnit, unitsNamed } from './unit.ts';

/** A figure of a table as its heads have it. */
export type CellReading = {
  /** With the unit that a head or caption states. */
  quantity: Quantity;
  name: { words: string; place: Span | null };
  says: HeadSays & CellSays;
  period: string | null;
  /** The heads, as facts for people. */
  heads: { row: string; column: string };
};

const NONE: ReadonlyMap<Quantity, CellReading | null> = new Map();

/** What is known of quantities in tables; null for those in heads, captions and columns that measure nothing. */
export function tableFigures(
  { text, tables, metadata }: Pick<Report, 'text' | 'tables' | 'metadata'>,
  { quantities }: Pick<Lexed, 'quantities'>,
  pack: RulePack,
): ReadonlyMap<Quantity, CellReading | null> {
  if (tables.length === 0) return NONE;
  const found = new Map<Quantity, CellReading | null>();
  const within = ({ start, end }: Span): Quantity[] => {
    const inside: Quantity[] = [];
    for (let i = firstAtLeast(quantities, start, startOf); ; i++) {
      const quantity = quantities[i];
      if (!quantity || quantity.span.start >= end) return inside;
      inside.push(quantity);
    }
  };
  const silence = (span: Span) => {
    for (const quantity of within(span)) found.set(quantity, null);
  };
  for (const table of tables) {
    const reader = tableReader(text, table, metadata.year, pack);
    for (const caption of table.captions) silence(caption);
    for (const { span } of table.heads) silence(span);
    for (const [i, row] of table.rows.entries()) readRow(row, i);

    function readRow({ cells }: TableRow, index: number): void {
      for (const [i, cell] of cells.entries()) {
        if (isEmptyCell(cell)) continue;
        const role = cells.length === 1 ? 'heads' : (reader.columns[i]?.role ?? 'words');
        if (role === 'words') continue;
        const inside = within(cell);
        const [only] = inside;
        if (role !== 'figures') {
          if (cell.end - cell.start <= pack.tables.longestHead) for (const each of inside) found.set(each, null);
        } else if (only && inside.length === 1) {
          const reading = reader.read(only, cell, index, i);
          if (reading !== undefined) found.set(only, reading);
        }
      }
    }
  }
  return found;
}

const startOf = ({ span }: Quantity): number => span.start;

type TableReader = {
  columns: readonly TableColumn[];
  /** Undefined for a cell of prose; null for a figure that measures nothing. */
  read(quantity: Quantity, cell: Span, row: number, column: number): CellReading | null | undefined;
};

function tableReader(text: string, table: Table, year: number | null, pack: RulePack): TableReader {
  const columns = columnsOf(text, table, pack);
  const rows = rowHeads(text, table, columns, pack);
  const groups = headGroups(columns);
  const captions = table.captions.map(({ start, end }) => text.slice(start, end));
  const units = captions.flatMap((line) => unitsNamed(line, pack));
  return {
    columns,
    read(quantity, cell, rowIndex, columnIndex) {
      const beside = wordsBeside(text, quantity, cell, pack);
      if (!beside) return undefined;
      const group = groups.findLastIndex((from) => from <= columnIndex);
      const [row, column] = [rows[rowIndex]?.[group], columns[columnIndex]?.head];
      if (!row || !column) return null;
      const measured = withUnit(quantity, row, column, units, pack);
      // A year, a telephone number: nothing says that it measures.
      if (measured.unit === null && isCode(text, quantity, cell, pack)) return null;
      if (measured.unit === null && table.heads.length === 0) return undefined;
      const name = nameOf(row, column, pack);
      if (name.words === '') return null;
      const period = periodOf(row, column);
      const status = row.says.status ?? column.says.status ?? statusOf(period, year);
      const heads = { ...row.says, ...column.says, ...(status && { status }) };
      return {
        quantity: measured,
        name,
        says: { ...heads, ...beside },
        period,
        heads: { row: row.words, column: column.words },
      };
    },
  };
}

/** What stands in a cell beside its quantity; null where that is prose. */
function wordsBeside(
  text: string,
  { span }: Quantity,
  { start, end }: Span,
  { tables: { cells } }: RulePack,
): CellSays | null {
  let says: CellSays = {};
  const take = (from: number, to: number): boolean => {
    for (let i = from; i < to; ) {
      const length = cells.words.longestAt(text, i, to);
      if (length === 0 && !BLANKS.at(text, i)) return false;
      says = { ...says, ...cells.by.get(text.slice(i, i + length)) };
      i += length || 1;
    }
    return true;
  };
  return span.end <= end && take(start, span.start) && take(span.end, end) ? says : null;
}

/** Digits without a unit that are a year, or too many for a number. */
function isCode(text: string, { raw, script }: Quantity, cell: Span, pack: RulePack): boolean {
  return script === 'arabic' && (isYearLike(text, cell, pack) || /^\d{7,}$/.test(raw) || /^0\d/.test(raw));
}

function withUnit(
  quantity: Quantity,
  row: RowHead,
  column: Head,
  captions: readonly HeadUnit[],
  pack: RulePack,
): Quantity {
  if (quantity.unit !== null || quantity.form === 'rank') return quantity;
  const kind = column.says.kind ?? row.says.kind;
  if (kind === 'rank')
    return { ...quantity, form: 'rank', unit: unitUse({ unit: pack.numerals.rankUnit, power: 0, raw: '' }, quantity) };
  const stated =
    column.unit ??
    defaultUnit(column, pack) ??
    row.ownUnit ??
    row.unit ??
    defaultUnit(row, pack) ??
    ofCaption(captions, kind);
  if (!stated) return quantity;
  const power = quantity.multiplied ? 0 : stated.power;
  return {
    ...quantity,
    unit: stated.unit && unitUse(stated, quantity),
    number: scaled(quantity.number, power),
    min: scaled(quantity.min, power),
    max: scaled(quantity.max, power),
  };
}

/** 增速 without a unit is in percent. */
function defaultUnit({ says }: Head, { units }: RulePack): HeadUnit | null {
  const unit = says.unit === undefined ? undefined : units.byWord.get(says.unit);
  return unit ? { unit, power: 0, raw: says.unit ?? '' } : null;
}

/** 单位：亿元、%: the percentage is that of shares and changes. */
function ofCaption(units: readonly HeadUnit[], kind: HeadSays['kind']): HeadUnit | null {
  const isPart = (each: HeadUnit) => each.unit?.dimension === 'percent';
  const isWanted = kind === 'share' || kind === 'change' ? isPart : (each: HeadUnit) => !isPart(each);
  return units.find(isWanted) ?? units[0] ?? null;
}

const unitUse = ({ unit, raw }: HeadUnit, { span }: Quantity): UnitUse | null =>
  unit && {
    symbol: unit.symbol,
    dimension: unit.dimension,
    factor: unit.factor,
    base: unit.base,
    raw,
    span: { start: span.end, end: span.end },
  };

const scaled = (number: number | null, power: number): number | null => number && scale(number, power);

/** The row's head, with the column's where that names something of its own. */
function nameOf(row: RowHead, column: Head, { tables }: RulePack): CellReading['name'] {
  const own = row.within + row.words;
  if (column.words === '' || row.words.includes(column.words))
    return { words: own, place: row.within === '' ? row.place : null };
  if (own === '' || row.isTotal) return { words: column.words, place: null };
  const isPlace = (words: string) => tables.places.longestBefore(words, words.length) > 0;
  const placeFirst = isPlace(column.words) && !isPlace(own);
  return { words: placeFirst ? column.words + own : own + column.words, place: null };
}

function periodOf(row: RowHead, column: Head): string | null {
  if (row.period === null || column.period === null) return column.period ?? row.period;
  return row.period === column.period ? row.period : row.period + column.period;
}

/** A year to come is planned, a year past is done. */
function statusOf(period: string | null, year: number | null): Status | undefined {
  const named = period === null ? null : yearIn(period);
  if (named === null || year === null) return undefined;
  return named > year ? 'target' : 'achieved';
}
