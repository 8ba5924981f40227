/** What later clauses of a sentence refer back to, and how names go on from there. */

import type { Figure } from '../judge/figure.ts';
import { ruledValue } from '../judge/verdict.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';
import { isRate } from './heads.ts';
import { composed, nameAt } from './name.ts';
import type { LeftPhrase } from './phrase.ts';
import { lastMeasured, subjectOf } from './subject.ts';

/** `isOpen`: 中 says that parts of it follow (走访的30个站点中); `isParted`: some did. */
export type CountedSet = { name: Name; unit: string | null; isOpen: boolean; isParted: boolean };

/** What later clauses of the sentence may refer back to. */
export type Memory = {
  /** What the sentence before was about, in the same paragraph. */
  readonly before: Name | null;
  /** The last name of each unit there. */
  readonly unitsBefore: ReadonlyMap<string | null, Name>;
  /** The last name left of a figure: changes, shares, ranks and money go on about it. */
  topic: Name | null;
  /** The subject of a clause without a figure: the topic where no figure has given one. */
  opening: Name | null;
  /** Clauses that may yet give one, in order; most sentences never ask. */
  openings: Span[];
  /** The last share, with its whole: 占比重由12%提高到15% names both. */
  share: Name | null;
  /** The last name on any side: counts go on about it. */
  last: Name | null;
  /** What the parts after 其中 are of. */
  whole: Name | null;
  /** What was told before the parts after 其中, until a semicolon. */
  outer: Kept | null;
  /** What a clause without a figure said is measured, of owners that come next: 平均用时，|窗口6分钟，网上2分钟. */
  measured: { text: string; unit: string | null } | null;
  /** What was last counted with its noun after it. */
  set: CountedSet | null;
  /** The last name of each unit: parts are of what was counted in the same. */
  byUnit: Map<string | null, Name>;
  /** The first name of each unit: what is left of those counted is of it. */
  readonly firstByUnit: Map<string | null, Name>;
  /** The verb before the last figure whose noun follows it: 新开放 in 新开放5个城市. */
  verb: string;
  /** The unit of the last figure. */
  unit: string | null;
  /** The unit of the last figure that is no share, change or rank. */
  amountUnit: string | null;
  /** Where the sentence begins. */
  readonly start: number;
  /** Where the last figure ends. */
  end: number;
  /** All names of the sentence in order, for values given out by 分别. */
  recent: Name[];
  /** The names of the last values beside each other, one a value: as many values without names go on about them. */
  group: readonly Name[];
};

/** What a memory held where a bracket opens, or 其中. */
export type Kept = Pick<Memory, 'topic' | 'share' | 'last' | 'whole' | 'unit' | 'byUnit' | 'group'> & {
  names: number;
  end: number;
};

export const newMemory = ({ start }: Span, before: Memory | null): Memory => ({
  before: before && (before.topic ?? before.last ?? before.before),
  unitsBefore: before?.byUnit ?? new Map(),
  topic: null,
  opening: null,
  openings: [],
  share: null,
  last: null,
  whole: null,
  outer: null,
  measured: null,
  set: null,
  verb: '',
  byUnit: new Map(),
  firstByUnit: new Map(),
  unit: null,
  amountUnit: null,
  start,
  end: start,
  recent: [],
  group: [],
});

/** The subject of the first clause without a figure that has one. */
export function openingOf(context: NamingContext, memory: Memory): Name | null {
  for (const clause of memory.opening ? [] : memory.openings) {
    const subject = subjectOf(context, clause);
    if (!subject) continue;
    memory.opening = nameAt(context, subject.span);
    break;
  }
  memory.openings.length = 0;
  return memory.opening;
}

export function remember<T extends Name>(memory: Memory, names: T[], side: 'left' | 'right'): T[] {
  const name = names.at(-1) ?? null;
  memory.last = name;
  memory.share = null;
  memory.whole = null;
  memory.group = names;
  if (side === 'left') memory.topic = name;
  for (const each of names) if (memory.recent.at(-1)?.text !== each.text) memory.recent.push(each);
  return names;
}

/** 42个工地|中, 14个村|有: that some of those counted come next; 0 where nothing says so. */
export const partsAt = (
  { locative, ofThem }: NamingContext['classes'],
  text: string,
  at: number,
  end: number,
): number => locative.longestAt(text, at, end) || ofThem.longestAt(text, at, end);

/** 在15个县中排名第2: the words taken as the name of the count, with 中 after them, are not about what follows. */
export function afterLocative({ text, classes }: NamingContext, left: Span, { last, set }: Memory): Span {
  // 建成的36眼机井中: the noun stands behind its figure, whatever the name is made of.
  const span = last?.span ?? set?.name.span;
  if (!span || span.start < left.start) return left;
  const length = partsAt(classes, text, span.end, left.end);
  return length > 0 ? { start: span.end + length, end: left.end } : left;
}

