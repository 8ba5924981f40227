/**
 * Names the figures of a report. An ordered row of passes with state, as reports are read: a figure takes the words on
 * its own side, else the name carried from before, else that of the figure it leads to; lists give out their names.
 * Each name is kept with how it was come to.
 */
import {
  bounds,
  type Figure,
  isAccepted,
  type JudgedSentence,
  type NamedFigure,
  type NamedSentence,
} from '../judge/figure.ts';
import { captureOf, ruledValue } from '../judge/verdict.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Name } from '../model/name.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Lexed } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { rankedLeft } from './among.ts';
import { bracketPairs } from './brackets.ts';
import type { NamingContext } from './context.ts';
import { countedPhrase } from './counted.ts';
import { type MoveEnd, moveEnds } from './from-to.ts';
import { givenAgain, giveOut } from './give-out.ts';
import { isGoal } from './goal.ts';
import { type FigureGroup, isFollowedByFigure, parallelFigures, shareNextName } from './groups.ts';
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
import { opensPredicate, predicateName, withAttribute } from './modifier.ts';
import { composed, type Naming, nameAt } from './name.ts';
import { scopeFigures } from './name-scopes.ts';
import { touchingCounts } from './pairs.ts';
import { movedCount, partBefore, partBehind } from './partitive.ts';
import { type LeftPhrase, type LeftPhraseOptions, leftPhrase } from './phrase.ts';
import { sideOf } from './side.ts';

const UNNAMED: Naming = { name: null, origin: origin('NO_NAME') };

/** The figures that the rules accept, each with its name; sentences without any are left out. */
export function nameFigures(
  report: Report,
  lexed: Lexed,
  judged: readonly JudgedSentence[],
  pack: RulePack,
): NamedSentence[] {
  const { text } = report;
  const { startingAt, endingAt } = lexed;
  const { classes, tags, marks, shareWord } = pack.naming;
  const { byChar } = pack.masks;
  const { listMarkers, noteMarks } = pack.placeholders;
  const isMask = (at: number) => byChar.has(text.charAt(at));
  const quantityFrom = (start: number) => startingAt.get(start);
  const quantityUntil = (end: number) => endingAt.get(end);
  const paragraphOf = paragraphs(report);
  const sentences: NamedSentence[] = [];
  let last: { paragraph: number; topic: Name | null } = { paragraph: -1, topic: null };
  for (const { sentence, words, figures: all } of judged) {
    const { span } = sentence;
    if (!all.some(isAccepted)) continue;
    const paragraph = paragraphOf(span);
    const brackets = bracketPairs(text, span, pack.punctuation);
    const context: NamingContext = {
      classes,
      tags,
      marks,
      shareWord,
      text,
      words,
      brackets,
      listMarkers,
      noteMarks,
      isMask,
      quantityFrom,
      quantityUntil,
    };
    const scoped = scopeFigures(context, span, all.filter(bounds)).filter(isAccepted);
    // 平均每年递增7% may begin a sentence: it goes on about what the sentence before was about.
    const before = paragraph === last.paragraph ? last.topic : null;
    const { namings, topic } = nameSentence(context, span, scoped, before);
    last = { paragraph, topic };
    const figures = scoped.map((figure, i) => named(figure, namings[i] ?? UNNAMED));
    sentences.push({ sentence, paragraph, words, figures });
  }
  return sentences;
}

const named = (
  { quantity, matches, verdict, left, right }: Figure,
  { name, origin: nameOrigin }: Naming,
): NamedFigure => ({
  quantity,
  matches,
  verdict,
  left,
  right,
  name,
  nameOrigin,
});

