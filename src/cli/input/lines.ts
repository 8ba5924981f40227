/**
 * Lines of a stream of UTF-8, as many at a time as have come, so that a program that waits for an answer to each line gets it.
 * A line ends at \n alone: what other characters break a line for a reader stays in the text.
 */
export const linesOf = (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> =>
  linesUpTo(chunks, Number.POSITIVE_INFINITY) as AsyncGenerator<string[]>;

/** The same, but for lines of more than `longest` characters: they are not held, and null stands in their place. */
export async function* linesUpTo(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<(string | null)[]> {
  const decoder = new TextDecoder();
  // A long line comes in many pieces, which are joined once.
  let pieces: string[] = [];
  let length = 0;
  const add = (piece: string) => {
    length += piece.length;
    if (length > longest) pieces = [];
    else pieces.push(piece);
  };
  const endLine = (): string | null => {
    const line = length > longest ? null : withoutReturn(pieces.join(''));
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    const rest = parts.pop() ?? '';
    const lines = parts.map((part) => {
      add(part);
      return endLine();
    });
    if (lines.length > 0) yield lines;
    add(rest);
  }
  add(decoder.decode());
  if (length > 0) yield [endLine()];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
