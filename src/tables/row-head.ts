/** What the cells at the left of a row say of the figures in it. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Span } from '../model/span.ts';
import type { Table } from '../model/table.ts';
import { BLANKS } from '../text/char-set.ts';
import type { TableColumn } from './columns.ts';
import { type Head, NO_HEAD, readHead } from './head.ts';
import { isEmptyCell } from './shape.ts';
import { type HeadUnit, unitOf } from './unit.ts';

export type RowHead = Head & {
  /** Where its words stand, when they are one run of the text. */
  place: Span | null;
  /** What it is a part of, where other rows have the same head. */
  within: string;
  /** From a column of units. */
  ownUnit: HeadUnit | null;
  isTotal: boolean;
  /** Of the row above: 其中：. */
  isPart: boolean;
};

/** The heads of every row; of those that name rows side by side, one for each column of figures. */
export function rowHeads(text: string, table: Table, columns: readonly TableColumn[], pack: RulePack): RowHead[][] {
  const starts = headGroups(columns);
  const above: Span[] = [];
  let group = '';
  const rows = table.rows.map(({ cells }) => {
    if (cells.length === 1) {
      group = sliced(text, cells[0]);
      above.length = 0;
      return [];
    }
    return starts.map((from, i) =>
      rowHead(text, cells, columns, { from, to: starts[i + 1] ?? columns.length }, above, group, pack),
    );
  });
  for (let i = 0; i < starts.length; i++) {
    const heads = rows.map((each) => each[i]);
    nameParts(heads, pack);
    measureParts(heads);
    const counts = new Map<string, number>();
    for (const heads of rows) {
      const words = heads[i]?.words ?? '';
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    for (const heads of rows) {
      const head = heads[i];
      if (head && (counts.get(head.words) ?? 0) < 2) head.within = '';
    }
  }
  return rows;
}

/** 其中：农村居民 below 人均消费支出 says whose; 其中：税收收入 says all. */
function nameParts(heads: readonly (RowHead | undefined)[], { tables }: RulePack): void {
  let whole = '';
  for (const head of heads) {
    if (!head) continue;
    const isPart = head.isPart && tables.places.longestBefore(head.words, head.words.length) > 0;
    if (!isPart) whole = head.isPart ? whole : head.words;
    else if (whole !== '') {
      head.words += whole;
      head.place = null;
    }
  }
}

/** Parts are measured as the whole is: 地区生产总值（亿元）, below it 第一产业. */
function measureParts(heads: readonly (RowHead | undefined)[]): void {
  let whole: HeadUnit | null = null;
  for (const head of heads) {
    if (head?.isPart) head.unit ??= whole;
    else whole = head?.unit ?? null;
  }
}

/** Where the columns begin that name rows; the first of the row where none does. */
export function headGroups(columns: readonly TableColumn[]): number[] {
  const isStart = ({ role }: TableColumn, i: number) =>
    role === 'heads' &&
    columns.slice(0, i).findLast((each) => each.role === 'heads' || each.role === 'figures')?.role === 'figures';
  return [0, ...columns.flatMap((column, i) => (isStart(column, i) ? [i] : []))];
}

const sliced = (text: string, cell: Span | undefined): string => (cell ? text.slice(cell.start, cell.end) : '');

function rowHead(
  text: string,
  cells: readonly Span[],
  columns: readonly TableColumn[],
  { from, to }: { from: number; to: number },
  above: Span[],
  group: string,
  pack: RulePack,
): RowHead {
  let found: RowHead = { ...NO_HEAD, place: null, within: group, ownUnit: null, isTotal: false, isPart: false };
  // 合计 may stand in the column of serial numbers, alone or over all that name rows.
  const serial = cells
    .slice(from, to)
    .find((cell, i) => columns[from + i]?.role === 'silent' && isTotalCell(text, cell, pack));
  if (serial) return withCell(text, found, serial, pack);
  for (let i = from; i < to && i < cells.length; i++) {
    const role = columns[i]?.role;
    const own = cells[i];
    if (role === 'units' && own) found.ownUnit = unitOf(sliced(text, own), pack);
    if (role !== 'heads' || !own) continue;
    // A cell that is merged with the one above it is empty.
    const cell = isEmptyCell(own) ? above[i] : own;
    if (!cell) continue;
    if (!isEmptyCell(own)) {
      above[i] = own;
      above.length = i + 1;
    }
    found = withCell(text, found, cell, pack);
  }
  return found;
}

const isTotalCell = (text: string, { start, end }: Span, { tables }: RulePack): boolean =>
  tables.totals.has(text.slice(start, end).replace(/\s+/g, ''));

function withCell(text: string, before: RowHead, cell: Span, pack: RulePack): RowHead {
  const span = withoutMarks(text, cell, pack);
  const head = readHead(text.slice(span.start, span.end), pack);
  const isTotal = isTotalCell(text, span, pack);
  const words = isTotal ? text.slice(span.start, span.end).replace(/\s+/g, '') : head.words;
  const at = words === '' ? -1 : text.indexOf(words, span.start);
  const isRun = at >= 0 && at + words.length <= span.end;
  const within = words === '' ? before.within : before.words || before.within;
  return {
    words: words || before.words,
    unit: head.unit ?? before.unit,
    period: head.period ?? before.period,
    says: { ...before.says, ...head.says },
    place: words === '' ? before.place : isRun ? { start: at, end: at + words.length } : null,
    within,
    ownUnit: before.ownUnit,
    isTotal: words === '' ? before.isTotal : isTotal,
    isPart: before.isPart || isIndented(text, cell) || pack.tables.parts.longestAt(text, cell.start, cell.end) > 0,
  };
}

const isIndented = (text: string, { start }: Span): boolean => {
  const lineStart = BLANKS.startOfRun(text, start);
  return lineStart < start && (lineStart === 0 || text[lineStart - 1] === '\n');
};

/** Without the number or sign before it: 一、, （1）, 其中：. */
function withoutMarks(text: string, { start, end }: Span, { tables, headings }: RulePack): Span {
  let at = start;
  for (let length = 1; length > 0 && at < end; at += length)
    length = /\s/.test(text.charAt(at)) ? 1 : tables.parts.longestAt(text, at, end) || numberLength(text, at, end);
  return at < end ? { start: at, end } : { start, end };

  function numberLength(words: string, from: number, limit: number): number {
    const opens = tables.brackets.has(words.charAt(from)) ? 1 : 0;
    let i = from + opens;
    while (i < limit && i - from < 4 && (headings.chineseNumeral.at(words, i) || /\d/.test(words.charAt(i)))) i++;
    if (i === from + opens) return 0;
    const closed = tables.listMarks.longestAt(words, i, limit);
    // 1.5万吨级码头 begins with no number of a list.
    return closed > 0 && !/\d/.test(words.charAt(i + closed)) ? i + closed - from : 0;
  }
}
