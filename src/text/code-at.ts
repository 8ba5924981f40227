/**
 * The UTF-16 code unit at a place; 0, which is no character of any word, outside the text. To ask a string for one that it does not have
 * even once makes the asking place in the code slower for the rest of the process.
 */
export const codeAt = (text: string, place: number): number =>
  place >= 0 && place < text.length ? text.charCodeAt(place) : 0;
