import type { Document, InputFailure, Source } from '../model/document.ts';
import type { Residue } from '../model/residue.ts';

export type DecodeOptions = {
  residue: Residue;
  /** Any WHATWG label; overrides what the content says. */
  encoding?: string | undefined;
};

/** One format: which names and contents it claims, and how its bytes become documents. A container yields several. */
export type Reader = {
  format: string;
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /** Whether the bytes are of this format, whatever the name says. */
  sniff?: (bytes: Uint8Array) => boolean;
  /** May throw a GaigeError for what cannot be decoded. */
  decode: (
    source: Source,
    options: DecodeOptions,
  ) => Iterable<Document | InputFailure> | AsyncIterable<Document | InputFailure>;
};
