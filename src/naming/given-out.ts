/** Gives out names to values beside each other: those of a list before them, else those of as many values before. */

import type { Name } from '../model/name.ts';
import { origin } from '../model/origin.ts';
import type { NamingContext } from './context.ts';
import { dimensionOf, type FigureGroup } from './groups.ts';
import { membersOf } from './members.ts';
import { type Memory, remember, shareOf } from './memory.ts';
import type { Naming } from './name.ts';
import { optionsOf } from './options.ts';
import { type LeftPhrase, leftPhrase } from './phrase.ts';

/** n values and n names before them: each its own; null where no list has as many. */
export function givenOut(
  context: NamingContext,
  group: FigureGroup,
  phrase: LeftPhrase,
  memory: Memory,
): Naming[] | null {
  const isAlike = group.every((figure) => dimensionOf(figure) === dimensionOf(group[0]));
  const members = phrase.name ? membersOf(context, phrase.name, isAlike) : listBefore(context, group, phrase, memory);
  if (members.length === group.length) {
    remember(memory, members, 'left');
    return asList(phrase.whole ? members.map((member) => shareOf(context, member, phrase)) : members);
  }
  if (!phrase.name && memory.group.length === group.length) return asList(memory.group);
  if (!phrase.name && memory.recent.length >= group.length) return asList(memory.recent.slice(-group.length));
  return null;
}

/** 覆盖率、签约率，分别达到95%、80%: a list that stands in the clause before its values. */
function listBefore(context: NamingContext, group: FigureGroup, { respective }: LeftPhrase, memory: Memory): Name[] {
  const end = group[0].left.start - 1;
  const { text, marks } = context;
  if (!respective || end <= memory.end || !marks.delimiters.at(text, end)) return [];
  let start = end;
  while (start > memory.end && !marks.delimiters.at(text, start - 1)) start--;
  const { name } = leftPhrase(context, { start, end }, optionsOf(group[0]));
  return name ? membersOf(context, name, true) : [];
}

const asList = (names: readonly (Name | null)[]): Naming[] => names.map((name) => ({ name, origin: origin('LIST') }));
