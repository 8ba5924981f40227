/** .json and .jsonl: an array of records, records within an object, one record, or one to a line. */
import type { Document, InputFailure, Source } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import type { DecodeOptions } from '../reader.ts';
import { decodeBytes } from '../text/charset.ts';
import type { DataRow } from './columns.ts';
import { type DataTable, FIRST_ROWS, type NumberedRow, noTexts, rowDocuments } from './rows.ts';

const OPTION = '--text-field';
/** Fields of fields: deeper ones belong to no report. */
const MAX_DEPTH = 3;
/** What a text goes by that is a record itself: ["…", "…"]. */
const ITSELF = 'text';

type OpenedJson = Pick<DataTable, 'format' | 'encoding' | 'diagnostics'>;
type Reports = AsyncGenerator<Document | InputFailure> | readonly InputFailure[];

export async function* decodeJson(source: Source, options: DecodeOptions): AsyncGenerator<Document | InputFailure> {
  const { text, encoding, diagnostics } = decodeBytes(source.bytes, options);
  if (isLines(text)) yield* lineReports(source, text, { format: 'jsonl', encoding, diagnostics }, options);
  else yield* valueReports(source, text, { format: 'json', encoding, diagnostics }, options);
}

/** Whether the first line that holds anything is a whole record, and more follows. */
function isLines(text: string): boolean {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  return start >= 0 && end >= 0 && parseOrNull(text.slice(start, end)) !== null;
}

function parseOrNull(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function lineReports(source: Source, text: string, opened: OpenedJson, options: DecodeOptions): Reports {
  const lines = [...linesOf(text)];
  const sample = lines.slice(0, FIRST_ROWS).flatMap((line) => recordOfLine(source, line));
  const rows = sample.flatMap((each) => ('row' in each ? [each.row] : []));
  const columns = namesOf(rows);
  const table = { ...opened, columns, sample: rows, rows: recordsOf(source, lines), option: OPTION } as const;
  return rowDocuments(source, table, options) ?? [noTexts(source, columns, OPTION, options)];
}

type JsonLine = { number: number; text: string };

function* linesOf(text: string): Generator<JsonLine> {
  for (let start = 0, number = 1; start < text.length; number++) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (/\S/.test(line)) yield { number, text: line };
    start = end < 0 ? text.length : end + 1;
  }
}

function* recordsOf(source: Source, lines: readonly JsonLine[]): Generator<NumberedRow | InputFailure> {
  for (const line of lines) yield recordOfLine(source, line);
}

/** A line that is no JSON is a failure of its own. */
function recordOfLine(source: Source, { number, text }: JsonLine): NumberedRow | InputFailure {
  const parsed = parseOrNull(text);
  if (parsed) return { number, row: rowOf(parsed.value) };
  const path = `${source.path}#${number}`;
  return { path, error: new GaigeError('DAMAGED', { path, kind: 'json', problem: 'syntax' }) };
}

function valueReports(source: Source, text: string, opened: OpenedJson, options: DecodeOptions): Reports {
  const parsed = parseOrNull(text);
  if (!parsed) throw new GaigeError('DAMAGED', { kind: 'json', problem: /\S/.test(text) ? 'syntax' : 'empty' });
  const names = new Set<string>();
  for (const records of candidates(parsed.value)) {
    const rows = records.map((record, i) => ({ number: i + 1, row: rowOf(record) }));
    const sample = rows.slice(0, FIRST_ROWS).map(({ row }) => row);
    const columns = namesOf(sample);
    const reports = rowDocuments(source, { ...opened, columns, sample, rows, option: OPTION }, options);
    if (reports) return reports;
    for (const name of columns) names.add(name);
  }
  return [noTexts(source, [...names], OPTION, options)];
}

/** Where the records may be: the value itself, the arrays in it, those in the objects in it; the first that holds texts counts. */
function* candidates(value: unknown): Generator<unknown[]> {
  let level: unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    for (const each of level) if (Array.isArray(each)) yield each;
    const objects = level.filter(isObject);
    for (const each of objects) yield [each];
    level = objects.flatMap((each) => Object.values(each).filter((inner) => typeof inner === 'object'));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a record that hold words or numbers; those within fields as `data.content`. */
function rowOf(record: unknown): DataRow {
  const row = new Map<string, string>();
  if (typeof record === 'string') row.set(ITSELF, record);
  else addFields(row, '', record, 0);
  return row;
}

function addFields(row: Map<string, string>, prefix: string, value: unknown, depth: number): void {
  if (!isObject(value) || depth === MAX_DEPTH) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' || typeof inner === 'number') row.set(prefix + name, String(inner));
    else if (isTextLines(inner)) row.set(prefix + name, inner.join('\n'));
    else addFields(row, `${prefix}${name}.`, inner, depth + 1);
  }
}

/** A text may be an array of its paragraphs. */
const isTextLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');

const namesOf = (rows: readonly DataRow[]): string[] => [...new Set(rows.flatMap((row) => [...row.keys()]))];
