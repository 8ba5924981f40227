/** Wording of `gaige explain`, in both languages. */

import { isOriginCode, type Origin, type OriginCode } from '../model/origin.ts';
import type { Language, Wording } from './language.ts';
import { fillTemplate } from './template.ts';

/** What was found at a place. */
export const FOUND: Readonly<Record<'indicator' | 'placeholder' | 'figure' | 'mask' | 'nothing', Wording>> = {
  indicator: { zh: '指标', en: 'an indicator' },
  placeholder: { zh: '占位符', en: 'a placeholder' },
  figure: { zh: '数量，但不是指标', en: 'a quantity, but no indicator' },
  mask: { zh: '像遮盖，但不是占位符', en: 'looks like a mask, but is no placeholder' },
  nothing: { zh: '没有发现任何结果', en: 'nothing found here' },
};

/** Where a field comes from, where it is no rule. */
const CAUSES: Readonly<Record<OriginCode, Wording>> = {
  NO_RULE: { zh: '没有规则说它是', en: 'no rule says so' },
  NOT_TAKEN: { zh: '没有规则认它为指标', en: 'no rule takes it for an indicator' },
  BROKEN_NUMBER: {
    zh: '“{text}”中的数字不完整（夹有字母、标点或空格），读不出是多少，不作为数量',
    en: "the number in '{text}' is broken (a letter, a mark or a blank stands in it): its value cannot be known, so none is read",
  },
  UNKNOWN_UNIT: {
    zh: '“{unit}”不是规则认识的单位，没有单位的数字一般不是指标',
    en: "'{unit}' is no unit that the rules know, and a number without one is as a rule no indicator",
  },
  READ: { zh: '读自“{raw}{unit}”', en: "read from '{raw}{unit}'" },
  RANGE: { zh: '写成了范围', en: 'written as a range' },
  INFIX: { zh: '数字和单位之间有“{infix}”', en: "'{infix}' stands between number and unit" },
  DEFAULT: { zh: '没有规则另有说法', en: 'no rule says otherwise' },
  UNIT: { zh: '规则中的单位，量纲 {dimension}', en: 'a unit that the rules know, of {dimension}' },
  NO_UNIT: { zh: '没有单位', en: 'there is no unit' },
  FACTOR: { zh: '按 {factor} 换算', en: 'converted by {factor}' },
  NO_NAME: { zh: '左右都没有名词短语，前文也没有', en: 'no noun phrase stands on either side, nor before' },
  COMPOSED: { zh: '由前文的名称和这里的词合成', en: 'put together from the name before and the words here' },
  LEFT: { zh: '取自左边', en: 'taken from the left' },
  RIGHT: { zh: '取自右边', en: 'taken from the right' },
  LIST: { zh: '按次序取自前面列出的各项', en: 'the one in its place of the list before' },
  JOINT: { zh: '与相邻数量共用一个名称', en: 'shared with the figures beside it' },
  FROM_TO: { zh: '“由……到……”的另一端，名称相同', en: 'the other end of a move from … to …' },
  NEXT: { zh: '取自后一个数量的名称', en: 'that of the next figure' },
  SENTENCE_BEFORE: { zh: '沿用上一句的名称', en: 'carried over from the sentence before' },
  CARRIED: { zh: '沿用前面分句的名称', en: 'carried over from an earlier clause' },
  SHARE_NAME: { zh: '百分数，且名称是占比', en: 'a percentage whose name is that of a share' },
  RATE_NAME: { zh: '名称是率，不是占比', en: 'the name is that of a rate, not of a share' },
  CONTINUES: { zh: '接着前一个数量', en: 'goes on as the figure before' },
  TREND: { zh: '由前面的数量和名称推断', en: 'told from the figures before and the name' },
  CUE: { zh: '本句中的“{cue}”', en: "'{cue}' in its sentence" },
  MOVE_START: { zh: '“由……到……”的起点，已是事实', en: 'what a move from … to … starts from is there already' },
  HEADING: { zh: '由所在部分的标题决定（{heading}）', en: 'by the heading that governs it ({heading})' },
  REPORT_TITLE: { zh: '由报告的标题决定（{title}）', en: "by the report's title ({title})" },
  ASSIGNED: { zh: '所在段落或部分写明由谁负责', en: 'its paragraph or section says who is in charge of it' },
  PART_LEAD: { zh: '由所在部分的起始句决定（{lead}）', en: 'by the sentence that opens its part ({lead})' },
  PARAGRAPH_LEAD: { zh: '由本段前面的句子决定（{lead}）', en: 'by a sentence before it in its paragraph ({lead})' },
  MOOD: {
    zh: '句中和标题都没有提示，按所在部分的语气（看不出时为已完成）',
    en: 'neither its sentence nor a heading says; by the mood of its part, achieved where that has none',
  },
  NEAREST: { zh: '取自本分句中最近的一处', en: 'the nearest one in its clause' },
  IN_SENTENCE: { zh: '取自本句', en: 'named before it in its sentence' },
  IN_PARAGRAPH: { zh: '取自本段前文', en: 'named before it in its paragraph' },
  YEAR_REPORTED: { zh: '没有另说，为报告总结的年份', en: 'nothing else is said: the year reported on' },
  YEAR_PLANNED: { zh: '没有另说，为报告计划的年份', en: 'nothing else is said: the year planned' },
  MOVE_BEFORE: {
    zh: '“由……到……”的起点，为此前的时间',
    en: 'what a move from … to … starts from is of the time before',
  },
  YEAR_BEFORE: { zh: '没有另说，与上一年相比', en: 'nothing else is said: the year before' },
  SEVERAL_YEARS: {
    zh: '没有另说，所说的是几年，自其开始算起',
    en: 'nothing else is said, and several years are told of: since they began',
  },
  MOVE_SPAN: { zh: '自前面“由……到……”的起点（{from}）算起', en: 'since the move before it began ({from})' },
  COMPARED: { zh: '由“{cue}”决定', en: "by '{cue}'" },
  TERMS: { zh: '名称或本句中的“{terms}”', en: "'{terms}' in its name or sentence" },
  SECTION: { zh: '取自所在的段或节', en: 'those of its paragraph or section' },
  CONCEPT: { zh: '名称是“{words}”', en: "its name is '{words}'" },
  CONCEPT_REST: {
    zh: '名称中有“{words}”，但“{rest}”表明是别的指标',
    en: "'{words}' is in its name, but '{rest}' makes it something else",
  },
  CONCEPT_UNIT: {
    zh: '名称是“{words}”，但类型或单位不是该指标的',
    en: "its name is '{words}', but its kind or unit is none of that indicator",
  },
  CONCEPT_OTHER: {
    zh: '名称是“{words}”，但前面的“{owner}”表明不属于报告所说的地区整体',
    en: "its name is '{words}', but '{owner}' before it says that it is not of the whole region",
  },
  TABLE_HEAD: {
    zh: '由表格的行、列标题和题注决定（{row} × {column}）',
    en: "from the table's heads ({row} × {column})",
  },
  TABLE_SILENT: { zh: '是表头、题注或序号，不是数据', en: 'a head, caption or serial number of a table' },
  MASK_FORM: { zh: 'masks.forms 中的遮盖形式', en: 'a form of masks.forms' },
  JOINED: { zh: '与旁边的遮盖合为一处', en: 'taken together with the mask beside it' },
  BOILERPLATE: { zh: '这里是代码或网页上报告之外的内容', en: 'this is code, or the page around the report' },
  SET_PHRASE: { zh: '“{word}”是固定词语（numerals.setPhrases）', en: "'{word}' is a set phrase (numerals.setPhrases)" },
  NO_MASK: {
    zh: '“{char}”太短、太长，或紧挨字母，不成遮盖',
    en: "'{char}' is too short, too long or too close to a letter to mask",
  },
  NO_NUMBER: { zh: '“{char}”处没有数字，也没有遮盖', en: "there is neither a number nor a mask at '{char}'" },
};

