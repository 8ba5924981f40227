/** The published JSON Schemas (2020-12), made from the zod schemas that validation and types come from. */
import { z } from 'zod';
import { envelopeSchema, recordSchema } from './model/record.ts';
import { packFileSchema } from './rulepack/schema.ts';

export const SCHEMA_NAMES = ['record', 'envelope', 'pack'] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** A rule file is checked as written, before defaults are filled in. */
const SCHEMAS: Record<SchemaName, { schema: z.ZodType; io: 'input' | 'output' }> = {
  record: { schema: recordSchema, io: 'output' },
  envelope: { schema: envelopeSchema, io: 'output' },
  pack: { schema: packFileSchema, io: 'input' },
};

export function jsonSchema(name: SchemaName): Record<string, unknown> {
  const { schema, io } = SCHEMAS[name];
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io }), title: `gaige ${name}` };
}

export const formatSchema = (name: SchemaName): string => `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
