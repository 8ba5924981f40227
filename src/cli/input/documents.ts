/** What `text` and `inspect` have in common: one input, its documents, its failures. */

import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Document } from '../../model/document.ts';
import { decodeSources } from '../../pipeline/sources.ts';
import { readSources } from '../../read/index.ts';
import { EXIT, exitCodeOfFailure } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { reportDocument, reportError } from '../output/problems.ts';
import { listOne } from './inputs.ts';

export async function eachDocument(
  given: readonly string[],
  options: Options,
  pack: RulePack,
  io: Io,
  visit: (document: Document) => Promise<void>,
): Promise<number> {
  const inputs = await listOne(given, options, io.host);
  const sources = readSources(inputs, { maxFileSize: options.maxFileSize, stdin: io.host.stdin, signal: io.signal });
  let code: number = EXIT.done;
  for await (const document of decodeSources(sources, pack, options)) {
    io.signal.throwIfAborted();
    if ('error' in document) {
      code = Math.max(code, exitCodeOfFailure(document.error.code));
      await reportError(document.error, io);
    } else {
      await reportDocument(document, io);
      await visit(document);
    }
  }
  return code;
}
