/** A table of findings, as spreadsheets want it: RFC 4180 with a byte order mark. */
import { BYTE_ORDER_MARK, csvLines, headLine } from '../csv-lines.ts';
import type { Column } from '../tables.ts';
import { findingData } from './data.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';

type IssueRow = ReturnType<typeof findingData>;

const COLUMNS: readonly Column<IssueRow>[] = [
  { key: 'report', zh: '报告', type: 'text', cell: ({ path }) => path },
  { key: 'line', zh: '行', type: 'integer', cell: ({ line }) => line },
  { key: 'column', zh: '列', type: 'integer', cell: ({ column }) => column },
  { key: 'paragraph', zh: '段', type: 'integer', cell: ({ paragraph }) => paragraph },
  { key: 'row', zh: '表行', type: 'integer', cell: ({ row }) => row },
  { key: 'level', zh: '级别', type: 'text', cell: ({ level }) => level },
  { key: 'kind', zh: '类型', type: 'text', cell: ({ kind }) => kind },
  { key: 'text', zh: '原文', type: 'text', cell: ({ text }) => text },
  { key: 'expects', zh: '应填', type: 'text', cell: ({ expects }) => expects },
  { key: 'missing', zh: '缺少', type: 'text', cell: ({ missing }) => missing },
  { key: 'section', zh: '章节', type: 'text', cell: ({ section }) => section },
  { key: 'sentence', zh: '句子', type: 'text', cell: ({ sentence }) => sentence },
  { key: 'rule', zh: '规则', type: 'text', cell: ({ rule }) => rule },
  { key: 'fingerprint', zh: '指纹', type: 'text', cell: ({ fingerprint }) => fingerprint },
];

export const csv = ({ header }: CheckContext): CheckEmitter => ({
  begin: () => BYTE_ORDER_MARK + headLine(COLUMNS, header),
  finding: (finding) => {
    const row = findingData(finding);
    return csvLines(COLUMNS, [COLUMNS.map(({ cell }) => cell(row))]);
  },
  report: () => '',
  end: () => '',
});
