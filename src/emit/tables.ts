/** The three tables of contract.md: what stands in each column. The order of the entries is the order of the columns. */

import { SUMMARY_LABELS } from '../messages/labels.ts';
import type { DomainDefinition } from '../model/findings.ts';
import type { GridCell, GridColumn, GridHead } from '../model/grid.ts';
import type { Domain, GaigeRecord, Indicator, Placeholder } from '../model/record.ts';
import { sliceOf } from '../model/span.ts';
import type { FindingTable } from './emitter.ts';
import { type SectionTitles, sectionTitles } from './section-titles.ts';

export type Column<Row> = GridColumn & { cell: (row: Row) => GridCell };

/** What the rows of a report have in common. */
export type TableSheet = SectionTitles & {
  record: GaigeRecord;
  /** What spans refer to. */
  text: string;
  definitionOf: (domain: string) => DomainDefinition | undefined;
};

export function sheets(domains: readonly DomainDefinition[]): (record: GaigeRecord, text: string) => TableSheet {
  const definitions = new Map(domains.map((definition) => [definition.id, definition]));
  return (record, text) => ({
    record,
    text,
    ...sectionTitles(record),
    definitionOf: (domain) => definitions.get(domain),
  });
}

type FindingRow<Item> = { sheet: TableSheet; item: Item };

/** A field of the report as a whole, or of one of its sections. */
type DomainRow = { section: string | null; id: string; score: number; evidence: Domain['evidence'] };

const BETWEEN = '; ';

export const listCell = (items: readonly string[]): string => items.join(BETWEEN);

export const listOf = (cell: string): string[] => cell.split(BETWEEN);

const reportColumns: readonly Column<FindingRow<unknown>>[] = [
  { key: 'report', zh: '报告', type: 'text', cell: ({ sheet }) => sheet.record.report.path },
  { key: 'region', zh: '地区', type: 'text', cell: ({ sheet }) => sheet.record.report.region },
  { key: 'year', zh: '年份', type: 'integer', cell: ({ sheet }) => sheet.record.report.year },
];

const sectionColumn: Column<FindingRow<{ section: string | null }>> = {
  key: 'section',
  zh: '章节',
  type: 'text',
  cell: ({ sheet, item }) => sheet.titleOf(item.section),
};

const sectionPathColumn: Column<FindingRow<{ section: string | null }>> = {
  key: 'section_path',
  zh: '章节路径',
  type: 'text',
  cell: ({ sheet, item }) => sheet.pathOf(item.section),
};

const placeColumns: readonly Column<FindingRow<Indicator | Placeholder>>[] = [
  { key: 'line', zh: '行', type: 'integer', cell: ({ item }) => item.line },
  { key: 'column', zh: '列', type: 'integer', cell: ({ item }) => item.column },
  { key: 'start', zh: '起', type: 'integer', cell: ({ item }) => item.span.start },
  { key: 'end', zh: '止', type: 'integer', cell: ({ item }) => item.span.end },
];

const originColumns: readonly Column<FindingRow<Indicator | Placeholder>>[] = [
  { key: 'rule', zh: '规则', type: 'text', cell: ({ item }) => item.rule },
  { key: 'id', zh: '编号', type: 'text', cell: ({ item }) => item.id },
];

