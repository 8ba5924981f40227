import type { Token } from '../model/token.ts';

/** A set of part-of-speech tags: `v` is that tag alone, `n*` every tag that begins so: n, nr, ns. */
export class TagSet {
  readonly #tags: readonly string[];
  readonly #known = new Map<string, boolean>();

  constructor(tags: readonly string[]) {
    this.#tags = tags;
  }

  /** Whether a word is of one of these; false where no word stands. */
  has(word: Token | undefined): boolean {
    if (!word) return false;
    const known = this.#known.get(word.tag);
    if (known !== undefined) return known;
    const has = this.#tags.some((tag) =>
      tag.endsWith('*') ? word.tag.startsWith(tag.slice(0, -1)) : word.tag === tag,
    );
    this.#known.set(word.tag, has);
    return has;
  }
}
