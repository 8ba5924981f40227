/** Wording of `gaige rules`, in both languages; that of faults is in `src/model/fault-wording.ts`. */
import type { Language } from './language.ts';

type RulesWords = {
  faults: (errors: number, warnings: number) => string;
  tested: (examples: number, wrong: number) => string;
  covered: (covered: number, all: number) => string;
  updated: (files: string) => string;
  watching: string;
  made: (path: string) => string;
  examples: (match: number, skip: number) => string;
  pattern: string;
  emits: string;
  priority: string;
  units: string;
  cues: string;
  names: string;
  noGaps: string;
  reports: (count: number) => string;
  figures: (count: number) => string;
  cost: string;
  fired: string;
  decided: string;
};

const share = (covered: number, all: number): string => (all === 0 ? '100' : ((100 * covered) / all).toFixed(1));

export const RULES_WORDS: Record<Language, RulesWords> = {
  zh: {
    faults: (errors, warnings) => `错误 ${errors} 处，警告 ${warnings} 处`,
    tested: (examples, wrong) => `示例 ${examples} 个，不符 ${wrong} 个`,
    covered: (covered, all) => `规则 ${all} 条，有示例触发的 ${covered} 条（${share(covered, all)}%）`,
    updated: (files) => `已更新 ${files}`,
    watching: '等待规则文件改动，Ctrl-C 结束',
    made: (path) => `已写出 ${path}；试一试：gaige rules test ${path}`,
    examples: (match, skip) => `示例 ${match}+${skip}`,
    pattern: '模式',
    emits: '给出',
    priority: '优先级',
    units: '规则不认识的单位',
    cues: '规则不认识的提示词（在数量之前）',
    names: '不属于任何标准指标的常见名称',
    noGaps: '没有发现',
    reports: (count) => `报告 ${count} 份`,
    figures: (count) => `数量 ${count} 个`,
    cost: '耗时（毫秒）',
    fired: '触发',
    decided: '决定',
  },
  en: {
    faults: (errors, warnings) => `errors: ${errors}, warnings: ${warnings}`,
    tested: (examples, wrong) => `examples: ${examples}, wrong: ${wrong}`,
    covered: (covered, all) => `rules: ${all}, fired by examples: ${covered} (${share(covered, all)} %)`,
    updated: (files) => `updated: ${files}`,
    watching: 'waiting for changes of the rule files; Ctrl-C ends it',
    made: (path) => `written: ${path}; try: gaige rules test ${path}`,
    examples: (match, skip) => `examples ${match}+${skip}`,
    pattern: 'pattern',
    emits: 'emits',
    priority: 'priority',
    units: 'units that no rule knows',
    cues: 'cue words before figures that no rule knows',
    names: 'frequent names of no standard indicator',
    noGaps: 'none',
    reports: (count) => `reports: ${count}`,
    figures: (count) => `figures: ${count}`,
    cost: 'ms',
    fired: 'fired',
    decided: 'decided',
  },
};
