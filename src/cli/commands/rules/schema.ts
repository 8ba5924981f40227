/** `gaige rules schema`: the JSON Schema of rule files, for editors. */
import { formatSchema } from '../../../pipeline/json-schemas.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command } from '../../io.ts';

export const run: Command = async (_given, _options, io) => {
  await io.write(formatSchema('pack'));
  return EXIT.done;
};
