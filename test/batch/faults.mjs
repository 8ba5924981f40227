// Loaded into every thread of a run: a text with one of these words ends or holds up the thread that decodes it.
import buffer from 'node:buffer';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const { transcode } = buffer;
const decode = TextDecoder.prototype.decode;

// UTF-8 is decoded by the one, all else by the other.
buffer.transcode = (...given) => {
  const bytes = transcode(...given);
  befall(bytes.toString('utf16le'));
  return bytes;
};
syncBuiltinESMExports();

TextDecoder.prototype.decode = function (...given) {
  return befall(decode.apply(this, given));
};

/** @template T @param {T} text @returns {T} */
function befall(text) {
  if (isMainThread || typeof text !== 'string') return text;
  if (text.includes('THREAD-EXITS')) process.exit(3);
  if (text.includes('THREAD-HANGS')) for (;;);
  if (text.includes('THREAD-FILLS-MEMORY')) {
    const held = [];
    for (;;) held.push(new Array(1e6).fill(held.length + 0.5));
  }
  return text;
}