const indicatorColumns: readonly Column<FindingRow<Indicator>>[] = [
  ...reportColumns,
  sectionColumn,
  sectionPathColumn,
  { key: 'name', zh: '指标', type: 'text', cell: ({ item }) => item.name },
  { key: 'number', zh: '数值', type: 'number', cell: ({ item }) => item.value.number },
  { key: 'min', zh: '下限', type: 'number', cell: ({ item }) => item.value.min },
  { key: 'max', zh: '上限', type: 'number', cell: ({ item }) => item.value.max },
  { key: 'bound', zh: '界限', type: 'text', cell: ({ item }) => item.value.bound },
  { key: 'unit', zh: '单位', type: 'text', cell: ({ item }) => item.unit.symbol },
  { key: 'text', zh: '原文', type: 'text', cell: ({ item }) => item.text },
  { key: 'kind', zh: '类型', type: 'text', cell: ({ item }) => item.kind },
  { key: 'direction', zh: '方向', type: 'text', cell: ({ item }) => item.direction },
  { key: 'basis', zh: '比较基准', type: 'text', cell: ({ item }) => item.basis },
  { key: 'base', zh: '基期', type: 'text', cell: ({ item }) => item.base },
  { key: 'status', zh: '状态', type: 'text', cell: ({ item }) => item.status },
  { key: 'scope', zh: '范围', type: 'text', cell: ({ item }) => item.scope },
  { key: 'period', zh: '时期', type: 'text', cell: ({ item }) => item.period },
  { key: 'time_from', zh: '起始时间', type: 'text', cell: ({ item }) => item.time?.from ?? null },
  { key: 'time_to', zh: '截止时间', type: 'text', cell: ({ item }) => item.time?.to ?? null },
  { key: 'role', zh: '变动端点', type: 'text', cell: ({ item }) => item.role },
  { key: 'concept', zh: '标准指标', type: 'text', cell: ({ item }) => item.concept },
  { key: 'domains', zh: '领域', type: 'text', cell: ({ item }) => listCell(item.domains) },
  { key: 'masked', zh: '遮盖', type: 'boolean', cell: ({ item }) => item.masked },
  { key: 'canonical_number', zh: '标准数值', type: 'number', cell: ({ item }) => item.canonical?.number ?? null },
  { key: 'canonical_unit', zh: '标准单位', type: 'text', cell: ({ item }) => item.canonical?.unit ?? null },
  ...placeColumns,
  { key: 'sentence', zh: '句子', type: 'text', cell: ({ sheet, item }) => sliceOf(sheet.text, item.sentence) },
  ...originColumns,
];

const placeholderColumns: readonly Column<FindingRow<Placeholder>>[] = [
  ...reportColumns,
  sectionColumn,
  { key: 'text', zh: '原文', type: 'text', cell: ({ item }) => item.text },
  { key: 'kind', zh: '类型', type: 'text', cell: ({ item }) => item.kind },
  { key: 'expects', zh: '应填', type: 'text', cell: ({ item }) => item.expects },
  { key: 'context', zh: '上下文', type: 'text', cell: ({ item }) => item.context },
  ...placeColumns,
  ...originColumns,
];

const domainColumns: readonly Column<FindingRow<DomainRow>>[] = [
  ...reportColumns,
  sectionColumn,
  { key: 'domain', zh: '领域', type: 'text', cell: ({ item }) => item.id },
  { key: 'label', zh: '领域名称', type: 'text', cell: ({ sheet, item }) => sheet.definitionOf(item.id)?.label ?? null },
  { key: 'field', zh: '改革方面', type: 'text', cell: ({ sheet, item }) => sheet.definitionOf(item.id)?.field ?? null },
  { key: 'score', zh: '得分', type: 'number', cell: ({ item }) => item.score },
  { key: 'evidence', zh: '依据', type: 'text', cell: ({ item }) => listCell(item.evidence.map(({ text }) => text)) },
];

/** The report's own domains first, then those of its sections. */
function domainRows({ domains, sections }: GaigeRecord): DomainRow[] {
  const ofReport = domains.map(({ id, score, evidence }) => ({ section: null, id, score, evidence }));
  const ofSections = sections.flatMap((section) =>
    section.domains.map(({ id, score }) => ({ section: section.id, id, score, evidence: [] })),
  );
  return [...ofReport, ...ofSections];
}

export type TableDefinition = GridHead & { rows: (sheet: TableSheet) => GridCell[][] };

const define = <Item>(
  name: FindingTable,
  columns: readonly Column<FindingRow<Item>>[],
  itemsOf: (record: GaigeRecord) => readonly Item[],
): TableDefinition => ({
  name,
  zh: SUMMARY_LABELS[name].zh,
  columns,
  rows: (sheet) => itemsOf(sheet.record).map((item) => columns.map(({ cell }) => cell({ sheet, item }))),
});

export const TABLE_DEFINITIONS: Record<FindingTable, TableDefinition> = {
  indicators: define('indicators', indicatorColumns, ({ indicators }) => indicators),
  placeholders: define('placeholders', placeholderColumns, ({ placeholders }) => placeholders),
  domains: define('domains', domainColumns, domainRows),
};
