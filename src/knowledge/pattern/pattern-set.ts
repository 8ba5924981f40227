/** Sets of patterns, a bit each, by their place among all: what several of them have in common is found 32 at a time. */
export type PatternSet = Readonly<Uint32Array>;

/** Of so many patterns, those whose places are in the set. */
export function patternSet(size: number, isIn: (place: number) => boolean): PatternSet {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (let place = 0; place < size; place++) if (isIn(place)) bits[place >>> 5]! |= 1 << (place & 31);
  return bits;
}

/** The place of the one bit that is set in the part of a set at an index. */
export const placeOfBit = (index: number, bit: number): number => 32 * index + 31 - Math.clz32(bit);

/** A set of few patterns: the parts of it that hold any, by their index. */
export type FewPatterns = { index: number; bits: number }[];

/** Patterns are added in order. */
export function addPattern(few: FewPatterns, place: number): void {
  const [index, bit] = [place >>> 5, 1 << (place & 31)];
  const last = few.at(-1);
  if (last?.index === index) last.bits |= bit;
  else few.push({ index, bits: bit });
}

export function addAll(set: Uint32Array, few: FewPatterns): void {
  for (const { index, bits } of few) set[index]! |= bits;
}
