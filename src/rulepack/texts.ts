/** EDGE: the files of rule packs, as texts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GaigeError } from '../model/error.ts';

/** The pack that comes with gaige. */
export const BUILT_IN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

export type PackText = { path: string; name: string; text: string };

/** The files of a pack, in the order in which they count. Throws RULES_NOT_FOUND. */
export function readPack(path: string): PackText[] {
  const isYaml = (name: string) => /\.ya?ml$/.test(name);
  try {
    const names = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(isYaml).sort()
      : [];
    const files = names.length > 0 ? names.map((name) => join(path, name)) : [path];
    return files.map((file) => ({ path: file, name: basename(file), text: readFileSync(file, 'utf8') }));
  } catch (cause) {
    throw new GaigeError('RULES_NOT_FOUND', { path }, cause);
  }
}

/** The same for the same files in the same order, wherever they lie. */
export function hashOfTexts(texts: readonly PackText[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of texts) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
