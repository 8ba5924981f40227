// Loaded into every thread of a run: a text with one of these words ends or holds up the thread that decodes it.
import { isMainThread } from 'node:worker_threads';

const decode = TextDecoder.prototype.decode;

TextDecoder.prototype.decode = function (...given) {
  const text = decode.apply(this, given);
  if (isMainThread || typeof text !== 'string') return text;
  if (text.includes('THREAD-EXITS')) process.exit(3);
  if (text.includes('THREAD-HANGS')) for (;;);
  if (text.includes('THREAD-FILLS-MEMORY')) {
    const held = [];
    for (;;) held.push(new Array(1e6).fill(held.length + 0.5));
  }
  return text;
};
