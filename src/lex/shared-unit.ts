/** 提高3.2个、1.8个百分点; 增长3和5%: a member of a list that leaves its unit to the next one. */

import type { Quantity } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { scale } from '../text/decimal.ts';
import type { LexTables } from './characters.ts';

/** Gives such members the unit of their neighbour, from the last to the first; the span stays what it is. */
export function shareUnits(text: string, quantities: Quantity[], tables: LexTables): void {
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [member, next] = [quantities[i], quantities[i + 1]];
    if (member && next && leavesUnit(text, member, next, tables)) quantities[i] = withUnitOf(member, next, tables);
  }
}

/** Longest joiner with a blank on either side. */
const JOINER_REACH = 4;

function leavesUnit(text: string, member: Quantity, next: Quantity, tables: LexTables): boolean {
  const { end } = member.span;
  if (next.unit === null || next.span.start - end > JOINER_REACH || !isPlain(member) || !isPlain(next)) return false;
  const isBare = member.unit === null;
  if (member.unit && !isBegun(member.unit.raw, next.unit.raw, tables)) return false;
  // 人民币5元: a unit before the numeral is no neighbour's.
  if (next.unit.span.start === next.span.start) return false;
  const at = BLANKS.at(text, end) ? end + 1 : end;
  const joined = at + tables.units.sharing.joiners.longestAt(text, at, next.span.start);
  if (joined === at || (BLANKS.at(text, joined) ? joined + 1 : joined) !== next.span.start) return false;
  if (isBare && (isYear(member) || !followsWord(text, member.span.start, tables))) return false;
  const { dimension } = next.unit;
  if (dimension === 'percent' || dimension === 'percentage-point') return true;
  return dimension !== 'time' && dimension !== 'rank' && isGivenOut(text, member.span.start, tables);
}

const isPlain = ({ form, script, masked, prefix }: Quantity): boolean =>
  form === 'number' && script === 'arabic' && !masked && prefix === null;

/** 个 before 个百分点. */
const isBegun = (unit: string, whole: string, { units }: LexTables): boolean =>
  unit.length === 1 && whole.length > 1 && units.timeClassifiers.at(unit, 0) && whole.startsWith(unit);

const isYear = ({ raw }: Quantity): boolean => /^(?:19|20)\d\d$/.test(raw);

/** Not at the head of a line, where it would mark a list, and no part of a code. */
function followsWord(text: string, start: number, { units }: LexTables): boolean {
  const end = BLANKS.at(text, start - 1) ? start - 1 : start;
  return units.sharing.joiners.longestBefore(text, end) > 0 || /\p{Script=Han}/u.test(text.charAt(end - 1));
}

/** How far back a word is looked for that gives the members out. */
const CUE_REACH = 40;

function isGivenOut(text: string, start: number, { units, punctuation }: LexTables): boolean {
  for (let i = start; i > Math.max(0, start - CUE_REACH); i--) {
    if (punctuation.statementEnds.at(text, i - 1)) return false;
    if (units.sharing.cues.longestBefore(text, i) > 0) return true;
  }
  return false;
}

/** From here on a figure before 万 is whole: 5000和1.2万人. */
const WHOLE = 1000;

function withUnitOf(member: Quantity, { raw, unit, multiplied }: Quantity, { numerals }: LexTables): Quantity {
  const power = multiplied && !member.multiplied ? (numerals.multipliers.get(raw.charAt(raw.length - 1)) ?? 0) : 0;
  const { number } = member;
  const isShared = power > 0 && number !== null && number < WHOLE;
  return {
    ...member,
    unit,
    number: isShared ? scale(number, power) : number,
    multiplied: member.multiplied || isShared,
  };
}
