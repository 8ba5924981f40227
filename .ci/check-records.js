// node check-records.js FILE FOLDER: whether FILE holds a record a line, one for every file of FOLDER, each valid and with findings.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const [file, folder] = process.argv.slice(2);
const schema = JSON.parse(readFileSync('dist/schema/record.json', 'utf8'));
const isRecord = new Ajv2020({ validateFormats: false }).compile(schema);

const problems = [];
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const record = JSON.parse(line);
  const { path } = record.report;
  if (!isRecord(record)) problems.push(`${path}: ${JSON.stringify(isRecord.errors)}`);
  for (const findings of ['indicators', 'sections', 'domains']) {
    if (record[findings].length === 0) problems.push(`${path}: no ${findings}`);
  }
}
const expected = readdirSync(folder).length;
if (lines.length !== expected) problems.push(`${lines.length} records of ${expected} reports`);
for (const problem of problems) console.log(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
