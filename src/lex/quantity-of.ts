import type { Quantity, QuantityForm } from '../model/quantity.ts';

/** What a reader of quantities knows; the rest has its plain value. */
type QuantityDraft = { start: number; end: number; raw: string; form: QuantityForm } & Partial<
  Omit<Quantity, 'type' | 'span' | 'raw' | 'form'>
>;

export const quantityOf = ({ start, end, ...draft }: QuantityDraft): Quantity => ({
  type: 'quantity',
  script: 'chinese',
  number: null,
  min: null,
  max: null,
  infix: null,
  multiplied: false,
  masked: false,
  prefix: null,
  unit: null,
  ...draft,
  span: { start, end },
});
