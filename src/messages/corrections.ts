/** What `gaige corrections` says, in both languages. */
import type { Language, Wording } from './language.ts';

/** Why a mark was not applied: by the codes of `corrections/stale.ts`. */
export const STALE_WORDS = {
  OTHER_TEXT: {
    zh: '报告此处的文字已不是这样',
    en: 'the report has another text there',
  },
  NOT_FOUND: { zh: '这里已没有这条结果', en: 'nothing is found there any more' },
  NO_TEXT: {
    zh: '记录中没有全文，无法核对；请改用报告本身，或 extract --include-text 写出的记录',
    en: 'the record has no text to check it by; give the report itself, or records of extract --include-text',
  },
  OVERLAPS: { zh: '与另一条结果重叠', en: 'another finding stands there' },
  NO_FIGURE: {
    zh: '选中的不是一个完整的数字加单位',
    en: 'what was selected is not a whole numeral with its unit',
  },
  MASKED: { zh: '遮盖的数字没有数值，不能填写', en: 'a masked number has no value and is not given one' },
  NO_VALUE: { zh: '数值、上下限和界限互相矛盾', en: 'number, ends and bound contradict each other' },
  NO_DATE: { zh: '没有这个月份或日期', en: 'no calendar has this month or day' },
  BACKWARD: { zh: '时间的终点早于起点', en: 'the time ends before it begins' },
  NO_CHANGE_OF: {
    zh: '只有变化才有方向、比较基准和基期',
    en: 'only a change has a direction, a basis and a base',
  },
  UNKNOWN_UNIT: { zh: '规则不认识的单位', en: 'no rule knows this unit' },
  UNKNOWN_CONCEPT: { zh: '没有这个标准指标（docs/concepts.md）', en: 'no such standard indicator (docs/concepts.md)' },
  UNKNOWN_DOMAIN: { zh: '没有这个改革领域', en: 'no such field of reform' },
  READERS_DIFFER: {
    zh: '几位读者说法不同，保持原样；用 gaige corrections merge 查看',
    en: 'readers differ, and it is left as it was found; gaige corrections merge lists what they say',
  },
  NOT_ALLOWED: { zh: '记录的格式不容许这样的值', en: 'records do not allow such a value' },
} as const satisfies Record<string, Wording>;

type CorrectionsWords = {
  /** A mark that was not applied: `file` and `place` lead to it. */
  stale: (facts: { file: string; place: string; span: string; text: string; why: string }) => string;
  /** A file of which no report was given. */
  unclaimed: (file: string, path: string) => string;
  changed: (file: string, path: string) => string;
  ending: (facts: { reports: number; corrected: number; applied: number; stale: number }) => string;
  goldEnding: (facts: { files: number; folder: string; findings: number }) => string;
  noGoldFile: (path: string) => string;
  mergeEnding: (facts: { files: number; reports: number; differences: number }) => string;
  otherTool: (path: string) => string;
  /** Heads of what `merge` prints. */
  differences: string;
  agreement: string;
  heads: { field: string; pairs: string; items: string; agreed: string; raw: string; kappa: string };
  asShown: string;
  values: Readonly<Record<'yes' | 'no' | 'null', string>>;
};

export const CORRECTIONS_WORDS: Record<Language, CorrectionsWords> = {
  zh: {
    stale: ({ file, place, span, text, why }) => `${file}: ${place}（第 ${span} 字“${text}”）未能用上：${why}`,
    unclaimed: (file, path) => `${file}: 给出的报告中没有它所说的那一份（${path}），未用`,
    changed: (file, path) => `${file}: ${path} 的文字在标注之后变了，逐条核对后使用`,
    ending: ({ reports, corrected, applied, stale }) =>
      `报告 ${reports} 份 · 有更正 ${corrected} 份 · 用上 ${applied} 条 · 未用上 ${stale} 条`,
    goldEnding: ({ files, folder, findings }) => `标注 ${files} 份，结果 ${findings} 条，写入 ${folder}`,
    noGoldFile: (path) => `${path}: 是容器中的一份，或文件已不在，score 无法读它，未写标注；请先单独存成文件`,
    mergeEnding: ({ files, reports, differences }) =>
      `文件 ${files} 个 · 报告 ${reports} 份 · 说法不同 ${differences} 处`,
    otherTool: (path) => `${path}: 几位读者看的不是同一版本的结果，“如所示”未必相同`,
    differences: '说法不同之处',
    agreement: '一致程度',
    heads: { field: '字段', pairs: '读者对', items: '都判断过', agreed: '一致', raw: '一致率', kappa: 'κ' },
    asShown: '如所示',
    values: { yes: '是', no: '不是', null: '无' },
  },
  en: {
    stale: ({ file, place, span, text, why }) => `${file}: ${place} (${span} “${text}”) was not applied: ${why}`,
    unclaimed: (file, path) => `${file}: none of the reports given is the one it belongs to (${path}); not applied`,
    changed: (file, path) =>
      `${file}: the text of ${path} has changed since; its marks are applied where they still fit`,
    ending: ({ reports, corrected, applied, stale }) =>
      `reports ${reports} · corrected ${corrected} · marks applied ${applied} · not applied ${stale}`,
    goldEnding: ({ files, folder, findings }) => `wrote ${files} annotations with ${findings} findings to ${folder}`,
    noGoldFile: (path) =>
      `${path}: stands in a container, or is no longer there: score could not read it, so no annotation was written; save it as a file of its own`,
    mergeEnding: ({ files, reports, differences }) =>
      `files ${files} · reports ${reports} · differences ${differences}`,
    otherTool: (path) => `${path}: readers did not see findings of the same version; “as shown” may not be the same`,
    differences: 'Where readers differ',
    agreement: 'Agreement',
    heads: { field: 'field', pairs: 'pairs', items: 'items', agreed: 'agreed', raw: 'raw', kappa: 'κ' },
    asShown: 'as shown',
    values: { yes: 'yes', no: 'no', null: 'none' },
  },
};
