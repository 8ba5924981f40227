/** Glyphs → rows: what stands on one baseline, with blanks where the print shows them. */
import { raisedText, TELLING } from '../../raised.ts';
import { blankBetween, withoutLooseBlanks } from './blanks.ts';
import type { GlyphRow, GlyphRun, Page } from './page.ts';
import { woven } from './weave.ts';

/** A gap as wide as this many characters may part columns: where it does not, `cellsOf` closes it. */
const GAP = 0.6;
/** Baselines that differ by less than this much of the type's height are one: superscripts. */
const SAME_LINE = 0.5;

export function rowsOf(page: Page): GlyphRow[] {
  const runs = upright(page.runs).sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: GlyphRow[] = [];
  let open: GlyphRun[] = [];
  const close = (): void => {
    if (open.length > 0) rows.push(rowOf(open));
    open = [];
  };
  for (const run of runs) {
    const [first] = open;
    if (first && run.y - first.y > SAME_LINE * Math.max(first.size, run.size)) close();
    open.push(run);
  }
  close();
  return rows;
}

const ANGLE = 0.1;
const STEPS = 10_000;

/** Only text in the direction that most of it has: the rest are watermarks and stamps. A page printed sideways is turned. */
function upright(runs: readonly GlyphRun[]): GlyphRun[] {
  const visible = runs.filter(
    ({ text, x, y, width, size }) => /\S/.test(text) && size > 0 && Number.isFinite(x + y + width),
  );
  const weights = new Map<number, number>();
  for (const { angle, text } of visible) {
    const step = Math.round(angle / ANGLE);
    weights.set(step, (weights.get(step) ?? 0) + text.length);
  }
  const [main] = [...weights].sort(([, a], [, b]) => b - a);
  if (!main) return [];
  const chosen = visible.filter(({ angle }) => Math.round(angle / ANGLE) === main[0]);
  if (main[0] === 0) return chosen;
  const [cos, sin] = [Math.cos(main[0] * ANGLE), Math.sin(main[0] * ANGLE)];
  const turned = (value: number): number => Math.round(value * STEPS) / STEPS;
  return chosen.map((run) => ({
    ...run,
    x: turned(run.x * cos + run.y * sin),
    y: turned(run.y * cos - run.x * sin),
  }));
}

/** A superscript is smaller than what it stands behind, but no initial's neighbour, and ends above its baseline, not above its top. */
const SMALLER = { least: 0.4, most: 0.8 };
const HIGHER = { least: 0.15, most: 0.5 };

function isRaised({ y, size }: GlyphRun, { base }: OpenRow): boolean {
  const [smaller, higher] = [size / base.size, (base.y - y) / base.size];
  return smaller >= SMALLER.least && smaller <= SMALLER.most && higher >= HIGHER.least && higher <= HIGHER.most;
}

/** Runs without a gap between them; `base` is the last that is not raised. */
type OpenRow = { parts: string[]; x: number; right: number; size: number; last: GlyphRun; base: GlyphRun };

function rowOf(runs: readonly GlyphRun[]): GlyphRow {
  const ordered = woven([...runs].sort((a, b) => a.x - b.x));
  const groups: OpenRow[] = [];
  for (const run of ordered) {
    const { x, width, size } = run;
    const text = withoutLooseBlanks(run).trim();
    const open = groups.at(-1);
    if (open && x - open.right <= GAP * Math.max(open.size, size)) {
      if (isRaised(run, open)) {
        const printed = raisedText(open.parts.slice(-TELLING).join('').slice(-TELLING), text);
        open.parts.push(printed);
        open.right = Math.max(open.right, x + width);
        continue;
      }
      open.base = run;
      open.parts.push(blankBetween({ text: open.last.text, right: open.right }, run), text);
      open.right = Math.max(open.right, x + width);
      open.size = Math.max(open.size, size);
      open.last = run;
    } else groups.push({ parts: [text], x, right: x + width, size, last: run, base: run });
  }
  const y = ordered.reduce((largest, run) => (run.size > largest.size ? run : largest)).y;
  return { y, segments: groups.map(({ parts, x, right, size }) => ({ text: parts.join(''), x, right, y, size })) };
}
