/** .txt, and whatever else turns out to be text. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Document, Source } from '../../model/document.ts';
import { composeRuns, lineEndEdits, type Rewritten, type Runs, rewrite } from '../../text/rewrite.ts';
import { makeDocument, ordinaryText } from '../document.ts';
import type { DecodeOptions, Reader } from '../reader.ts';
import { decodeBytes } from './charset.ts';
import { lineBlocks } from './lines.ts';
import { markupEdits } from './markup.ts';

export const plain: Reader = {
  format: 'txt',
  extensions: ['txt', 'text'],
  decode: (source, options) => [decodePlain(source, options)],
};

function decodePlain(source: Source, options: DecodeOptions): Document {
  const { file, text, runs, encoding, diagnostics } = openText(source, options);
  const blocks = () => lineBlocks(text, options.boilerplate);
  return makeDocument(source, { format: 'txt', encoding, text, blocks, origin: { file, runs }, diagnostics });
}

/** A file as text: decoded, with ordinary characters, \n as line end, and without the remains of markup. */
export type OpenedText = { file: string; text: string; runs: Runs; encoding: string; diagnostics: Diagnostic[] };

export function openText({ bytes }: Source, { encoding }: DecodeOptions): OpenedText {
  const { text: file, encoding: found, diagnostics } = decodeBytes(bytes, { encoding });
  return { file, ...cleanText(file), encoding: found, diagnostics };
}

/** What is left of a text when line ends, markup and characters are made ordinary, and the way back. */
export function cleanText(file: string): Rewritten {
  const lines = rewrite(file, lineEndEdits(file));
  const clean = rewrite(lines.text, markupEdits(lines.text));
  return { text: ordinaryText(clean.text), runs: composeRuns(clean.runs, lines.runs) };
}
