/** Which column of a table, or field of JSON, holds the texts of the reports, and which state facts about them. */

import type { Boilerplate } from '../../knowledge/boilerplate/table.ts';
import type { ContainerMetadata } from '../../model/document.ts';
import { parseDate } from '../../text/dates.ts';

/** One report: the values by the names of their columns. */
export type DataRow = ReadonlyMap<string, string>;

/** Names are compared without case, blanks, `_` and `-`: Full Text is full_text. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[\s_\-\ufeff]+/g, '');

const HAN = /\p{Script=Han}/gu;

export const countHan = (text: string): number => text.match(HAN)?.length ?? 0;

/** A column with the right name must hold a text as long as this somewhere: `content` may be anything. */
const NAMED_HAN = 20;
/** Else the column must hold this much in half of its cells, and this share of all that the table holds. */
const PLAIN_HAN = 150;
const PLAIN_SHARE = 0.8;

/** The column that the user names, by its name or its number from 1; null where there is none. */
export function askedColumn(asked: string, columns: readonly string[]): string | null {
  const wanted = foldName(asked);
  const named = columns.find((column) => column === asked) ?? columns.find((column) => foldName(column) === wanted);
  return named ?? (/^\d+$/.test(asked) ? (columns[Number(asked) - 1] ?? null) : null);
}

/** The column that plainly holds the texts: by its name, else because nearly all the words are there; null where none does. */
export function textColumn(
  columns: readonly string[],
  rows: readonly DataRow[],
  { metadata }: Boilerplate,
): string | null {
  const han = new Map(columns.map((column) => [column, rows.map((row) => countHan(row.get(column) ?? ''))]));
  const byName = new Map(columns.map((column) => [foldName(column), column]));
  for (const key of metadata.text.keys) {
    const named = byName.get(foldName(key));
    const counts = named !== undefined && han.get(named);
    if (counts && Math.max(...counts) >= NAMED_HAN) return named;
  }
  const total = sum([...han.values()].map(sum));
  const sums = [...han].map(([column, counts]) => ({ column, counts, sum: sum(counts) }));
  const fullest = sums.reduce<(typeof sums)[number] | null>(
    (best, each) => (best && best.sum >= each.sum ? best : each),
    null,
  );
  if (!fullest || fullest.sum < total * PLAIN_SHARE) return null;
  const filled = fullest.counts.filter((count) => count > 0);
  const long = filled.filter((count) => count >= PLAIN_HAN);
  return long.length > 0 && long.length * 2 >= filled.length ? fullest.column : null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What the other columns say of the report. */
export function rowFacts(row: DataRow, textColumn: string, { metadata: names }: Boilerplate): ContainerMetadata {
  const folded = new Map<string, string>();
  for (const [column, value] of row) {
    const key = foldName(column.slice(column.lastIndexOf('.') + 1));
    if (column !== textColumn && value.trim() && !folded.has(key)) folded.set(key, value.trim());
  }
  const factOf = (keys: readonly string[]): string | null =>
    keys.map((key) => folded.get(foldName(key))).find((value) => value !== undefined) ?? null;
  const [title, publisher, year] = [
    factOf(names.title.keys),
    factOf(names.publisher.keys),
    yearOf(factOf(names.year.keys)),
  ];
  const date = parseDate(factOf(names.date.keys) ?? '');
  const region = factOf(names.region.keys) ?? joinLevels(names.regionLevels.map(factOf));
  return {
    ...(title && { title }),
    ...(date && { date }),
    ...(publisher && !isAddress(publisher) && { publisher }),
    ...(year && { year }),
    ...(region && { region }),
  };
}

/** 2025, 2025年, 2025年度, and 2025.0 as programs write it. */
function yearOf(words: string | null): number | null {
  const match = /^((?:19|20)\d{2})(?:年度?|\.0+)?$/.exec(words ?? '');
  return match ? Number(match[1]) : null;
}

const isAddress = (words: string): boolean => /^https?:/i.test(words);

/** 安徽省, 合肥市 → 安徽省合肥市; 安徽省, 安徽省合肥市 → 安徽省合肥市. */
function joinLevels(levels: readonly (string | null)[]): string | null {
  let region = '';
  for (const level of levels) if (level) region = level.startsWith(region) ? level : region + level;
  return region || null;
}
