/** What all readers end with: a Document made of the text they found. */
import { createHash } from 'node:crypto';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Block, ContainerMetadata, Document, Source } from '../model/document.ts';
import { once } from '../text/once.ts';
import { lineStartsOf, type Runs } from '../text/rewrite.ts';
import { withoutRadicals } from './text/radicals.ts';

export type DecodedText = {
  format: string;
  encoding: string;
  text: string;
  /** A function where they cost time: `check` asks for those of few reports. */
  blocks: readonly Block[] | (() => readonly Block[]);
  /** The decoded file and the way back to it; left out where lines and columns of the file mean nothing. */
  origin?: { file: string; runs: Runs };
  metadata?: ContainerMetadata;
  diagnostics?: readonly Diagnostic[];
};

/** Controls that no text has, NUL among them; some of them, and two separators, only mean a new line. */
const CONTROL = /[\p{Cc}\u2028\u2029](?<![\n\t])/gu;
const MEANS_NEW_LINE = new Set(['\v', '\f', '\u0085', '\u2028', '\u2029']);

/** Replaces characters that no rule could match by ordinary ones, one to one. Every reader's text goes through it before its blocks are made. */
export const ordinaryText = (text: string): string =>
  withoutRadicals(text).replace(CONTROL, (char) => (MEANS_NEW_LINE.has(char) ? '\n' : ' '));

export function makeDocument(source: Source, reading: DecodedText): Document {
  const { format, encoding, text, blocks, metadata = {}, diagnostics = [] } = reading;
  const { file, runs } = reading.origin ?? { file: text, runs: { text: [0], file: [0] } };
  const sha256 = once(() => createHash('sha256').update(source.bytes).digest('hex'));
  const readBlocks = typeof blocks === 'function' ? once(blocks) : () => blocks;
  const positions = once(() => ({ ...runs, lineStarts: lineStartsOf(file) }));
  return {
    path: source.path,
    name: source.name,
    get sha256() {
      return sha256();
    },
    format,
    encoding,
    bytes: source.bytes.length,
    text,
    get blocks() {
      return readBlocks();
    },
    get positions() {
      return positions();
    },
    metadata,
    diagnostics: [...diagnostics, ...lossyDecoding(text, encoding), ...emptyText(text)],
  };
}

/** One replacement character may be a file cut off in the middle of a character; more than a trace is a wrong encoding or a damaged file. */
const TRACE = 1 / 10_000;

function lossyDecoding(text: string, encoding: string): Diagnostic[] {
  const first = text.indexOf('\ufffd');
  if (first < 0) return [];
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  if (count <= 1 + text.length * TRACE) return [];
  return [diagnostic('warning', 'LOSSY_DECODING', { start: first, end: first + 1 }, { encoding, count })];
}

const emptyText = (text: string): Diagnostic[] => (/\S/.test(text) ? [] : [diagnostic('warning', 'EMPTY_TEXT')]);
