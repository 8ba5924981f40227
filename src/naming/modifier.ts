/** A noun too general to stand alone takes what stands before its figure: 考核优秀的|8家|单位. */
import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { NamingContext } from './context.ts';
import { stripLead } from './lead.ts';
import { composed, nameAt } from './name.ts';

/** A noun of more characters tells enough. */
const LONGEST_BARE = 2;
/** An attribute of more says too much. */
const LONGEST_ATTRIBUTE = 20;

/** The noun counted with the attribute before the figure, if it is bare and has one. */
export function withAttribute(context: NamingContext, name: Name, { left }: Figure): Name {
  const { text, classes, marks } = context;
  if (name.text.length > LONGEST_BARE) return name;
  const end = marks.trailing.startOfRun(text, left.end, left.start);
  const length = classes.attributive.longestBefore(text, end, left.start);
  if (length === 0) return name;
  const { start } = stripLead(context, { start: left.start, end: end - length }, false);
  const size = end - start;
  return size > length + 1 && size <= LONGEST_ATTRIBUTE ? composed(text.slice(start, end), name.text) : name;
}

/** A predicate of more characters is no name. */
const LONGEST_PREDICATE = 16;

/** 18户|如期摘帽: what is said of those counted, where no noun names them. */
export function predicateName(context: NamingContext, { right, quantity }: Figure): Name | null {
  const { text } = context;
  if (context.quantityFrom(right.end)) return null;
  const { start, end } = stripLead(context, right, false);
  const words = text.slice(start, end);
  const isWhole = end - start >= 2 && end - start <= LONGEST_PREDICATE && /^[\p{Script=Han}\p{P}]+$/u.test(words);
  return isWhole && start >= quantity.span.end ? nameAt(context, { start, end }) : null;
}
