/** .csv and .tsv with one report a row. Quotes and lines that other programs would refuse are read as far as they make sense. */
import { parse } from 'csv-parse';
import type { Document, InputFailure, Source } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import type { DecodeOptions } from '../reader.ts';
import { decodeBytes } from '../text/charset.ts';
import { columnsOf, rowOf } from './header.ts';
import { type NumberedRow, noTexts, rowDocuments, sampleRows } from './rows.ts';

const DELIMITERS = [',', '\t', ';', '|'];

export async function* decodeCsv(source: Source, options: DecodeOptions): AsyncGenerator<Document | InputFailure> {
  const { text, encoding, diagnostics } = decodeBytes(source.bytes, options);
  const format = /\.tsv$/i.test(source.name) ? 'tsv' : 'csv';
  const rows = parseRows(text, delimiterOf(text));
  const header = (await rows.next()).value as string[] | undefined;
  const { names, hasHeader } = columnsOf(header ?? []);
  const { sample, all } = await sampleRows(numbered(header && !hasHeader ? header : null, rows, names));
  const table = { format, encoding, columns: names, sample, rows: all, diagnostics, option: '--text-column' } as const;
  yield* rowDocuments(source, table, options) ?? [noTexts(source, names, table.option, options)];
}

async function* numbered(
  first: readonly string[] | null,
  rows: AsyncGenerator<string[]>,
  names: readonly string[],
): AsyncGenerator<NumberedRow> {
  let number = 0;
  if (first) yield { number: ++number, row: rowOf(first, names) };
  for await (const cells of rows) yield { number: ++number, row: rowOf(cells, names) };
}

/** A longer header is none. */
const LONGEST_HEADER = 20_000;

/** The delimiter that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (let at = 0; at < Math.min(text.length, LONGEST_HEADER); at++) {
    const char = text.charAt(at);
    if (char === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (char === '\n' && at > 0) break;
    const count = counts.get(char);
    if (count !== undefined) counts.set(char, count + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

const PIECE = 1 << 18;

/** Rows as they are met: a fault in one must not take those before it along, as it does where the parser is read as a stream. */
async function* parseRows(text: string, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({ delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  let fault: unknown = null;
  parser.on('error', (error) => {
    fault = error;
  });
  try {
    for (let at = 0; at < text.length && !parser.destroyed; at += PIECE) {
      parser.write(text.slice(at, at + PIECE));
      for (let row = parser.read(); row !== null; row = parser.read()) yield row as string[];
    }
    if (!parser.destroyed) parser.end();
    for await (const row of parser) yield row as string[];
  } catch (error) {
    throw new GaigeError('DAMAGED', { kind: 'csv', problem: 'quote' }, fault ?? error);
  } finally {
    parser.destroy();
  }
}
