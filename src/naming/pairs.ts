/** 新识别对象35户112人: counts that touch count the same, and what stands before the first names all. */
import type { Figure } from '../judge/figure.ts';
import type { NamingContext } from './context.ts';
import type { FigureGroup } from './groups.ts';
import { sideOf } from './side.ts';

/** The counts that touch, from the first one on; null where a noun follows the last, which names them. */
export function touchingCounts(context: NamingContext, figures: readonly Figure[], at: number): FigureGroup | null {
  const first = figures[at];
  if (!first || !isFollowedByFigure(context, first)) return null;
  const group: [Figure, ...Figure[]] = [first];
  for (let i = at + 1; i < figures.length; i++) {
    const [figure, before] = [figures[i], figures[i - 1]];
    if (!figure || figure.quantity.span.start !== before?.quantity.span.end) break;
    group.push(figure);
  }
  const last = group.at(-1) ?? first;
  return group.length > 1 && sideOf(context, last) === 'left' ? group : null;
}

const isFollowedByFigure = ({ quantityFrom }: NamingContext, { quantity, right }: Figure): boolean =>
  quantity.unit?.dimension === 'count' &&
  right.start === right.end &&
  quantityFrom(right.end)?.unit?.dimension === 'count';
