/** What is promised of whatever comes in. Each tells what is wrong, or null. */
import { parse } from 'csv-parse/sync';
import type { RecordFormat } from '../../src/emit/emitter.ts';
import { countsOf, type Emitter, type FindingTable, loadEmitter, TABLES } from '../../src/emit/index.ts';
import type { Document, InputFailure } from '../../src/model/document.ts';
import { GaigeError } from '../../src/model/error.ts';
import { type GaigeRecord, recordSchema } from '../../src/model/record.ts';
import { NO_REASONS } from '../../src/page/report-data.ts';
import { engine } from '../../test/support/extract.ts';

/** Of what decoding gives: failures are of our own, blocks are in order, and no words stand outside them. */
export function documentProblem(result: Document | InputFailure): string | null {
  if ('error' in result) return result.error instanceof GaigeError ? null : 'not a GaigeError';
  const { text, blocks } = result;
  let end = 0;
  for (const { span } of blocks) {
    if (span.start < end || span.end <= span.start || span.end > text.length) return `block ${span.start}–${span.end}`;
    if (/\S/.test(text.slice(end, span.start))) return `words outside blocks at ${end}`;
    end = span.end;
  }
  return /\S/.test(text.slice(end)) ? `words outside blocks at ${end}` : null;
}

/** Of a record: it is valid, and what it finds stands where it says. */
export function recordProblem(record: GaigeRecord, text: string): string | null {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `record: ${issue?.path.join('.')} ${issue?.message}`;
  }
  for (const { span, text: words } of [...record.indicators, ...record.placeholders])
    if (text.slice(span.start, span.end) !== words) return `span ${span.start}: ${words}`;
  return null;
}

const emitterOf = async (format: RecordFormat, table: FindingTable = 'indicators'): Promise<Emitter> =>
  (await loadEmitter(format))({
    tool: engine.tool,
    table,
    header: 'zh',
    domains: engine.pack.domains.definitions,
    language: 'zh',
    colour: false,
    lineWidth: null,
    names: [],
    concepts: engine.pack.concepts,
  });

const SUMMARY = await emitterOf('summary');
const CSV = await Promise.all(TABLES.map((table) => emitterOf('csv', table)));
const JSONS = await Promise.all([emitterOf('json'), emitterOf('ndjson')]);
const OTHERS = await Promise.all(
  (['html', 'index-entry', 'rows', 'observations'] as const).map((each) => emitterOf(each)),
);

/** What a spreadsheet would reckon with, and no number. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠](?![\d.]+(?:e[+-]?\d+)?$)/i;

/** Of what is written of a record: JSON is JSON, no cell is a formula, and nothing that people read moves the cursor or turns the text. */
export function outputProblem(record: GaigeRecord, text: string): string | null {
  const written = (emitter: Emitter): string =>
    emitter.begin() + emitter.record(record, text, () => NO_REASONS) + emitter.end(countsOf(record));
  const odd = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.exec(written(SUMMARY));
  if (odd) return `summary: ${JSON.stringify(odd[0])}`;
  for (const emitter of CSV)
    for (const row of parse(written(emitter), { bom: true, relax_column_count: false }) as string[][])
      for (const cell of row) if (FORMULA.test(cell)) return `csv: ${JSON.stringify(cell.slice(0, 40))}`;
  for (const emitter of JSONS) JSON.parse(emitter.record(record, text, () => NO_REASONS));
  for (const emitter of OTHERS) written(emitter);
  return null;
}
