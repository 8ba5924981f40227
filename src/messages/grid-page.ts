/** What the pages of `table` and `track` say, in both languages. */
import type { Language, Wording } from './language.ts';

type ShownOfAll = { shown: number; all: number };

type GridPageWords = {
  skip: string;
  scheme: string;
  schemes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  tableTitle: string;
  trackTitle: string;
  madeBy: (version: string) => string;
  tiles: Readonly<
    Record<'regions' | 'years' | 'concepts' | 'observations' | 'conflicts' | 'targets' | 'unread', string>
  >;
  contents: string;
  charts: string;
  chartsHint: string;
  matrix: string;
  matrixHint: string;
  heat: { low: string; high: string; each: string };
  conflicts: string;
  conflictsHint: string;
  noConflicts: string;
  evidence: string;
  evidenceHint: string;
  toCell: string;
  toEvidence: string;
  place: (line: number, column: number) => string;
  chart: {
    ofYear: (year: number) => string;
    byYear: string;
    pair: (result: number, promise: number) => string;
    result: (year: number) => string;
    promise: (year: number) => string;
    more: (shown: number, all: number) => string;
  };
  /** What is left out of the page. */
  cut: Readonly<
    Record<'lines' | 'columns' | 'evidence' | 'conflicts' | 'charts' | 'targets', (counted: ShownOfAll) => string>
  >;
  cutRemedy: string;
  noSentence: string;
  verdicts: string;
  verdictMatrix: string;
  verdictMatrixHint: string;
  plots: string;
  plotsHint: string;
  list: string;
  promised: string;
  came: string;
  gap: string;
  nothing: string;
  /** Behind a difference of percentages. */
  points: string;
  level: string;
};

