/** What a character may have to do with a mask, so that one pass over a text tells whether it may hold any. */
import { SPACE_CHARACTERS } from '../../text/char-set.ts';
import { passOnToVariants, plainForm } from '../script/variants.ts';

export const TRACE = {
  /** It may be a mask. */
  sign: 1,
  /** The first or the second character of a word that masks, or of a note. */
  first: 2,
  second: 4,
  /** A bracket that opens, and a blank that may stand in one. */
  bracket: 8,
  blank: 16,
  /** It may be gone where paragraphs are put together. */
  passing: 32,
} as const;

type TraceSigns = { signs: string; words: readonly string[]; brackets: string; blanks: string };

/** Made when they are first asked for: `extract` never does. */
export class TraceKinds {
  readonly signs: TraceSigns;
  #table: Uint8Array | null = null;

  constructor(signs: TraceSigns) {
    this.signs = signs;
  }

  /** Sums of the bits of `TRACE` by UTF-16 code unit, those of a simplified character for its traditional forms too. */
  get table(): Uint8Array {
    this.#table ??= tableOf(this.signs);
    return this.#table;
  }
}

function tableOf({ signs, words, brackets, blanks }: TraceSigns): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const mark = (chars: string, bit: number) => {
    for (let i = 0; i < chars.length; i++) kinds[chars.charCodeAt(i)]! |= bit;
  };
  mark(signs, TRACE.sign);
  mark(brackets, TRACE.bracket);
  mark(blanks, TRACE.blank);
  mark(SPACE_CHARACTERS, TRACE.passing);
  for (const word of words) {
    if (word.length === 1) mark(word, TRACE.sign);
    mark(word.slice(0, 1), TRACE.first);
    mark(word.slice(1, 2), TRACE.second);
  }
  passOnToVariants(kinds, TRACE.passing);
  return kinds;
}

/** Whether two characters, as they stand or in simplified script, are those that a word begins with. */
export const beginWord = (first: string, second: string, beginnings: ReadonlySet<string>): boolean =>
  [first, plainForm(first)].some((a) => [second, plainForm(second)].some((b) => beginnings.has(a + b)));
