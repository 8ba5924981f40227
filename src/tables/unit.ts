/** Units as heads and captions write them, without a numeral: 万元, %, 元/平方米. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import { ratioOfBases } from '../knowledge/units/table.ts';
import type { Unit } from '../model/quantity.ts';

/** A unit with the multiplier before it, as a power of ten. */
export type HeadUnit = { unit: Unit | null; power: number; raw: string };

/** No unit is longer. */
const LONGEST_UNIT = 16;

/** Null where the words are no unit. A multiplier alone (万) is one of what is counted. */
export function unitOf(words: string, { units, numerals, tables }: RulePack): HeadUnit | null {
  const folded = words.replace(/\s+/g, '');
  if (folded === '' || folded.length > LONGEST_UNIT) return null;
  const said = tables.heads.by.get(folded)?.unit;
  const raw = said ?? folded;
  // 人 and 千克 are units as they stand, 千 of 千人 multiplies.
  let at = 0;
  let power = 0;
  let whole = unitWithoutPower(raw, units, numerals.slashes);
  for (
    let more = numerals.multipliers.get(raw.charAt(0));
    !whole && more !== undefined;
    more = numerals.multipliers.get(raw.charAt(at))
  ) {
    power += more;
    whole = unitWithoutPower(raw.slice(++at), units, numerals.slashes);
  }
  if (!whole) return at > 0 && at === raw.length ? { unit: null, power, raw } : null;
  return { unit: whole, power, raw };
}

function unitWithoutPower(
  words: string,
  { byWord, perSigns, perNouns }: RulePack['units'],
  slashes: RulePack['numerals']['slashes'],
): Unit | null {
  const known = byWord.get(words);
  if (known) return plain(known);
  for (let i = 1; i < words.length - 1; i++) {
    if (!perSigns.at(words, i) && !slashes.at(words, i)) continue;
    const [above, perWord] = [byWord.get(words.slice(0, i)), words.slice(i + 1)];
    const below = byWord.get(perWord);
    if (!above || !(below || perNouns.has(perWord))) continue;
    return { symbol: `${above.symbol}/${below?.symbol ?? perWord}`, dimension: 'other', ...ratioOfBases(above, below) };
  }
  return null;
}

const plain = ({ symbol, dimension, factor, base }: Unit): Unit => ({ symbol, dimension, factor, base });

/** 单位：亿元、%: all that a line names; none for a line that names no unit. */
export function unitsNamed(line: string, pack: RulePack): HeadUnit[] {
  const { unitLabels, brackets, closers, unitMarks } = pack.tables;
  const at = unitLabels.firstIn(line);
  if (at < 0) return [];
  const from = at + unitLabels.longestAt(line, at);
  if (!pack.punctuation.colons.at(line, from)) return [];
  let end = from + 1;
  while (end < line.length && !closers.at(line, end) && !brackets.has(line.charAt(end))) end++;
  const named = line.slice(from + 1, end).trim();
  const whole = unitOf(named, pack);
  if (whole) return [whole];
  const units: HeadUnit[] = [];
  let start = 0;
  for (let i = 0; i <= named.length; i++) {
    if (i < named.length && !unitMarks.at(named, i) && named[i] !== ' ') continue;
    const unit = unitOf(named.slice(start, i), pack);
    if (unit) units.push(unit);
    start = i + 1;
  }
  return units;
}
