import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import { origin } from '../model/origin.ts';
import { SPACES } from '../text/char-set.ts';
import type { NamingContext } from './context.ts';
import { withoutNew } from './heads.ts';
import { composed, type Naming } from './name.ts';
import { sideOf } from './side.ts';

/** Figures beside each other, the first of them first. */
export type FigureGroup = readonly [Figure, ...Figure[]];

/**
 * Figures with nothing between them but 、 or 和 share the words before the first: 分别增长7.4%、5.2%. They are alike, but for 分别, or
 * where the last group was as they are: 分别由18亿元和22%提高到31亿元和35%.
 */
export function parallelFigures(
  context: NamingContext,
  first: Figure,
  figures: readonly Figure[],
  next: number,
  last: FigureGroup | null,
): FigureGroup {
  const { text, classes } = context;
  const group: [Figure, ...Figure[]] = [first];
  const respective = classes.respectively.isIn(text, first.left.start, first.left.end);
  let before = first;
  for (let i = next; i < figures.length; i++) {
    const figure = figures[i];
    if (!figure || figure.quantity.span.start === before.quantity.span.end) break;
    const words = wordsBetween(context, before, figure);
    const isJoined = isJoint(context, words) || classes.figureTail.has(words);
    const isAlike = respective || dimensionOf(before) === dimensionOf(figure) || repeats(last, [...group, figure]);
    if (!isJoined || !isAlike) break;
    group.push(figure);
    before = figure;
  }
  return group;
}

const repeats = (last: FigureGroup | null, figures: readonly Figure[]): boolean =>
  last !== null && figures.every((figure, i) => last[i] && dimensionOf(last[i]) === dimensionOf(figure));

/** What stands between two figures, 、 and blanks aside. */
function wordsBetween({ text, marks }: NamingContext, before: Figure, after: Figure): string {
  let words = '';
  for (let at = before.quantity.span.end; at < after.quantity.span.start; at++)
    if (!marks.enumerators.at(text, at) && !SPACES.at(text, at)) words += text.charAt(at);
  return words;
}

const isJoint = ({ classes }: NamingContext, words: string): boolean => words === '' || classes.joint.has(words);

export const dimensionOf = ({ quantity }: Figure): string => quantity.unit?.dimension ?? quantity.form;

/** What the second of two figures that touch may say of the things counted: how many or how much land they are. */
const THINGS: ReadonlySet<string> = new Set(['count', 'area']);

/** 12批1181项举措, 15宗320亩用地: nothing stands between the two, so both count what follows; 对象35户112人 counts what stands before. */
export function leadsToNext(context: NamingContext, { quantity, right }: Figure, next: Figure | undefined): boolean {
  const follows = next !== undefined && right.start === next.quantity.span.start;
  const counts = quantity.unit?.dimension === 'count' && THINGS.has(next?.quantity.unit?.dimension ?? '');
  return follows && counts && sideOf(context, next) === 'right';
}

/** 12批1181项举措: a count without a name of its own counts what the next one does. */
export function shareNextName(
  context: NamingContext,
  figures: readonly Figure[],
  namings: readonly Naming[],
): Naming[] {
  const filled = [...namings];
  for (let i = filled.length - 2; i >= 0; i--) {
    const [own, next] = [filled[i], filled[i + 1]];
    const [figure, following] = [figures[i], figures[i + 1]];
    if (!own || !next?.name || !figure || !following) continue;
    // 2个国家级、5个省级试点: the first is of what the second is.
    const between = wordsBetween(context, figure, following);
    const graded = own.name && ofGrade(context, own.name.text, next.name, between);
    if (graded) filled[i] = { name: graded, origin: origin('NEXT') };
    if (own.name) continue;
    if (isJoint(context, between)) filled[i] = { name: next.name, origin: origin('NEXT') };
  }
  return filled;
}

function ofGrade(context: NamingContext, own: string, next: Name, between: string): Name | null {
  const { classes } = context;
  // 3个村、20个村民小组: a place alone is counted itself, but for 3个乡镇和1个区服务中心.
  if (!classes.grade.has(withoutNew(classes, own)) && !endsInJoint(context, between)) return null;
  const following = withoutNew(classes, next.text);
  const alone = withoutNew(classes, own);
  // 乡镇（街道）
  const closer = context.marks.clauseEnds.at(alone, alone.length - 1) ? 1 : 0;
  if (gradeEnd(context, alone, () => true) < alone.length - closer) return null;
  const start = next.span && next.span.end - following.length;
  // 8个县和27个|市直部门, 省级|区域医疗中心: 市直 and 区域 are one word.
  const length = gradeEnd(context, following, (at) => start === null || context.words.isBoundary(start + at));
  return length > 0 && length < following.length ? composed(own, following.slice(length)) : null;
}

/** 县级|和: the member and what joins it to the next. */
const endsInJoint = ({ classes }: NamingContext, between: string): boolean =>
  classes.joint.longestBefore(between, between.length) > 0;

/** Where the words end that say of which level: 省级, 县, 省、市（地）级; `ends`: whether a word of the text ends at a place of the name. */
function gradeEnd({ classes, marks }: NamingContext, name: string, ends: (at: number) => boolean): number {
  let end = 0;
  for (let at = 0; at < name.length; ) {
    const length = classes.grade.longestAt(name, at) || classes.level.longestAt(name, at);
    if (length > 0) end = ends(at + length) ? at + length : end;
    else if (!marks.enumerators.at(name, at) && !marks.brackets.at(name, at)) break;
    at += length || 1;
  }
  return end;
}
