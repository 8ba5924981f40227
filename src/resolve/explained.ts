/** The fields of an indicator with where each comes from, for whoever shows them. */
import { INDICATOR_FIELDS } from '../model/explained-fields.ts';
import type { IndicatorOrigins } from '../model/findings.ts';
import type { ExplainedField, Origin } from '../model/origin.ts';
import { formatTime } from '../model/time.ts';
import { originsOf, type ResolvedIndicator } from './index.ts';

/** The fields of an indicator in the order in which they are shown. Those that do not apply to it are left out. */
export function explainedFields(draft: ResolvedIndicator): ExplainedField[] {
  const origins = originsOf(draft);
  const { value, unit, canonical, decided } = draft;
  const side = decided.figure.verdict.side;
  const values: Record<keyof IndicatorOrigins, unknown> = {
    ...draft,
    accept: true,
    value: value.bound === 'range' ? [value.min, value.max] : value.number,
    bound: value.bound,
    unit: unit.symbol,
    basis: draft.base === null ? draft.basis : `${draft.basis} (${draft.base})`,
    time: draft.time && formatTime(draft.time),
    canonical: canonical && `${canonical.number} ${canonical.unit}`,
    domains: draft.domains.length > 0 ? draft.domains.join(' ') : null,
  };
  const named = side ? { ...origins.name, facts: { ...origins.name.facts, side: side.rule.id } } : origins.name;
  return INDICATOR_FIELDS.filter((field) => values[field] !== null || isTold(field, origins[field])).map((field) => ({
    field,
    value: values[field],
    ...(field === 'name' ? named : origins[field]),
  }));
}

const ALWAYS_SHOWN: ReadonlySet<string> = new Set(['value', 'name']);

/** Whether a field without a value is shown: why a figure is no observation of what its name holds is worth telling. */
const isTold = (field: string, { by }: Origin): boolean =>
  ALWAYS_SHOWN.has(field) || (field === 'concept' && by !== 'DEFAULT');
