/** Bits for 256 characters. */
const newPage = (): Uint32Array => new Uint32Array(8);

const NO_PAGE: Readonly<Uint32Array> = newPage();

/**
 * A set of characters of the basic plane, asked by UTF-16 code unit. One bit a character, in pages of 256 of which most are the same empty
 * one: a look into a text makes no string of each place, and a set of few characters takes little room.
 */
export class CharSet {
  readonly #pages: Uint32Array[] = new Array(256).fill(NO_PAGE);

  constructor(chars: Iterable<string>) {
    for (const char of chars) this.add(char.charCodeAt(0));
  }

  static union(sets: readonly CharSet[]): CharSet {
    const all = new CharSet([]);
    for (const set of sets) all.addAll(set);
    return all;
  }

  add(code: number): void {
    this.#ownPage(code >>> 8)[(code >>> 5) & 7]! |= 1 << (code & 31);
  }

  addAll(other: CharSet): void {
    const pages = other.#pages;
    for (let number = 0; number < pages.length; number++) {
      const page = pages[number]!;
      if (page === NO_PAGE) continue;
      const own = this.#ownPage(number);
      for (let i = 0; i < page.length; i++) own[i]! |= page[i]!;
    }
  }

  /** A page that may be written to. */
  #ownPage(number: number): Uint32Array {
    if (this.#pages[number] === NO_PAGE) this.#pages[number] = newPage();
    return this.#pages[number]!;
  }

  /** False for NaN, the code of the place after the end. */
  has(code: number): boolean {
    return (this.#pages[code >>> 8]![(code >>> 5) & 7]! & (1 << (code & 31))) !== 0 && !Number.isNaN(code);
  }

  /** Whether the character at a place is in the set; false outside the text, where asking for a code once would make it slow ever after. */
  at(text: string, place: number): boolean {
    return place >= 0 && place < text.length && this.has(text.charCodeAt(place));
  }

  /** Where a run of characters of the set ends that begins at a place; the place itself where none stands there. */
  endOfRun(text: string, start: number, limit = text.length): number {
    let i = start;
    while (i < limit && this.at(text, i)) i++;
    return i;
  }

  /** Where a run of characters of the set begins that ends at a place; the place itself where none stands before it. */
  startOfRun(text: string, end: number, limit = 0): number {
    let i = end;
    while (i > limit && this.at(text, i - 1)) i--;
    return i;
  }

  /** The first place of a stretch of text where one of the set stands; its end where none does. */
  until(text: string, start: number, end: number): number {
    const first = this.firstIn(text, start, end);
    return first < 0 ? end : first;
  }

  /** Where the first character of the set stands in a stretch of text; -1 for none. */
  firstIn(text: string, start = 0, end = text.length): number {
    for (let i = start; i < end; i++) if (this.at(text, i)) return i;
    return -1;
  }

  /** Whether a character of the set stands anywhere in a stretch of text. */
  isIn(text: string, start = 0, end = text.length): boolean {
    return this.firstIn(text, start, end) >= 0;
  }
}

/** Blanks within a line; a tab parts cells, and is none. */
export const BLANKS = new CharSet(' \u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f');

/** What stands before the first word of a line. */
export const BLANKS_AND_TABS = CharSet.union([BLANKS, new CharSet('\t')]);

/** Blanks of all kinds and line ends: what `\s` matches. */
export const SPACE_CHARACTERS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

export const SPACES = new CharSet(SPACE_CHARACTERS);

/** Exponents, from 0. */
export const RAISED_CHARACTERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const RAISED_DIGITS = new CharSet(RAISED_CHARACTERS);
/** ASCII and full-width digits. */
export const ARABIC_DIGITS = new CharSet('0123456789０１２３４５６７８９');
