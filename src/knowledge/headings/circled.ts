/** Numbers in circles and in brackets of their own. */
import { CharSet } from '../../text/char-set.ts';

/** ① to ⑳, then ⑴ to ⒇. */
const FIRST = 0x2460;
const COUNT = 20;

export const CIRCLED = new CharSet(Array.from({ length: 2 * COUNT }, (_, i) => String.fromCharCode(FIRST + i)));

/** Of ③ and ⑶: 3. Null for any other character. */
export const circledNumber = (text: string, at: number): number | null =>
  CIRCLED.at(text, at) ? ((text.charCodeAt(at) - FIRST) % COUNT) + 1 : null;
