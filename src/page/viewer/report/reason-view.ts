/** Why a finding is as it is: each field with what decided it, and the rules that fired. */
import { causeOf } from '../../../messages/explain.ts';
import type { Origin } from '../../../model/origin.ts';
import { TOLD_FIELDS, type ToldField, type ToldReason, type ToldRule } from '../../data.ts';
import { h } from '../shared/dom.ts';
import type { IndicatorFinding, PlaceholderFinding } from './model.ts';
import type { Context } from './state.ts';

/** Stays as the reader left it when she goes on to the next finding. */
let isOpen = false;

export function reasonView(finding: IndicatorFinding | PlaceholderFinding, context: Context): HTMLElement {
  const words = context.words();
  const { reason } = finding;
  const details = h('details', {
    class: 'reason',
    open: isOpen,
    ontoggle: () => {
      isOpen = details.open;
    },
  });
  details.append(h('summary', {}, words.why));
  if (!reason) details.append(h('p', { class: 'muted' }, words.whyUnknown));
  else details.append(causes(finding, reason, context), ...rulesView(reason.fired, context));
  return details;
}

function causes(finding: IndicatorFinding | PlaceholderFinding, { fields }: ToldReason, context: Context): HTMLElement {
  const { fieldNames } = context.words();
  const rows = TOLD_FIELDS.flatMap((field, i) => {
    const number = fields[i];
    const origin = typeof number === 'number' ? context.model.origins[number] : undefined;
    if (!origin) return [];
    return [
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, fieldNames[field] ?? field),
        h('td', {}, h('bdi', {}, shownValue(finding, field))),
        h('td', { class: 'cause' }, causeText(origin, context)),
      ),
    ];
  });
  return h('table', { class: 'causes' }, h('tbody', {}, ...rows));
}

const causeText = (origin: Origin, context: Context): string => {
  const cause = causeOf(origin, context.language());
  const side = origin.facts['side'];
  return side === undefined ? cause : `${cause} · ${side}`;
};

/** As it was found, before the reader changed it. */
function shownValue({ type, record }: IndicatorFinding | PlaceholderFinding, field: ToldField): string {
  if (field === 'accept' || field === 'form') return '';
  if (type === 'placeholder') return field === 'kind' ? record.kind : field === 'expects' ? (record.expects ?? '') : '';
  const { value, unit, canonical, time, domains } = record;
  const special: Partial<Record<ToldField, string>> = {
    value:
      value.number === null ? [value.min, value.max].filter((each) => each !== null).join(' – ') : String(value.number),
    bound: value.bound,
    unit: unit.symbol,
    canonical: canonical ? `${canonical.number ?? ''} ${canonical.unit}` : '',
    time: time ? (time.from === time.to ? time.from : `${time.from} – ${time.to}`) : '',
    domains: domains.join(' '),
  };
  if (field in special) return special[field] ?? '';
  const plain = Object.entries(record).find(([key]) => key === field)?.[1];
  return typeof plain === 'string' ? plain : '';
}

function rulesView(fired: readonly ToldRule[], context: Context): HTMLElement[] {
  if (fired.length === 0) return [];
  const words = context.words();
  const { rules } = context.model;
  const list = fired.map(([rule, text, decides, loses]) => {
    const [id, pattern] = rules[rule] ?? ['', ''];
    const outcomes = [
      ...(decides.length > 0 ? [words.decides(decides.join(', '))] : []),
      ...loses.map(([field, to, by]) => words.leaves(field, rules[to]?.[0] ?? '', words.beatenBy[by])),
    ];
    return h(
      'li',
      {},
      h('code', { class: 'rule-id' }, id),
      h('span', { class: 'quoted' }, `“${text}”`),
      h('code', { class: 'pattern' }, pattern),
      h('small', {}, outcomes.join('; ')),
    );
  });
  return [h('h3', {}, words.rulesFired), h('ul', { class: 'fired' }, ...list)];
}
