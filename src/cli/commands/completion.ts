/** `gaige completion`: the script that completes gaige in a shell. */

import { SHELLS } from '../../options/declared.ts';
import { EXIT } from '../exit-codes.ts';
import type { Command } from '../io.ts';
import { completionScript } from '../manual/completion.ts';
import { shownCommands } from '../manual/tree.ts';
import { programOf } from '../program.ts';

export const run: Command = async ([given], _options, io) => {
  const shell = SHELLS.find((name) => name === given) ?? 'bash';
  await io.write(completionScript(shell, shownCommands(programOf(io.language))));
  return EXIT.done;
};
