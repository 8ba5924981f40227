/** Characters of traditional script and their simplified forms, one to one, as the build takes them from OpenCC's data. */
import { loadVariants } from '../../built/places.ts';
import { once } from '../../text/once.ts';

/** What becomes of a character that is not kept. */
const DROPPED = 1;
/** Is of traditional script alone. */
const TRADITIONAL = 2;
/** Is traditional in a traditional text, and itself in a simplified one. */
const EITHER = 3;

/** Zero-width spaces and joiners, soft hyphens, marks of direction, byte order marks amid a text. */
const WITHOUT_WIDTH: readonly (readonly [first: number, last: number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

type VariantTable = {
  /** By code unit: one of the three above; 0 for a character that is kept. */
  readonly fates: Uint8Array;
  /** By code unit: the simplified form. */
  readonly simplified: ReadonlyMap<number, number>;
};

const variantTable = once((): VariantTable => {
  const fates = new Uint8Array(0x10000);
  const simplified = new Map<number, number>();
  for (const [first, last] of WITHOUT_WIDTH) fates.fill(DROPPED, first, last + 1);
  const { traditional, either } = loadVariants();
  for (const [pairs, fate] of [[traditional, TRADITIONAL] as const, [either, EITHER] as const]) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      fates[pairs.charCodeAt(i)] = fate;
      simplified.set(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
    }
  }
  return { fates, simplified };
});

/** A text in which one character of so many is of traditional script alone is of that script. */
const EVIDENT = 60;

export type CharacterCensus = { dropped: number; traditional: number; either: number };

/** How many characters of a text have another fate than to be kept. */
export function census(text: string): CharacterCensus {
  const { fates } = variantTable();
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const fate = fates[text.charCodeAt(i)];
    if (fate) counts[fate] = (counts[fate] ?? 0) + 1;
  }
  const [, dropped = 0, traditional = 0, either = 0] = counts;
  return { dropped, traditional, either };
}

/** The text in simplified script, as long as before. The same string where nothing is to be done. */
export function simplify(text: string, { traditional, either } = census(text)): string {
  const isTraditional = traditional * EVIDENT >= text.length;
  if (traditional === 0 && !(isTraditional && either > 0)) return text;
  const { fates, simplified } = variantTable();
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const fate = fates[code];
    const isFolded = fate === TRADITIONAL || (fate === EITHER && isTraditional);
    codes[i] = isFolded ? (simplified.get(code) ?? code) : code;
  }
  return Buffer.from(codes.buffer).toString('utf16le');
}

/** The places of characters of no width. */
export function* droppedIn(text: string, start: number, end: number): Generator<number> {
  const { fates } = variantTable();
  for (let i = start; i < end; i++) if (fates[text.charCodeAt(i)] === DROPPED) yield i;
}

/** A table by code unit: characters of no width get `dropped`, and traditional ones what their simplified forms have. */
export function passOnToVariants(table: Uint8Array, dropped: number): void {
  for (const [first, last] of WITHOUT_WIDTH) table.fill(dropped, first, last + 1);
  for (const [code, plain] of variantTable().simplified) table[code]! |= table[plain]!;
}

/** The simplified form of a character; the character itself where it has none. */
export function plainForm(character: string): string {
  const plain = variantTable().simplified.get(character.charCodeAt(0));
  return plain === undefined ? character : String.fromCharCode(plain);
}
