import type { Span } from './span.ts';
import type { Dimension } from './vocabulary.ts';

/** A unit of measure or a classifier, as `rules/units.yaml` defines it. */
export type Unit = {
  symbol: string;
  dimension: Dimension;
  /** How many base units one unit is; null where the dimension has no base. */
  factor: number | null;
  /** The base unit's symbol; null where there is none. */
  base: string | null;
};

export type UnitUse = Unit & { raw: string; span: Span };

/**
 * - `number`: 1.15万, 三百二十, *
 * - `range`: 2至3, 15%~20%, 七八
 * - `fraction`: 三分之一, 1/3, 一半, 2.05:1
 * - `rank`: 第3, 前五
 * - `multiplier`: a multiplier alone, 万亿
 * - `vague`: 数十, 几百: a number is meant but none is given
 */
export type QuantityForm = 'number' | 'range' | 'fraction' | 'rank' | 'multiplier' | 'vague';

export type Script = 'arabic' | 'chinese' | 'mask';

/** A numeral with its unit, as the lexer sees it: no judgement yet on whether it measures anything. */
export type Quantity = {
  type: 'quantity';
  /** Rank prefix, sign, numeral, infix and unit. */
  span: Span;
  /** The numeral as written, with its multiplier. */
  raw: string;
  form: QuantityForm;
  script: Script;
  /** Null for a masked numeral, a range and a vague one. */
  number: number | null;
  min: number | null;
  max: number | null;
  /** 余, 多, 来, 几 between numeral and unit: the figure is at least this. */
  infix: string | null;
  /** With 万 or 亿. */
  multiplied: boolean;
  masked: boolean;
  /** 第 or 前 for a rank, else null. */
  prefix: string | null;
  unit: UnitUse | null;
};

/** A run of mask characters or a bracketed note. */
export type Mask = {
  type: 'mask';
  span: Span;
  /** Id of the form in `rules/masks.yaml`, or `word` or `note`. */
  form: string;
  /** Index of the quantity the mask is part of, or -1. */
  quantity: number;
};

export type Lexed = {
  /** In text order, not overlapping. */
  quantities: Quantity[];
  /** The same by the place where they begin, and by the place where they end. */
  startingAt: ReadonlyMap<number, Quantity>;
  endingAt: ReadonlyMap<number, Quantity>;
  masks: Mask[];
  /** Numerals that cannot be known, with their units: l60万元, 3..5亿元. No quantity is read there. */
  broken: Span[];
};
