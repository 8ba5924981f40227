/** n values and n names before them: each its own, by place. */
import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { clauseBefore } from './clause-before.ts';
import { completionOf } from './complete.ts';
import { type NamingContext, wordAt } from './context.ts';
import { countedPhrase } from './counted.ts';
import { dimensionOf, type FigureGroup } from './groups.ts';
import { listMembers, splitRespectively } from './list.ts';
import type { Memory } from './memory.ts';
import { composed, type Naming } from './name.ts';
import { ownerEnd } from './owner.ts';
import type { LeftPhrase } from './phrase.ts';
import { sideOf } from './side.ts';

/** The names of as many values as stand beside each other; null where there are not so many. */
export function giveOut(context: NamingContext, group: FigureGroup, phrase: LeftPhrase, memory: Memory): Name[] | null {
  const isAlike = group.every((figure) => dimensionOf(figure) === dimensionOf(group[0]));
  const members = (span: Span) => listMembers(context, span, group.length, isAlike);
  const { name } = phrase;
  const own = name && phrase.respective ? splitRespectively(context, name) : name && { members: name, head: '' };
  const named = own && members(own.members);
  if (named) return withHead(named, own.head || headAfter(context, group));
  const before = phrase.respective ? listBefore(context, group[0], memory) : null;
  const listed = before && members(before);
  const head = own ? own.head || (own.members === name ? context.text.slice(name.start, name.end) : '') : '';
  if (listed) return withHead(listed, head || headAfter(context, group));
  return name && !phrase.respective
    ? ofNextOwner(context, context.text.slice(name.start, name.end), group.length, memory)
    : null;
}

/** 水务集团收入18亿元、利润2亿元；交运集团|11亿元、1亿元: the next owner has of each what the one before had. */
function ofNextOwner(context: NamingContext, owner: string, count: number, { recent }: Memory): Name[] | null {
  const before = recent.slice(-count).map(({ text }) => text);
  const [first = ''] = before;
  const end = ownerEnd(context, first, owner);
  if (count < 2 || before.length < count || end < 0) return null;
  const of = first.slice(0, end);
  return before.map((name) => composed(owner, name.startsWith(of) ? name.slice(end) : name));
}

/** 分别由18亿元和22%|提高到31亿元和35%: the names of the list before, if as many values of the same sorts follow it. */
export function givenAgain(
  figures: readonly Figure[],
  namings: readonly Naming[],
  { text, classes }: NamingContext,
): Naming[] | null {
  const next = namings.length;
  let count = 0;
  while (namings[next - 1 - count]?.origin.by === 'LIST') count++;
  if (count < 2) return null;
  for (let i = next; i < next + count; i++) {
    const [figure, before] = [figures[i], figures[i - count]];
    if (!figure || !before || dimensionOf(figure) !== dimensionOf(before)) return null;
    const words = text.slice(figure.left.start, figure.left.end);
    if (i === next ? !classes.tail.has(words) : words !== '' && !classes.joint.has(words)) return null;
  }
  return namings.slice(next - count);
}

/** 一产、二产增加值分别为32亿元、86亿元，|占比|分别为27%、73%: a head of each of the names given out before. */
export function headsAgain(context: NamingContext, head: Span, count: number, { group }: Memory): Name[] | null {
  const complete = completionOf(context.text.slice(head.start, head.end), context.classes);
  const names = complete && group.length === count ? group.map(({ text }) => complete(text)) : [];
  return names.length > 0 && names.every((name) => name !== null) ? names : null;
}

const withHead = (names: readonly Name[], head: string): Name[] =>
  names.map((name) => (head === '' || name.text.endsWith(head) ? name : composed(name.text, head)));

/** What may be said of a noun behind the last value. */
const THINGS: ReadonlySet<string> = new Set(['money', 'count', 'area']);

/** 博士、硕士分别发放3000元、1500元|生活补贴: what all of the amounts are. */
function headAfter(context: NamingContext, group: FigureGroup): string {
  const last = group.at(-1) ?? group[0];
  if (!THINGS.has(dimensionOf(last)) || sideOf(context, last) !== 'right') return '';
  const span = countedPhrase(context, { clause: last.right, isCount: dimensionOf(last) === 'count', isPeople: false });
  return span ? context.text.slice(span.start, span.end) : '';
}

/** 甲县、乙县，完成率分别为: the clause just before, if no figure stands in it. */
function listBefore(context: NamingContext, { left }: Figure, memory: Memory): Span | null {
  const clause = clauseBefore(context, left.start, memory.end);
  return clause && { start: clause.start, end: predicateIn(context, clause.start, clause.end) };
}

/** 甲排放量、乙排放量|近年来首次下降: where something is said of the last member. */
function predicateIn(context: NamingContext, start: number, end: number): number {
  const { text, words, marks, classes, tags } = context;
  let from = end;
  while (from > start && !marks.enumerators.at(text, from - 1)) from--;
  for (let i = from + 2; i < end; i++)
    // 棉花、油料|都创了新高: an adverb of one character begins a predicate as well.
    if (wordAt(context, i, end, classes.lead) > 1 || tags.adverb.has(words.from(i))) return i;
  return end;
}
