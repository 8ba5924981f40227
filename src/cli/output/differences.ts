/** What `corrections merge` prints: where readers differ, and how far they agree. */

import { agreementOf, type FieldAgreement } from '../../corrections/agreement.ts';
import { AS_SHOWN } from '../../corrections/judgements.ts';
import { type ComparedField, isDifference, type MergedReport, NO, YES } from '../../corrections/merge.ts';
import { BYTE_ORDER_MARK, csvLines, headLine } from '../../emit/csv-lines.ts';
import { CORRECTIONS_WORDS } from '../../messages/corrections.ts';
import type { Language } from '../../messages/language.ts';
import type { GridColumn } from '../../model/grid.ts';
import { oneLine } from '../../text/one-line.ts';
import { shown as shownName } from '../../text/shown.ts';
import { alignedRows } from './columns.ts';

export type MergeFormat = 'pretty' | 'json' | 'csv';

export const formatMerged = (reports: readonly MergedReport[], format: MergeFormat, language: Language): string =>
  FORMATTERS[format](reports, language);

const FORMATTERS: Record<MergeFormat, (reports: readonly MergedReport[], language: Language) => string> = {
  pretty,
  json: (reports) => `${JSON.stringify(resultOf(reports), null, 2)}\n`,
  csv,
};

/** A value as the file of corrections has it; `=` for the one that was shown. */
const spelledOut = (said: string): unknown => (said === AS_SHOWN ? { shown: true } : { value: JSON.parse(said) });

const resultOf = (reports: readonly MergedReport[]) => ({
  reports: reports.map(({ report, compared }) => ({
    path: report.path,
    textSha256: report.textSha256,
    differences: compared.filter(isDifference).map(({ type, span, text, field, said }) => ({
      type,
      span,
      text,
      field,
      said: [...said].map(([by, value]) => ({ by, ...(spelledOut(value) as object) })),
    })),
  })),
  agreement: agreementOf(reports.flatMap(({ compared }) => compared)).map(rounded),
});

const rounded = ({ raw, kappa, ...rest }: FieldAgreement) => ({
  ...rest,
  raw: Number(raw.toFixed(4)),
  kappa: kappa === null ? null : Number(kappa.toFixed(4)),
});

const DIFFERENCE_COLUMNS: readonly GridColumn[] = [
  { key: 'report', zh: '报告', type: 'text' },
  { key: 'type', zh: '种类', type: 'text' },
  { key: 'start', zh: '起', type: 'integer' },
  { key: 'end', zh: '止', type: 'integer' },
  { key: 'text', zh: '原文', type: 'text' },
  { key: 'field', zh: '字段', type: 'text' },
  { key: 'by', zh: '读者', type: 'text' },
  { key: 'value', zh: '说法', type: 'text' },
];

/** Of each difference a line a reader. Agreement is a table of its own, which json and pretty have. */
function csv(reports: readonly MergedReport[], language: Language): string {
  const rows = reports.flatMap(({ report, compared }) =>
    compared
      .filter(isDifference)
      .flatMap(({ type, span, text, field, said }) =>
        [...said].map(([by, value]) => [
          report.path,
          type,
          span.start,
          span.end,
          text,
          field,
          by,
          shown(value, language),
        ]),
      ),
  );
  return BYTE_ORDER_MARK + headLine(DIFFERENCE_COLUMNS, 'en') + csvLines(DIFFERENCE_COLUMNS, rows);
}

function pretty(reports: readonly MergedReport[], language: Language): string {
  const words = CORRECTIONS_WORDS[language];
  const differing = reports.flatMap(({ report, compared }) =>
    compared.filter(isDifference).flatMap((each) => differenceLines(report.path, each, language)),
  );
  const agreement = agreementOf(reports.flatMap(({ compared }) => compared));
  const table = [
    [words.heads.field, words.heads.pairs, words.heads.items, words.heads.agreed, words.heads.raw, words.heads.kappa],
    ...agreement.map(({ type, field, pairs, items, agreed, raw, kappa }) => [
      `${type}.${field}`,
      String(pairs),
      String(items),
      String(agreed),
      `${(100 * raw).toFixed(1)}%`,
      kappa === null ? '–' : kappa.toFixed(2),
    ]),
  ];
  const parts = [
    ...(differing.length > 0 ? [`${words.differences}`, ...differing, ''] : []),
    ...(agreement.length > 0 ? [words.agreement, ...alignedRows(table).map((row) => `  ${row}`)] : []),
  ];
  return parts.length > 0 ? `${parts.join('\n')}\n` : '';
}

const LONGEST_SHOWN = 60;

function differenceLines(path: string, { type, span, text, field, said }: ComparedField, language: Language): string[] {
  const place = `${shownName(path)} ${span.start}–${span.end} “${oneLine(text, LONGEST_SHOWN)}” ${type}.${field}`;
  return [
    `  ${place}`,
    ...[...said].map(
      ([by, value]) => `    ${oneLine(by, LONGEST_SHOWN)}: ${oneLine(shown(value, language), LONGEST_SHOWN)}`,
    ),
  ];
}

function shown(said: string, language: Language): string {
  const { asShown, values } = CORRECTIONS_WORDS[language];
  if (said === AS_SHOWN) return asShown;
  if (said === YES) return values.yes;
  if (said === NO) return values.no;
  const value: unknown = JSON.parse(said);
  return value === null ? values.null : typeof value === 'string' ? value : said;
}
