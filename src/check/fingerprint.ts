import { createHash } from 'node:crypto';
import type { Excerpt } from '../model/issue.ts';

/** Characters on either side that tell a mask from others. */
const REACH = 10;
/** Looked at for so many after figures and blanks are folded. */
const LOOK = 40;

export type Fingerprints = (kind: string, sentence: Excerpt) => string;

/**
 * Names for the masks of a text that stay when lines are added or moved, and when a figure beside is filled in: a hash of the characters
 * around in the sentence, in which figures and masks are all alike; of masks that read the same, the second is `…:2`.
 */
export function fingerprints(maskChars: Iterable<string>): Fingerprints {
  const seen = new Map<string, number>();
  const figures = new RegExp(`[${escapeSet(maskChars)}\\p{N}.．,，%％]+`, 'gu');
  const fold = (part: string): string => part.replace(/\s+/g, '').replace(figures, '#');
  return (kind, { text, mark: { start, end } }) => {
    const before = fold(text.slice(Math.max(0, start - LOOK), start)).slice(-REACH);
    const after = fold(text.slice(end, end + LOOK)).slice(0, REACH);
    const hash = createHash('sha256').update(`${kind}\0${before}\0${after}`).digest('hex').slice(0, 16);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  };
}

const escapeSet = (chars: Iterable<string>): string => [...chars].join('').replace(/[\\\]^-]/g, '\\$&');
