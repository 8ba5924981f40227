/** `gaige quantities`: lines in, a line of JSON out for each, as soon as it is read. */
import { loadPack } from '../../engine/load-pack.ts';
import { GaigeError } from '../../model/error.ts';
import { describeQuantities } from '../../pipeline/quantities.ts';
import { openStream } from '../../read/index.ts';
import { EXIT } from '../exit-codes.ts';
import { codeOf } from '../host.ts';
import { linesOf } from '../input/lines.ts';
import type { Command, Io } from '../io.ts';
import { usageError } from '../usage.ts';

export const run: Command = async ([file], options, io) => {
  const input = inputOf(file, io);
  const pack = await loadPack(options.rules);
  let line = 0;
  const answer = (text: string) => `${JSON.stringify({ line: ++line, quantities: describeQuantities(text, pack) })}\n`;
  for await (const lines of linesOf(input)) {
    io.signal.throwIfAborted();
    await io.write(lines.map(answer).join(''));
  }
  return EXIT.done;
};

function inputOf(file: string | undefined, { host: { stdin }, signal }: Io): AsyncIterable<Uint8Array> {
  if (file !== undefined && file !== '-') return chunksOf(file, signal);
  if (file === undefined && stdin.isTTY) throw usageError('NO_PATH');
  return stdin;
}

async function* chunksOf(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* openStream(path, signal);
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'EISDIR') throw usageError('ONE_FILE', { path });
    throw new GaigeError(reason === 'ENOENT' ? 'PATH_NOT_FOUND' : 'INPUT_UNREADABLE', { path, reason }, error);
  }
}
