/** `gaige rules new FILE`: a pack to begin with. */

import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { BUILT_IN_RULES } from '../../../knowledge/pack-texts.ts';
import { RULES_WORDS } from '../../../messages/rules.ts';
import { GaigeError } from '../../../model/error.ts';
import { shown } from '../../../text/shown.ts';
import { EXIT } from '../../exit-codes.ts';
import { codeOf } from '../../host.ts';
import type { Command } from '../../io.ts';

export const run: Command = async ([path = ''], _options, io) => {
  const template = await readFile(join(BUILT_IN_RULES, 'new-pack.txt'), 'utf8');
  const name = basename(path, extname(path)).replace(/[^\p{L}\p{N}]+/gu, '-');
  try {
    await writeFile(path, template.replaceAll('{name}', name), { flag: 'wx' });
  } catch (cause) {
    throw new GaigeError('OUTPUT_UNWRITABLE', { path, reason: codeOf(cause) }, cause);
  }
  await io.say(`${RULES_WORDS[io.language].made(shown(path))}\n`);
  return EXIT.done;
};
