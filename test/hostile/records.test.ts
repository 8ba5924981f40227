/** Records that somebody has changed, given to what reads records again: each that is none is told by its line, and the rest is done. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runMain } from '../cli/support.ts';
import { correctionsOf, indicator, TEXT } from '../corrections/support.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaige-records-'));
const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const report = written('report.txt', TEXT);
const { stdout: whole } = await runMain(['extract', report, '--no-config', '--format', 'ndjson', '-q']);
const corrections = written(
  'report.corrections.json',
  JSON.stringify(correctionsOf(TEXT, [{ mark: 'right', ...indicator('12家') } as never])),
);

// biome-ignore lint/suspicious/noExplicitAny: what is changed is what no type allows
const CHANGES: Record<string, (record: any) => void> = {
  'no report': (record) => delete record.report,
  'a number for a report': (record) => Object.assign(record, { report: 5 }),
  'no list of indicators': (record) => Object.assign(record, { indicators: 7 }),
  'no span': (record) => delete record.indicators[0].span,
  'a status of no contract': (record) => Object.assign(record.indicators[0], { status: 'toString' }),
  'a kind of no contract': (record) => Object.assign(record.indicators[0], { kind: '__proto__' }),
  'no sections': (record) => delete record.sections,
  'a section that is null': (record) => Object.assign(record, { sections: [null] }),
  'a placeholder that is a number': (record) => Object.assign(record, { placeholders: [1] }),
  'a text that is a number': (record) => Object.assign(record, { text: 5 }),
};

test.each(Object.keys(CHANGES))('%s', async (name) => {
  const record = JSON.parse(whole);
  CHANGES[name]?.(record);
  const records = written('records.ndjson', `${whole}${JSON.stringify(record)}\n${whole}`);
  const apply = ['corrections', 'apply', records, '--corrections', corrections, '--no-config', '--format'];
  for (const argv of [
    ['table', records, '--no-config', '--format', 'pretty'],
    ['track', records, '--no-config'],
    ...['ndjson', 'summary'].map((format) => [...apply, format]),
  ]) {
    const { code, stderr } = await runMain(argv);
    expect(stderr).toContain('records.ndjson');
    expect(code, stderr).toBe(1);
  }
});

test('what others have added to a record breaks nothing', async () => {
  const record = JSON.parse(whole);
  const added = JSON.stringify({ id: 7, ...record, report: { ...record.report, batch: 'a' } });
  const records = written('added.ndjson', `${whole}${added}\n`);
  expect(await runMain(['table', records, '--no-config', '--format', 'ndjson'])).toMatchObject({ code: 0 });
});
