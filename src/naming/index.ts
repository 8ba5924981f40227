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
import { captureOf } from '../judge/verdict.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Name } from '../model/name.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Lexed } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Role } from '../model/vocabulary.ts';
import { contestBefore, contestOf, rankedLeft } from './among.ts';
import { asides } from './asides.ts';
import { bracketPairs } from './brackets.ts';
import { afterExcluded, followsBase, isBase } from './comparison.ts';
import { completionOf } from './complete.ts';
import type { NamingContext } from './context.ts';
import { withContrastedVerb } from './contrast.ts';
import { countedPhrase } from './counted.ts';
import { type MoveEnd, moveEnds, rolesOf } from './from-to.ts';
import { givenAgain, giveOut, headsAgain } from './give-out.ts';
import { isGoal } from './goal.ts';
import { type FigureGroup, leadsToNext, parallelFigures, shareNextName } from './groups.ts';
import {
  afterLocative,
  carry,
  kept,
  type Memory,
  movedSince,
  newMemory,
  remember,
  rememberUnit,
  restore,
  shareOf,
  toldBefore,
} from './memory.ts';
import { predicateName } from './modifier.ts';
import { composed, type Naming, nameAt } from './name.ts';
import { scopeFigures } from './name-scopes.ts';
import { optionsOf } from './options.ts';
import { carried, nameLeft, nameRight, rememberOf, taken, UNNAMED } from './own-side.ts';
import { touchingCounts } from './pairs.ts';
import { nameOfPart } from './part.ts';
import { nameOfSome } from './partitive.ts';
import { called, type LeftPhrase, leftPhrase } from './phrase.ts';
import { sideOf } from './side.ts';
import { withoutStub } from './stub.ts';
import { measureBefore, nounClauseBefore } from './subject.ts';

/** The figures that the rules accept, each with its name; sentences without any are left out. */
export function nameFigures(
  report: Report,
  lexed: Lexed,
  judged: readonly JudgedSentence[],
  pack: RulePack,
): NamedSentence[] {
  const { text } = report;
  const { startingAt, endingAt } = lexed;
  const { classes, tags, marks, shareWord, listSign } = pack.naming;
  const { byChar } = pack.masks;
  const { listMarkers, noteMarks } = pack.placeholders;
  const isMask = (at: number) => byChar.has(text.charAt(at));
  const quantityFrom = (start: number) => startingAt.get(start);
  const quantityUntil = (end: number) => endingAt.get(end);
  const paragraphOf = paragraphs(report);
  const sentences: NamedSentence[] = [];
  let last: { paragraph: number; memory: Memory | null } = { paragraph: -1, memory: null };
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
      listSign,
      text,
      words,
      heading: report.headings[sentence.heading]?.titleSpan ?? null,
      brackets,
      listMarkers,
      noteMarks,
      isMask,
      quantityFrom,
      quantityUntil,
    };
    const scoped = scopeFigures(context, span, all.filter(bounds)).filter(isAccepted);
    // 平均每年递增7% may begin a sentence: it goes on about what the sentence before was about.
    const memory = newMemory(span, paragraph === last.paragraph ? last.memory : null);
    const moves = moveEnds(context, scoped);
    const roles = rolesOf(moves);
    const namings = nameSentence(context, span, scoped, moves, memory);
    last = { paragraph, memory };
    const figures = scoped.map((figure, i) => named(figure, namings[i] ?? UNNAMED, roles.get(i) ?? null));
    sentences.push({ sentence, paragraph, words, figures });
  }
  return sentences;
}

function named({ quantity, matches, verdict, left, right }: Figure, naming: Naming, role: Role | null): NamedFigure {
  const { name, origin: nameOrigin } = (naming.name?.text.length ?? 0) > LONGEST_NAME ? UNNAMED : naming;
  return { quantity, matches, verdict, left, right, role, name, nameOrigin };
}

