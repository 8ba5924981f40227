/** Parts of what was counted, told by what is said of them: 走访的30个站点中，有4个|台账不全 counts 台账不全的站点. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { termAt } from '../text/words.ts';
import { clauseBefore } from './clause-before.ts';
import { SET_PHRASE } from './clause-predicate.ts';
import { type NamingContext, wordAt, wordBefore } from './context.ts';
import { countedPhrase } from './counted.ts';
import { stripSetting } from './lead.ts';
import { type CountedSet, type Memory, unitOf } from './memory.ts';
import { composed, nameAt } from './name.ts';
import { optionsOf } from './options.ts';
import { bareWords } from './part.ts';
import { rightStart, sideOf } from './side.ts';

/** What is said goes no further; a longer story is left out. */
const LONGEST_PREDICATE = 18;

/** The name of a count of some of those counted before; null where it counts something of its own. */
export function nameOfSome(context: NamingContext, figure: Figure, left: Span, memory: Memory): Name | null {
  const { right } = figure;
  const { isChange, isShare, isCount } = optionsOf(figure);
  if (isShare) return nameOfShare(context, figure, memory);
  if (isChange || !isCount) return null;
  const { text, classes } = context;
  const before = trimmed(context, left);
  const isOfThem = classes.ofThem.is(text, before.start, before.end);
  const unit = unitOf(figure);
  if (isOfThem) memory.set = openedBefore(context, figure, memory) ?? memory.set;
  const set = memory.set?.unit === unit ? memory.set : null;
  const last = set?.name ?? (memory.unit === unit ? memory.last : null);
  if (isOfThem || before.start === before.end) {
    if (!last || (!isOfThem && !set?.isOpen) || countsThing(context, figure)) return null;
    return saidOf(context, trimmed(context, right), last);
  }
  if (sideOf(context, figure) === 'right') return null;
  const { span, linked } = withoutLink(context, withAttribute(context, before, memory));
  // 牵头的任务6项、配合的|11项: alike, of the noun alone.
  if (linked && !set && last && !endsInNoun(context, span)) return saidOf(context, span, nounOf(context, last));
  const all = memory.byUnit.get(unit);
  // 提案126件，其中已办结的98件、正在办理的20件: from the first part on the others are of the same.
  if (linked && all && !set?.isOpen && classes.among.isIn(text, span.start, span.end)) {
    memory.set = { name: all, unit, isOpen: true, isParted: true };
    return saidOf(context, afterAmong(context, span), all);
  }
  if (!set || !saysOf(context, span, linked, set.isOpen)) return null;
  set.isParted = true;
  return saidOf(context, span, set.name);
}

/** 68个村，集体收入超20万元的|有52个: linked words of what is still being told say it; either alone, where they are no noun; others, where they are verbs. */
function saysOf(context: NamingContext, span: Span, linked: boolean, isOpen: boolean): boolean {
  if (linked && isOpen) return true;
  return linked || isOpen ? !endsInNoun(context, span) : isPredicate(context, span);
}

/** 抽查的小区中，|有29个未公示账目: a clause without a figure that says of what some follow; null where there is none. */
function openedBefore(context: NamingContext, figure: Figure, { end: last }: Memory): CountedSet | null {
  const clause = clauseBefore(context, figure.left.start, last);
  if (!clause) return null;
  const { start, end } = clause;
  const locative = context.classes.locative.longestBefore(context.text, end, start);
  const span = stripSetting(context, { start, end: end - locative });
  const isThing = locative > 0 && span.end - span.start > 1;
  return isThing ? { name: nameAt(context, span), unit: unitOf(figure), isOpen: true, isParted: false } : null;
}

/** 办件58万件，|六成以上从网上来: nothing stands before the share, and what is said of it behind. */
function nameOfShare(context: NamingContext, figure: Figure, { last, topic }: Memory): Name | null {
  const { text, tags, words, classes } = context;
  const whole = last ?? topic;
  const before = bareWords(context, figure.left);
  if (!whole || before.start < before.end) return null;
  const { start, end } = stripSetting(context, { start: rightStart(context, figure), end: figure.right.end });
  const word = words.from(start);
  const isVerb = tags.verbal.has(word) && !classes.nounThoughVerb.has(word?.text ?? '');
  const opens = isVerb || tags.preposition.has(word) || termAt(classes.rightEnd, text, start, end, words) > 0;
  return opens && end - start > MIN_PREDICATE ? saidOf(context, trimmed(context, { start, end }), whole) : null;
}

