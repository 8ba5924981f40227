/** What the pages of reports say where a reader corrects them. */
import type { Language } from './language.ts';

export type CorrectionWords = {
  save: string;
  right: string;
  wrong: string;
  wrongHint: string;
  change: string;
  done: string;
  undo: string;
  remove: string;
  was: (value: string) => string;
  note: string;
  from: string;
  to: string;
  nothing: string;
  pickName: string;
  picked: string;
  asName: string;
  asExtent: string;
  addIndicator: string;
  addPlaceholder: string;
  readTo: string;
  sectionDomains: string;
  filterBySection: string;
  dialog: string;
  dialogHint: string;
  by: string;
  byHint: string;
  reviewed: string;
  reviewedNothing: string;
  reviewedAll: string;
  reviewedTo: (percent: number) => string;
  reviewedHint: string;
  summary: (right: number, wrong: number, changed: number, added: number, sections: number) => string;
  download: string;
  open: string;
  clear: string;
  clearSure: string;
  notKept: string;
  otherReport: string;
  unreadable: string;
  replaceSure: string;
  opened: (taken: number, left: number) => string;
  marked: Readonly<Record<'right' | 'wrong' | 'none', string>>;
};

const zh: CorrectionWords = {
  save: '保存修改',
  right: '正确',
  wrong: '错误',
  wrongHint: '这里不该有结果',
  change: '修改',
  done: '完成',
  undo: '还原',
  remove: '删去',
  was: (value) => `原为 ${value}`,
  note: '备注',
  from: '起',
  to: '止',
  nothing: '（无）',
  pickName: '在正文中选中名称，再点“设为名称”',
  picked: '选中',
  asName: '设为名称',
  asExtent: '改为此区间',
  addIndicator: '新增指标',
  addPlaceholder: '新增占位符',
  readTo: '已读到此处',
  sectionDomains: '本节的领域',
  filterBySection: '只看本节的结果',
  dialog: '保存修改意见',
  dialogHint: '意见只留在这个浏览器里，保存为文件后才会离开它。文件可用 gaige corrections 应用到数据，或转为标注。',
  by: '核对人',
  byHint: '可不填',
  reviewed: '读了多少',
  reviewedNothing: '只看了所标的',
  reviewedAll: '通读了全文',
  reviewedTo: (percent) => `读到约 ${percent}% 处`,
  reviewedHint: '读过而未标的，视为正确且没有遗漏',
  summary: (right, wrong, changed, added, sections) =>
    `正确 ${right} · 错误 ${wrong} · 修改 ${changed} · 新增 ${added} · 章节领域 ${sections}`,
  download: '保存为文件',
  open: '打开已有的意见……',
  clear: '全部清除',
  clearSure: '清除在这份报告上所做的全部意见？',
  notKept: '这个浏览器不允许网页保存数据：关闭页面前请先保存为文件。',
  otherReport: '这个文件说的是另一份报告，或同一报告的另一份正文。',
  unreadable: '这不是修改意见文件。',
  replaceSure: '用这个文件里的意见代替这里已有的意见？',
  opened: (taken, left) =>
    left === 0 ? `读入 ${taken} 条意见` : `读入 ${taken} 条意见，另有 ${left} 条用不上：没有所说的结果，或不合格式`,
  marked: { right: '已标为正确', wrong: '已标为错误', none: '已取消' },
};

const en: CorrectionWords = {
  save: 'Save corrections',
  right: 'Right',
  wrong: 'Wrong',
  wrongHint: 'Nothing should be found here',
  change: 'Change',
  done: 'Done',
  undo: 'Undo',
  remove: 'Remove',
  was: (value) => `was ${value}`,
  note: 'Note',
  from: 'from',
  to: 'to',
  nothing: '(none)',
  pickName: 'Select the name in the text, then choose “Use as name”',
  picked: 'Selected',
  asName: 'Use as name',
  asExtent: 'Use as extent',
  addIndicator: 'Add as indicator',
  addPlaceholder: 'Add as placeholder',
  readTo: 'Read up to here',
  sectionDomains: 'Domains of this section',
  filterBySection: 'Only findings of this section',
  dialog: 'Save corrections',
  dialogHint:
    'Corrections stay in this browser until you save them to a file, which gaige corrections applies to the data or turns into annotations.',
  by: 'Your name',
  byHint: 'optional',
  reviewed: 'How much was read',
  reviewedNothing: 'only what is marked',
  reviewedAll: 'the whole text',
  reviewedTo: (percent) => `up to about ${percent}%`,
  reviewedHint: 'What was read and is not marked counts as right, and nothing there as missing',
  summary: (right, wrong, changed, added, sections) =>
    `${right} right · ${wrong} wrong · ${changed} changed · ${added} added · ${sections} sections`,
  download: 'Save to a file',
  open: 'Open saved corrections…',
  clear: 'Clear all',
  clearSure: 'Clear all corrections of this report?',
  notKept: 'This browser lets pages keep nothing: save to a file before you close the page.',
  otherReport: 'This file is about another report, or another text of it.',
  unreadable: 'This is no file of corrections.',
  replaceSure: 'Replace the corrections made here by those of the file?',
  opened: (taken, left) =>
    left === 0
      ? `${taken} marks read`
      : `${taken} marks read; ${left} left out: no such finding, or not as the format has it`,
  marked: { right: 'marked right', wrong: 'marked wrong', none: 'mark taken back' },
};

export const CORRECTION_WORDS: Readonly<Record<Language, CorrectionWords>> = { zh, en };
