/** Signs in fonts of symbols: `(` with a change that names the sign, or a character of the private area ([MS-DOC] 2.6.1, 2.9.88). */
import { isSymbolFont, symbolOf, withSymbols } from '../docx/symbols.ts';
import { CHANGE } from './properties.ts';

/** Names of fonts by their numbers ([MS-DOC] 2.9.105). */
export type Fonts = readonly string[];

const HEAD = 4;
const NAME = 40;

export function readDocFonts(bytes: Buffer): Fonts {
  const names: string[] = [];
  for (let at = HEAD; at < bytes.length; ) {
    const end = at + bytes.readUInt8(at) + 1;
    names.push(bytes.toString('utf16le', at + NAME, end).split('\0', 1)[0] ?? '');
    at = end;
  }
  return names;
}

/** How a run of such changes prints a character, or null for a run of text. */
export function symbolsIn(changes: ReadonlyMap<number, number>, fonts: Fonts): ((char: string) => string) | null {
  const symbol = changes.get(CHANGE.symbol);
  if (symbol !== undefined) {
    const sign = symbolOf(fonts[symbol & 0xffff] ?? '', (symbol >>> 16).toString(16));
    // No sign is a control character, or half of one.
    return () => (/[^\p{Cc}\p{Cs}]/u.test(sign) ? sign : '');
  }
  const font = fonts[changes.get(CHANGE.font) ?? -1] ?? '';
  return isSymbolFont(font) ? (char) => withSymbols(char, font) : null;
}
