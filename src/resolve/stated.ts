/** What a rule or the heads of a table say in words of a figure. */
import type { NamedFigure } from '../judge/figure.ts';
import { ruledValue, wordsOf } from '../judge/verdict.ts';
import type { Origin } from '../model/origin.ts';

/** Words and where they come from. */
export type StatedWords = { text: string; origin: Origin };

export function statedWords(text: string, { verdict }: NamedFigure, field: 'scope' | 'period'): StatedWords | null {
  const match = verdict[field];
  const stated = ruledValue(verdict, field);
  const words = match && stated !== undefined ? wordsOf(text, stated, match) : null;
  return match && words !== null ? { text: words, origin: match.rule.origin } : null;
}
