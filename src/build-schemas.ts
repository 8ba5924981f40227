/** Run after `tsc`: writes the JSON Schemas into `dist/schema`, where editors find the one that rule files name. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatSchema, SCHEMA_NAMES } from './json-schemas.ts';

const directory = fileURLToPath(new URL('../dist/schema', import.meta.url));

mkdirSync(directory, { recursive: true });
for (const name of SCHEMA_NAMES) writeFileSync(join(directory, `${name}.json`), formatSchema(name));
