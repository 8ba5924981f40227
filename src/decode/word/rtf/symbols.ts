/** Text in fonts of symbols: bytes of their own character set, or characters of the private area. */
import { isSymbolFont, symbolOf, withSymbols } from '../docx/symbols.ts';
import { type FontEntry, nameOf } from './entries.ts';
import { SYMBOLS } from './words.ts';

/** What bytes are in a font of symbols, or null where they are text. Symbol has digits and most of ASCII where they always are. */
export function symbolsOfBytes(font: FontEntry | null, bytes: Uint8Array): string | null {
  const name = font?.charset === SYMBOLS ? nameOf(font) : '';
  if (!isSymbolFont(name)) return null;
  const isPlain = (byte: number) => byte < 0x80 && /^symbol/i.test(name);
  const signs = Array.from(bytes, (byte) =>
    isPlain(byte) ? String.fromCharCode(byte) : symbolOf(name, byte.toString(16)),
  );
  return signs.join('');
}

/** A code of UTF-16, as `\u-3917` names the private one of ≥ in Symbol. */
export const charOfCode = (font: FontEntry | null, code: number): string =>
  withSymbols(String.fromCharCode(code), font ? nameOf(font) : '');
