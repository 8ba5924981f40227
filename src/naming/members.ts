/** The names that a phrase gives to several values: those of a list, of a measure and its share, of numbered members. */

import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';
import { listMembers } from './list.ts';
import { composed, nameAt } from './name.ts';

/** One name where the phrase is none of these. */
export const membersOf = (context: NamingContext, phrase: Span, isAlike: boolean): Name[] =>
  andItsShare(context, phrase) ?? numbered(context, phrase) ?? listMembers(context, phrase, isAlike);

/** 林下经济产值|及其|占林业总产值比重: the second is a share of which the first is the subject. */
function andItsShare(context: NamingContext, { start, end }: Span): Name[] | null {
  const { text, classes } = context;
  for (let i = start + 1; i < end; i++) {
    const length = wordAt(context, i, end, classes.andIts);
    if (length === 0 || classes.shareVerb.longestAt(text, i + length, end) === 0) continue;
    const subject = nameAt(context, { start, end: i });
    return [subject, composed(subject.text, text.slice(i + length, end))];
  }
  return null;
}

/** 第一、二、三产业投资: what opens the first and what ends the last belong to all. */
function numbered({ text, classes, marks }: NamingContext, { start, end }: Span): Name[] | null {
  const opener = classes.ordinalMark.longestAt(text, start, end);
  const numbers: string[] = [];
  let at = start + opener;
  for (;;) {
    const number = classes.ordinal.longestAt(text, at, end);
    if (number === 0) return null;
    numbers.push(text.slice(at, at + number));
    at += number;
    const link = marks.enumerators.at(text, at) ? 1 : classes.joint.longestAt(text, at, end);
    if (link === 0) break;
    // 第一、第二产业: the opener may be told again.
    at += link;
    at += classes.ordinalMark.longestAt(text, at, end);
  }
  const mark = text.slice(start, start + opener);
  return numbers.length > 1 && at < end ? numbers.map((number) => composed(mark, number, text.slice(at, end))) : null;
}