/** …2亿元；养老金标准连涨，达到每月265元: a clause between whose subject moved takes the topic over. */
export const movedSince = (context: NamingContext, { left }: Figure, memory: Memory): Span | null =>
  lastMeasured(context, { start: memory.end, end: left.start });

export function shareOf(
  context: NamingContext,
  subject: Name | null,
  { whole: own }: LeftPhrase,
  { start }: Memory,
): Name | null {
  const { text, shareWord } = context;
  const whole = own && own.start === own.end ? wholeBefore(context, start, own.start) : own;
  if (!whole) return subject;
  const joined = composed(subject?.text ?? '', shareWord, text.slice(whole.start, whole.end));
  const span = subject?.span;
  const isOneRun = span && text.startsWith(shareWord, span.end) && span.end + shareWord.length === whole.start;
  return isOneRun ? { ...joined, span: { start: span.start, end: whole.end } } : joined;
}

/** 在全部投资中，工业占58%: the whole that the sentence begins with. */
function wholeBefore({ text, marks, classes }: NamingContext, sentence: number, at: number): Span | null {
  const end = marks.delimiters.until(text, sentence, at);
  const start = sentence + classes.locativeOpener.longestAt(text, sentence, end);
  const length = classes.locative.longestBefore(text, end, start);
  const isWhole = start > sentence && end < at && length > 0 && end - length - start > 1;
  return isWhole ? { start, end: end - length } : null;
}

export const unitOf = ({ quantity: { unit } }: Figure): string | null => unit?.symbol ?? null;

/** What figures of these say is said of amounts in any unit. */
const RELATIVE: ReadonlySet<string> = new Set(['percent', 'percentage-point', 'ratio', 'rank']);

export const isAmount = ({ quantity: { unit } }: Figure): boolean => !RELATIVE.has(unit?.dimension ?? '');

/** Keeps the unit of a figure that has been named. */
export function rememberUnit(memory: Memory, figure: Figure, name: Name | null): void {
  memory.unit = unitOf(figure);
  if (name) {
    memory.byUnit.set(memory.unit, name);
    if (!memory.firstByUnit.has(memory.unit)) memory.firstByUnit.set(memory.unit, name);
  }
  if (isAmount(figure)) memory.amountUnit = memory.unit;
}

export function carry(context: NamingContext, figure: Figure, memory: Memory): Name | null {
  const dimension = figure.quantity.unit?.dimension;
  const isLevel = dimension === 'percent' && ruledValue(figure.verdict, 'kind') !== 'change';
  // 办结率99%，排名升至第3位: a rate that was told last is what is ranked.
  const isRank = dimension === 'rank' && memory.share !== null && isRate(context.classes, memory.share.text);
  const goesOn = isLevel || isRank || dimension === 'percentage-point';
  return goesOn && memory.share ? memory.share : subjectCarried(context, figure, memory);
}

/** What the clauses before were about, be it a whole or a part of one. */
export function subjectCarried(context: NamingContext, figure: Figure, memory: Memory): Name | null {
  const { topic, last } = memory;
  const isChange = ruledValue(figure.verdict, 'kind') === 'change';
  // 优良天数312天，优良率85%，增加9天: a change in a unit is of what was measured in it.
  const alike = isChange && isAmount(figure) ? memory.byUnit.get(unitOf(figure)) : undefined;
  if (alike) return alike;
  const counts = figure.quantity.unit?.dimension === 'count' && !isChange;
  return (counts ? (last ?? topic) : (topic ?? last)) ?? openingOf(context, memory);
}

/** 平均每年递增7% is about what the sentence before was about; 42只 is only where something was counted so there. */
export const toldBefore = (figure: Figure, { before, unitsBefore }: Memory): Name | null =>
  isAmount(figure) ? (unitsBefore.get(unitOf(figure)) ?? null) : before;

/** To be gone back to: behind a bracket, or behind the semicolon after the parts that 其中 tells of. */
export const kept = ({ topic, share, last, whole, unit, byUnit, group, recent, end }: Memory): Kept => ({
  topic,
  share,
  last,
  whole,
  unit,
  byUnit: new Map(byUnit),
  group,
  names: recent.length,
  end,
});

export function restore(memory: Memory, before: Kept | undefined): void {
  // Where no figure stood inside, or none before it, nothing was told by the way.
  if (!before || before.end === memory.end || !before.last) return;
  const { names, end, ...rest } = before;
  Object.assign(memory, rest);
  memory.recent.length = Math.min(memory.recent.length, names);
}
