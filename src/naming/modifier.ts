/** A noun too general to stand alone takes what stands before its figure: 考核优秀的|8家|单位. */
import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { termBefore } from '../text/words.ts';
import type { NamingContext } from './context.ts';
import { stripLead } from './lead.ts';
import { composed, nameAt } from './name.ts';

/** A noun of more characters tells enough. */
const LONGEST_BARE = 2;
/** An attribute of more says too much. */
const LONGEST_ATTRIBUTE = 20;

/** The noun counted with the attribute before the figure, if it is bare and has one. */
export function withAttribute(context: NamingContext, name: Name, figure: Figure): Name {
  const { text, classes, marks } = context;
  const { left } = figure;
  const isDocument = classes.document.has(name.text);
  if (name.text.length > LONGEST_BARE && !isDocument) return name;
  const end = marks.trailing.startOfRun(text, left.end, left.start);
  const length = classes.attributive.longestBefore(text, end, left.start);
  if (length === 0) return isDocument ? withMatter(context, name, left) : name;
  const { start } = stripLead(context, { start: left.start, end: end - length }, false);
  const size = end - start;
  // 7个国家的|21所大学: that is counted itself.
  if (context.quantityUntil(start) && classes.agentVerb.longestBefore(text, end - length, start) === 0) return name;
  return size > length + 1 && size <= LONGEST_ATTRIBUTE ? composed(text.slice(start, end), name.text) : name;
}

/** 出台稳外贸|18条|措施: what the verb governs says what they are about. */
function withMatter(context: NamingContext, name: Name, { start: from, end }: Span): Name {
  const { text, classes, words } = context;
  const { start } = stripLead(context, { start: from, end });
  const matter = text.slice(start, end);
  const isGoverned = [classes.strongVerb, classes.weakVerb].some(
    (lexicon) => termBefore(lexicon, text, start, from, words) > 0,
  );
  const last = words.until(end)?.text ?? '';
  const endsInVerb = [classes.strongVerb, classes.lead, classes.dangling, classes.andOthers].some((lexicon) =>
    lexicon.has(last),
  );
  const isMatter = isGoverned && !endsInVerb && HAN_ONLY.test(matter);
  return isMatter ? composed(matter, name.text) : name;
}

/** A matter of fewer characters says nothing, one of more is a clause. */
const HAN_ONLY = /^\p{Script=Han}{3,20}$/u;

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
