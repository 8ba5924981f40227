/**
 * Names the figures of a sentence. An ordered row of passes with state, as reports are read: a figure takes the words on
 * its own side, else the name carried from before, else that of the figure it leads to; lists give out their names.
 */

import type { Span } from '../../model/span.ts';
import { decide, type Figure, verdictOf } from '../figure.ts';
import { countedPhrase } from './counted.ts';
import { type MoveEnd, moveEnds } from './from-to.ts';
import { listMembers } from './list.ts';
import { composed, type Name, nameAt } from './name.ts';
import { holds, type LeftPhrase, type LeftPhraseOptions, leftPhrase, type NamingContext, subjectOf } from './phrase.ts';
import { sideOf } from './side.ts';

export type { Name } from './name.ts';
export type { NamingContext } from './phrase.ts';

/** What later clauses of the sentence may refer back to. */
type Memory = {
  /** The last name left of a figure: changes, shares, ranks and money go on about it. */
  topic: Name | null;
  /** The subject of a clause without a figure: the topic where no figure has given one. */
  opening: Name | null;
  /** The last share, with its whole: 占比重由12%提高到15% names both. */
  share: Name | null;
  /** The last name on any side: counts go on about it. */
  last: Name | null;
  /** Where the last figure ends. */
  end: number;
  /** All names of the sentence in order, for values given out by 分别. */
  recent: Name[];
};

/** `before` is the name that the sentence before was about: 平均每年递增7% may begin a sentence. */
export function nameFigures(
  context: NamingContext,
  sentence: Span,
  figures: readonly Figure[],
  before: Name | null,
): { names: (Name | null)[]; topic: Name | null } {
  const memory: Memory = { topic: null, opening: null, share: null, last: null, end: sentence.start, recent: [] };
  const first = figures[0];
  if (first && first.left.start > sentence.start) memory.opening = openingTopic(context, sentence, first);
  const moves = moveEnds(context, figures);
  const names: (Name | null)[] = [];
  for (let i = 0; i < figures.length; ) {
    const moved = nameMoved(context, figures[i]!, moves.get(i), names, memory);
    const group = moved === undefined ? parallelFigures(context, figures, i) : [figures[i]!];
    names.push(...(moved === undefined ? nameGroup(context, group, memory) : [moved]));
    memory.end = group.at(-1)!.quantity.span.end;
    i += group.length;
  }
  const filled = forward(context, figures, names).map((name) => name ?? before);
  return { names: filled, topic: memory.topic ?? memory.last };
}

/** An end of a move is named by what stands before 由; undefined for other figures. */
function nameMoved(
  context: NamingContext,
  figure: Figure,
  end: MoveEnd | undefined,
  names: readonly (Name | null)[],
  memory: Memory,
): Name | null | undefined {
  if (!end || verdictName(context, figure)) return undefined;
  if (end.first !== null) return names[end.first] ?? null;
  const left = { start: Math.min(figure.left.start, end.at), end: end.at };
  return nameLeft(context, figure, leftPhrase(context, left, optionsOf(figure)), memory);
}

/** 固定资产投资增长显著加快，全年增长9%: a clause without a figure may set the topic. */
const openingTopic = (context: NamingContext, { start }: Span, { left }: Figure): Name | null =>
  openingName(context, { start, end: left.start });

function openingName(context: NamingContext, clause: Span): Name | null {
  const subject = subjectOf(context, clause);
  return subject ? nameAt(context.text, subject.span) : null;
}

