/** Formats by which a number is shown between words: 98.2 as ≥98.2亿元. */
import type { FigureCell } from '../../model/grid.ts';

/** Excel takes some two hundred formats in a workbook. */
const MOST_FORMATS = 200;

/** Null where there would be more formats than Excel takes. */
export function figureFormats(): (figure: Pick<FigureCell, 'before' | 'after'>) => string | null {
  const known = new Set<string>();
  return ({ before, after }) => {
    const format = formatOf(before, after);
    if (!known.has(format) && known.size === MOST_FORMATS) return null;
    known.add(format);
    return format;
  };
}

/** A number below zero has its sign behind the words before it. */
const formatOf = (before: string, after: string): string =>
  before === ''
    ? `General${literal(after)}`
    : `${literal(before)}General${literal(after)};${literal(`${before}-`)}General${literal(after)}`;

/** In quotes; a quotation mark itself cannot stand there. */
const literal = (words: string): string => (words === '' ? '' : `"${words.replaceAll('"', '”')}"`);
