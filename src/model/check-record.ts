/** What `gaige check --format json` and `ndjson` yield: types and the published JSON Schema come from here. */
import { z } from 'zod';
import { LEVELS } from './issue.ts';
import { spanSchema } from './span-schema.ts';
import { PLACEHOLDER_KINDS, SCHEMA_VERSION } from './vocabulary.ts';

const number = z.int().min(1).nullable();
const count = z.int().min(0);

const findingSchema = z
  .strictObject({
    path: z.string().describe('As given; a document inside a container is container#member'),
    line: number.describe('Of the file, from 1; null for documents and containers'),
    column: number.describe('In UTF-16 units, from 1'),
    endLine: number,
    endColumn: number.describe('Exclusive'),
    paragraph: number.describe('Of a document, from 1'),
    row: number.describe('Of a table or a list of records, from 1'),
    level: z.enum(LEVELS),
    kind: z.enum(PLACEHOLDER_KINDS),
    text: z.string().describe('The mask as written'),
    expects: z.string().nullable().describe('The unit or noun that the missing content carries'),
    missing: z.string().describe('What is missing, in the words before the mask'),
    section: z.string().nullable().describe('Title of the section'),
    sentence: z.string().describe('Cut where it is long'),
    mark: spanSchema.describe('Where the mask is in the sentence'),
    span: spanSchema.describe("Where it is in the report's text (gaige text)"),
    fingerprint: z.string().describe('The same wherever the sentence is moved to'),
    rule: z.string(),
  })
  .describe('A placeholder that was left in a report');

export type CheckFinding = z.infer<typeof findingSchema>;

const countsSchema = z.strictObject({
  errors: count,
  warnings: count,
  kinds: z.partialRecord(z.enum(PLACEHOLDER_KINDS), count),
  allowed: count.describe('Let pass by gaige.yaml'),
  ignored: count.describe('Let pass by a comment in the report'),
  known: count.describe('In the baseline'),
});

const noticeSchema = z.strictObject({
  code: z.enum(['ALLOWANCE_UNUSED', 'ALLOWANCE_EXPIRED', 'COMMENT_UNUSED', 'BASELINE_GONE']),
  path: z.string(),
  line: number,
  what: z.string(),
  message: z.string(),
});

export type CheckNotice = z.infer<typeof noticeSchema>;

export const checkSchema = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    tool: z.strictObject({ name: z.literal('gaige'), version: z.string(), rules: z.string() }),
    reports: z.array(z.strictObject({ path: z.string(), findings: z.array(findingSchema), counts: countsSchema })),
    notices: z.array(noticeSchema).describe('What lets nothing pass any more'),
    failures: z.array(z.strictObject({ path: z.string(), message: z.string() })).describe('Inputs that were not read'),
    summary: countsSchema.extend({ reports: count }),
  })
  .describe('What gaige check found');
