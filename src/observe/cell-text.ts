/** What stands in a cell of a table, in words: what reports write, and what tells figures of one cell apart. */
import { AXIS_DEFINITIONS, type AxisValue, type Definitions } from './axes.ts';
import type { Row, ShownAmount } from './fold.ts';

type Teller = (row: Row, definitions: Definitions) => AxisValue;

/** How what tells figures apart is said: as the data has it, or to people who read Chinese. */
export type CellLanguage = 'code' | 'zh';

/** What tells apart observations that stand in one cell; only where nothing else does, the reports. */
const TELLERS: Readonly<Record<CellLanguage, readonly Teller[]>> = { code: tellersOf('code'), zh: tellersOf('zh') };

function tellersOf(language: CellLanguage): Teller[] {
  return [
    ...(['region', 'time', 'concept', 'name', 'kind', 'basis', 'status'] as const).map((axis): Teller => {
      const { of, zhOf } = AXIS_DEFINITIONS[axis];
      return (row, definitions) => (language === 'zh' && zhOf?.(row, definitions)) || of(row, definitions);
    }),
    ({ scope }) => scope,
    ({ basis, base }) => (basis === 'yoy' ? null : base),
  ];
}

/** Of several observations all, each with what tells it from the others. */
export function cellText(
  rows: readonly Row[],
  definitions: Definitions,
  language: CellLanguage = 'code',
): string | null {
  if (rows.length <= 1) return rows[0] ? amountText(rows[0]) : null;
  const tellsApart = (tell: Teller) => new Set(rows.map((row) => tell(row, definitions))).size > 1;
  const differing = TELLERS[language].filter(tellsApart);
  const telling = differing.length > 0 ? differing : [AXIS_DEFINITIONS.report.of].filter(tellsApart);
  return rows
    .map((row) => {
      const told = telling.map((tell) => tell(row, definitions)).filter((value) => value !== null);
      // 高于全国0.7个百分点: what it is compared with is both whose and since what.
      const parts = [...new Set(told)];
      return parts.length > 0 ? `${amountText(row)} (${parts.join(' ')})` : amountText(row);
    })
    .join('; ');
}

/** As the report writes it, with a sign where the number has one, or in the unit that was asked for. */
function amountText(row: Row): string {
  const { number, max, text, shown } = row;
  if (shown) return `${shownText(shown)}${doubtOf(row)}`;
  const sign = (number ?? max ?? 0) < 0 && !text.startsWith('-') ? '-' : '';
  return `${sign}${text}${doubtOf(row)}`;
}

/** That it is another place's, or that reports disagree. */
export const doubtOf = ({ otherPlace, isConflict }: Row): string =>
  `${otherPlace === null ? '' : ` (${otherPlace})`}${isConflict ? ' ?' : ''}`;

const shownText = ({ number, min, max, unit }: ShownAmount): string =>
  number === null ? `${min ?? ''}~${max ?? ''}${unit}` : `${number}${unit}`;
