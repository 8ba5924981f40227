/**
 * Names the figures of a sentence. An ordered row of passes with state, as reports are read: a figure takes the words on
 * its own side, else the name carried from before, else that of the figure it leads to; lists give out their names.
 */

import { decide, type Figure, verdictOf } from '../judge/decide.ts';
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';
import { countedPhrase } from './counted.ts';
import { type MoveEnd, moveEnds } from './from-to.ts';
import { dimensionOf, isFollowedByFigure, parallelFigures, shareNextName } from './groups.ts';
import { listMembers } from './list.ts';
import {
  afterLocative,
  carry,
  type Memory,
  movedSince,
  newMemory,
  remember,
  shareOf,
  subjectCarried,
  withTopic,
} from './memory.ts';
import { composed, type Name, nameAt } from './name.ts';
import { type LeftPhrase, type LeftPhraseOptions, leftPhrase } from './phrase.ts';
import { sideOf } from './side.ts';

export type { NamingContext } from './context.ts';
export type { Name } from './name.ts';

/** `before` is the name that the sentence before was about: 平均每年递增7% may begin a sentence. */
export function nameFigures(
  context: NamingContext,
  sentence: Span,
  figures: readonly Figure[],
  before: Name | null,
): { names: (Name | null)[]; topic: Name | null } {
  const memory = newMemory(sentence);
  const first = figures[0];
  // 固定资产投资增长显著加快，全年增长9%: a clause without a figure may set the topic.
  if (first && first.left.start > sentence.start)
    memory.openings.push({ start: sentence.start, end: first.left.start });
  const moves = moveEnds(context, figures);
  const names: (Name | null)[] = [];
  for (let i = 0; i < figures.length; ) {
    const moved = nameMoved(context, figures[i]!, moves.get(i), names, memory);
    const group = moved === undefined ? parallelFigures(context, figures, i) : [figures[i]!];
    names.push(...(moved === undefined ? nameGroup(context, group, memory) : [moved]));
    memory.end = group.at(-1)!.quantity.span.end;
    i += group.length;
  }
  const filled = shareNextName(context, figures, names).map((name) => name ?? before);
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
  memory.openings.push(figure.left);
  if (!span) return null;
  return remember(memory, [nameAt(context.text, span)], 'right')[0]!;
}

function nameLeft(context: NamingContext, figure: Figure, phrase: LeftPhrase, memory: Memory): Name | null {
  const { text } = context;
  const own = phrase.name ? nameAt(text, phrase.name) : null;
  if (phrase.whole) {
    const subject = own ? withTopic(context, own, phrase, memory) : subjectCarried(context, figure, memory);
    if (own && subject) remember(memory, [subject], 'left');
    memory.share = shareOf(text, subject, phrase);
    return memory.share;
  }
  if (!own) return carry(context, figure, memory);
  const name = withTopic(context, own, phrase, memory);
  // 占比 of the topic leaves the topic what it was.
  return context.classes.addedHead.has(own.text) ? name : remember(memory, [name], 'left')[0]!;
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
