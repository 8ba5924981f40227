/**
 * Lines of a stream of UTF-8, as many at a time as have come, so that a program that waits for an answer to each line gets it.
 * A line ends at \n alone: what other characters break a line for a reader stays in the text.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  // A long line comes in many pieces, which are joined once.
  let pieces: string[] = [];
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    const rest = parts.pop()!;
    if (parts.length > 0) {
      const [first = '', ...others] = parts;
      yield [[...pieces, first].join(''), ...others].map(withoutReturn);
      pieces = [];
    }
    pieces.push(rest);
  }
  const last = pieces.join('') + decoder.decode();
  if (last !== '') yield [withoutReturn(last)];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
