/** Lines for people that several formats share. */

import { CHECK_LABELS } from '../../messages/check.ts';
import { PLACEHOLDER_KIND_LABELS } from '../../messages/labels.ts';
import type { Language } from '../../messages/language.ts';
import type { CheckCounts } from '../../model/issue.ts';
import { PLACEHOLDER_KINDS } from '../../model/vocabulary.ts';
import { shown } from '../../text/shown.ts';

/** Words of a report on one line. */
export const oneLine = (text: string): string => shown(text.replace(/\s+/g, ' '));

export const totalOf = ({ errors, warnings }: CheckCounts): number => errors + warnings;

/** `数值 3 · 名称 1` */
export const kindWords = ({ kinds }: CheckCounts, language: Language): string =>
  PLACEHOLDER_KINDS.filter((kind) => kinds[kind])
    .map((kind) => `${PLACEHOLDER_KIND_LABELS[kind][language]} ${kinds[kind]}`)
    .join(' · ');

/** `4 处未填写（数值 3 · 名称 1）`, and what was let pass. */
export function countWords(counts: CheckCounts, language: Language): string {
  const total = totalOf(counts);
  const kinds = kindWords(counts, language);
  const found = language === 'zh' ? `${total} ${CHECK_LABELS.unfilled.zh}（${kinds}）` : `${total} unfilled (${kinds})`;
  const passed = (['allowed', 'ignored', 'known'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `${CHECK_LABELS[what][language]} ${counts[what]}`);
  const warnings = counts.warnings > 0 ? [`${CHECK_LABELS.warnings[language]} ${counts.warnings}`] : [];
  return [total === 0 ? CHECK_LABELS.clean[language] : found, ...warnings, ...passed].join(' · ');
}
