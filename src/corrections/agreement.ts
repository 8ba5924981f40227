/** How far readers agree, field by field: raw agreement, and Cohen's κ, which leaves out what chance would give. See docs/corrections.md. */

import type { ComparedField } from './merge.ts';
import type { Mark } from './schema.ts';

export type FieldAgreement = {
  type: Mark['type'];
  field: string;
  /** Pairs of readers who both judged anything of it. */
  pairs: number;
  /** Judged by both, and said alike by both, over all pairs. */
  items: number;
  agreed: number;
  /** Shares, the mean over pairs; κ is null where it is not defined: all say one thing always. */
  raw: number;
  kappa: number | null;
};

/** Fields that at least two readers have judged, in the order in which they first come. */
export function agreementOf(compared: readonly ComparedField[]): FieldAgreement[] {
  const fields = new Map<string, Pick<ComparedField, 'type' | 'field'> & { pairs: Map<string, PairCounts> }>();
  for (const { type, field, said } of compared) {
    const key = `${type} ${field}`;
    const { pairs } = fields.get(key) ?? { pairs: new Map<string, PairCounts>() };
    fields.set(key, { type, field, pairs });
    countPairs(said, pairs);
  }
  return [...fields.values()]
    .filter(({ pairs }) => pairs.size > 0)
    .map(({ type, field, pairs }) => ({ type, field, ...agreementIn([...pairs.values()]) }));
}

function countPairs(said: ComparedField['said'], pairs: Map<string, PairCounts>): void {
  const readers = [...said].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [i, [one, a]] of readers.entries()) {
    for (const [other, b] of readers.slice(i + 1)) {
      const key = JSON.stringify([one, other]);
      const table = pairs.get(key) ?? { items: 0, agreed: 0, ones: new Map(), others: new Map() };
      pairs.set(key, table);
      count(table, a, b);
    }
  }
}

/** What two readers said of a field: how often the same, and how often each said what. */
type PairCounts = { items: number; agreed: number; ones: Map<string, number>; others: Map<string, number> };

function count(table: PairCounts, a: string, b: string): void {
  table.items++;
  if (a === b) table.agreed++;
  table.ones.set(a, (table.ones.get(a) ?? 0) + 1);
  table.others.set(b, (table.others.get(b) ?? 0) + 1);
}

function agreementIn(tables: readonly PairCounts[]): Omit<FieldAgreement, 'type' | 'field'> {
  const kappas = tables.map(kappaOf).filter((kappa) => kappa !== null);
  return {
    pairs: tables.length,
    items: sum(tables.map(({ items }) => items)),
    agreed: sum(tables.map(({ agreed }) => agreed)),
    raw: mean(tables.map(({ items, agreed }) => agreed / items)),
    kappa: kappas.length > 0 ? mean(kappas) : null,
  };
}

/** Cohen (1960): (observed − expected) / (1 − expected); categories are the values that were said. */
function kappaOf({ items, agreed, ones, others }: PairCounts): number | null {
  const expected = sum([...ones].map(([value, times]) => (times / items) * ((others.get(value) ?? 0) / items)));
  return expected >= 1 ? null : (agreed / items - expected) / (1 - expected);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