/** Figures with nothing between them but 、 or 和 share the words before the first: 分别增长7.4%、5.2%. */
function parallelFigures(context: NamingContext, figures: readonly Figure[], from: number): Figure[] {
  const { text, classes } = context;
  const group = [figures[from]!];
  const respective = holds(context, group[0]!.left, classes.respectively);
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

const dimensionOf = ({ quantity }: Figure): string => quantity.unit?.dimension ?? quantity.form;

function nameGroup(context: NamingContext, group: readonly Figure[], memory: Memory): (Name | null)[] {
  const first = group[0]!;
  const stated = verdictName(context, first);
  if (stated) return remember(memory, [stated], 'left');
  if (sideOf(context, first) === 'right') return group.map((figure) => nameRight(context, figure, memory));
  if (isFollowedByFigure(context, first)) return nameAll(group, null);
  const own = leftPhrase(context, afterLocative(context, first.left, memory), optionsOf(first));
  const moved = own.name || own.whole ? null : movedSince(context, first, memory);
  const phrase = moved ? { ...own, name: moved } : own;
  const last = group.at(-1)!;
  // *大类、*项任务: a list of counts without a name before it counts what follows the last.
  if (!phrase.name && group.length > 1 && sideOf(context, last) === 'right')
    return nameAll(group, nameRight(context, last, memory));
  if (group.length > 1) return distribute(context, group, phrase, memory);
  return [nameLeft(context, first, phrase, memory)];
}

function optionsOf({ quantity: { unit, form }, matches }: Figure): LeftPhraseOptions {
  const isPart = unit?.dimension === 'percent' || form === 'fraction';
  const isChange = verdictOf(matches, 'kind') === 'change';
  const isMultiple = unit?.dimension === 'ratio';
  const isPoint = unit?.dimension === 'percentage-point';
  return { isShare: isPart && !isChange, isCount: unit?.dimension === 'count', isChange, isMultiple, isPoint };
}

/** 12批1181项举措: nothing stands between the two, so both count the same. */
const isFollowedByFigure = ({ quantityFrom }: NamingContext, { quantity, right }: Figure): boolean =>
  quantity.unit?.dimension === 'count' &&
  right.start === right.end &&
  quantityFrom(right.end)?.unit?.dimension === 'count';

/** 在15个县中排名第2: the words taken as the name of the count, with 中 after them, are not about what follows. */
function afterLocative({ text, classes }: NamingContext, left: Span, { last }: Memory): Span {
  if (!last?.span || last.span.start < left.start) return left;
  const length = classes.locative.longestAt(text, last.span.end, left.end);
  return length > 0 ? { start: last.span.end + length, end: left.end } : left;
}

const nameAll = (group: readonly Figure[], name: Name | null): (Name | null)[] => group.map(() => name);

function verdictName({ text }: NamingContext, { matches }: Figure): Name | null {
  const match = decide(matches, 'name');
  const stated = match?.rule.verdict.name;
  if (stated === undefined) return null;
  if (!stated.startsWith('$')) return composed(stated);
  const capture = match?.captures.get(stated.slice(1));
  return capture ? nameAt(text, capture) : null;
}

function nameRight(context: NamingContext, figure: Figure, memory: Memory): Name | null {
  const { classes } = context;
  const isCount = (figure.quantity.unit?.dimension ?? 'count') === 'count';
  const isPeople = classes.personUnit.has(figure.quantity.unit?.symbol ?? '') || figure.quantity.unit === null;
  const span = countedPhrase(context, { clause: figure.right, isCount, isPeople });
  memory.opening ??= openingName(context, figure.left);
  if (!span) return null;
  return remember(memory, [nameAt(context.text, span)], 'right')[0]!;
}

function nameLeft(context: NamingContext, figure: Figure, phrase: LeftPhrase, memory: Memory): Name | null {
  const { text } = context;
  const own = phrase.name ? nameAt(text, phrase.name) : null;
  if (phrase.whole) {
    // 一般公共预算收入38亿元，税收占一般公共预算收入的81%: the whole says what it is of.
    const topicIsWhole =
      memory.topic !== null && memory.topic.text === text.slice(phrase.whole.start, phrase.whole.end);
    const subject = own
      ? topicIsWhole
        ? own
        : withTopic(context, own, phrase, memory)
      : subjectCarried(figure, memory);
    if (own && subject) remember(memory, [subject], 'left');
    memory.share = shareOf(text, subject, phrase);
    return memory.share;
  }
  if (!own) return carry(figure, memory);
  const name = withTopic(context, own, phrase, memory);
  // 占比 of the topic leaves the topic what it was.
  return context.classes.addedHead.has(own.text) ? name : remember(memory, [name], 'left')[0]!;
}

/** …2亿元；养老金标准连涨，达到每月265元: a clause between whose subject moved takes the topic over. */
function movedSince(context: NamingContext, { left }: Figure, memory: Memory): Span | null {
  const subject = subjectOf(context, { start: memory.end, end: left.start });
  return subject?.moves ? subject.span : null;
}

function shareOf(text: string, subject: Name | null, { whole }: LeftPhrase): Name | null {
  const words = whole ? text.slice(whole.start, whole.end) : '';
  if (words === '') return subject;
  const joined = composed(subject?.text ?? '', '占', words);
  const contiguous =
    subject?.span && whole && subject.span.end < whole.start && text.slice(subject.span.end, whole.start) === '占';
  return contiguous ? { ...joined, span: { start: subject.span!.start, end: whole.end } } : joined;
}

/** A name longer than this is not made longer still. */
const LONGEST_TOPIC = 40;

/** 总数186家 goes on about the topic; 占比 and 产量 need it to say what of. */
function withTopic(context: NamingContext, own: Name, { among }: LeftPhrase, memory: Memory): Name {
  const { classes } = context;
  const { topic, opening, last } = memory;
  const before = topic ?? (classes.rankHead.has(own.text) ? (opening ?? last) : (last ?? opening));
  if (!before || before.text.length > LONGEST_TOPIC) return own;
  if (classes.addedHead.has(own.text)) return composed(before.text, own.text);
  if (classes.bareVerb.has(own.text)) return composed(own.text, withoutNew(classes, before.text));
  if (classes.topicHead.has(own.text)) return { text: withoutNew(classes, before.text), span: null };
  if (among && classes.grade.has(own.text)) return composed(own.text, before.text);
  const head = [classes.measureHead, classes.fieldHead]
    .map((heads) => heads.longestBefore(before.text, before.text.length))
    .reduce((a, b) => Math.max(a, b));
  const stem = before.text.slice(0, before.text.length - head);
  if (classes.replacedHead.has(own.text) && head > 0 && stem.length >= 2) return composed(stem, own.text);
  const isPart =
    among && own.text.length <= 4 && head > 0 && classes.measureHead.longestBefore(own.text, own.text.length) === 0;
  return isPart ? composed(own.text, before.text.slice(before.text.length - head)) : own;
}

/** 新增上市公司62家，总数186家: the total is not of the new ones. */
function withoutNew({ newPrefix }: NamingContext['classes'], name: string): string {
  const length = newPrefix.longestAt(name, 0);
  return length < name.length ? name.slice(length) : name;
}

function carry(figure: Figure, memory: Memory): Name | null {
  const dimension = figure.quantity.unit?.dimension;
  const isLevel = dimension === 'percent' && verdictOf(figure.matches, 'kind') !== 'change';
  const goesOn = isLevel || dimension === 'percentage-point';
  return goesOn && memory.share ? memory.share : subjectCarried(figure, memory);
}

/** What the clauses before were about, be it a whole or a part of one. */
function subjectCarried(figure: Figure, { topic, opening, last }: Memory): Name | null {
  const counts = figure.quantity.unit?.dimension === 'count' && verdictOf(figure.matches, 'kind') !== 'change';
  return (counts ? (last ?? topic) : (topic ?? last)) ?? opening;
}

/** n values and n names before them: each its own. One name, or none that fit: all the same. */
function distribute(
  context: NamingContext,
  group: readonly Figure[],
  phrase: LeftPhrase,
  memory: Memory,
): (Name | null)[] {
  const isAlike = group.every((figure) => dimensionOf(figure) === dimensionOf(group[0]!));
  const members = phrase.name ? listMembers(context, phrase.name, isAlike) : [];
  if (members.length === group.length) {
    remember(memory, members, 'left');
    return phrase.whole ? members.map((member) => shareOf(context.text, member, phrase)) : members;
  }
  if (!phrase.name && memory.recent.length >= group.length) return memory.recent.slice(-group.length);
  const joint = nameLeft(context, group[0]!, phrase, memory);
  return nameAll(group, joint);
}

function remember<T extends Name>(memory: Memory, names: T[], side: 'left' | 'right'): T[] {
  const name = names.at(-1) ?? null;
  memory.last = name;
  memory.share = null;
  if (side === 'left') memory.topic = name;
  for (const each of names) if (memory.recent.at(-1)?.text !== each.text) memory.recent.push(each);
  return names;
}

/** 12批1181项举措: a count without a name of its own counts what the next one does. */
function forward(
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
