/** Some of those counted before: 58个问题中，有7个|整改后反弹; 完成认证的有3家. Their name is what is said of them, and the noun. */
import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordBefore } from './context.ts';
import { stripLead } from './lead.ts';
import type { Tally } from './memory.ts';
import { predicateName } from './modifier.ts';
import { composed } from './name.ts';

/** What is said of them is no longer than this. */
const LONGEST_SAID = 16;

/** Of those counted before, the ones of which the words before the figure are said; null where no such words stand there. */
export function partBefore(context: NamingContext, figure: Figure, counted: Tally | null): Name | null {
  if (!counted || !isOfSameUnit(figure, counted)) return null;
  const { text } = context;
  const attribute = headless(context, figure.left);
  if (attribute) return partOf(context, text.slice(attribute.start, attribute.end), counted);
  const done = predicateAlone(context, figure.left);
  return done && composed(text.slice(done.start, done.end), counted.noun);
}

/** The same of the words behind it. */
export function partBehind(context: NamingContext, figure: Figure, counted: Tally | null): Name | null {
  if (!counted || !isOfSameUnit(figure, counted) || !isPartitive(context, figure, counted.end)) return null;
  const said = predicateName(context, figure);
  return said && partOf(context, said.text, counted);
}

/** 将56个网格|调整为|68个: the noun counted goes over into another count of the same. */
export function movedCount({ text, classes }: NamingContext, figure: Figure, counted: Tally | null): Name | null {
  const { start } = figure.quantity.span;
  const isOfLeft = counted !== null && counted.end > figure.left.start && counted.end < start;
  if (!isOfLeft || !isOfSameUnit(figure, counted)) return null;
  return classes.moveTo.longestBefore(text, start, counted.end) > 0 ? { text: counted.noun, span: null } : null;
}

const isOfSameUnit = ({ quantity }: Figure, { unit }: Tally): boolean =>
  quantity.unit?.dimension === 'count' && quantity.unit.symbol === unit;

function partOf({ classes }: NamingContext, said: string, { noun }: Tally): Name {
  const [attributive = ''] = classes.attributive.words;
  return composed(said, attributive, noun);
}

/** 问题|中，有7个; 成果，仍有2项. */
function isPartitive({ text, classes, marks }: NamingContext, { left, quantity }: Figure, from: number): boolean {
  const clause = marks.leading.endOfRun(text, left.start, left.end);
  if (classes.exists.is(text, clause, quantity.span.start)) return true;
  const length = classes.locative.longestAt(text, from, quantity.span.start);
  return length > 0 && quantity.span.start - (from + length) <= 1;
}

/** 完成认证|的有, 进展滞后|的: an attribute whose noun is left out. */
function headless(context: NamingContext, { start, end }: Span): Span | null {
  const { text, classes } = context;
  let at = end;
  for (;;) {
    const attributive = classes.attributive.longestBefore(text, at, start);
    if (attributive > 0) return saidIn(context, { start, end: at - attributive });
    const length = wordBefore(context, at, start, classes.exists) || wordBefore(context, at, start, classes.tail);
    if (length === 0) return null;
    at -= length;
  }
}

/** 已|整改到位: nothing but a verb, which leads to no value. */
function predicateAlone(context: NamingContext, left: Span): Span | null {
  const { words, classes, tags } = context;
  const said = saidIn(context, left);
  if (!said || words.from(said.start) === undefined) return null;
  let tells = false;
  for (let at = said.start; at < said.end; ) {
    const word = words.from(at);
    if (!word || !(tags.verbal.has(word) || tags.adverb.has(word))) return null;
    if (tags.verbal.has(word) && !classes.tail.has(word.text) && !classes.change.has(word.text)) tells = true;
    at += word.text.length;
  }
  return tells ? said : null;
}

/** The words without what links the clause to the one before. */
function saidIn(context: NamingContext, { start, end }: Span): Span | null {
  const said = stripLead(context, { start, end }, false);
  const length = said.end - said.start;
  return length > 1 && length <= LONGEST_SAID ? said : null;
}
