/** Part-of-speech tags from our own dictionary file, since nodejieba's `tag` cannot leave its HMM out. */
import { lineEnd, linesWith } from './lines.ts';

const UNKNOWN_TAG = 'x';

const SPACE = 0x20;

/** The file is read at the first question. */
export const taggerOf =
  (dictionary: () => Uint8Array): ((word: string) => string) =>
  (word) =>
    findTag(dictionary(), word) ?? UNKNOWN_TAG;

export function findTag(dictionary: Uint8Array, word: string): string | undefined {
  const { start, end } = linesWith(dictionary, `${word} `);
  return start < end ? tagAt(dictionary, start) : undefined;
}

function tagAt(dictionary: Uint8Array, line: number): string {
  const end = lineEnd(dictionary, line);
  let start = end;
  while (dictionary[start - 1] !== SPACE) start--;
  return String.fromCharCode(...dictionary.subarray(start, end));
}
