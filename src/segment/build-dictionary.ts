/** Run after `tsc`: writes the files of `dictionary-files.ts`. A file is renamed into place, so that none is ever half there. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DICTIONARY_DIRECTORY } from './dictionary.ts';
import { dictionaryFiles } from './dictionary-files.ts';

mkdirSync(DICTIONARY_DIRECTORY, { recursive: true });
for (const [name, content] of Object.entries(dictionaryFiles())) {
  const path = join(DICTIONARY_DIRECTORY, name);
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
