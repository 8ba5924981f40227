import type { PlaceholderRules } from '../knowledge/placeholders/table.ts';
import type { Mask, Quantity } from '../model/quantity.ts';
import { firstAtLeast } from '../text/sorted.ts';

/** What a mask is judged by: the text around it and what the lexer saw in it. */
export type Surroundings = {
  text: string;
  rules: PlaceholderRules;
  isMaskChar: (char: string | undefined) => boolean;
  /** Whether a figure ends at a place. */
  isFigureEnd: (at: number) => boolean;
  /** Whether the text explains what stars mean. */
  explainsStars: () => boolean;
};

export type JudgedMask = { mask: Mask; quantity: Quantity | undefined };

/** What is around the masks of a text, for each stretch of it that the lexer read. */
export function surroundingsIn(
  text: string,
  rules: PlaceholderRules,
  maskChars: ReadonlyMap<string, unknown>,
): (quantities: readonly Quantity[]) => Surroundings {
  let explained: boolean | null = null;
  return (quantities) => ({
    text,
    rules,
    isMaskChar: (char) => maskChars.has(char ?? ''),
    isFigureEnd: (at) => quantities[firstAtLeast(quantities, at, ({ span }) => span.end)]?.span.end === at,
    explainsStars: () => {
      explained ??= explainsStars(text, rules);
      return explained;
    },
  });
}

/** The longest legend, in characters before its star. */
const LEGEND_REACH = 4;

function explainsStars(text: string, { footnotes: { stars, legends, explains } }: PlaceholderRules): boolean {
  for (let star = stars.firstIn(text); star >= 0; star = stars.firstIn(text, star + 1)) {
    for (let start = Math.max(0, star - LEGEND_REACH); start <= star; start++) {
      if (start + legends.longestAt(text, start) > star) return true;
    }
    if (atLineStart(text, star) && explains.longestAt(text, skipBlanks(text, star + 1)) > 0) return true;
  }
  return false;
}

/** More blanks than this beside a run are no line's edge. */
const BLANKS = 8;

/** Whether nothing but blanks stands between the start of the line and a place. */
export function atLineStart(text: string, at: number): boolean {
  let i = at;
  while (at - i < BLANKS && isBlank(text[i - 1])) i--;
  return i === 0 || text[i - 1] === '\n';
}

export function atLineEnd(text: string, at: number): boolean {
  const end = skipBlanks(text, at);
  return end === text.length || text[end] === '\n';
}

const isBlank = (char: string | undefined): boolean => char !== undefined && /[ \t\u3000\u00a0]/.test(char);

export function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i - at < BLANKS && isBlank(text[i])) i++;
  return i;
}

export const isHan = (char: string | undefined): boolean => char !== undefined && /\p{Script=Han}/u.test(char);