/** A verb alone says too little. */
const MIN_PREDICATE = 2;

/** 产值过亿元|的68家: a figure of the attribute parts the clause. */
function withAttribute({ text, classes, marks }: NamingContext, span: Span, { start: sentence }: Memory): Span {
  if (classes.attributive.longestAt(text, span.start, span.end) === 0) return span;
  let { start } = span;
  const earliest = Math.max(sentence, span.end - LONGEST_PREDICATE);
  while (start > earliest && !marks.separators.at(text, start - 1)) start--;
  return { start, end: span.end };
}

const afterAmong = ({ text, classes }: NamingContext, { start, end }: Span): Span => ({
  start: start + classes.among.longestAt(text, start, end),
  end,
});

/** 已|整改|到位: not one noun. */
function isPredicate({ words, tags, classes }: NamingContext, { start, end }: Span): boolean {
  for (let at = start; at < end; ) {
    const word = words.from(at);
    const isNoun = tags.object.has(word) && !tags.verbal.has(word);
    if (!word || isNoun || classes.nounThoughVerb.has(word.text)) return false;
    at += word.text.length;
  }
  return true;
}

/** 台账不全|的|站点; the thing alone where nothing short is said of it. */
function saidOf(context: NamingContext, { start: from, end }: Span, thing: Name): Name {
  const { text, classes } = context;
  // 为|全国首创: a copula says nothing itself.
  const start = from + wordAt(context, from, end, classes.copula);
  if (end - start < 2 || end - start > LONGEST_PREDICATE) return thing;
  const [of = ''] = classes.attributive.words;
  return composed(text.slice(start, end), of, thing.text);
}

/** 任务 of 由我局牵头的任务. */
function nounOf({ classes }: NamingContext, name: Name): Name {
  const { text } = name;
  for (let at = text.length - 2; at > 0; at--) {
    const length = classes.attributive.longestAt(text, at);
    if (length > 0) return composed(text.slice(at + length));
  }
  return name;
}

/** Whether a noun follows the figure, so that it counts something of its own. */
function countsThing(context: NamingContext, figure: Figure): boolean {
  if (sideOf(context, figure) === 'left') return false;
  const phrase = countedPhrase(context, { clause: figure.right, isCount: true, isPeople: false });
  if (phrase === null || !endsInNoun(context, phrase) || isSetPhrase(context, phrase)) return false;
  // 53项|部分|投产: how far, and no thing.
  return !context.classes.someOf.is(context.text, phrase.start, phrase.end);
}

const endsInNoun = ({ words, tags }: NamingContext, { end }: Span): boolean => tags.plainNoun.has(words.until(end));

/** 13个|名存实亡: a set phrase of four characters is a predicate. */
const isSetPhrase = ({ words, tags }: NamingContext, { start, end }: Span): boolean =>
  end - start === SET_PHRASE && words.from(start)?.text.length === SET_PHRASE && tags.setPhrase.has(words.from(start));

const trimmed = ({ text, marks }: NamingContext, span: Span): Span => {
  const start = marks.leading.endOfRun(text, span.start, span.end);
  return { start, end: marks.trailing.startOfRun(text, span.end, start) };
};

/** 产值正增长|的有: what is said, and whether 的 makes it an attribute. */
function withoutLink(context: NamingContext, span: Span): { span: Span; linked: boolean } {
  const { text, classes } = context;
  let { end } = span;
  for (;;) {
    const length = wordBefore(context, end, span.start, classes.moved);
    if (length === 0) break;
    end -= length;
  }
  const linked = classes.attributive.longestBefore(text, end, span.start);
  return { span: { start: span.start, end: end - linked }, linked: linked > 0 };
}
