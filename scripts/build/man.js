/** Writes the manual page, from the same words as the help. */

import { fileURLToPath } from 'node:url';
import { VERSION } from '../../dist/built/version.js';
import { EXIT } from '../../dist/cli/exit-codes.js';
import { manualPage } from '../../dist/cli/manual/page.js';
import { shownCommands } from '../../dist/cli/manual/tree.js';
import { programOf } from '../../dist/cli/program.js';
import { EXIT_WORDS, HELP } from '../../dist/messages/command-line.js';
import { writeFolder } from './whole.js';

const { examples } = HELP.en;
const page = manualPage(shownCommands(programOf('en')), {
  version: VERSION,
  examples: [...examples.gaige, ...examples.extract, ...examples.check],
  exitCodes: [
    [EXIT.done, EXIT_WORDS.done],
    [EXIT.failed, EXIT_WORDS.failed],
    [EXIT.refused, EXIT_WORDS.refused],
    [EXIT.bug, EXIT_WORDS.bug],
    [EXIT.interrupted, EXIT_WORDS.interrupted],
  ],
});
writeFolder(fileURLToPath(new URL('../../dist/man', import.meta.url)), { 'gaige.1': page });
