/** The name that a figure takes from the words on its own side, and what it falls back on. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import { origin } from '../model/origin.ts';
import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { predicateDue } from './clause-predicate.ts';
import { withTopic } from './complete.ts';
import { holdsWord, type NamingContext, wordBefore } from './context.ts';
import { countedPhrase } from './counted.ts';
import { movedCount } from './from-to.ts';
import { withoutSum } from './list-count.ts';
import { carry, type Memory, partsAt, remember, shareOf, subjectCarried, unitOf } from './memory.ts';
import { predicateName, withAttribute } from './modifier.ts';
import { composed, type Naming, nameAt } from './name.ts';
import { optionsOf } from './options.ts';
import { measureOfNext, ownedMeasure } from './owner.ts';
import { wholeOf } from './part.ts';
import type { LeftPhrase } from './phrase.ts';
import { measureBefore } from './subject.ts';
import { nameOfAll } from './together.ts';

export const UNNAMED: Naming = { name: null, origin: origin('NO_NAME') };

/** The name of a part leaves what it is part of. */
export function rememberOf(memory: Memory, whole: Name | null, name: Name): void {
  remember(memory, [name], 'left');
  memory.whole = whole;
}

export function nameRight(context: NamingContext, figure: Figure, memory: Memory): Naming {
  const { classes } = context;
  const isCount = (figure.quantity.unit?.dimension ?? 'count') === 'count';
  const isPeople = classes.personUnit.has(figure.quantity.unit?.symbol ?? '') || figure.quantity.unit === null;
  const isThing = classes.thingUnit.has(figure.quantity.unit?.symbol ?? '');
  const due = predicateDue(context, figure);
  const span = countedPhrase(context, { clause: figure.right, isCount, isPeople, isThing, due });
  memory.openings.push(figure.left);
  if (!span) return UNNAMED;
  const noun = nameAt(context, span);
  const name = withVerb(context, withAttribute(context, noun, figure), figure, memory);
  remember(memory, [name], 'right');
  // 9个市生产总值均有增加，合计增加30亿元: what they are measured by is what the clause is about.
  if (span.measured) remember(memory, [nameAt(context, span.measured)], 'left');
  const isOpen = partsAt(classes, context.text, span.end, figure.right.end) > 0;
  memory.set = { name: noun, unit: unitOf(figure), isOpen, isParted: false };
  return { name, origin: origin('RIGHT') };
}

/** 新开放|5个|沿江城市、18个省会城市: the verb that tells them from those there were, of each of the list. */
function withVerb(context: NamingContext, name: Name, { left, quantity }: Figure, memory: Memory): Name {
  const { text, marks, classes } = context;
  const end = startOfRun(context, left, classes.moved);
  const isMember = left.start === quantity.span.start && marks.enumerators.at(text, left.start - 1);
  if (!isMember) memory.verb = text.slice(startOfVerbs(context, { start: left.start, end }), end);
  return memory.verb === '' || name.text.startsWith(memory.verb) ? name : composed(memory.verb, name.text);
}

/** Where the words of a class begin that end a stretch. */
function startOfRun(context: NamingContext, { start, end }: Span, lexicon: Lexicon): number {
  let at = end;
  for (let length = 1; length > 0; at -= length) length = wordBefore(context, at, start, lexicon);
  return at;
}

/** 新建改扩建, 新建和续建. */
function startOfVerbs(context: NamingContext, { start, end }: Span): number {
  const { newVerb, joint } = context.classes;
  const at = startOfRun(context, { start, end }, newVerb);
  const before = at - wordBefore(context, at, start, joint);
  const first = before < at && at < end ? startOfRun(context, { start, end: before }, newVerb) : before;
  return first < before ? first : at;
}

export function nameLeft(context: NamingContext, figure: Figure, phrase: LeftPhrase, memory: Memory): Naming {
  const all = nameOfAll(context, figure, phrase, memory);
  if (all) return taken(phrase.whole ? shareOf(context, all, phrase, memory) : all, 'COMPOSED');
  const own = phrase.name && ownName(context, figure, phrase.name, memory);
  if (phrase.whole) {
    const subject = own ? withTopic(context, own, figure, phrase, memory) : subjectCarried(context, figure, memory);
    if (own && subject) remember(memory, [subject], 'left');
    memory.share = shareOf(context, subject, phrase, memory);
    return taken(memory.share, subject === own ? 'LEFT' : 'COMPOSED');
  }
  const moved = movedCount(context, figure, memory.set);
  if (moved) return { name: moved, origin: origin('FROM_TO') };
  if (!own) return carried(context, figure, memory);
  const complete = withTopic(context, own, figure, phrase, memory);
  const name = complete === own ? withNewVerb(context, own, figure, memory) : complete;
  // 占比 of the topic leaves the topic what it was.
  if (context.classes.addedHead.has(own.text)) memory.share = name;
  else rememberOf(memory, wholeOf(context, figure, phrase, memory), name);
  return taken(name, name.span ? 'LEFT' : 'COMPOSED');
}

