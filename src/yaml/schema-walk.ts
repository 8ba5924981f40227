/** Finds the way through a zod schema: what may stand at a place, and what it is called. */
import { z } from 'zod';

export type Schema = z.core.$ZodType;

/** The schema without what says that it may be missing. */
function unwrap(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap());
  return schema;
}

/** The schema of a value in `plain`, which decides between the members of unions on the way; null where nothing may stand. */
export function schemaAt(root: Schema, keys: readonly PropertyKey[], plain: unknown): Schema | null {
  let schema: Schema | null = unwrap(root);
  let value = plain;
  for (const key of keys) {
    const child: Schema | null = schema && childSchema(memberFor(schema, value), key);
    schema = child && unwrap(child);
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return schema;
}

function childSchema(schema: Schema, key: PropertyKey): Schema | null {
  if (schema instanceof z.ZodObject) return (schema.shape[String(key)] as Schema | undefined) ?? null;
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : null;
}

export const membersOf = (union: z.ZodUnion): Schema[] => union.options.map((option) => unwrap(option as Schema));

/** Of a union the member that is of the value's type: words or mappings. */
export function memberFor(schema: Schema, value: unknown): Schema {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const isMapping = typeof value === 'object' && value !== null;
  const members = membersOf(schema);
  return members.find((member) => member instanceof z.ZodObject === isMapping) ?? members[0] ?? schema;
}

/** The keys that a mapping may have; empty where any will do. */
export function keysOf(schema: Schema): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}
