/** What the lexer sees in a line, in the words of the output contract. */
import { type LexTables, lex } from '../lex/index.ts';
import type { NormalText } from '../model/normal-text.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Indicator } from '../model/record.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { inSimplifiedScript } from '../normalize/index.ts';
import { canonicalOf, figureUnit, figureValue } from '../resolve/value.ts';

/** A numeral with its unit. Words around it (超过, 以上) are not looked at, so that `bound` is what the figure alone says. */
export type QuantityRecord = {
  text: string;
  /** UTF-16 code units into the text given. */
  span: Span;
  value: Indicator['value'];
  /** Null for a bare number. */
  unit: Indicator['unit'] | null;
  canonical: Indicator['canonical'];
};

/** Every numeral of a text, bare ones and those in dates too, in text order. */
export function describeQuantities(text: string, tables: LexTables): QuantityRecord[] {
  const script = inSimplifiedScript(text);
  return lex(script.text, tables).quantities.map((quantity) => describe(text, quantity, script.asWritten));
}

function describe(text: string, quantity: Quantity, asWritten: NormalText['asWritten']): QuantityRecord {
  const { span } = quantity;
  const figure = figureValue(quantity, undefined);
  const value = { ...figure, raw: asWritten(figure.raw, span) };
  const known = quantity.unit ? figureUnit(quantity) : null;
  const unit = known && { ...known, raw: asWritten(known.raw, span) };
  return { text: sliceOf(text, span), span, value, unit, canonical: canonicalOf(quantity, figure) };
}
