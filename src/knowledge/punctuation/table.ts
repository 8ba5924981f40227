import { CharSet } from '../../text/char-set.ts';
import type { PunctuationSource } from './schema.ts';

/** Punctuation that structures a sentence. */
export type Punctuation = {
  sentenceEnds: CharSet;
  delimiters: CharSet;
  enumerators: CharSet;
  /** Closing by opening mark of pairs whose inside is opaque to naming. */
  brackets: ReadonlyMap<string, string>;
  /** Those of them that can only open, and those that can only close: " is neither. */
  openers: CharSet;
  closers: CharSet;
  asides: CharSet;
  dashes: CharSet;
  footnotes: CharSet;
};

export const compilePunctuation = (section: PunctuationSource): Punctuation => ({
  sentenceEnds: new CharSet(section.sentenceEnds),
  delimiters: new CharSet(section.delimiters),
  enumerators: new CharSet(section.enumerators),
  brackets: new Map(Object.entries(section.brackets)),
  ...oneSided(section.brackets),
  asides: new CharSet(section.asides),
  dashes: new CharSet(section.dashes),
  footnotes: new CharSet(section.footnotes),
});

function oneSided(brackets: PunctuationSource['brackets']): Pick<Punctuation, 'openers' | 'closers'> {
  const pairs = Object.entries(brackets).filter(([open, close]) => open !== close);
  return {
    openers: new CharSet(pairs.map(([open]) => open)),
    closers: new CharSet(pairs.map(([, close]) => close)),
  };
}
