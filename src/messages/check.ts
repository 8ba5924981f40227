/** What `gaige check` says, in both languages. */
import type { Finding, Issue, IssuePlace, Notice } from '../model/issue.ts';
import type { PlaceholderKind } from '../model/vocabulary.ts';
import { PLACEHOLDER_KIND_LABELS } from './labels.ts';
import type { Language, Wording } from './language.ts';

/** `缺少数值：高新技术企业 *家` */
export function missingWords({ kind, subject }: Pick<Issue, 'kind' | 'subject'>, language: Language): string {
  const label = PLACEHOLDER_KIND_LABELS[kind][language];
  return language === 'zh' ? `缺少${label}：${subject}` : `missing ${label}: ${subject}`;
}

/** `12:5`, `第3段` */
export function placeWords(place: IssuePlace, language: Language): string {
  if ('region' in place) return `${place.region.line}:${place.region.column}`;
  if ('row' in place) return language === 'zh' ? `第${place.row}行` : `row ${place.row}`;
  return language === 'zh' ? `第${place.paragraph}段` : `paragraph ${place.paragraph}`;
}

export const LEVEL_LABELS: Record<Finding['level'], Wording> = {
  error: { zh: '错误', en: 'error' },
  warn: { zh: '警告', en: 'warning' },
};

export const CHECK_LABELS = {
  clean: { zh: '没有未填写的占位符', en: 'no unfilled placeholders' },
  unfilled: { zh: '处未填写', en: 'unfilled' },
  reports: { zh: '份报告', en: 'reports' },
  errors: { zh: '错误', en: 'errors' },
  warnings: { zh: '警告', en: 'warnings' },
  allowed: { zh: '按规定放行', en: 'allowed' },
  ignored: { zh: '按注释放行', en: 'ignored by comment' },
  known: { zh: '已在基线中', en: 'in the baseline' },
  section: { zh: '章节', en: 'section' },
} as const satisfies Record<string, Wording>;

const NOTICES: Record<Notice['code'], Wording> = {
  ALLOWANCE_UNUSED: {
    zh: '放行规定没有用上，可以删去：{what}',
    en: 'this allowance lets nothing pass and may go: {what}',
  },
  ALLOWANCE_EXPIRED: { zh: '放行规定已过期，不再有效：{what}', en: 'this allowance has expired: {what}' },
  COMMENT_UNUSED: { zh: '注释 {what} 没有用上，可以删去', en: 'this {what} lets nothing pass and may go' },
  BASELINE_GONE: {
    zh: '基线中的一条已不存在，可用 --update-baseline 去掉：{what}',
    en: 'an entry of the baseline is no longer there; --update-baseline takes it out: {what}',
  },
};

/** A replacement must not be read for signs of its own. */
export const noticeWords = ({ code, what }: Notice, language: Language): string =>
  NOTICES[code][language].replace('{what}', () => what);

/** Of annotations that GitHub would not show. */
export const annotationsLeftOut = (count: number, language: Language): string =>
  language === 'zh'
    ? `另有 ${count} 处没有标注：GitHub 每一步只显示 10 个错误和 10 个警告；全部列在这一步的日志中`
    : `${count} more without an annotation: GitHub shows 10 errors and 10 warnings of a step; the log of this step lists them`;

/** The summary of a step. */
export const SUMMARY_WORDS: Record<
  Language,
  Readonly<Record<'report' | 'place' | 'missing', string>> &
    Readonly<Record<'reports' | 'rest', (count: number) => string>>
> = {
  zh: {
    report: '报告',
    place: '位置',
    missing: '内容',
    reports: (count) => `${count} 份报告`,
    rest: (count) => `另有 ${count} 处，列在这一步的日志中。`,
  },
  en: {
    report: 'report',
    place: 'place',
    missing: 'what',
    reports: (count) => `reports: ${count}`,
    rest: (count) => `${count} more; the log of this step lists them.`,
  },
};

/** What readers of a CI page are told of each kind. */
export const RULE_WORDS: Record<PlaceholderKind, { title: Wording; help: Wording }> = {
  number: {
    title: { zh: '未填写的数值', en: 'Unfilled number' },
    help: {
      zh: '报告中有一个数量、金额、比例或其他数值仍以占位符代替。请填入实际数值。',
      en: 'A count, an amount, a share or another figure still stands as a mask. Fill in the figure.',
    },
  },
  ordinal: {
    title: { zh: '未填写的位次', en: 'Unfilled rank' },
    help: {
      zh: '报告中有一个位次或序数仍以占位符代替。请填入实际位次。',
      en: 'A rank or an ordinal still stands as a mask. Fill in the place.',
    },
  },
  date: {
    title: { zh: '未填写的日期', en: 'Unfilled date' },
    help: {
      zh: '报告中有一个年份、月份或日期仍以占位符代替。请填入实际日期。',
      en: 'A year, a month or a day still stands as a mask. Fill in the date.',
    },
  },
  name: {
    title: { zh: '未填写的名称', en: 'Unfilled name' },
    help: {
      zh: '报告中有一个地名、机构、人名、企业或项目名称仍以占位符代替。请填入名称；如系有意隐去，请在 gaige.yaml 的 check.allow 中写明理由。',
      en: 'The name of a place, a body, a person, a company or a project still stands as a mask. Fill it in, or say why it is left out under check.allow in gaige.yaml.',
    },
  },
  text: {
    title: { zh: '未填写的文字', en: 'Unfilled text' },
    help: {
      zh: '报告中有一段文字仍以占位符或待补充标记代替。请补充完整。',
      en: 'Some words still stand as a mask or a note of what is to come. Write them.',
    },
  },
};
