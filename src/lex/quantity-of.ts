import type { Quantity, QuantityForm } from '../model/quantity.ts';

/** What a reader of quantities knows; the rest has its plain value. */
type QuantityDraft = { start: number; end: number; raw: string; form: QuantityForm } & Partial<
  Omit<Quantity, 'type' | 'span' | 'raw' | 'form'>
>;

/** All quantities are made here, with their fields in one order, so that the engine sees one shape of object. */
export const quantityOf = (draft: QuantityDraft): Quantity => ({
  type: 'quantity',
  span: { start: draft.start, end: draft.end },
  raw: draft.raw,
  form: draft.form,
  script: draft.script ?? 'chinese',
  number: draft.number ?? null,
  min: draft.min ?? null,
  max: draft.max ?? null,
  infix: draft.infix ?? null,
  multiplied: draft.multiplied ?? false,
  masked: draft.masked ?? false,
  prefix: draft.prefix ?? null,
  unit: draft.unit ?? null,
});
