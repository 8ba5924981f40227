/** Blanks that the print shows, and blanks that only seem to be there. */
import { type GlyphRun, isWide, type Segment } from './page.ts';

/** In characters. Letters and digits are half as wide as they are high, the signs between them less. */
const widthOf = (char: string): number => (isWide(char) ? 1 : /[,.;:'!|()[\]]/.test(char) ? 0.28 : 0.52);

export const usualWidth = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** Gaps that stand for a blank: between wide characters, between narrow ones, and between the two, where typesetters leave some room anyway. */
const WIDE_BLANK = 0.2;
const NARROW_BLANK = 0.15;
const MIXED_BLANK = 0.5;

const leastBlank = (before: string | undefined, after: string | undefined): number =>
  isWide(before) && isWide(after) ? WIDE_BLANK : isWide(before) || isWide(after) ? MIXED_BLANK : NARROW_BLANK;

export function blankBetween(
  before: Pick<Segment, 'text' | 'right'>,
  run: Pick<GlyphRun, 'text' | 'x' | 'size'>,
): string {
  const left = before.text.trimEnd().at(-1);
  const right = run.text.trimStart()[0];
  const gap = (run.x - before.right) / run.size;
  // Blanks that are glyphs of their own belong to the width of their run.
  const own = /\s$/.test(before.text) || /^\s/.test(run.text) ? MIXED_BLANK : 0;
  return gap + own >= leastBlank(left, right) ? ' ' : '';
}

/** One glyph for two dashes, as fonts have it. */
const DASHES = /[⸺⸻]/g;

/**
 * A run's text without the blanks that pdf.js adds where glyphs stand a little apart: in justified lines, in spaced titles. How wide they
 * are tells: what the run is wider than its characters, shared among its blanks.
 */
export function withoutLooseBlanks({ text: printed, width, size }: GlyphRun): string {
  const text = printed.replace(DASHES, (dash) => (dash === '⸺' ? '——' : '———'));
  const blanks = text.trim().match(/(?<=\S) (?=\S)/g)?.length ?? 0;
  if (blanks === 0) return text;
  const chars = [...text].filter((char) => char !== ' ');
  const wide = chars.filter((char) => isWide(char)).length;
  const isSpaced = wide >= 3 && wide === chars.length && blanks >= 0.8 * (chars.length - 1);
  const each = (width / size - usualWidth(chars.join(''))) / blanks;
  return text.replace(/(\S) (?=(\S))/g, (both, before: string, after: string) => {
    if (!isWide(before) && !isWide(after)) return both;
    return isSpaced || each < leastBlank(before, after) ? before : both;
  });
}
