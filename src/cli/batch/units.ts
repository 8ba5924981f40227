/** `--unit`: which units are asked for, and of which concepts. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { lex } from '../../lex/index.ts';
import type { Row } from '../../observe/fold.ts';
import { type ReadUnit, type ShownUnit, shownIn, unitsOf } from '../../observe/units.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';

/** Rows in the units that are asked for. Throws USAGE for what is no unit, and for one that fits nothing that is asked for. */
export function unitShower(options: Options, pack: RulePack): (row: Row) => Row {
  const readUnit = unitReader(pack);
  const units = askedUnits(options, pack, readUnit);
  return units.size > 0 ? (row) => shownIn(row, units, readUnit) : (row) => row;
}

/** By concept. */
function askedUnits(
  { unit: asked = [], concept, name = [] }: Options,
  { concepts: { definitions } }: RulePack,
  readUnit: ReadUnit,
): ReadonlyMap<string, ShownUnit> {
  const given = asked.map(({ concept, unit, mayMiss = false }) => {
    const shown = readUnit(unit);
    if (!shown) throw usageError('UNKNOWN_UNIT', { unit });
    if (concept !== null && !definitions.has(concept) && !name.includes(concept))
      throw usageError('UNKNOWN_CONCEPT', { concept });
    return { concept, shown, mayMiss };
  });
  const standard = concept ?? (name.length > 0 ? [] : [...definitions.keys()]);
  const units = unitsOf(given, [...standard, ...name], definitions);
  if ('misfit' in units) throw usageError('UNIT_MISFIT', units.misfit);
  return units;
}

/** As the lexer reads it behind a numeral, all of it. */
export function unitReader(pack: RulePack): ReadUnit {
  const known = new Map<string, ShownUnit | null>();
  return (words) => {
    const unit = known.get(words) ?? readUnit(words, pack);
    known.set(words, unit);
    return unit;
  };
}

function readUnit(words: string, pack: RulePack): ShownUnit | null {
  const text = `1${words}`;
  const [quantity] = lex(text, pack).quantities;
  if (!quantity?.unit || quantity.number === null || quantity.span.end !== text.length) return null;
  const { number, unit } = quantity;
  const { symbol, dimension, factor, base } = unit;
  const canonical = factor === null || base === null ? null : { number: number * factor, unit: base };
  return { words, symbol, dimension, multiplier: number, canonical };
}
