/**
 * Cases end to end, one folder a behaviour; fixtures/README.md tells how they are made. `GAIGE_UPDATE=1` writes what gaige says into
 * the expected files, to be read over before it is believed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { runMain } from './cli/support.ts';

const CASES = readdirSync('fixtures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readCase(name, join('fixtures', name)));

function readCase(name: string, folder: string) {
  const files = readdirSync(folder);
  const input = files.find((file) => file.startsWith('input.'))!;
  const more = files.includes('options.json') ? (readJson(join(folder, 'options.json')) as string[]) : [];
  const expectations = files.filter((file) => file.startsWith('expected.'));
  return { name, folder, expectations, argv: ['extract', join(folder, input), ...more] };
}

/** What the file of an expectation would have to hold. */
type Finder = (argv: string[], file: string, expected: string) => Promise<string>;

const FINDERS: readonly [name: RegExp, find: Finder][] = [
  [/^expected\.(?:indicators|placeholders|domains)\.csv$/, columnsOfTable],
  [/^expected\.json$/, cutOutOfRecord],
  [/^expected\.(?:stdout|stderr)$/, stream],
];

describe.each(CASES)('$name', ({ folder, expectations, argv }) => {
  test('expects something', () => expect(expectations).not.toEqual([]));

  test.each(expectations)('%s', async (file) => {
    const path = join(folder, file);
    const [, find] = FINDERS.find(([name]) => name.test(file))!;
    const found = await find(argv, file, readFileSync(path, 'utf8'));
    if (process.env['GAIGE_UPDATE']) writeFileSync(path, found);
    expect(found).toBe(readFileSync(path, 'utf8'));
  });
});

async function stream(argv: string[], file: string): Promise<string> {
  const { stdout, stderr } = await runMain(argv);
  return file.endsWith('stdout') ? stdout : stderr;
}

/** The columns that stand in the expected table, of all rows. */
async function columnsOfTable(argv: string[], file: string, expected: string): Promise<string> {
  const table = file.split('.')[1]!;
  const { stdout } = await runMain([...argv, '--format', 'csv', '--select', table]);
  const columns = expected.split('\n', 1)[0]!.split(',');
  const rows: Record<string, string>[] = parse(stdout, { columns: true, bom: true });
  for (const column of columns) if (rows[0]) expect(rows[0]).toHaveProperty(column);
  return stringify([columns, ...rows.map((row) => columns.map((column) => row[column]!))]);
}

/** The fields that stand in the expected record. Of a list all items are looked at, and of each what the first expected one tells. */
async function cutOutOfRecord(argv: string[], _file: string, expected: string): Promise<string> {
  const { stdout } = await runMain([...argv, '--format', 'ndjson']);
  return formatRecord(cutOut(JSON.parse(stdout), JSON.parse(expected)) as Record<string, unknown>);
}

function cutOut(found: unknown, expected: unknown): unknown {
  if (Array.isArray(found) && Array.isArray(expected)) return found.map((item) => cutOut(item, expected[0]));
  if (!isObject(found) || !isObject(expected)) return found;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, cutOut(found[key], expected[key])]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An item of a list a line, so that they can be compared line by line. */
function formatRecord(record: Record<string, unknown>): string {
  const fields = Object.entries(record).map(([key, value]) => `  ${JSON.stringify(key)}: ${formatField(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function formatField(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return formatLine(value);
  return `[\n${value.map((item) => `    ${formatLine(item)}`).join(',\n')}\n  ]`;
}

const formatLine = (value: unknown): string => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
