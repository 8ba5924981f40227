/** What stands side by side in a line: one text, or the cells of a table. */
import { blankBetween } from './blanks.ts';
import { isWide, least, most, type Segment } from './page.ts';

/** A gap as wide as this many characters parts cells. */
const WIDE_GAP = 1.5;
/** Fewer characters are cells. */
const FEWEST_STRETCHED = 4;
const EVEN = 0.5;

/** A line of single characters at even distances: a spaced title, or a line that was stretched to fill its column. */
function isStretched(segments: readonly Segment[]): boolean {
  if (segments.length < FEWEST_STRETCHED || !segments.every(({ text }) => text.length <= 2 && isWide(text[0])))
    return false;
  const gaps = segments.flatMap(({ x, size }, i) => {
    const before = segments[i - 1];
    return before ? [(x - before.right) / size] : [];
  });
  return most(gaps, (gap) => gap) - least(gaps, (gap) => gap) < EVEN;
}

/** What stands in one line of a column: cells, with gaps that are none closed. */
export function cellsOf(segments: readonly Segment[]): Segment[] {
  if (isStretched(segments)) return [joined(segments)];
  const groups: Segment[][] = [];
  for (const segment of segments) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last && segment.x - last.right <= WIDE_GAP * Math.max(last.size, segment.size)) {
      group?.push({ ...segment, text: blankBetween(last, segment) + segment.text });
    } else groups.push([segment]);
  }
  const cells = groups.map(joined);
  const [first, second] = cells;
  if (cells.length !== 2 || !first || !second || !MARKER.test(first.text)) return cells;
  return [joined([first, { ...second, text: ` ${second.text}` }])];
}

/** The number of a list stands apart from its text. */
const MARKER = /^(?:[（(]?(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[）).．、]|[①-⑳•●■□◆▪])$/;

const joined = (segments: readonly Segment[]): Segment =>
  segments.reduce(({ x, y, ...left }, { text, right, size }) => ({
    text: left.text + text,
    x,
    right,
    y,
    size: Math.max(left.size, size),
  }));
