/** Columns on a terminal: Han characters and full-width signs take two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

const widthOfCharacter = (char: string): number => (char.length === 2 || WIDE.test(char) ? 2 : 1);

export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + widthOfCharacter(char), 0);

/** Cuts at the width, with … in place of what was cut off. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let room = width - 1;
  let kept = '';
  for (const char of text) {
    room -= widthOfCharacter(char);
    if (room < 0) break;
    kept += char;
  }
  return `${kept}…`;
}

export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
