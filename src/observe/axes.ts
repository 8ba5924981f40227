/** What a table can be arranged by: each axis tells one thing of an observation. */
import type { ConceptRules } from '../knowledge/concepts/table.ts';
import { ADDED_LABEL, BASIS_LABELS, INDICATOR_KIND_LABELS, STATUS_LABELS } from '../messages/labels.ts';
import type { GridColumn } from '../model/grid.ts';
import { ADDED, type Observation } from '../model/observation.ts';
import { formatTime } from '../model/time.ts';
import { INDICATOR_KINDS, STATUSES } from '../model/vocabulary.ts';

/** Standard indicators by id, in the order in which tables show them. */
export type Definitions = ConceptRules['definitions'];

export const AXES = [
  'region',
  'region_code',
  'year',
  'time',
  'concept',
  'label',
  'name',
  'kind',
  'basis',
  'status',
  'bound',
  'unit',
  'report',
] as const;

export type Axis = (typeof AXES)[number];

export type AxisValue = string | number | null;

type AxisDefinition = {
  zh: string;
  type: GridColumn['type'];
  of: (observation: Observation, definitions: Definitions) => AxisValue;
  /** The value's place among others, as text; where not given, the value itself. */
  order?: (observation: Observation, definitions: Definitions) => string;
  /** The value in Chinese, where it is a code. */
  zhOf?: (observation: Observation, definitions: Definitions) => string;
};

export const AXIS_DEFINITIONS: Record<Axis, AxisDefinition> = {
  region: { zh: '地区', type: 'text', of: ({ region }) => region, order: placeOrder },
  region_code: { zh: '地区代码', type: 'text', of: ({ regionCode }) => regionCode },
  year: { zh: '年份', type: 'integer', of: ({ year }) => year },
  time: { zh: '时间', type: 'text', of: ({ time }) => time && formatTime(time) },
  concept: {
    zh: '标准指标',
    type: 'text',
    of: ({ concept }) => concept,
    order: conceptOrder,
    zhOf: ({ concept }, definitions) => labelOf(concept, definitions),
  },
  label: {
    zh: '指标名称',
    type: 'text',
    of: ({ concept }, definitions) => labelOf(concept, definitions),
    order: conceptOrder,
  },
  name: {
    zh: '名称',
    type: 'text',
    of: ({ matter }) => matter,
    zhOf: ({ matter }) => (matter === ADDED ? ADDED_LABEL.zh : (matter ?? '')),
  },
  kind: {
    zh: '类型',
    type: 'text',
    of: ({ kind }) => kind,
    order: ({ kind }) => String(INDICATOR_KINDS.indexOf(kind)),
    zhOf: ({ kind }) => INDICATOR_KIND_LABELS[kind].zh,
  },
  basis: {
    zh: '比较基准',
    type: 'text',
    of: ({ basis }) => basis,
    zhOf: ({ basis }) => (basis === null ? '' : BASIS_LABELS[basis].zh),
  },
  status: {
    zh: '状态',
    type: 'text',
    of: ({ status }) => status,
    order: ({ status }) => String(STATUSES.indexOf(status)),
    zhOf: ({ status }) => STATUS_LABELS[status].zh,
  },
  bound: { zh: '界限', type: 'text', of: ({ bound }) => bound },
  unit: { zh: '单位', type: 'text', of: ({ unit }) => unit },
  report: { zh: '报告', type: 'text', of: ({ report }) => report },
};

export const labelOf = (concept: string, definitions: Definitions): string =>
  definitions.get(concept)?.label.zh ?? concept;

/** In the order of the official codes, and what has none behind them. Of places that no report names each may be another. */
export function placeOrder({ regionCode, region, report }: Observation): string {
  return `${regionCode ?? '~'}${region ?? `~${report}`}`;
}

const orders = new WeakMap<Definitions, ReadonlyMap<string, string>>();

/** In the order of the rules, and names that were asked for behind them. */
function conceptOrder({ concept }: Observation, definitions: Definitions): string {
  const known = orders.get(definitions) ?? new Map([...definitions.keys()].map((id, i) => [id, paddedNumber(i)]));
  orders.set(definitions, known);
  return known.get(concept) ?? `~${concept}`;
}

const paddedNumber = (number: number): string => String(number).padStart(5, '0');

/** Text by which values of an axis are put in order: none of them first. */
export function orderOf(axis: Axis, observation: Observation, definitions: Definitions): string {
  const { of, order } = AXIS_DEFINITIONS[axis];
  return order ? order(observation, definitions) : String(of(observation, definitions) ?? '');
}
