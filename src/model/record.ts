/**
 * The output contract. Types, validation and the published JSON Schema (`gaige schema`) all come from the schemas below.
 * A field that does not apply is `null`, never missing.
 */
import { z } from 'zod';
import { spanSchema } from './span-schema.ts';
import {
  BASES,
  BOUNDS,
  DIMENSIONS,
  DIRECTIONS,
  INDICATOR_KINDS,
  PLACEHOLDER_KINDS,
  REPORT_KINDS,
  ROLES,
  SCHEMA_VERSION,
  SEVERITIES,
  STATUSES,
} from './vocabulary.ts';

const id = (letter: string) => z.string().regex(new RegExp(`^${letter}[0-9a-f]{10}(-\\d+)?$`));
const score = z.number().min(0).max(1);
const ordinate = z.int().min(1);

export const valueSchema = z
  .strictObject({
    number: z
      .number()
      .nullable()
      .describe('Plain number, multiplier applied; null for a masked number and for a range'),
    min: z.number().nullable().describe('Lower end, closed'),
    max: z.number().nullable().describe('Upper end, closed'),
    bound: z.enum(BOUNDS).describe('How exactly the report states the figure'),
    raw: z.string().describe('The numeral as written'),
  })
  .describe('The value of an indicator');

export const unitSchema = z
  .strictObject({
    symbol: z.string().describe("Unit with the multiplier removed and synonyms folded; '' for a bare number"),
    raw: z.string().describe('Unit as written'),
    dimension: z.enum(DIMENSIONS),
  })
  .describe('The unit of an indicator');

export const canonicalSchema = z
  .strictObject({ number: z.number().nullable(), unit: z.string() })
  .describe("The value in the dimension's base unit");

const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const timeSchema = z
  .strictObject({ from: isoDate, to: isoDate })
  .describe('The time of an indicator: both ends inclusive, ISO 8601 dates cut to the precision that the text gives');

export const indicatorSchema = z
  .strictObject({
    id: id('i'),
    text: z.string().min(1).describe('Numeral with its unit, as written'),
    span: spanSchema,
    line: ordinate,
    column: ordinate,
    name: z.string().nullable().describe("What is measured, in the report's own words"),
    nameSpan: spanSchema.nullable().describe('Where the name stands, when it is one run of the text'),
    value: valueSchema,
    unit: unitSchema,
    canonical: canonicalSchema.nullable(),
    kind: z.enum(INDICATOR_KINDS),
    direction: z.enum(DIRECTIONS).nullable().describe('For kind change only'),
    basis: z.enum(BASES).nullable().describe('For kind change only: what the change is counted from'),
    base: z.string().nullable().describe('The year, place or thing that a change is counted from, where one is told'),
    status: z.enum(STATUSES),
    scope: z.string().nullable().describe('For ranks and comparisons: the body within which they hold'),
    period: z.string().nullable().describe('The time the figure refers to, as written'),
    time: timeSchema.nullable().describe('The same as dates; null where neither text nor report tells'),
    role: z.enum(ROLES).nullable().describe('Which end of a move the figure is'),
    concept: z.string().nullable().describe('The standard indicator that the row is an observation of'),
    masked: z.boolean(),
    section: id('s').nullable(),
    sentence: spanSchema,
    domains: z.array(z.string()),
    rule: z
      .string()
      .describe('The rule that classified the figure; reader/changed and reader/added where a reader corrected it'),
  })
  .describe('A quantity that measures something');

export const placeholderSchema = z
  .strictObject({
    id: id('p'),
    text: z.string().min(1).describe('The mask run alone'),
    span: spanSchema,
    line: ordinate,
    column: ordinate,
    kind: z.enum(PLACEHOLDER_KINDS).describe('What the mask stands for'),
    expects: z.string().nullable().describe('The unit or noun that the missing content carries'),
    section: id('s').nullable(),
    context: z.string().describe('The clause the mask stands in'),
    rule: z.string(),
  })
  .describe('A mask left where real content should be');

const domainScoreSchema = z.strictObject({ id: z.string(), score });

export const sectionSchema = z
  .strictObject({
    id: id('s'),
    level: z.int().min(1).max(5),
    marker: z.string().nullable(),
    title: z.string(),
    span: spanSchema.describe(
      'From the marker or title to the start of the next section of the same or a smaller level',
    ),
    titleSpan: spanSchema,
    parent: id('s').nullable(),
    domains: z.array(domainScoreSchema).describe('Best first'),
  })
  .describe('A heading and what it governs');

export const domainSchema = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    field: z.string().describe('The official field of reform the domain rolls up to'),
    score,
    evidence: z.array(z.strictObject({ text: z.string(), span: spanSchema })),
  })
  .describe('A field of reform that the report as a whole is about');

export const diagnosticRecordSchema = z.strictObject({
  severity: z.enum(SEVERITIES),
  code: z.string(),
  message: z.string(),
  span: spanSchema.nullable(),
});

export const reportInfoSchema = z
  .strictObject({
    path: z.string().describe('As given; a document inside a container is container#member'),
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    format: z.string(),
    encoding: z.string(),
    bytes: z.int().min(0),
    chars: z.int().min(0),
    title: z.string().nullable(),
    date: z.iso.date().nullable().describe('Date of publication or delivery'),
    year: z.int().nullable().describe('The year reported on'),
    planYear: z.int().nullable().describe('The year planned'),
    region: z.string().nullable(),
    publisher: z.string().nullable(),
    kind: z.enum(REPORT_KINDS),
  })
  .describe("The report's own data; null where unknown, never guessed");

export const toolSchema = z
  .strictObject({
    name: z.literal('gaige'),
    version: z.string(),
    rules: z
      .string()
      .describe('Name, version and hash of each rule pack used, in order: name@version+hash, parted by blanks'),
    segmenter: z.string().describe('The word segmenter that ran'),
  })
  .describe('What made the record');

export const recordSchema = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    tool: toolSchema,
    report: reportInfoSchema,
    text: z.string().optional().describe('The text that spans refer to, with --include-text only'),
    sections: z.array(sectionSchema),
    indicators: z.array(indicatorSchema),
    placeholders: z.array(placeholderSchema),
    domains: z.array(domainSchema),
    diagnostics: z.array(diagnosticRecordSchema),
  })
  .describe('Everything gaige found in one report');

export const envelopeSchema = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    tool: toolSchema,
    reports: z.array(recordSchema),
    summary: z.strictObject({
      reports: z.int(),
      sections: z.int(),
      indicators: z.int(),
      placeholders: z.int(),
      diagnostics: z.int(),
    }),
  })
  .describe('Several records in one document (--format json)');

export type Indicator = z.infer<typeof indicatorSchema>;
export type Placeholder = z.infer<typeof placeholderSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Domain = z.infer<typeof domainSchema>;
export type DomainScore = z.infer<typeof domainScoreSchema>;
export type ReportInfo = z.infer<typeof reportInfoSchema>;
export type Tool = z.infer<typeof toolSchema>;
export type GaigeRecord = z.infer<typeof recordSchema>;
export type Envelope = z.infer<typeof envelopeSchema>;
