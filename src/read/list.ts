/** EDGE: which files a request names. Only names are read here; bytes come later, one file at a time. */
import { type Dirent, realpathSync, type Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import type { InputFailure } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import { HEAD_LENGTH, isOwnOutput, isRecords, mayBeOwnOutput } from './own-output.ts';

export type ListOptions = {
  /** Whether files of this name are read when a folder or a glob holds them. A file that is named itself is always tried. */
  isReadable: (name: string) => boolean;
  /** The name standard input goes by; formats are guessed from it. */
  stdinName?: string | undefined;
  /** What `isReadable` takes, for the message where there is nothing to read. */
  formats?: readonly string[] | undefined;
  /** Whether files of records that gaige wrote are read too; else those in a folder or glob are passed over. */
  takesRecords?: boolean | undefined;
};

/**
 * A file to be read, or `-` for standard input. `path` is as given, with `/` between its parts. `isStream`: a pipe or a device, which can be
 * read once and may be long in coming.
 */
export type Input = { path: string; name: string; holdsRecords?: true; isStream?: true };

export type PassedOver = { path: string; reason: 'format' | 'own-output' | 'folder-link' | 'no-file' };

export type Listing = {
  /** In the order of the arguments, within a folder or glob by code unit; every file once. A folder that cannot be looked into is a failure. */
  inputs: readonly (Input | InputFailure)[];
  /** Files and folders met in a folder or glob and not read. Hidden ones and node_modules are not even looked at. */
  passedOver: readonly PassedOver[];
};

export const STDIN = '-';

/**
 * Finds the files that the paths name: files, folders with all they hold, globs, `-` for standard input. A folder or glob with nothing to
 * read is a failure beside the others.
 * @throws GaigeError PATH_NOT_FOUND for a path that does not exist, NO_INPUT where all the paths together hold nothing to read
 */
export async function listInputs(paths: readonly string[], options: ListOptions): Promise<Listing> {
  const passedOver: PassedOver[] = [];
  const found: (Input | InputFailure)[] = [];
  for (const path of paths) for (const each of await expand(path, options, passedOver)) found.push(each);
  const empty = found.every((each) => 'error' in each && each.error.code === 'NO_INPUT');
  if (empty) throw nothingToRead(paths.join(' '), options);
  return { inputs: withoutRepeats(found), passedOver };
}

const nothingToRead = (path: string, { formats = [] }: ListOptions): GaigeError =>
  new GaigeError('NO_INPUT', { path, formats: formats.join(', ') });

const stdinInput = ({ stdinName }: ListOptions): Input => ({
  path: STDIN,
  name: stdinName ? basename(stdinName) : STDIN,
});

const inputOf = (path: string): Input => ({ path, name: basename(path) });

const toSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

async function expand(path: string, options: ListOptions, passedOver: PassedOver[]): Promise<(Input | InputFailure)[]> {
  if (path === STDIN) return [stdinInput(options)];
  const stats = await statOf(path);
  if (stats === 'unreadable') return [inputOf(toSlashes(path))];
  if (stats?.isFile()) return [await namedItself(inputOf(toSlashes(path)), options)];
  // A socket, which cannot be opened anew.
  if (stats?.isSocket() && path === '/dev/stdin') return [stdinInput(options)];
  if (stats && !stats.isDirectory()) return [{ ...inputOf(toSlashes(path)), isStream: true }];
  if (!stats && path.includes(UNKNOWN)) return [notUtf8(path)];
  const candidates = stats ? await filesIn(toSlashes(path), options, passedOver) : await filesLike(path);
  const readable = await choose(candidates, options, passedOver);
  if (readable.length > 0) return readable;
  return [{ path, error: nothingToRead(path, options) }];
}

/** Null where there is nothing; a path that is there and cannot be looked at is tried like a file, and fails then. */
async function statOf(path: string): Promise<Stats | 'unreadable' | null> {
  try {
    return await stat(path);
  } catch (error) {
    return isMissing(error) ? null : 'unreadable';
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const byCodeUnit = (a: { path: string }, b: { path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** Hidden files, and the locks that Word and WPS leave beside a document that is open. */
const isPassedBy = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name === 'node_modules';

/** All files under a folder. Links to folders are not followed: they may lead back. */
async function filesIn(
  folder: string,
  { isReadable }: ListOptions,
  passedOver: PassedOver[],
): Promise<(Input | InputFailure)[]> {
  const files: (Input | InputFailure)[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await entriesOf(next);
    if ('error' in entries) {
      files.push(entries);
      continue;
    }
    const place = next.replace(/\/+$/, '');
    const misnamed = entries.some(({ name }) => name.includes(UNKNOWN)) ? await misnamedIn(next) : [];
    for (const { shown, isFolder } of misnamed) {
      if (isFolder || isReadable(shown)) files.push(notUtf8(`${place}/${shown}`));
      else passedOver.push({ path: `${place}/${shown}`, reason: 'format' });
    }
    const isMisnamed = ({ name }: Dirent) => misnamed.some(({ read }) => read === name);
    for (const entry of entries.filter((entry) => !isPassedBy(entry.name) && !isMisnamed(entry))) {
      const path = `${place}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(inputOf(path));
      else if (entry.isSymbolicLink()) await addLink(path, files, passedOver);
      else passedOver.push({ path, reason: 'no-file' });
    }
  }
  return files.sort(byCodeUnit);
}

const entriesOf = (folder: string): Promise<Dirent[] | InputFailure> =>
  readdir(folder, { withFileTypes: true }).catch((error: unknown) => failure(folder, error));

async function addLink(path: string, files: (Input | InputFailure)[], passedOver: PassedOver[]): Promise<void> {
  const stats = await statOf(path);
  if (stats && stats !== 'unreadable' && stats.isDirectory()) passedOver.push({ path, reason: 'folder-link' });
  // A link to nothing is tried like any file, so that the failure is reported.
  else if (!stats || stats === 'unreadable' || stats.isFile()) files.push(inputOf(path));
  else passedOver.push({ path, reason: 'no-file' });
}

/** What stands for bytes of a name that are no UTF-8: by such a name nothing is found. */
const UNKNOWN = '\ufffd';

const notUtf8 = (path: string): InputFailure => ({
  path,
  error: new GaigeError('INPUT_UNREADABLE', { path, reason: 'NOT_UTF8' }),
});

/** Names in a folder that are no UTF-8: as they are read, and with their bytes shown, so that two of them are not one. */
async function misnamedIn(folder: string): Promise<{ read: string; shown: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => {
    const bytes = entry.name as unknown as Buffer;
    const read = bytes.toString();
    if (isPassedBy(read) || Buffer.from(read).equals(bytes)) return [];
    const shown = bytes.toString('latin1').replace(/[^ -~]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);
    return [{ read, shown, isFolder: entry.isDirectory() }];
  });
}

const failure = (path: string, cause: unknown): InputFailure => ({
  path,
  error: new GaigeError('INPUT_UNREADABLE', { path, reason: reasonOf(cause) }, cause),
});

/** The system's code, which the wording explains. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';

/** What reads globs is loaded where there may be one. */
async function filesLike(pattern: string): Promise<(Input | InputFailure)[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) throw new GaigeError('PATH_NOT_FOUND', { path: pattern });
  const paths = await glob(pattern, {
    absolute: pattern.startsWith('/'),
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  const isMisnamed = (path: string) => path.includes(UNKNOWN) && realPath(path) === null;
  const files = paths.map(toSlashes).map((path) => (isMisnamed(path) ? notUtf8(path) : inputOf(path)));
  return files.sort(byCodeUnit);
}

/** Whether a folder holds a file that a glob names. */
export async function someFileFits(globs: readonly string[], folder: string): Promise<boolean> {
  const { glob } = await import('tinyglobby');
  const files = await glob([...globs], {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**'],
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return files.length > 0;
}

async function choose(
  candidates: readonly (Input | InputFailure)[],
  options: ListOptions,
  passedOver: PassedOver[],
): Promise<(Input | InputFailure)[]> {
  const chosen: (Input | InputFailure)[] = [];
  for (const candidate of candidates) {
    if ('error' in candidate) chosen.push(candidate);
    else if (!options.isReadable(candidate.name)) passedOver.push({ path: candidate.path, reason: 'format' });
    else {
      const content = await contentOf(candidate);
      if (content === 'records' && options.takesRecords) chosen.push({ ...candidate, holdsRecords: true });
      else if (content !== 'unknown') passedOver.push({ path: candidate.path, reason: 'own-output' });
      else chosen.push(candidate);
    }
  }
  return chosen;
}

/** A file that is named itself is read whatever it holds. */
async function namedItself(input: Input, { takesRecords }: ListOptions): Promise<Input> {
  return takesRecords && (await contentOf(input)) === 'records' ? { ...input, holdsRecords: true } : input;
}

/** Whether gaige wrote it itself, and then whether it is records. */
async function contentOf({ path, name }: Input): Promise<'records' | 'own-output' | 'unknown'> {
  if (!mayBeOwnOutput(name)) return 'unknown';
  // What cannot be opened now is tried later, and fails then.
  const head = await readHead(path).catch(() => null);
  if (head === null || !isOwnOutput(head)) return 'unknown';
  return isRecords(head) ? 'records' : 'own-output';
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The path of what is there without links on the way, so that two paths of one file are one; null where nothing is. */
export function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

/** The first of those that lead to the same file, by whatever way. */
function withoutRepeats(inputs: readonly (Input | InputFailure)[]): (Input | InputFailure)[] {
  const seen = new Set<string>();
  const distinct: (Input | InputFailure)[] = [];
  for (const input of inputs) {
    const identity = input.path === STDIN ? STDIN : (realPath(input.path) ?? input.path);
    if (seen.has(identity)) continue;
    seen.add(identity);
    distinct.push(input);
  }
  return distinct;
}
