import { CharSet } from '../../text/char-set.ts';
import type { PunctuationSource } from './schema.ts';

/** Punctuation that structures a sentence. */
export type Punctuation = {
  sentenceEnds: CharSet;
  delimiters: CharSet;
  commas: CharSet;
  colons: CharSet;
  semicolons: CharSet;
  /** Those of sentences, and semicolons. */
  statementEnds: CharSet;
  enumerators: CharSet;
  /** Delimiters and enumerators. */
  separators: CharSet;
  /** Closing by opening mark of pairs whose inside is opaque to naming. */
  brackets: ReadonlyMap<string, string>;
  /** The opening marks among them, and the closing ones. */
  openers: CharSet;
  closers: CharSet;
  asides: CharSet;
  labels: CharSet;
  dashes: CharSet;
  footnotes: CharSet;
};

export const compilePunctuation = (section: PunctuationSource): Punctuation => ({
  sentenceEnds: new CharSet(section.sentenceEnds),
  delimiters: new CharSet(section.delimiters),
  commas: new CharSet(section.commas),
  colons: new CharSet(section.colons),
  semicolons: new CharSet(section.semicolons),
  statementEnds: new CharSet([...section.sentenceEnds, ...section.semicolons]),
  enumerators: new CharSet(section.enumerators),
  separators: new CharSet([...section.delimiters, ...section.enumerators]),
  brackets: new Map(Object.entries(section.brackets)),
  openers: new CharSet(Object.keys(section.brackets)),
  closers: new CharSet(Object.values(section.brackets)),
  asides: new CharSet(section.asides),
  labels: new CharSet(section.labels),
  dashes: new CharSet(section.dashes),
  footnotes: new CharSet(section.footnotes),
});
