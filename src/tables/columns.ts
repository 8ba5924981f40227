/** What each column of a table holds, and what its heads say. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Span } from '../model/span.ts';
import type { Table, TableRow } from '../model/table.ts';
import { type Head, NO_HEAD, readHead } from './head.ts';
import { isEmptyCell, isFigureLike, isYearLike } from './shape.ts';
import { unitOf } from './unit.ts';

/** `heads` name the rows; `silent` columns hold serial numbers and what else measures nothing. */
export type ColumnRole = 'figures' | 'heads' | 'units' | 'silent' | 'words';

export type TableColumn = { role: ColumnRole; head: Head };

type Filled = { index: number; row: TableRow; cell: Span };

export function columnsOf(text: string, table: Table, pack: RulePack): TableColumn[] {
  const width = [...table.heads, ...table.rows].reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const filled: Filled[][] = Array.from({ length: width }, () => []);
  for (const [index, row] of table.rows.entries()) {
    if (row.cells.length === 1) continue;
    for (const [i, cell] of row.cells.entries()) if (!isEmptyCell(cell)) filled[i]?.push({ index, row, cell });
  }
  const labels = Array.from({ length: width }, (_, i) => headWords(text, table.heads, i));
  const roles = labels.map((words, i) => roleOf(text, words.join(''), filled[i] ?? [], pack));
  const first = roles.indexOf('figures');
  const isCounted =
    first >= 0 && !roles.slice(0, first).includes('words') && isSerial(text, filled[first] ?? [], roles, first);
  if (isCounted) roles[first] = 'silent';
  const figures = roles.indexOf('figures');
  const naming = new Set(labels.slice(0, figures).flatMap((left, i) => (roles[i] === 'words' ? [left.join('')] : [])));
  let measured = '';
  return roles.map((role, i): TableColumn => {
    let head = joined((labels[i] ?? []).map((words) => readHead(words, pack)));
    // 财政收入 增速 排名: the second and third are of the first.
    if (role === 'figures' && head.words !== '') measured = head.words;
    else if (role === 'figures' && head.says.kind !== undefined) head = { ...head, words: measured };
    if (role !== 'words') return { role, head };
    // 指标 数值 指标 数值: what names rows again on the right begins as it does on the left.
    return { role: i < figures || naming.has((labels[i] ?? []).join('')) ? 'heads' : role, head };
  });
}

/** The words of a column's heads from the top; a head that is merged over several columns stands in the first of them. */
function headWords(text: string, heads: readonly TableRow[], column: number): string[] {
  const found: string[] = [];
  for (const [i, { cells }] of heads.entries()) {
    const isLast = i === heads.length - 1;
    let cell = cells[column];
    for (let left = column - 1; !isLast && (!cell || isEmptyCell(cell)) && left >= 0; left--) cell = cells[left];
    const words = cell ? text.slice(cell.start, cell.end) : '';
    if (words !== '' && words !== found.at(-1)) found.push(words);
  }
  return found;
}

/** Heads above each other say more together. */
function joined(heads: readonly Head[]): Head {
  return heads.reduce((above, own): Head => {
    return {
      words: above.words + own.words,
      unit: own.unit ?? above.unit,
      period: own.period !== null && above.period !== null ? above.period + own.period : (own.period ?? above.period),
      says: { ...above.says, ...own.says },
    };
  }, NO_HEAD);
}

function roleOf(text: string, words: string, filled: readonly Filled[], pack: RulePack): ColumnRole {
  const { serialColumns, unitColumns, noColumns } = pack.tables;
  if (serialColumns.has(words)) return 'silent';
  let [figures, years, units] = [0, 0, 0];
  for (const { cell } of filled) {
    if (isYearLike(text, cell, pack)) years++;
    if (isFigureLike(text, cell, pack)) figures++;
    else if (unitOf(text.slice(cell.start, cell.end), pack)) units++;
  }
  if (unitColumns.has(words) && units * 2 >= filled.length) return 'units';
  if (years > 0 && years === filled.length && !readHead(words, pack).unit) return 'words';
  if (noColumns.longestBefore(words, words.length) > 0) return figures * 2 >= filled.length ? 'silent' : 'words';
  return figures > 0 && figures * 3 >= filled.length ? 'figures' : 'words';
}

/** 1, 2, 3 … before anything that names the rows. */
function isSerial(text: string, filled: readonly Filled[], roles: readonly ColumnRole[], column: number): boolean {
  const isCounted =
    filled.length > 1 && filled.every(({ cell }, i) => Number(text.slice(cell.start, cell.end)) === i + 1);
  return isCounted && roles.slice(column + 1).includes('words');
}
