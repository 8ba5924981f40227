/** Around a backend's `cut`: what keeps two backends to one answer on any text. */
import { COMMON_HAN, isCommonHan } from './han.ts';

/** Cuts a run of common Han characters into words, in a new array. */
export type Cut = (han: string) => string[];

/** nodejieba holds some 300 bytes a character while it cuts; no sentence is as long as this. */
const LONGEST_RUN = 4096;

const PARTS = new RegExp(`[${COMMON_HAN}]{1,${LONGEST_RUN}}|[^]`, 'gu');

/**
 * The backends differ on what they take for Han (〇, 々, the extensions, compatibility characters) and lose lone surrogates,
 * and the dictionary has words of common Han characters only. So they see nothing else; any other character is a word.
 */
export function cutText(text: string, cut: Cut): string[] {
  if (text.length <= LONGEST_RUN && isOfCommonHan(text)) return text === '' ? [] : settleTies(cut(text));
  const parts = text.match(PARTS) ?? [];
  return parts.flatMap((part) => (isOfCommonHan(part) ? settleTies(cut(part)) : [part]));
}

function isOfCommonHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isCommonHan(text.charCodeAt(i))) return false;
  return true;
}

/**
 * 天天|天 and 天|天天 are equally likely; nodejieba starts with the shorter word, @node-rs/jieba with the longer.
 * Neighbours that make the same text in either order are put longest first.
 */
function settleTies(words: string[]): string[] {
  let end = 0;
  for (const word of words) {
    let place = end++;
    for (; place > 0; place--) {
      const left = words[place - 1];
      if (left === undefined || !isOutOfOrder(left, word)) break;
      words[place] = left;
      words[place - 1] = word;
    }
  }
  return words;
}

const isOutOfOrder = (left: string, right: string): boolean =>
  left.length < right.length && left.charCodeAt(0) === right.charCodeAt(0) && left + right === right + left;
