/** The reports that a command of `gaige rules` looks through. */

import type { Engine } from '../../../engine/engine.ts';
import type { Document } from '../../../model/document.ts';
import { decodeSources } from '../../../pipeline/sources.ts';
import { readSources } from '../../../read/index.ts';
import { listAll, pathsOrStdin } from '../../input/inputs.ts';
import type { Io } from '../../io.ts';
import type { Options } from '../../options.ts';
import { reportError } from '../../output/problems.ts';

/** What cannot be read is reported and counted, and the rest goes on. */
export async function* documentsOf(
  given: readonly string[],
  options: Options,
  { pack }: Engine,
  failures: { count: number },
  io: Io,
): AsyncGenerator<Document> {
  const { inputs } = await listAll(pathsOrStdin(given, io.host), options);
  const sources = readSources(inputs, { maxFileSize: options.maxFileSize, stdin: io.host.stdin, signal: io.signal });
  for await (const document of decodeSources(sources, pack, options)) {
    io.signal.throwIfAborted();
    if (!('error' in document)) yield document;
    else if (!document.passedOver) {
      failures.count++;
      await reportError(document.error, io);
    }
  }
}
