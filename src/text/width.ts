/** Columns on a terminal: Han characters and full-width signs take two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

export const widthOfCharacter = (char: string): number => (char.length === 2 || WIDE.test(char) ? 2 : 1);

export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + widthOfCharacter(char), 0);
