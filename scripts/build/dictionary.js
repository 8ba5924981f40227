/** Writes the files of the segmenters' dictionary. A file is renamed into place, so that none is ever half there. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT } from '../../dist/built/places.js';
import { dictionaryFiles } from '../../dist/segment/dictionary-files.js';

mkdirSync(BUILT.dictionary, { recursive: true });
for (const [name, content] of Object.entries(dictionaryFiles())) {
  const path = join(BUILT.dictionary, name);
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