/** 新增公园5个、|绿道3个: what is new in the first of a list is new in the next of its unit. */
function withNewVerb(context: NamingContext, name: Name, figure: Figure, { byUnit, end }: Memory): Name {
  const { text, marks, classes } = context;
  const before = byUnit.get(unitOf(figure))?.text ?? '';
  const verb = before.slice(0, classes.newVerb.longestAt(before, 0));
  const isNext = figure.left.start === end + 1 && marks.enumerators.at(text, end);
  // 新增城镇就业5万人、农村劳动力转移就业8万人: what has a verb of its own is told whole.
  const hasOwn = holdsWord(context, name.span ?? figure.left, context.tags.verb);
  return isNext && verb !== '' && !hasOwn && optionsOf(figure).isCount ? composed(verb, name.text) : name;
}

/** The name that the words themselves give, with the owner or the measure that they leave to others. */
function ownName(context: NamingContext, figure: Figure, span: Span, memory: Memory): Name {
  const { byUnit } = memory;
  const name = ownedMeasure(context, figure.left, span) ?? nameAt(context, withoutSum(context, span, null).members);
  const before = byUnit.get(unitOf(figure));
  memory.measured = measuredOf(context, figure, name, memory);
  if (memory.measured) return composed(name.text, memory.measured.text);
  return (
    measureOfNext(context, name, before) ??
    perHead(context, name, before) ??
    measureOfSome(context, name, before) ??
    name
  );
}

/** No owner of a measure that another clause told is longer. */
const LONGEST_OWNER = 10;

/** 业务平均用时，|线下窗口不超过15分钟，网上不超过5分钟: what the clause before measured, where this is an owner of it in the same unit. */
function measuredOf(context: NamingContext, figure: Figure, { text, span }: Name, memory: Memory): Memory['measured'] {
  const { classes } = context;
  const { isCount, isRank, isChange } = optionsOf(figure);
  const isOwner = span !== null && text.length <= LONGEST_OWNER && !isCount && !isRank && !isChange;
  const hasMeasure = [classes.measureHead, classes.generalHead, classes.fund].some(
    (heads) => heads.longestBefore(text, text.length) > 0,
  );
  if (!isOwner || hasMeasure) return null;
  const unit = unitOf(figure);
  const measure = measureBefore(context, figure.left.start, memory.end);
  // 按病种付费: what ends in a verb measures nothing.
  if (measure && !context.tags.verbal.has(context.words.until(measure.end)))
    return { text: context.text.slice(measure.start, measure.end), unit };
  return memory.measured?.unit === unit ? memory.measured : null;
}

/** 空置率12%，|个别县|超过30%: of them the measure told before in the same unit. */
function measureOfSome({ classes }: NamingContext, { text }: Name, before: Name | undefined): Name | null {
  const isMeasure = before !== undefined && classes.measureHead.longestBefore(before.text, before.text.length) > 0;
  return isMeasure && classes.someOf.longestAt(text, 0) > 0 ? composed(text, before.text) : null;
}

/** 机构床位2400张，每千人拥有|5.6张: a ratio with nothing that says of what is of what was told in the same unit. */
function perHead({ classes }: NamingContext, { text }: Name, before: Name | undefined): Name | null {
  const isBare = classes.denominator.longestAt(text, 0) > 0 && classes.having.longestBefore(text, text.length) > 0;
  return isBare && before ? composed(text, before.text) : null;
}

/** What the clauses before were about; where there is nothing, what is said of it: 18户|摘帽. */
export function carried(context: NamingContext, figure: Figure, memory: Memory): Naming {
  const name = carry(context, figure, memory);
  if (name) return { name, origin: origin('CARRIED') };
  const said = figure.quantity.unit?.dimension === 'count' ? predicateName(context, figure) : null;
  return said ? { name: said, origin: origin('RIGHT') } : UNNAMED;
}

export const taken = (name: Name | null, code: 'LEFT' | 'COMPOSED' | 'CARRIED'): Naming =>
  name ? { name, origin: origin(code) } : UNNAMED;
