/** `gaige schema`: the JSON Schema of a record, of an envelope of records, or of a rule file. */
import { formatSchema, type SchemaName } from '../../pipeline/json-schemas.ts';
import { EXIT } from '../exit-codes.ts';
import type { Command } from '../io.ts';

export const run: Command = async ([name = 'record'], _options, io) => {
  await io.write(formatSchema(name as SchemaName));
  return EXIT.done;
};