/** Where the paragraph of a sentence begins; to be asked in text order. */
function paragraphs({ normal: { blocks } }: Report): (sentence: Span) => number {
  let block = 0;
  return ({ start }) => {
    while ((blocks[block + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= start) block++;
    return blocks[block]?.span.start ?? 0;
  };
}

function nameSentence(
  context: NamingContext,
  sentence: Span,
  figures: readonly Figure[],
  before: Name | null,
): { namings: Naming[]; topic: Name | null } {
  const memory = newMemory(sentence);
  const first = figures[0];
  // 固定资产投资增长显著加快，全年增长9%: a clause without a figure may set the topic.
  if (first && first.left.start > sentence.start)
    memory.openings.push({ start: sentence.start, end: first.left.start });
  const moves = moveEnds(context, figures);
  const namings: Naming[] = [];
  for (const [i, figure] of figures.entries()) {
    // Named with the one before it.
    if (i < namings.length) continue;
    const moved = nameMoved(context, figure, moves.get(i), namings, memory);
    const pair = moved ? null : touchingCounts(context, figures, i);
    const again = givenAgain(figures, namings, context);
    if (again) namings.push(...again);
    else if (moved) namings.push(moved);
    else if (pair) namings.push(...namePair(context, pair, memory));
    else namings.push(...nameGroup(context, parallelFigures(context, figure, figures, i + 1), memory));
    memory.end = (figures[namings.length - 1] ?? figure).quantity.span.end;
  }
  const filled = shareNextName(context, figures, namings).map((naming) =>
    naming.name || !before ? naming : { name: before, origin: origin('SENTENCE_BEFORE') },
  );
  return { namings: filled, topic: memory.topic ?? memory.last };
}

/** An end of a move is named by what stands before 由; undefined for other figures. */
function nameMoved(
  context: NamingContext,
  figure: Figure,
  end: MoveEnd | undefined,
  namings: readonly Naming[],
  memory: Memory,
): Naming | undefined {
  if (!end || statedName(context, figure)) return undefined;
  if (end.first !== null) return { name: namings[end.first]?.name ?? null, origin: origin('FROM_TO') };
  const left = { start: Math.min(figure.left.start, end.at), end: end.at };
  return nameLeft(context, figure, leftPhrase(context, left, optionsOf(figure)), memory);
}

function nameGroup(context: NamingContext, group: FigureGroup, memory: Memory): Naming[] {
  const [first] = group;
  const stated = statedName(context, first);
  // What stands beside it is named on its own.
  if (stated) {
    remember(memory, [stated.name], 'left');
    return [stated];
  }
  if (isGoal(context, first) && memory.topic) return [carried(context, first, memory)];
  if (sideOf(context, first) === 'right') return group.map((figure) => nameRight(context, figure, memory));
  if (isFollowedByFigure(context, first)) return group.map(() => UNNAMED);
  const options = optionsOf(first);
  const left = options.isRank ? rankedLeft(context, first, memory) : afterLocative(context, first.left, memory);
  const own = leftPhrase(context, left, options);
  const moved = own.name || own.whole ? null : movedSince(context, first, memory);
  const phrase = moved ? { ...own, name: moved } : own;
  if (group.length === 1) return [nameLeft(context, first, phrase, memory)];
  const last = group.at(-1) ?? first;
  // *大类、*项任务: a list of counts without a name before it counts what follows the last.
  if (!phrase.name && !phrase.respective && sideOf(context, last) === 'right')
    return jointly(group, nameRight(context, last, memory));
  return distribute(context, group, phrase, memory);
}

/** 新识别对象35户112人. */
function namePair(context: NamingContext, pair: FigureGroup, memory: Memory): Naming[] {
  const [first] = pair;
  const { name, origin: own } = nameLeft(context, first, leftPhrase(context, first.left, optionsOf(first)), memory);
  const said = name ?? predicateName(context, pair.at(-1) ?? first);
  return jointly(pair, { name: said, origin: name ? own : origin('RIGHT') });
}

function optionsOf({ quantity: { unit, form }, verdict }: Figure): LeftPhraseOptions {
  const isPart = unit?.dimension === 'percent' || form === 'fraction';
  const isChange = ruledValue(verdict, 'kind') === 'change';
  const isMultiple = unit?.dimension === 'ratio';
  const isPoint = unit?.dimension === 'percentage-point';
  const isRank = form === 'rank' || unit?.dimension === 'rank';
  return { isShare: isPart && !isChange, isCount: unit?.dimension === 'count', isChange, isMultiple, isPoint, isRank };
}

const jointly = (group: FigureGroup, { name, origin: own }: Naming): Naming[] =>
  group.map(() => ({ name, origin: name ? origin('JOINT') : own }));

/** The name that a rule states. */
function statedName(context: NamingContext, { verdict }: Figure): { name: Name; origin: Origin } | null {
  const { name: match } = verdict;
  const value = match?.rule.emit.name;
  if (!match || value === undefined) return null;
  const span = captureOf(value, match);
  if (span === null) return null;
  return { name: span ? nameAt(context, span) : composed(value), origin: match.rule.origin };
}

function nameRight(context: NamingContext, figure: Figure, memory: Memory): Naming {
  const { classes } = context;
  const isCount = (figure.quantity.unit?.dimension ?? 'count') === 'count';
  const isPeople = classes.personUnit.has(figure.quantity.unit?.symbol ?? '') || figure.quantity.unit === null;
  const span = countedPhrase(context, { clause: figure.right, isCount, isPeople });
  memory.openings.push(figure.left);
  const part = opensPredicate(context, figure) ? partBehind(context, figure, memory.counted) : null;
  if (part) return ofPart(memory, part);
  if (!span) return UNNAMED;
  const noun = nameAt(context, span);
  const name = withAttribute(context, noun, figure);
  memory.counted = { noun: noun.text, unit: figure.quantity.unit?.symbol ?? null, end: span.end };
  remember(memory, [name], 'right');
  return { name, origin: origin('RIGHT') };
}

function nameLeft(context: NamingContext, figure: Figure, phrase: LeftPhrase, memory: Memory): Naming {
  const own = phrase.name ? nameAt(context, phrase.name) : null;
  if (phrase.whole) {
    const subject = own ? withTopic(context, own, phrase, memory) : subjectCarried(context, figure, memory);
    if (own && subject) remember(memory, [subject], 'left');
    memory.share = shareOf(context, subject, phrase);
    return taken(memory.share, subject === own ? 'LEFT' : 'COMPOSED');
  }
  const moved = movedCount(context, figure, memory.counted);
  if (moved) return { name: moved, origin: origin('FROM_TO') };
  const isChange = ruledValue(figure.verdict, 'kind') === 'change';
  const before = isChange ? null : partBefore(context, figure, memory.counted);
  const part = before ?? (own ? null : partBehind(context, figure, memory.counted));
  if (part) return ofPart(memory, part);
  if (!own) return carried(context, figure, memory);
  const name = withTopic(context, own, phrase, memory);
  // 占比 of the topic leaves the topic what it was.
  if (!context.classes.addedHead.has(own.text)) remember(memory, [name], 'left');
  return taken(name, name === own ? 'LEFT' : 'COMPOSED');
}

function ofPart(memory: Memory, part: Name): Naming {
  remember(memory, [part], 'right');
  return { name: part, origin: origin('COMPOSED') };
}

/** What the clauses before were about; where there is nothing, what is said of it: 18户|摘帽. */
function carried(context: NamingContext, figure: Figure, memory: Memory): Naming {
  const name = carry(context, figure, memory);
  if (name) return { name, origin: origin('CARRIED') };
  const said = figure.quantity.unit?.dimension === 'count' ? predicateName(context, figure) : null;
  return said ? { name: said, origin: origin('RIGHT') } : UNNAMED;
}

const taken = (name: Name | null, code: 'LEFT' | 'COMPOSED' | 'CARRIED'): Naming =>
  name ? { name, origin: origin(code) } : UNNAMED;

/** n values and n names before them: each its own. One name, or none that fit: all the same. */
function distribute(context: NamingContext, group: FigureGroup, phrase: LeftPhrase, memory: Memory): Naming[] {
  const members = giveOut(context, group, phrase, memory);
  if (members) {
    remember(memory, members, 'left');
    return asList(phrase.whole ? members.map((member) => shareOf(context, member, phrase)) : members);
  }
  if (!phrase.name && memory.recent.length >= group.length) return asList(memory.recent.slice(-group.length));
  return jointly(group, nameLeft(context, group[0], phrase, memory));
}

const asList = (names: readonly (Name | null)[]): Naming[] => names.map((name) => ({ name, origin: origin('LIST') }));
