/** `gaige quantities`: lines in, a line of JSON out for each, as soon as it is read. */
import { createReadStream } from 'node:fs';
import { loadPack } from '../../engine/load-pack.ts';
import { GaigeError } from '../../model/error.ts';
import { describeQuantities } from '../../pipeline/quantities.ts';
import { EXIT } from '../exit-codes.ts';
import { codeOf, type Host } from '../host.ts';
import { linesOf } from '../input/lines.ts';
import type { Command } from '../io.ts';
import { usageError } from '../usage.ts';

export const run: Command = async ([file], options, io) => {
  const input = inputOf(file, io.host);
  const pack = await loadPack(options.rules);
  let line = 0;
  const answer = (text: string) => `${JSON.stringify({ line: ++line, quantities: describeQuantities(text, pack) })}\n`;
  for await (const lines of linesOf(input)) {
    io.signal.throwIfAborted();
    await io.write(lines.map(answer).join(''));
  }
  return EXIT.done;
};

function inputOf(file: string | undefined, { stdin }: Host): AsyncIterable<Uint8Array> {
  if (file !== undefined && file !== '-') return chunksOf(file);
  if (file === undefined && stdin.isTTY) throw usageError('NO_PATH');
  return stdin;
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'EISDIR') throw usageError('ONE_FILE', { path });
    throw new GaigeError(reason === 'ENOENT' ? 'PATH_NOT_FOUND' : 'INPUT_UNREADABLE', { path, reason }, error);
  }
}
