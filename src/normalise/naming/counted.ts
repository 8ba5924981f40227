/** Cuts the words right of a figure down to the thing counted: 12个重点区块|全面启动. */
import type { Span } from '../../model/span.ts';
import type { NamingContext } from './phrase.ts';

const SKIPPED_BEFORE = /[\s的]/;

/** The noun phrase that begins right of a figure; null where none does. */
export function countedPhrase(context: NamingContext, clause: Span): Span | null {
  const { text, classes } = context;
  let start = skipQualifiers(context, clause);
  start = stripVerb(context, { start, end: clause.end });
  let end = start;
  while (end < clause.end && !endsAt(context, start, end, clause.end)) end = nextPlace(context, end, clause.end);
  end = dropAction(text, start, trimEnd(context, start, end));
  return end > start && /\p{L}/u.test(text.slice(start, end)) && !classes.rightEnd.has(text.slice(start, end)) ? { start, end } : null;
}

/** 90%以上的村, 300名左右的干部. */
function skipQualifiers({ text, classes }: NamingContext, { start, end }: Span): number {
  let i = start;
  for (;;) {
    const length = classes.figureTail.longestAt(text, i, end);
    if (length > 0) i += length;
    else if (i < end && SKIPPED_BEFORE.test(text[i]!)) i++;
    else return i;
  }
}

/** 按3元/亩发放补贴: the verb between figure and noun goes. */
function stripVerb({ text, classes, words }: NamingContext, { start, end }: Span): number {
  const length = classes.strongVerb.lengthsAt(text, start, end).find((candidate) => words.isBoundary(start + candidate));
  return length !== undefined && end - start - length >= 2 ? start + length : start;
}

function nextPlace({ words, quantityFrom }: NamingContext, at: number, limit: number): number {
  const figure = quantityFrom(at);
  if (figure && figure.span.end <= limit) return figure.span.end;
  const word = words.from(at);
  return word ? at + word.text.length : at + 1;
}

/** A predicate, an adverb or a preposition ends the phrase, and so does a new verb phrase after 、. */
function endsAt(context: NamingContext, start: number, at: number, limit: number): boolean {
  const { text, classes, words, enumerators } = context;
  if (at === start || !words.isBoundary(at)) return false;
  if (enumerators.has(text[at]!)) {
    const next = at + 1;
    const isVerb = [classes.strongVerb, classes.weakVerb, classes.keptVerb, classes.lead].some(
      (lexicon) => lexicon.longestAt(text, next, limit) > 0,
    );
    return isVerb && !isListedVerb(context, start, at);
  }
  if (classes.rightKept.longestAt(text, at, limit) > 0) return false;
  return classes.rightEnd.lengthsAt(text, at, limit).some((length) => words.isBoundary(at + length));
}

/** 1050项首违不罚、轻微不罚的清单: nothing before 、 is a noun phrase of its own, so the list is one attribute. */
const isListedVerb = ({ words }: NamingContext, _start: number, at: number): boolean =>
  /^[va]/.test(words.until(at)?.tag ?? '');

function trimEnd({ text, classes }: NamingContext, start: number, from: number): number {
  let end = from;
  for (;;) {
    const length = classes.joint.longestBefore(text, end, start + 1);
    if (length > 0) end -= length;
    else if (end > start && /[\s的、“‘（(]/.test(text[end - 1]!)) end--;
    else return end;
  }
}

/** 78个点位的全覆盖: what is done to the thing counted is no part of its name. */
function dropAction(text: string, start: number, end: number): number {
  const match = /的(?:全覆盖|全治理|目标|任务|要求|工作|成果|成绩|基础|建设)$/.exec(text.slice(start, end));
  return match ? start + match.index : end;
}
