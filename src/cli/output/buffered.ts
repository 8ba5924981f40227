/** Many small writes as few large ones: a million findings are a million pieces of text. */
import type { Sink } from './sink.ts';

/** In UTF-16 units. */
const PIECE = 1 << 16;

export function buffered(sink: Sink): Sink<string> {
  let held = '';
  const flush = async () => {
    const piece = held;
    held = '';
    if (piece !== '') await sink.write(piece);
  };
  return {
    write: (text) => {
      held += text;
      return held.length < PIECE ? nothing : flush();
    },
    commit: async () => {
      await flush();
      await sink.commit();
    },
    discard: sink.discard,
  };
}

const nothing = Promise.resolve();
