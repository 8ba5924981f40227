/** Text as the XML of a workbook has it. */

/** What a cell of Excel holds, in UTF-16 units. */
export const MOST_CHARACTERS = 32_767;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML does not allow, or does not keep, halves of characters too; and what reads as the escape of one: `_x000D_`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be in XML
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escapeUnit = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, escapeUnit).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** Text too long for a cell is cut, never through a character, and ends in …; null where there is no need. */
export function cutText(text: string): string | null {
  if (text.length <= MOST_CHARACTERS) return null;
  const isThrough = /[\ud800-\udbff]/.test(text.charAt(MOST_CHARACTERS - 2));
  return `${text.slice(0, MOST_CHARACTERS - (isThrough ? 2 : 1))}…`;
}

export const textXml = (text: string): string =>
  `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</t>`;