/** More is a story, and told again for each of a hundred figures it would outgrow the report. */
const LONGEST_NAME = 120;

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
  moves: ReadonlyMap<number, MoveEnd>,
  memory: Memory,
): Naming[] {
  const first = figures[0];
  // 固定资产投资增长显著加快，全年增长9%: a clause without a figure may set the topic.
  if (first && first.left.start > sentence.start)
    memory.openings.push({ start: sentence.start, end: first.left.start });
  const pass = asides(context, memory);
  const namings: Naming[] = [];
  let last: FigureGroup | null = null;
  for (const [i, figure] of figures.entries()) {
    // Named with the one before it.
    if (i < namings.length) continue;
    pass(memory.end, figure.quantity.span.start);
    const moved = nameMoved(context, figure, moves.get(i), namings, memory);
    const again = moved ? null : givenAgain(figures, namings, context);
    const pair = moved || again ? null : touchingCounts(context, figures, i);
    if (moved) namings.push(moved);
    else if (again) namings.push(...again);
    else if (pair) namings.push(...namePair(context, pair, memory));
    else if (isBase(context, figure) || followsBase(context, figures[i - 1], figure))
      namings.push(taken(carry(context, figure, memory), 'CARRIED'));
    else {
      const group = parallelFigures(context, figure, figures, i + 1, last);
      if (group.length > 1) last = group;
      const leads = leadsToNext(context, figure, figures[i + 1]);
      const next = figures[i + group.length];
      namings.push(...(leads ? group.map(() => UNNAMED) : nameGroup(context, group, next, memory)));
    }
    const named = figures[namings.length - 1] ?? figure;
    memory.end = named.quantity.span.end;
    rememberUnit(memory, named, namings.at(-1)?.name ?? null);
  }
  return shareNextName(context, figures, namings).map((naming, i) => {
    const figure = figures[i];
    const before = naming.name || !figure ? null : toldBefore(figure, memory);
    return before ? { name: before, origin: origin('SENTENCE_BEFORE') } : naming;
  });
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
  const phrase = withoutStub(context, left, leftPhrase(context, left, optionsOf(figure)), memory);
  // 消费在收入中的比重，由63%上升到70%: 由 may open a clause of its own.
  const isNamed = phrase.name !== null || phrase.whole !== null;
  const before = isNamed
    ? null
    : (measureBefore(context, left.start, memory.end) ??
      nounClauseBefore(context, left.start, memory.end) ??
      contestBefore(context, left.start, memory.end));
  const naming = nameLeft(context, figure, before ? called(phrase, before) : phrase, memory);
  const thing = countedIn(context, figure);
  if (!thing || !naming.name || naming.name.text.endsWith(thing)) return naming;
  const name = composed(naming.name.text, thing);
  remember(memory, [name], 'left');
  return taken(name, 'COMPOSED');
}

/** 开办企业由7个|环节|并为1个: the noun between the ends; empty where there is none. */
function countedIn(context: NamingContext, { quantity, right }: Figure): string {
  if (quantity.unit?.dimension !== 'count') return '';
  const span = countedPhrase(context, { clause: right, isCount: true, isPeople: false });
  if (!span) return '';
  const { words, tags, text, classes } = context;
  const [first, last] = [words.from(span.start), words.until(span.end)];
  // 由21人|精简到13人: what leads to the second end is no noun.
  const isVerb =
    [classes.weakVerb, classes.strongVerb, classes.change].some((lexicon) => lexicon.has(first?.text ?? '')) ||
    classes.moveTo.longestAt(text, span.end, right.end) > 0;
  return !isVerb && tags.plainNoun.has(first) && tags.plainNoun.has(last) ? text.slice(span.start, span.end) : '';
}

