/** Words for what the vocabulary lists, in both languages: summaries and Chinese tables are read by people. */
import type {
  Basis,
  Bound,
  Direction,
  IndicatorKind,
  PlaceholderKind,
  ReportKind,
  Role,
  Status,
  TargetVerdict,
} from '../model/vocabulary.ts';
import type { Wording } from './language.ts';

export const REPORT_KIND_LABELS: Record<ReportKind, Wording> = {
  'work-report': { zh: '工作报告', en: 'work report' },
  'reform-summary': { zh: '改革总结', en: 'reform summary' },
  speech: { zh: '讲话', en: 'speech' },
  news: { zh: '新闻', en: 'news' },
  other: { zh: '其他', en: 'other' },
};

export const INDICATOR_KIND_LABELS: Record<IndicatorKind, Wording> = {
  level: { zh: '总量', en: 'level' },
  change: { zh: '变化', en: 'change' },
  share: { zh: '占比', en: 'share' },
  rank: { zh: '位次', en: 'rank' },
};

export const STATUS_LABELS: Record<Status, Wording> = {
  achieved: { zh: '已完成', en: 'achieved' },
  target: { zh: '目标', en: 'target' },
};

export const BASIS_LABELS: Record<Basis, Wording> = {
  yoy: { zh: '同比', en: 'on the year before' },
  average: { zh: '年均', en: 'a year on average' },
  since: { zh: '比基年', en: 'since an earlier time' },
  period: { zh: '环比', en: 'on the period before' },
  place: { zh: '与别处相比', en: 'beside a place' },
  target: { zh: '与目标相比', en: 'beside a target' },
};

/** What was added to a stock, beside what there is of it. */
export const ADDED_LABEL: Wording = { zh: '新增', en: 'added' };

export const DIRECTION_LABELS: Record<Direction, Wording> = {
  up: { zh: '上升', en: 'up' },
  down: { zh: '下降', en: 'down' },
};

export const BOUND_LABELS: Record<Bound, Wording> = {
  eq: { zh: '等于', en: 'exactly' },
  approx: { zh: '约', en: 'about' },
  gte: { zh: '不少于', en: 'at least' },
  lte: { zh: '不多于', en: 'at most' },
  range: { zh: '区间', en: 'between' },
};

export const ROLE_LABELS: Record<Role, Wording> = {
  from: { zh: '起点', en: 'from' },
  to: { zh: '终点', en: 'to' },
};

export const VERDICT_LABELS: Record<TargetVerdict, Wording> = {
  met: { zh: '完成', en: 'met' },
  near: { zh: '接近', en: 'near' },
  missed: { zh: '未完成', en: 'missed' },
  unclear: { zh: '说不清', en: 'unclear' },
  'no-result': { zh: '没有结果', en: 'no result' },
  'not-comparable': { zh: '无法对照', en: 'not comparable' },
};

export const PLACEHOLDER_KIND_LABELS: Record<PlaceholderKind, Wording> = {
  number: { zh: '数值', en: 'number' },
  ordinal: { zh: '序数', en: 'ordinal' },
  date: { zh: '日期', en: 'date' },
  name: { zh: '名称', en: 'name' },
  text: { zh: '文字', en: 'text' },
};

/** What `--format summary` says. `{count}` is replaced by a number. */
export const SUMMARY_LABELS = {
  reports: { zh: '报告', en: 'reports' },
  region: { zh: '地区', en: 'region' },
  year: { zh: '年份', en: 'year' },
  kind: { zh: '类型', en: 'kind' },
  sections: { zh: '章节', en: 'sections' },
  indicators: { zh: '指标', en: 'indicators' },
  placeholders: { zh: '占位符', en: 'placeholders' },
  domains: { zh: '改革领域', en: 'domains' },
  chars: { zh: '字', en: 'characters' },
  telling: { zh: '主要指标', en: 'main indicators' },
  unfilled: { zh: '尚未填写', en: 'left unfilled' },
  more: { zh: '… 另有 {count} 处', en: '… and {count} more' },
} as const satisfies Record<string, Wording>;
