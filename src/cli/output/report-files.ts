/** Names for files of one report each. */
import { createHash } from 'node:crypto';

/** Bytes; file systems allow 255. */
const LONGEST_NAME = 240;

/** Characters that Windows does not allow in names, and controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be in a name
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f]/g;

/**
 * Gives every report a file of its own below a folder: the report's path as given, with `extension` added, so that names are known
 * beforehand and `a.txt` and `a.html` do not collide. Nothing is ever written outside the folder: `..` becomes `__`, a root is left out.
 * Where two names would be the same all the same, the later gets a number; `isOther` knows names, in small letters, that are those of other files.
 */
export function reportFiles(
  extension: string,
  isOther: (file: string) => boolean = () => false,
): (path: string) => string {
  const taken = new Set<string>();
  return (path) => {
    const parts = partsOf(path);
    const last = parts.pop() ?? 'stdin';
    for (let copy = 1; ; copy++) {
      const file = [...parts, fileName(last, copy, extension)].join('/');
      // To some file systems A is a.
      const key = file.normalize('NFC').toLowerCase();
      if (taken.has(key) || isOther(key)) continue;
      taken.add(key);
      return file;
    }
  };
}

function partsOf(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const safe = parts.map((part) => shorten(part === '..' ? '__' : part.replace(FORBIDDEN, '_')));
  return path === '-' ? [] : safe;
}

const fileName = (name: string, copy: number, extension: string): string =>
  `${name}${copy === 1 ? '' : `-${copy}`}.${extension}`;

/** A name too long is cut, and made unlike others by a hash. */
function shorten(part: string): string {
  if (Buffer.byteLength(part) <= LONGEST_NAME) return part;
  const hash = createHash('sha256').update(part).digest('hex').slice(0, 10);
  const chars = [...part];
  while (Buffer.byteLength(chars.join('')) > LONGEST_NAME - hash.length - 1) chars.pop();
  return `${chars.join('')}-${hash}`;
}