function nameGroup(context: NamingContext, group: FigureGroup, next: Figure | undefined, memory: Memory): Naming[] {
  const [first] = group;
  const stated = statedName(context, first);
  // What stands beside it is named on its own.
  if (stated) {
    remember(memory, [stated.name], 'left');
    return [stated];
  }
  if (isGoal(context, first) && memory.topic) return [carried(context, first, memory)];
  const scope = optionsOf(first).isRank
    ? rankedLeft(context, first, memory)
    : afterLocative(context, first.left, memory);
  const left = afterExcluded(context, scope);
  const isOne = group.length === 1;
  const part = isOne ? (nameOfPart(context, first, memory) ?? nameOfSome(context, first, left, memory)) : null;
  if (part) {
    rememberOf(memory, memory.whole, part);
    return [{ name: part, origin: origin('COMPOSED') }];
  }
  if (sideOf(context, first) === 'right') return group.map((figure) => nameRight(context, figure, memory));
  memory.verb = '';
  const phrase = ownPhrase(context, first, left, memory);
  if (isOne) return [nameOne(context, first, phrase, next, memory)];
  const last = group.at(-1) ?? first;
  // *大类、*项任务: a list of counts without a name before it counts what follows the last.
  if (!phrase.name && !phrase.respective && sideOf(context, last) === 'right')
    return jointly(group, nameRight(context, last, memory));
  return distribute(context, group, phrase, memory);
}

/** The words left of a figure; where they name nothing, a clause before may have been about it. */
function ownPhrase(context: NamingContext, figure: Figure, left: Span, memory: Memory): LeftPhrase {
  const bare = leftPhrase(context, left, optionsOf(figure));
  leaveParts(context, figure, bare, memory);
  const own = withoutStub(context, left, bare, memory);
  const isNamed = own.name || (own.whole && own.whole.start < own.whole.end);
  if (isNamed) return own;
  const name =
    contestOf(context, figure, memory) ??
    nounClauseBefore(context, figure.left.start, memory.end) ??
    movedSince(context, figure, memory);
  return called(own, name);
}

function nameOne(
  context: NamingContext,
  figure: Figure,
  phrase: LeftPhrase,
  next: Figure | undefined,
  memory: Memory,
): Naming {
  const naming = nameLeft(context, figure, phrase, memory);
  const name = withContrastedVerb(context, figure, naming.name, next);
  // What comes next is about the thing alone; what is told again of each (分别增长) is of what was done to it.
  if (name && name !== naming.name) memory.recent.splice(-1, 1, name);
  return { name, origin: naming.origin };
}

/** 收入9亿元，其中非税收入2亿元；|支出12亿元: behind the parts, what needs a topic is of what they are parts of. */
function leaveParts(
  context: NamingContext,
  { quantity }: Figure,
  { name, whole, among }: LeftPhrase,
  memory: Memory,
): void {
  const { text, marks, classes } = context;
  const { outer } = memory;
  if (outer && marks.statementEnds.isIn(text, memory.end, quantity.span.start)) {
    memory.outer = null;
    const needsTopic = name ? completionOf(text.slice(name.start, name.end), classes) !== null : whole === null;
    if (needsTopic) restore(memory, outer);
  }
  if (among) memory.outer ??= kept(memory);
}

/** 新识别对象35户112人. */
function namePair(context: NamingContext, pair: FigureGroup, memory: Memory): Naming[] {
  const [first] = pair;
  const { name, origin: own } = nameLeft(context, first, leftPhrase(context, first.left, optionsOf(first)), memory);
  const said = name ?? predicateName(context, pair.at(-1) ?? first);
  return jointly(pair, { name: said, origin: name ? own : origin('RIGHT') });
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

/** n values and n names before them: each its own. One name, or none that fit: all the same. */
function distribute(context: NamingContext, group: FigureGroup, phrase: LeftPhrase, memory: Memory): Naming[] {
  const members = giveOut(context, group, phrase, memory);
  if (members) {
    remember(memory, members, 'left');
    return asList(phrase.whole ? members.map((member) => shareOf(context, member, phrase, memory)) : members);
  }
  const again = phrase.name && headsAgain(context, phrase.name, group.length, memory);
  if (again) return asList(again);
  if (!phrase.name && memory.group.length === group.length) return asList(memory.group);
  if (!phrase.name && memory.recent.length >= group.length) return asList(memory.recent.slice(-group.length));
  const namings = jointly(group, nameLeft(context, group[0], phrase, memory));
  memory.group = namings.flatMap(({ name }) => name ?? []);
  return namings;
}

const asList = (names: readonly (Name | null)[]): Naming[] => names.map((name) => ({ name, origin: origin('LIST') }));
