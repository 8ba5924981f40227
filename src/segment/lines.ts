/**
 * The lines of our own dictionary file, `word frequency tag`, each ended by a newline. They are sorted by word, in the order of their bytes,
 * so they are found by halving: 1 µs, and nothing to build or keep but the bytes of the file.
 */

const NEWLINE = 0x0a;

/** A stretch of the file, from the start of a line to the end of one. */
export type LineRange = { start: number; end: number };

/** The lines that begin with a prefix of whole characters, looked for in a stretch of the file. */
export function linesWith(dictionary: Uint8Array, prefix: string, within: LineRange = wholeOf(dictionary)): LineRange {
  const bytes = Buffer.from(prefix);
  const start = firstLine(dictionary, bytes, within);
  let end = start;
  while (end < within.end && compare(dictionary, end, bytes) === 0) end = lineEnd(dictionary, end) + 1;
  return { start, end };
}

/** The lines of all words that begin with a character. */
export function linesOf(dictionary: Uint8Array, character: string): LineRange {
  const { end } = wholeOf(dictionary);
  const next = String.fromCharCode(character.charCodeAt(0) + 1);
  const start = firstLine(dictionary, Buffer.from(character), { start: 0, end });
  return { start, end: firstLine(dictionary, Buffer.from(next), { start, end }) };
}

const wholeOf = ({ length }: Uint8Array): LineRange => ({ start: 0, end: length });

/** Where the first line starts that does not come before a prefix. */
function firstLine(dictionary: Uint8Array, prefix: Uint8Array, { start: from, end }: LineRange): number {
  let low = from;
  let high = end;
  while (low < high) {
    const start = lineStart(dictionary, (low + high) >>> 1);
    if (compare(dictionary, start, prefix) < 0) low = lineEnd(dictionary, start) + 1;
    else high = start;
  }
  return low;
}

function lineStart(dictionary: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && dictionary[start - 1] !== NEWLINE) start--;
  return start;
}

/** Lines are short: to ask the buffer for the byte would cost more. */
export function lineEnd(dictionary: Uint8Array, start: number): number {
  let end = start;
  while (dictionary[end] !== NEWLINE) end++;
  return end;
}

/** Negative where a line comes before a prefix, 0 where it begins with it. */
function compare(dictionary: Uint8Array, start: number, prefix: Uint8Array): number {
  for (let i = 0; i < prefix.length; i++) {
    const order = dictionary[start + i]! - prefix[i]!;
    if (order !== 0) return order;
  }
  return 0;
}
