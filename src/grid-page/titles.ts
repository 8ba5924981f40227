/** What indicators and their ways are called in a page. */
import { ADDED_LABEL, BASIS_LABELS, INDICATOR_KIND_LABELS, STATUS_LABELS } from '../messages/labels.ts';
import type { Language } from '../messages/language.ts';
import { ADDED } from '../model/observation.ts';
import type { Definitions } from '../observe/axes.ts';
import type { Row } from '../observe/fold.ts';

export const conceptTitle = (concept: string, definitions: Definitions, language: Language): string =>
  definitions.get(concept)?.label[language] ?? concept;

/** What is measured: an indicator, what was added to one, or what goes by a name that was asked for. */
export function matterTitle(
  { concept, matter }: Pick<Row, 'concept' | 'matter'>,
  definitions: Definitions,
  language: Language,
): string {
  const title = conceptTitle(concept, definitions, language);
  return matter === ADDED ? `${title} · ${ADDED_LABEL[language]}` : (matter ?? title);
}

const CODES: Readonly<Record<string, Readonly<Record<string, { zh: string; en: string }>>>> = {
  kind: INDICATOR_KIND_LABELS,
  basis: BASIS_LABELS,
  status: STATUS_LABELS,
};

/** What tells a line of the table, in words where it is a code; `axis` is the key of its column. */
export function keyTitle(value: string, axis: string, definitions: Definitions, language: Language): string {
  if (axis === 'concept') return conceptTitle(value, definitions, language);
  if (axis === 'name' && value === ADDED) return ADDED_LABEL[language];
  const labels = CODES[axis] ?? {};
  return (Object.hasOwn(labels, value) && labels[value]?.[language]) || value;
}

type Way = Pick<Row, 'kind' | 'basis' | 'status'>;

/** 变化 · 目标; a level that was achieved goes without saying. */
export function wayTitle({ kind, basis, status }: Way, language: Language): string {
  return [
    kind === 'level' ? '' : INDICATOR_KIND_LABELS[kind][language],
    basis === null || basis === 'yoy' ? '' : BASIS_LABELS[basis][language],
    status === 'achieved' ? '' : STATUS_LABELS[status][language],
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** 地区生产总值 变化 2025 */
export const rowTitle = (row: Row, definitions: Definitions, language: Language): string =>
  [
    row.region ?? '',
    matterTitle(row, definitions, language),
    wayTitle(row, language),
    String(row.year ?? row.time?.to ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' ');
