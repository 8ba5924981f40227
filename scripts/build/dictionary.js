/** Writes the files of the segmenters' dictionary. */
import { BUILT } from '../../dist/built/places.js';
import { dictionaryFiles } from '../../dist/segment/dictionary-files.js';
import { writeFolder } from './whole.js';

writeFolder(BUILT.dictionary, dictionaryFiles());
