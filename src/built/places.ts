/**
 * What the build leaves in `dist/`, by what it is. The one place that knows: it is found from `src/` (as tests run it), from `dist/`, and from
 * the bundled command line in `dist/app/`, which lie equally deep.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../../dist/', import.meta.url);

export const BUILT = {
  /** Tells one build from another. */
  buildId: new URL('build-id', DIST),
  /** What runs in a thread of the pool: threads do not read TypeScript. */
  batchWorker: new URL('app/worker.js', DIST),
  /** What runs in a process that may be ended: libraries that read hostile files. */
  libraryChild: fileURLToPath(new URL('decode/apart/child.js', DIST)),
  /** The built-in rules, parsed. */
  rules: fileURLToPath(new URL('rules.json', DIST)),
  /** A folder: the dictionary of the segmenters. */
  dictionary: fileURLToPath(new URL('dictionary', DIST)),
  /** A folder: characters of traditional script, and which pairs of characters are words. */
  script: fileURLToPath(new URL('script', DIST)),
  /** Codes and names of provinces, prefectures and counties. */
  divisions: fileURLToPath(new URL('divisions.txt', DIST)),
  /** A folder: character maps of PDF fonts. */
  cmaps: fileURLToPath(new URL('cmaps/', DIST)),
  /** A folder: script and style of pages. */
  viewer: fileURLToPath(new URL('viewer', DIST)),
  /** The style of pages of tables. */
  gridStyle: fileURLToPath(new URL('grid.css', DIST)),
  /** A folder: the published JSON Schemas. */
  schemas: fileURLToPath(new URL('schema', DIST)),
} as const;

const require = createRequire(import.meta.url);

/** The checks of a record that the build makes of its schema. */
export const loadRecordChecks = (): unknown => require(`${BUILT.schemas}/record-checks.cjs`);
/** That of a whole record which somebody gives us, and to which they may have added. */
export const loadGivenRecordCheck = (): unknown => require(`${BUILT.schemas}/given-record-check.cjs`);

/** Characters of traditional script, each followed by its simplified form: those of that script alone, and those that both have. */
export const loadVariants = (): { traditional: string; either: string } =>
  JSON.parse(readFileSync(`${BUILT.script}/variants.json`, 'utf8'));

/** The first characters of words of two, one a line, each followed by all that make a word with it. */
export const loadWordPairs = (): string[] => readFileSync(`${BUILT.script}/words.txt`, 'utf8').split('\n');

/** Places, one a line: code, and the parts of the name, parted by blanks. */
export const loadDivisionLines = (): string[] =>
  readFileSync(BUILT.divisions, 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line));
