/** What in a text speaks for a value of a field: where it stands and how much that place weighs. */

/** Where in a report its own data is told. */
export type Place =
  | 'title'
  | 'label'
  | 'session'
  | 'date-line'
  | 'issuer'
  | 'opening'
  | 'heading'
  | 'paragraph'
  | 'sentence'
  | 'text'
  | 'signature';

export type Clue<T> = { value: T; weight: number; place: Place; words: string };

/** A field's value, with the clues that decided it. */
export type Weighed<T> = { value: T; weight: number; clues: readonly Clue<T>[] };

/**
 * The value with the most weight behind it; of equals the first. `supports` says whether a clue for one value speaks for another as well:
 * 青禾市 for 云岭省青禾市.
 */
export function decide<T>(
  clues: readonly Clue<T>[],
  least: number,
  supports: (part: T, whole: T) => boolean = (part, whole) => part === whole,
): Weighed<T> | null {
  let best: Weighed<T> | null = null;
  for (const value of new Set(clues.map((each) => each.value))) {
    const speaking = clues.filter((each) => supports(each.value, value));
    const weight = speaking.reduce((sum, each) => sum + each.weight, 0);
    if (weight >= least && weight > (best?.weight ?? 0)) best = { value, weight, clues: speaking };
  }
  return best;
}