export const GRID_PAGE_WORDS: Record<Language, GridPageWords> = {
  zh: {
    skip: '跳到正文',
    scheme: '配色',
    schemes: { auto: '随系统', light: '浅色', dark: '深色' },
    tableTitle: '指标对照表',
    trackTitle: '目标与结果',
    madeBy: (version) => `由 gaige ${version} 生成`,
    tiles: {
      regions: '地区',
      years: '年份',
      concepts: '指标',
      observations: '观测值',
      conflicts: '说法不一',
      targets: '目标',
      unread: '未能读取',
    },
    contents: '指标目录',
    charts: '逐项看',
    chartsHint: '每个指标一幅，数值从大到小；点一行看原句，“?”表示各处说法不一。',
    matrix: '总表',
    matrixHint: '点一格看原句。“?”表示各处说法不一。',
    heat: { low: '小', high: '大', each: '颜色按列，从该列最小值到最大值' },
    conflicts: '说法不一',
    conflictsHint: '同一地区、年份、指标，报告给出的数不同，留待核对。',
    noConflicts: '没有说法不一之处。',
    evidence: '原句',
    evidenceHint: '每个数出自哪份报告、哪一行、哪一句。',
    toCell: '回到表中',
    toEvidence: '看原句',
    place: (line, column) => `第 ${line} 行第 ${column} 列`,
    chart: {
      ofYear: (year) => `${year} 年`,
      byYear: '历年',
      pair: (result, promise) =>
        result === promise ? `${result} 年：● 结果　○ 目标` : `● ${result} 年结果　○ ${promise} 年目标`,
      result: (year) => `${year} 年结果`,
      promise: (year) => `${year} 年目标`,
      more: (shown, all) => `共 ${all} 个地区，图中为前 ${shown} 个`,
    },
    cut: {
      lines: ({ shown, all }) => `总表共 ${all} 行，本页列出前 ${shown} 行`,
      columns: ({ shown, all }) => `总表共 ${all} 列，本页列出前 ${shown} 列`,
      evidence: ({ shown, all }) => `共 ${all} 个观测值要附原句，本页附了 ${shown} 个`,
      conflicts: ({ shown, all }) => `说法不一共 ${all} 处，本页列出前 ${shown} 处`,
      charts: ({ shown, all }) => `共 ${all} 个指标有图，本页画出前 ${shown} 个`,
      targets: ({ shown, all }) => `目标共 ${all} 个，本页列出前 ${shown} 个`,
    },
    cutRemedy: '全部内容请用 csv、xlsx 或 parquet；或以 --region、--concept、--year 缩小范围。',
    noSentence: '（记录中没有全文，原句从缺；extract 加 --include-text 即有）',
    verdicts: '结论',
    verdictMatrix: '各地各项',
    verdictMatrixHint: '每格是一个目标的结论；点一格看目标和结果的原句。',
    plots: '目标对结果',
    plotsHint: '每个指标一幅，一行一个地区：● 结果，○ 目标，颜色是结论；右边是结果 / 目标。',
    list: '全部目标',
    promised: '目标',
    came: '结果',
    gap: '差距',
    nothing: '没有',
    points: ' 个百分点',
    level: '总量',
  },
  en: {
    skip: 'Skip to the content',
    scheme: 'Colours',
    schemes: { auto: 'System', light: 'Light', dark: 'Dark' },
    tableTitle: 'Indicators side by side',
    trackTitle: 'Promises and results',
    madeBy: (version) => `Made by gaige ${version}`,
    tiles: {
      regions: 'regions',
      years: 'years',
      concepts: 'indicators',
      observations: 'observations',
      conflicts: 'in conflict',
      targets: 'targets',
      unread: 'not read',
    },
    contents: 'All indicators',
    charts: 'One by one',
    chartsHint:
      'A chart for each indicator, the greatest first; a row leads to its sentence, “?” stands where reports disagree.',
    matrix: 'All together',
    matrixHint: 'A cell leads to its sentence. “?” stands where reports disagree.',
    heat: { low: 'least', high: 'most', each: 'coloured column by column, from its least to its greatest' },
    conflicts: 'Where reports disagree',
    conflictsHint: 'Of one region, year and indicator reports give different figures; it is for a reader to settle.',
    noConflicts: 'Reports disagree nowhere.',
    evidence: 'Sentences',
    evidenceHint: 'Which report, line and sentence each figure comes from.',
    toCell: 'back to the table',
    toEvidence: 'its sentence',
    place: (line, column) => `line ${line}, column ${column}`,
    chart: {
      ofYear: (year) => `${year}`,
      byYear: 'by year',
      pair: (result, promise) =>
        result === promise ? `${result}: ● result ○ target` : `● result of ${result} ○ target for ${promise}`,
      result: (year) => `result of ${year}`,
      promise: (year) => `target for ${year}`,
      more: (shown, all) => `${all} regions, of which the first ${shown} are drawn`,
    },
    cut: {
      lines: ({ shown, all }) => `the table has ${all} rows, of which this page has the first ${shown}`,
      columns: ({ shown, all }) => `the table has ${all} columns, of which this page has the first ${shown}`,
      evidence: ({ shown, all }) => `${all} figures have a sentence, of which this page has ${shown}`,
      conflicts: ({ shown, all }) => `reports disagree in ${all} places, of which this page has the first ${shown}`,
      charts: ({ shown, all }) => `${all} indicators could be drawn, of which this page has the first ${shown}`,
      targets: ({ shown, all }) => `there are ${all} targets, of which this page has the first ${shown}`,
    },
    cutRemedy: 'csv, xlsx and parquet have all of it; --region, --concept and --year ask for less.',
    noSentence: '(the records have no text, so that the sentence is missing; extract --include-text has it)',
    verdicts: 'What became of them',
    verdictMatrix: 'Place by place',
    verdictMatrixHint: 'A cell is what became of a target, and leads to the sentences of both.',
    plots: 'Promise against result',
    plotsHint:
      'A chart for each indicator, a region a row: ● the result in the colour of its verdict, ○ the target; behind them result / target.',
    list: 'All targets',
    promised: 'target',
    came: 'result',
    gap: 'gap',
    nothing: 'none',
    points: ' points',
    level: 'level',
  },
};

/** Why a statement is not the one that the table shows: `FoldRule`. */
export const FOLD_RULE_LABELS = {
  OTHER_PLACE: { zh: '是另一地的', en: 'of another place' },
  SAME: { zh: '说法相同', en: 'says the same' },
  PART_OF_YEAR: { zh: '只是一年的一部分', en: 'of a part of the year' },
  STEP: { zh: '只说过了某个台阶', en: 'a step that was passed' },
  ROUNDED: { zh: '是约数', en: 'rounded' },
  DIFFERS: { zh: '说法不同', en: 'says otherwise' },
} as const satisfies Record<string, Wording>;

/** What a note of `track` says: `TrackNote`. */
export const TRACK_NOTE_LABELS = {
  RENAMED: { zh: '名称不同', en: 'by another name' },
  REBASED: { zh: '口径或单位不同', en: 'counted from something else' },
  PART_OF_YEAR: { zh: '只有部分月份', en: 'of a part of the year' },
  CONFLICT: { zh: '说法不一', en: 'reports disagree' },
} as const satisfies Record<string, Wording>;
