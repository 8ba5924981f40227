import { SCHEMA_NAMES, type SchemaName, jsonSchema as schemaOf } from '../pipeline/json-schemas.ts';
import { checkName } from './errors.ts';

/**
 * The JSON Schema (2020-12) of a record, an envelope of records, a rule file, gaige.yaml, what `gaige check` found, or a baseline.
 * @throws GaigeError USAGE for another name
 */
export const jsonSchema = (name: SchemaName): Record<string, unknown> =>
  schemaOf(checkName('jsonSchema', name, SCHEMA_NAMES));
