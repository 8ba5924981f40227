import type { Origin } from '../../model/origin.ts';
import type { QuantityForm, Script } from '../../model/quantity.ts';
import type { Span } from '../../model/span.ts';
import type { Bound, Dimension, Direction, IndicatorKind, Status } from '../../model/vocabulary.ts';
import type { CharSet } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';

/** What a pattern may ask of a figure: `{percent}`, `<count script=chinese number<10>`. All conditions must hold. */
export type FigureTest = {
  dimensions: readonly (Dimension | 'none')[];
  forms: readonly QuantityForm[];
  symbols: readonly string[];
  raws: readonly string[];
  prefixes: readonly string[];
  scripts: readonly Script[];
  masked: boolean | null;
  min: number;
  max: number;
  /** Number of digits as written, or -1. */
  digits: number;
  /** With a multiplier: 16.5万. */
  multiplied: boolean;
  /** Without a written unit: 第2. */
  bare: boolean;
  /** How the report as a whole writes its figures: in a report of the 1950s 三座 is a figure, in one of the 2020s a phrase. */
  style: FigureStyle | null;
  /** Nothing is asked that figures of one kind may differ in. */
  kindOnly: boolean;
};

/** Which digits most figures of a report are written in. */
export type FigureStyle = 'arabic' | 'chinese';

/**
 * One state of a compiled pattern. Patterns are read outward from the figure they judge, so a left context is compiled
 * back to front. States form a graph without cycles: repetition is bounded and unrolled, so that every (state, place)
 * is looked at no more than once and matching takes time in proportion to the context.
 */
export type PatternState =
  | { type: 'text'; text: string; next: PatternState; index: number }
  | { type: 'class'; name: string; lexicon: Lexicon; next: PatternState; index: number }
  | { type: 'tag'; prefix: string; next: PatternState; index: number }
  | { type: 'figure'; test: FigureTest; next: PatternState; index: number }
  | { type: 'any'; next: PatternState; index: number }
  | { type: 'edge'; next: PatternState; index: number }
  | { type: 'not'; inner: PatternState; next: PatternState; index: number }
  | { type: 'choice'; options: readonly PatternState[]; index: number }
  | { type: 'open' | 'close'; name: string; next: PatternState; index: number }
  | { type: 'done'; index: number };

/** One figure and its two contexts; a pattern with alternatives at the top has several. */
export type CompiledPattern = {
  left: PatternState;
  test: FigureTest;
  right: PatternState;
  /** Where the figure judged stands in the pattern. */
  place: Span;
  /** The characters one of which must stand beside the figure for the context to match; null where any may. */
  leftChars: CharSet | null;
  rightChars: CharSet | null;
  /** Words one of which must stand somewhere on that side of the figure; null where none need. */
  leftWords: readonly string[] | null;
  rightWords: readonly string[] | null;
};

/** What a rule says of the figure it judges. Each field is decided on its own by the best rule that speaks of it. */
export type Emit = {
  accept?: boolean;
  /** Why a figure is no indicator; for people. */
  reason?: string;
  /** What stands before it names nothing after it, though it is no indicator itself: a page number. */
  parts?: true;
  /** `carried`: of the kind of the figure before, which it is set beside. */
  kind?: IndicatorKind | 'carried';
  direction?: Direction | null;
  bound?: Bound;
  status?: Status;
  /** Where the name stands: `left`, `right`, or `none`: carried from an earlier clause. */
  side?: Side;
  /** Captures by name, `$name`, or words. */
  name?: string;
  scope?: string;
  period?: string;
};

export type Side = 'left' | 'right' | 'none';

export type CompiledRule = {
  id: string;
  /** Name of the pack it comes from. */
  pack: string;
  /** Where the rule stands, for messages: file:line. */
  place: string;
  source: string;
  priority: number;
  patterns: readonly CompiledPattern[];
  /** Where what is behind a state stands in the pattern, by the state's index. */
  atoms: ReadonlyMap<number, Span>;
  /** Names of the classes that the pattern asks for. */
  classes: ReadonlySet<string>;
  emit: Emit;
  /** The fields that it speaks of. */
  fields: readonly (keyof Emit)[];
  /** Of what it decides. */
  origin: Origin;
};
