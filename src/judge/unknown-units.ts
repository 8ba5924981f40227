/** Units that no rule knows: what stands where a unit would, after a plain number in Arabic digits. */

import type { GapWords } from '../knowledge/gaps/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { UnitTable } from '../knowledge/units/table.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { WordIndex } from '../text/words.ts';
import type { JudgedSentence } from './figure.ts';

export type UnknownUnit = { unit: string; span: Span };

export function unknownUnits(text: string, judged: readonly JudgedSentence[], pack: RulePack): UnknownUnit[] {
  return judged.flatMap(({ figures, words, sentence }) =>
    figures.flatMap(({ quantity }) => {
      if (!isPlain(quantity, text, pack.gaps)) return [];
      const span = unitAfter(text, quantity.span.end, sentence.span.end, words, pack.units, pack.gaps);
      return span ? [{ unit: text.slice(span.start, span.end), span }] : [];
    }),
  );
}

/** 8金; neither 2024 nor 13亿, and no part of a code (S2线) or of a quotation (“90后”). */
function isPlain(
  { unit, form, script, multiplied, masked, raw, span }: Quantity,
  text: string,
  { beforeCode }: GapWords,
): boolean {
  if (unit !== null || form !== 'number' || script !== 'arabic' || multiplied || masked) return false;
  if (/^\d{4,}$/.test(raw) || /[\dA-Za-z]/.test(text.charAt(span.start - 1))) return false;
  return beforeCode.longestBefore(text, span.start) === 0;
}

/** A word of one character or a classifier, with the unit that ends it (蒸吨). */
function unitAfter(
  text: string,
  at: number,
  limit: number,
  words: WordIndex,
  units: UnitTable,
  { noUnit }: GapWords,
): Span | null {
  const word = words.from(at);
  if (!word || (word.text.length > 1 && !units.classifiers.has(word))) return null;
  if (noUnit.longestAt(text, at, limit) > 0) return null;
  const end = at + word.text.length;
  // Known, and not read as one here: 3.2家园建设.
  if (units.words.longestAt(text, at, limit) > 0) return null;
  return { start: at, end: end + units.words.longestAt(text, end, limit) };
}

/** So many are named. */
const MOST_UNITS = 10;

/** One note a report, with the counts; none where nothing is missing. */
export function unitDiagnostics(found: readonly UnknownUnit[]): Diagnostic[] {
  const [first] = found;
  if (!first) return [];
  const counts = new Map<string, number>();
  for (const { unit } of found) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const named = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_UNITS);
  const units = named.map(([unit, count]) => `${unit} ×${count}`).join(', ');
  return [diagnostic('info', 'UNKNOWN_UNIT', first.span, { units })];
}
