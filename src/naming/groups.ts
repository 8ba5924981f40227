import type { Figure } from '../judge/decide.ts';
import type { NamingContext } from './context.ts';
import { composed, type Name } from './name.ts';

/** Figures with nothing between them but 、 or 和 share the words before the first: 分别增长7.4%、5.2%. */
export function parallelFigures(context: NamingContext, figures: readonly Figure[], from: number): Figure[] {
  const { text, classes } = context;
  const group = [figures[from]!];
  const respective = classes.respectively.isIn(text, group[0]!.left.start, group[0]!.left.end);
  for (let i = from + 1; i < figures.length; i++) {
    const before = figures[i - 1]!;
    const between = text.slice(before.quantity.span.end, figures[i]!.quantity.span.start);
    const bare = between.replace(/[、，,\s]/g, '');
    const joined = between !== '' && (bare === '' || classes.joint.has(bare) || classes.figureTail.has(bare));
    const alike = respective || dimensionOf(before) === dimensionOf(figures[i]!);
    if (!joined || /[，,]/.test(between) || !alike) break;
    group.push(figures[i]!);
  }
  return group;
}

export const dimensionOf = ({ quantity }: Figure): string => quantity.unit?.dimension ?? quantity.form;

/** 12批1181项举措: nothing stands between the two, so both count the same. */
export const isFollowedByFigure = ({ quantityFrom }: NamingContext, { quantity, right }: Figure): boolean =>
  quantity.unit?.dimension === 'count' &&
  right.start === right.end &&
  quantityFrom(right.end)?.unit?.dimension === 'count';

/** 12批1181项举措: a count without a name of its own counts what the next one does. */
export function shareNextName(
  { text, classes }: NamingContext,
  figures: readonly Figure[],
  names: (Name | null)[],
): (Name | null)[] {
  const filled = [...names];
  for (let i = filled.length - 2; i >= 0; i--) {
    const grade = filled[i]?.text ?? '';
    // 2个国家级、5个省级试点: the first is of what the second is.
    if (classes.grade.has(grade)) filled[i] = ofGrade(classes, grade, filled[i + 1]!) ?? filled[i]!;
    if (filled[i]) continue;
    const between = text.slice(figures[i]!.quantity.span.end, figures[i + 1]!.quantity.span.start);
    if (/^[、和与及\s]*$/.test(between)) filled[i] = filled[i + 1]!;
  }
  return filled;
}

function ofGrade({ grade }: NamingContext['classes'], own: string, next: Name | null): Name | null {
  const length = next ? grade.longestAt(next.text, 0) : 0;
  return next && length > 0 && length < next.text.length ? composed(own, next.text.slice(length)) : null;
}
