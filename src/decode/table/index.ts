/** Tables and JSON with one report a row: .csv, .tsv, .xlsx, .json, .jsonl. Positions are those of the report's own text. */
import { peekEntries } from '../container/archive.ts';
import type { Reader } from '../reader.ts';

export const csv: Reader = {
  format: 'csv',
  extensions: ['csv', 'tsv'],
  holdsMany: true,
  decode: async function* (source, options) {
    const { decodeCsv } = await import('./csv.ts');
    yield* decodeCsv(source, options);
  },
};

export const xlsx: Reader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm'],
  holdsMany: true,
  sniff: (bytes) => peekEntries(bytes)?.some(({ name }) => /^xl\/workbook\.xml$/i.test(name)) ?? false,
  byContent: true,
  decode: async function* (source, options) {
    const { decodeXlsx } = await import('./xlsx.ts');
    yield* decodeXlsx(source, options);
  },
};

export const json: Reader = {
  format: 'json',
  extensions: ['json', 'jsonl', 'ndjson'],
  holdsMany: true,
  decode: async function* (source, options) {
    const { decodeJson } = await import('./json.ts');
    yield* decodeJson(source, options);
  },
};
