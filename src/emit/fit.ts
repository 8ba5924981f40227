import { widthOf, widthOfCharacter } from '../text/width.ts';

export { widthOf };

/** Cuts at the width, with … in place of what was cut off. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let room = width - 1;
  let beginning = '';
  for (const char of text) {
    room -= widthOfCharacter(char);
    if (room < 0) break;
    beginning += char;
  }
  return `${beginning}…`;
}

export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The width of the widest; 0 for none. */
export const widestOf = (texts: readonly string[]): number =>
  texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0);
