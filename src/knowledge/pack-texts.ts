/** EDGE: the files of rule packs, as texts. A pack is a YAML file, or a folder of them; nothing outside the folder is ever opened. */
import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, FaultCode } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import { GaigeError } from '../model/error.ts';

/** The pack that comes with gaige. */
export const BUILT_IN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

export type PackText = { path: string; text: string };

export type PackTexts = {
  path: string;
  /** The YAML files, in the order in which they count. */
  files: readonly PackText[];
  /** Of the names and contents of the files: the same wherever they lie. */
  hash: string;
  /** Of files that cannot be read. */
  faults: readonly Fault[];
};

const MOST_FILES = 500;
/** Bytes; more than a rule file can have anyhow. */
const LARGEST = 4 * 1024 * 1024;

/** Throws RULES_NOT_FOUND where there is no such file or folder, or no YAML in it. */
export function readPackTexts(path: string): PackTexts {
  const { texts, faults } = readTexts(path);
  const nameOf = (file: string) => (file === path ? basename(file) : relative(path, file).split(sep).join('/'));
  return {
    path,
    files: texts.filter((text) => text.path === path || isYaml(text.path)),
    hash: hashOf(texts.map((text) => ({ name: nameOf(text.path), text: text.text }))),
    faults,
  };
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** The words that the built-in pack adds to the dictionary when gaige is built are part of what it knows. */
const isKnowledge = (name: string): boolean => isYaml(name) || name === 'dictionary.txt';

function hashOf(texts: readonly { name: string; text: string }[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of texts) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

type Texts = { texts: PackText[]; faults: Fault[] };

function readTexts(path: string): Texts {
  try {
    if (!statSync(path).isDirectory()) return readAll([path], realpathSync(path));
    const files = filesIn(path);
    if (!files.some(isYaml)) throw new GaigeError('RULES_NOT_FOUND', { path });
    return readAll(files, realpathSync(path) + sep);
  } catch (cause) {
    throw cause instanceof GaigeError ? cause : new GaigeError('RULES_NOT_FOUND', { path }, cause);
  }
}

/** Links to folders are not followed; hidden and installed files are no rules. */
function filesIn(folder: string): string[] {
  const isOwn = ({ name }: Dirent) => !name.startsWith('.') && name !== 'node_modules';
  const entries = readdirSync(folder, { withFileTypes: true }).filter(isOwn);
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return isKnowledge(entry.name) ? [path] : [];
    });
}

/** `root` is the real path that every file must lie at or under. */
function readAll(files: readonly string[], root: string): Texts {
  const oneTooMany = files[MOST_FILES];
  if (oneTooMany !== undefined)
    return { texts: [], faults: [faultOf(oneTooMany, 'TOO_MANY_FILES', { limit: MOST_FILES })] };
  const read: Texts = { texts: [], faults: [] };
  for (const path of files) {
    const result = readOne(path, root);
    if (typeof result === 'string') read.texts.push({ path, text: result });
    else read.faults.push(result);
  }
  return read;
}

function readOne(file: string, root: string): string | Fault {
  try {
    if (lstatSync(file).isSymbolicLink() && !`${realpathSync(file)}${sep}`.startsWith(root))
      return faultOf(file, 'OUTSIDE');
    const stats = statSync(file);
    // A named pipe would never end.
    if (!stats.isFile()) return faultOf(file, 'NO_FILE');
    if (stats.size > LARGEST) return faultOf(file, 'TOO_LARGE', { bytes: stats.size, limit: LARGEST });
    return readFileSync(file, 'utf8');
  } catch (error) {
    return faultOf(file, 'UNREADABLE', { reason: (error as NodeJS.ErrnoException).code ?? 'UNKNOWN' });
  }
}

const faultOf = (path: string, code: FaultCode, facts: Facts = {}): Fault => ({
  severity: 'error',
  code,
  path,
  line: 1,
  column: 1,
  facts,
  excerpt: '',
});
