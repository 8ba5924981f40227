/** `gaige text`: exactly the text that spans refer to. */
import { loadPack } from '../../engine/load-pack.ts';
import { eachDocument } from '../input/documents.ts';
import type { Command } from '../io.ts';

export const run: Command = async (given, options, io) =>
  eachDocument(given, options, await loadPack(options.rules), io, ({ text }) => io.write(text));
