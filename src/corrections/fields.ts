/** Fields of an indicator as a reader changes them. Nothing is taken that the text, the rules or the contract gainsay. */
import type { Indicator } from '../model/record.ts';
import { sliceOf } from '../model/span.ts';
import { isInCalendar } from '../model/time.ts';
import type { Mark } from './schema.ts';
import type { StaleReason } from './stale.ts';
import type { ReportTools } from './tools.ts';

type IndicatorChange = Extract<Mark, { mark: 'change'; type: 'indicator' }>;

export type IndicatorField = IndicatorChange['field'];

/** The value that a change of a field leads to. */
type Wanted<Field extends IndicatorField> = Extract<IndicatorChange, { field: Field }>['to'];

type Setter<Field extends IndicatorField> = (
  indicator: Indicator,
  to: Wanted<Field>,
  tools: ReportTools,
) => Partial<Indicator> | StaleReason;

const SETTERS: { [Field in IndicatorField]: Setter<Field> } = {
  extent: withExtent,
  unit: withUnit,
  value: withValue,
  name: (_, to, { text }) => {
    if (to === null) return { name: null, nameSpan: null };
    if (to.span !== null && text !== null && sliceOf(text, to.span) !== to.text) return 'OTHER_TEXT';
    return { name: to.text, nameSpan: to.span };
  },
  kind: (_, kind) => ({ kind }),
  direction: ({ kind }, direction) => ofChange(kind, { direction }, direction),
  basis: ({ kind }, basis) => ofChange(kind, { basis }, basis),
  base: ({ kind }, base) => ofChange(kind, { base }, base),
  status: (_, status) => ({ status }),
  scope: (_, scope) => ({ scope }),
  period: (_, period) => ({ period }),
  time: (_, time) => {
    if (time !== null && !(isInCalendar(time.from) && isInCalendar(time.to))) return 'NO_DATE';
    return time !== null && isBackward(time) ? 'BACKWARD' : { time };
  },
  role: (_, role) => ({ role }),
  concept: (_, concept, { isConcept }) => (concept !== null && !isConcept(concept) ? 'UNKNOWN_CONCEPT' : { concept }),
  domains: (_, domains, { isDomain }) => (domains.every(isDomain) ? { domains } : 'UNKNOWN_DOMAIN'),
};

/** In the order in which they are changed: number and unit as read, then as told; the kind before what only changes have. */
export const INDICATOR_FIELDS = Object.keys(SETTERS) as IndicatorField[];

/** The indicator with a field changed, or why it cannot be. */
export function changedField(
  indicator: Indicator,
  { field, to }: { field: IndicatorField; to: unknown },
  tools: ReportTools,
): Indicator | StaleReason {
  // The schema has seen to it that the value is one of the field.
  const set = SETTERS[field] as (
    indicator: Indicator,
    to: unknown,
    tools: ReportTools,
  ) => Partial<Indicator> | StaleReason;
  const changed = set(indicator, to, tools);
  return typeof changed === 'string' ? changed : onlyOfChanges({ ...indicator, ...changed });
}

/** Direction, basis and base are of changes only. */
export const onlyOfChanges = (indicator: Indicator): Indicator =>
  indicator.kind === 'change' ? indicator : { ...indicator, direction: null, basis: null, base: null };

const ofChange = (
  kind: Indicator['kind'],
  changed: Partial<Indicator>,
  to: string | null,
): Partial<Indicator> | StaleReason => (kind !== 'change' && to !== null ? 'NO_CHANGE_OF' : changed);

const isBackward = ({ from, to }: { from: string; to: string }): boolean => {
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) > to.slice(0, length);
};

/** What words around the figure say of it holds on. */
function withExtent(
  { value }: Indicator,
  { span, text: words }: Wanted<'extent'>,
  tools: ReportTools,
): Partial<Indicator> | StaleReason {
  if (tools.text === null) return 'NO_TEXT';
  if (sliceOf(tools.text, span) !== words) return 'OTHER_TEXT';
  const read = tools.readFigure(span, value.bound === 'range' ? null : value.bound);
  if (!read) return 'NO_FIGURE';
  return {
    ...read,
    id: tools.idOf('i', span),
    text: words,
    span,
    ...tools.positionAt(span.start),
    sentence: tools.sentenceAt(span),
  };
}

function withUnit({ value, unit }: Indicator, symbol: string, tools: ReportTools): Partial<Indicator> | StaleReason {
  const known = tools.unitOf(symbol);
  if (!known) return 'UNKNOWN_UNIT';
  const { dimension } = known;
  return { unit: { symbol: known.symbol, raw: unit.raw, dimension }, canonical: canonicalIn(value.number, known) };
}

function withValue(
  { value, unit, masked }: Indicator,
  to: Wanted<'value'>,
  tools: ReportTools,
): Partial<Indicator> | StaleReason {
  if (masked) {
    const isKnown = to.number !== null || to.min !== null || to.max !== null;
    return isKnown ? 'MASKED' : { value: { ...to, raw: value.raw } };
  }
  const told = boundedValue(to);
  if (told === null) return 'NO_VALUE';
  const known = tools.unitOf(unit.symbol);
  return { value: { ...told, raw: value.raw }, canonical: known && canonicalIn(told.number, known) };
}

/** The ends that go with the bound; null where they contradict it. */
function boundedValue({ number, min, max, bound }: Wanted<'value'>): Wanted<'value'> | null {
  if (bound === 'range') {
    const isRange = number === null && min !== null && max !== null && min <= max;
    return isRange ? { number, min, max, bound } : null;
  }
  if (number === null || (min !== null && min !== number) || (max !== null && max !== number)) return null;
  return { number, min: bound === 'gte' ? number : null, max: bound === 'lte' ? number : null, bound };
}

function canonicalIn(
  number: number | null,
  { factor, base }: { factor: number | null; base: string | null },
): Indicator['canonical'] {
  if (factor === null || base === null) return null;
  return { number: number === null ? null : Number((number * factor).toPrecision(12)), unit: base };
}
