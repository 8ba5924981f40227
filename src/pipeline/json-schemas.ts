/** The published JSON Schemas (2020-12), made from the zod schemas that validation and types come from. */
import { z } from 'zod';
import { baselineSchema } from '../check/baseline-schema.ts';
import { correctionsSchema } from '../corrections/schema.ts';
import { configSchema } from '../engine/config-schema.ts';
import { packFileSchema } from '../knowledge/schema.ts';
import { checkSchema } from '../model/check-record.ts';
import { envelopeSchema, recordSchema } from '../model/record.ts';
import type { SchemaName } from '../options/declared.ts';

/** A rule file is checked as written, before defaults are filled in. */
const SCHEMAS = {
  record: { schema: recordSchema, io: 'output' },
  envelope: { schema: envelopeSchema, io: 'output' },
  pack: { schema: packFileSchema, io: 'input' },
  config: { schema: configSchema, io: 'input' },
  check: { schema: checkSchema, io: 'output' },
  baseline: { schema: baselineSchema, io: 'input' },
  corrections: { schema: correctionsSchema, io: 'input' },
} as const satisfies Record<SchemaName, { schema: z.ZodType; io: 'input' | 'output' }>;

export type { SchemaName };

export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

export function jsonSchema(name: SchemaName): Record<string, unknown> {
  const { schema, io } = SCHEMAS[name];
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io }), title: `gaige ${name}` };
}

export const formatSchema = (name: SchemaName): string => `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
