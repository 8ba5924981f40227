/** Reads a pack: a YAML file, or a folder of them. Nothing outside the folder is ever opened. */
import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Facts } from '../model/diagnostic.ts';
import { GaigeError } from '../model/error.ts';
import type { Fault, FaultCode } from '../model/fault.ts';
import { parseRuleFile, type RuleFile } from './rule-file.ts';

export type Pack = {
  path: string;
  name: string;
  version: string;
  /** Of the names and contents of its files: the same rules give the same hash wherever they lie. */
  hash: string;
  files: readonly RuleFile[];
  /** Of the files as such and of what is written in them. */
  faults: readonly Fault[];
};

const MOST_FILES = 500;
/** Bytes; more than a rule file can have anyhow. */
const LARGEST = 4 * 1024 * 1024;

/** Throws RULES_NOT_FOUND where there is no such file or folder, or no YAML in it. */
export function readPack(path: string): Pack {
  const { texts, faults } = readTexts(path);
  const files = texts.filter(({ file }) => isYaml(file)).map(({ file, text }) => parseRuleFile(file, text));
  const stated = files.find(({ content }) => content.pack)?.content.pack;
  return {
    path,
    name: stated?.name ?? nameFrom(path),
    version: stated?.version ?? '0',
    hash: hashOf(
      texts.map(({ file, text }) => ({ name: file === path ? basename(file) : relative(path, file), text })),
    ),
    files,
    faults: [...faults, ...files.flatMap((file) => file.faults)],
  };
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** The dictionary that the built-in pack adds to at build time is part of what it knows. */
const isKnowledge = (name: string): boolean => isYaml(name) || name === 'dictionary.txt';

const nameFrom = (path: string): string => basename(path, extname(path)).replace(/[^\p{L}\p{N}]+/gu, '-') || 'unnamed';

function hashOf(texts: readonly { name: string; text: string }[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of texts) hash.update(`${name.split(sep).join('/')}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

type Texts = { texts: { file: string; text: string }[]; faults: Fault[] };

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
  if (files.length > MOST_FILES)
    return { texts: [], faults: [faultOf(files[MOST_FILES]!, 'TOO_MANY_FILES', { limit: MOST_FILES })] };
  const read: Texts = { texts: [], faults: [] };
  for (const file of files) {
    const result = readOne(file, root);
    if (typeof result === 'string') read.texts.push({ file, text: result });
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
