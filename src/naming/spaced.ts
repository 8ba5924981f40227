/** 全 年 收 购 粮 食: words whose characters stand apart are no words to the segmenter. */
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';
import { MIN_AFTER_STRONG_VERB } from './verbs.ts';

const SPACED = /^\s*(?:\p{Script=Han}\s+){2,}/u;

/** Where the name begins, by the lexicons alone; `start` where the characters do not stand apart. */
export function afterSpacedLead({ text, classes }: NamingContext, { start, end }: Span): number {
  if (!SPACED.test(text.slice(start, end))) return start;
  const places: number[] = [];
  for (let i = start; i < end; i++) if (text.charAt(i).trim() !== '') places.push(i);
  const words = places.map((at) => text.charAt(at)).join('');
  let at = 0;
  for (;;) {
    const kept = classes.keptVerb.longestAt(words, at);
    const length = kept > 0 ? 0 : classes.lead.longestAt(words, at) || classes.strongVerb.longestAt(words, at);
    if (length === 0 || words.length - at - length < MIN_AFTER_STRONG_VERB) return places[at] ?? start;
    at += length;
  }
}
