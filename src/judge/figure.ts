/** A figure on its way through the stages: judged by rules, given its stretch of a clause, named. */
import type { Name } from '../model/name.ts';
import type { Origin } from '../model/origin.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Sentence } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Role } from '../model/vocabulary.ts';
import type { WordIndex } from '../text/words.ts';
import { type Match, ruledValue, type Verdict } from './verdict.ts';

/** `matches`: all rules that fired, in the order of the packs. */
export type JudgedFigure = { quantity: Quantity; matches: readonly Match[]; verdict: Verdict };

/** The figures of one sentence with all that the rules say of them, in text order. */
export type JudgedSentence = { sentence: Sentence; words: WordIndex; figures: readonly JudgedFigure[] };

/** A quantity that the rules accept as an indicator. */
export type Figure = JudgedFigure & {
  /** Its clause to the left, up to the figure before. */
  left: Span;
  /** Its clause to the right, up to the next figure or the next member of a list. */
  right: Span;
};

export type NamedFigure = Figure & {
  name: Name | null;
  nameOrigin: Origin;
  /** Which end of a move it is: 由12%提高到15%. */
  role: Role | null;
};

export type NamedSentence = {
  sentence: Sentence;
  /** Where its paragraph begins. */
  paragraph: number;
  words: WordIndex;
  figures: readonly NamedFigure[];
};

/** Whether it bounds what may name its neighbours: an indicator, or what parts the clause. */
export const bounds = (figure: JudgedFigure): boolean =>
  isAccepted(figure) || ruledValue(figure.verdict, 'parts') === true;

export const isAccepted = ({ verdict }: JudgedFigure): boolean => ruledValue(verdict, 'accept') === true;
