/**
 * Writes the JSON Schemas, where editors find the one that rule files name, and the checks of a record as plain code, so that a run need
 * load neither zod nor a schema.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { BUILT } from '../../dist/built/places.js';
import { formatSchema, jsonSchema, SCHEMA_NAMES } from '../../dist/pipeline/json-schemas.js';
import { RECORD_PARTS } from '../../dist/validate/checks.js';

mkdirSync(BUILT.schemas, { recursive: true });
for (const name of SCHEMA_NAMES) writeFileSync(join(BUILT.schemas, `${name}.json`), formatSchema(name));

// zod writes the pattern of a format beside it. Without `unicode` lengths are told in UTF-16 units, as everywhere, and the
// code needs nothing of ajv; the logger would say on every build that few want it so.
const ajv = new Ajv2020({ code: { source: true }, validateFormats: false, unicode: false, logger: false });
// No schema asks what is left unevaluated: an alternative that fits ends the search, and no errors are made of those behind it.
ajv.opts.unevaluated = false;
ajv.addSchema(jsonSchema('record'), 'record');
const refs = Object.fromEntries(RECORD_PARTS.map((part) => [part, `record#/properties/${part}/items`]));
writeFileSync(join(BUILT.schemas, 'record-checks.cjs'), standalone.default(ajv, refs));

/**
 * What others have added to a record breaks nothing.
 * @param {unknown} schema
 */
const open = (schema) =>
  JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'additionalProperties' && value === false ? undefined : value)),
  );
const given = ajv.compile(open({ ...jsonSchema('record'), $id: 'given-record' }));
writeFileSync(join(BUILT.schemas, 'given-record-check.cjs'), standalone.default(ajv, given));
