/**
 * The format of a file of corrections, `NAME.corrections.json`: what a reader of a report said of its findings. Types, validation and the
 * published JSON Schema come from here. See docs/corrections.md.
 */
import { z } from 'zod';
import { timeSchema } from '../model/record.ts';
import { spanSchema } from '../model/span-schema.ts';
import { BASES, BOUNDS, DIRECTIONS, INDICATOR_KINDS, PLACEHOLDER_KINDS, ROLES, STATUSES } from '../model/vocabulary.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 8601 with its zone; zod's own says as much in a pattern ten times as long, which the JSON Schema would repeat by the dozen. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/);
const reader = z.string().max(200);
const domainIds = z.array(z.string()).describe('Ids of fields of reform, best first; [] for none');

const nameSchema = z
  .strictObject({
    text: z.string().min(1),
    span: spanSchema.nullable().describe('Where it was selected in the text; null where it was typed'),
  })
  .nullable();

const valueSchema = z.strictObject({
  number: z.number().nullable().describe('Multiplier applied; null for a masked number and for a range'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  bound: z.enum(BOUNDS),
});

const extentSchema = z.strictObject({ span: spanSchema, text: z.string().min(1) });

/** What a reader may say of an indicator; each means what it means in the record. */
const FIELDS = {
  name: nameSchema.describe('What is measured; null where nothing tells'),
  kind: z.enum(INDICATOR_KINDS),
  direction: z.enum(DIRECTIONS).nullable(),
  basis: z.enum(BASES).nullable(),
  base: z.string().nullable(),
  status: z.enum(STATUSES),
  scope: z.string().nullable(),
  period: z.string().nullable(),
  time: timeSchema.nullable(),
  role: z.enum(ROLES).nullable(),
  concept: z.string().nullable().describe('Id of the standard indicator'),
  domains: domainIds,
  value: valueSchema.describe('Only where what is read from the text is wrong'),
  unit: z.string().describe("The symbol, as in the record; '' for a bare number"),
};

/** Of every mark: what a merged file keeps of each reader's. */
const remarks = {
  by: reader.nullish().describe('Who made this mark, where it is not the reader of the whole file'),
  at: moment.optional().describe('When'),
  note: z.string().max(2000).optional().describe("The reader's own words; nothing is made of them"),
};

/** Where the text of a mark stands: a mark whose text is no longer there is stale, and told. */
const place = { span: spanSchema, text: z.string().min(1).describe('The text of the report at the span') };
const indicator = { type: z.literal('indicator'), ...place };
const placeholder = { type: z.literal('placeholder'), ...place };

const ofIndicator = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) =>
  z.strictObject({
    mark: z.literal('change'),
    ...indicator,
    field: z.literal(field),
    from: value,
    to: value,
    ...remarks,
  });

const ofPlaceholder = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) =>
  z.strictObject({
    mark: z.literal('change'),
    ...placeholder,
    field: z.literal(field),
    from: value,
    to: value,
    ...remarks,
  });

const indicatorChangeSchema = z
  .discriminatedUnion('field', [
    ofIndicator('name', FIELDS.name),
    ofIndicator('kind', FIELDS.kind),
    ofIndicator('direction', FIELDS.direction),
    ofIndicator('basis', FIELDS.basis),
    ofIndicator('base', FIELDS.base),
    ofIndicator('status', FIELDS.status),
    ofIndicator('scope', FIELDS.scope),
    ofIndicator('period', FIELDS.period),
    ofIndicator('time', FIELDS.time),
    ofIndicator('role', FIELDS.role),
    ofIndicator('concept', FIELDS.concept),
    ofIndicator('domains', FIELDS.domains),
    ofIndicator('value', FIELDS.value),
    ofIndicator('unit', FIELDS.unit),
    ofIndicator('extent', extentSchema.describe('Another stretch of the text; number and unit are read from it anew')),
  ])
  .describe('A field of an indicator that was wrong: as it was shown, and as it should be');

const placeholderChangeSchema = z
  .discriminatedUnion('field', [
    ofPlaceholder('kind', z.enum(PLACEHOLDER_KINDS)),
    ofPlaceholder('expects', z.string().nullable()),
    ofPlaceholder('extent', extentSchema),
  ])
  .describe('A field of a placeholder that was wrong: as it was shown, and as it should be');

const judged = (mark: 'right' | 'wrong') =>
  z.discriminatedUnion('type', [
    z.strictObject({ mark: z.literal(mark), ...indicator, ...remarks }),
    z.strictObject({ mark: z.literal(mark), ...placeholder, ...remarks }),
  ]);

const { name, kind, status, value: _value, unit: _unit, ...others } = FIELDS;

const addedIndicatorSchema = z
  .strictObject({
    mark: z.literal('add'),
    ...indicator,
    fields: z
      .strictObject({ name, kind, status, ...z.object(others).partial().shape })
      .describe('What is left out is null. Number and unit are never given: they are read from the text'),
    ...remarks,
  })
  .describe('An indicator that was missed: its numeral with its unit, as selected in the text');

const addedPlaceholderSchema = z
  .strictObject({
    mark: z.literal('add'),
    ...placeholder,
    fields: z.strictObject({ kind: z.enum(PLACEHOLDER_KINDS), expects: z.string().nullable() }),
    ...remarks,
  })
  .describe('A placeholder that was missed: the mask run alone');

const sectionDomainsSchema = z
  .strictObject({
    mark: z.literal('domains'),
    type: z.literal('section'),
    span: spanSchema.describe('That of the section in the record'),
    text: z.string().describe('Its title'),
    from: domainIds,
    to: domainIds,
    ...remarks,
  })
  .describe('The fields of reform of a section');

const markSchema = z.discriminatedUnion('mark', [
  judged('right').describe('The finding is one, and all its fields that no other mark changes are right'),
  judged('wrong').describe('There is no such finding: it should not have been found'),
  z.discriminatedUnion('type', [indicatorChangeSchema, placeholderChangeSchema]),
  z.discriminatedUnion('type', [addedIndicatorSchema, addedPlaceholderSchema]),
  sectionDomainsSchema,
]);

export const correctionsSchema = z
  .strictObject({
    version: z.literal(1).describe('Of this format'),
    report: z
      .strictObject({
        path: z.string().describe('As in the record'),
        fileSha256: sha256.describe('Of the bytes of the file: report.sha256 of the record'),
        textSha256: sha256.describe('Of the text that spans count in, as UTF-8; a lone surrogate is U+FFFD there'),
        chars: z.int().min(0).describe('Length of that text, in UTF-16 code units'),
      })
      .describe('The report that was read'),
    tool: z
      .strictObject({ version: z.string(), rules: z.string() })
      .optional()
      .describe('What had found what was marked, as in the record'),
    by: reader.nullable().describe('Who read it, in any words she likes; null where she gave no name'),
    at: moment.describe('When it was saved'),
    reviewed: spanSchema
      .nullish()
      .describe(
        'The stretch that was read to its end: what was found there and is not marked is right, and nothing is missing. null or left out: nothing is known of what is not marked',
      ),
    marks: z.array(markSchema).describe('In any order; of two that say different things of one field the later holds'),
  })
  .describe('What a reader said of the findings of one report');

export type Corrections = z.infer<typeof correctionsSchema>;
export type Mark = z.infer<typeof markSchema>;