/** A rule goes by its id. */
export const causeOf = ({ by, facts }: Origin, language: Language): string =>
  isOriginCode(by) ? fillTemplate(CAUSES[by][language], facts).replace(/（）| \(\)/, '') : by;

type ExplainWords = {
  sentence: string;
  tokens: string;
  decides: string;
  fired: string;
  near: string;
  loses: (field: string, to: string, by: string) => string;
  by: Readonly<Record<'priority' | 'length' | 'order', string>>;
  reason: string;
  stopped: (side: string, expected: string, there: string, taken: number) => string;
  sides: Readonly<Record<'figure' | 'left' | 'right', string>>;
  edge: string;
};

export const EXPLAIN_WORDS: Record<Language, ExplainWords> = {
  zh: {
    sentence: '句子',
    tokens: '分词',
    decides: '决定',
    fired: '触发的规则',
    near: '最接近的规则',
    loses: (field, to, by) => `${field} 让给 ${to}（${by}）`,
    by: { priority: '优先级更高', length: '匹配更长', order: '排在其后' },
    reason: '理由',
    stopped: (side, expected, there, taken) =>
      `止于${side}：应为 ${expected}${there}${taken > 0 ? `；此前已匹配 ${taken} 个字` : ''}`,
    sides: { figure: '数量本身', left: '左边', right: '右边' },
    edge: '句子边界',
  },
  en: {
    sentence: 'sentence',
    tokens: 'words',
    decides: 'decides',
    fired: 'rules that fired',
    near: 'rules that came closest',
    loses: (field, to, by) => `leaves ${field} to ${to} (${by})`,
    by: { priority: 'higher priority', length: 'longer match', order: 'later in the packs' },
    reason: 'why',
    stopped: (side, expected, there, taken) =>
      `stopped ${side}: expected ${expected}${there}${taken > 0 ? `, after ${taken} characters that fit` : ''}`,
    sides: { figure: 'at the figure itself', left: 'on the left', right: 'on the right' },
    edge: 'the edge of the sentence',
  },
};
