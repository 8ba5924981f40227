/** Signs that Word keeps as numbers of a symbol font. Those that stand for a character of text; dingbats say nothing. */

const SYMBOL = new Map([
  [0x25, '%'],
  [0xa2, '′'],
  [0xa3, '≤'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xd7, '·'],
]);

/** Empty boxes of forms are masks (□□), ticks are not. */
const WINGDINGS = new Map([
  [0x6f, '□'],
  [0x70, '□'],
  [0x71, '□'],
  [0x72, '□'],
  [0xa1, '○'],
  [0xa8, '□'],
  [0xfc, '√'],
  [0xfe, '☑'],
]);

/** `char` is hexadecimal; fonts of symbols have theirs at F000 and up. */
export function symbolOf(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (Number.isNaN(code)) return '';
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings/i.test(font)) return WINGDINGS.get(own) ?? '';
  if (/^symbol/i.test(font)) return SYMBOL.get(own) ?? (own >= 0x30 && own <= 0x39 ? String.fromCharCode(own) : '');
  return code >= 0xe000 && code <= 0xf8ff ? '' : String.fromCodePoint(Math.min(code, 0x10ffff));
}

export const isSymbolFont = (font: string): boolean => /^(?:symbol|wingdings)/i.test(font);

/** Signs that were typed in a font of symbols, and not inserted: they are in the private area. */
export const withSymbols = (text: string, font: string): string =>
  isSymbolFont(font)
    ? text.replace(/[\uf000-\uf0ff]/g, (char) => symbolOf(font, char.charCodeAt(0).toString(16)))
    : text;
