/** What the pages of reports say, in both languages. */
import type { Language } from './language.ts';

export type PageWords = {
  lang: string;
  otherLanguage: string;
  switchLanguage: string;
  scheme: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  switchScheme: string;
  print: string;
  keys: string;
  close: string;
  text: string;
  outline: string;
  findings: string;
  charts: string;
  about: string;
  views: string;
  noOutline: string;
  whole: string;
  types: Readonly<Record<'indicator' | 'placeholder' | 'evidence', string>>;
  lights: string;
  targetsHollow: string;
  filters: string;
  search: string;
  searchHint: string;
  kind: string;
  status: string;
  concept: string;
  domain: string;
  year: string;
  section: string;
  all: string;
  unfilledOnly: string;
  mark: string;
  marks: Readonly<Record<'unmarked' | 'right' | 'wrong' | 'changed' | 'added', string>>;
  clearFilters: string;
  counted: (shown: number, all: number) => string;
  nothingFits: string;
  order: string;
  name: string;
  value: string;
  time: string;
  unnamed: string;
  sortedBy: (column: string, direction: string) => string;
  ascending: string;
  descending: string;
  card: string;
  noSelection: string;
  previous: string;
  next: string;
  showInText: string;
  fieldNames: Readonly<Record<string, string>>;
  place: (line: number, column: number) => string;
  yes: string;
  no: string;
  none: string;
  why: string;
  whyUnknown: string;
  rulesFired: string;
  decides: (fields: string) => string;
  leaves: (field: string, to: string, by: string) => string;
  beatenBy: Readonly<Record<'priority' | 'length' | 'order', string>>;
  chartStatus: string;
  chartSections: string;
  chartPlaceholders: string;
  chartHint: string;
  nothingToChart: string;
  untitled: string;
  reportFields: Readonly<Record<string, string>>;
  reportDomains: string;
  diagnostics: string;
  madeBy: string;
  chars: (count: number) => string;
  announced: (name: string, value: string, place: number, of: number) => string;
  keyList: readonly (readonly [keys: string, what: string])[];
  targets: string;
  left: (count: number) => string;
  toIndex: string;
  index: string;
  overview: string;
  searchAll: string;
  reports: string;
  report: string;
  reportKind: string;
  region: string;
  countOf: (shown: number, all: number) => string;
  leftOnly: string;
  searchReports: string;
  part: (part: number, parts: number | null) => string;
  previousPart: string;
  nextPart: string;
  figures: string;
};

const zh: PageWords = {
  lang: 'zh-CN',
  otherLanguage: 'English',
  switchLanguage: '切换到英文界面',
  scheme: { auto: '跟随系统', light: '浅色', dark: '深色' },
  switchScheme: '配色',
  print: '打印',
  keys: '快捷键',
  close: '关闭',
  text: '正文',
  outline: '目录',
  findings: '结果',
  charts: '图表',
  about: '概况',
  views: '视图',
  noOutline: '没有识别出标题',
  whole: '全文',
  types: { indicator: '指标', placeholder: '占位符', evidence: '领域依据' },
  lights: '标亮',
  targetsHollow: '空心为目标',
  filters: '筛选',
  search: '查找',
  searchHint: '名称、数值、原文……',
  kind: '类型',
  status: '状态',
  concept: '标准指标',
  domain: '领域',
  year: '年份',
  section: '章节',
  all: '全部',
  unfilledOnly: '只看未填写',
  mark: '核对',
  marks: { unmarked: '未核对', right: '正确', wrong: '错误', changed: '已修改', added: '新增' },
  clearFilters: '清除筛选',
  counted: (shown, all) => (shown === all ? `共 ${all} 条` : `${shown} / ${all} 条`),
  nothingFits: '没有符合条件的结果',
  order: '序',
  name: '名称',
  value: '数值',
  time: '时间',
  unnamed: '（无名称）',
  sortedBy: (column, direction) => `按${column}${direction}排列`,
  ascending: '升序',
  descending: '降序',
  card: '所选结果',
  noSelection: '点选正文中标亮的数字，或表中的一行，这里显示它的全部字段与来由。',
  previous: '上一条',
  next: '下一条',
  showInText: '在正文中显示',
  fieldNames: {
    accept: '认作指标',
    text: '原文',
    name: '名称',
    value: '数值',
    number: '数值',
    min: '下限',
    max: '上限',
    bound: '限定',
    unit: '单位',
    dimension: '量纲',
    canonical: '换算值',
    kind: '类型',
    direction: '方向',
    basis: '比较方式',
    base: '比较对象',
    status: '状态',
    scope: '范围',
    period: '时间（原文）',
    time: '时间',
    role: '起止',
    concept: '标准指标',
    domains: '领域',
    masked: '数字被遮盖',
    section: '章节',
    place: '位置',
    rule: '规则',
    expects: '应填',
    context: '所在分句',
    form: '遮盖形式',
    id: '编号',
    field: '改革方面',
    score: '得分',
    parts: '分隔',
    side: '名称在左或右',
    extent: '区间',
  },
  place: (line, column) => `第 ${line} 行第 ${column} 列`,
  yes: '是',
  no: '否',
  none: '—',
  why: '为什么这样判定',
  whyUnknown: '没有记录来由',
  rulesFired: '触发的规则',
  decides: (fields) => `决定：${fields}`,
  leaves: (field, to, by) => `${field} 让给 ${to}（${by}）`,
  beatenBy: { priority: '优先级更高', length: '匹配更长', order: '排在其后' },
  chartStatus: '各领域的已完成与目标',
  chartSections: '各章节的指标数',
  chartPlaceholders: '各章节的占位符数',
  chartHint: '点按一行，按它筛选',
  nothingToChart: '没有可以画的数据',
  untitled: '（标题之外）',
  reportFields: {
    title: '标题',
    kind: '报告类型',
    region: '地区',
    year: '总结年份',
    planYear: '计划年份',
    date: '日期',
    publisher: '发布者',
    path: '文件',
    format: '格式',
    encoding: '编码',
    chars: '字数',
    sha256: 'SHA-256',
  },
  reportDomains: '涉及的改革领域',
  diagnostics: '读取时的问题',
  madeBy: '由此工具生成',
  chars: (count) => `${count.toLocaleString('en-US')} 字`,
  announced: (name, value, place, of) => `${name}，${value}，第 ${place} 条，共 ${of} 条`,
  keyList: [
    ['J / K', '下一条、上一条'],
    ['↑ ↓', '在表中移动'],
    ['Enter', '在正文中显示'],
    ['/', '查找'],
    ['F', '只看未填写'],
    ['Y / N', '标为正确、错误'],
    ['E', '修改所选结果'],
    ['S', '保存修改意见'],
    ['Esc', '关闭'],
    ['?', '本列表'],
  ],
  targets: '目标',
  left: (count) => `${count} 处未填写`,
  toIndex: '返回索引',
  index: '报告索引',
  overview: '总览',
  searchAll: '检索全部结果',
  reports: '份报告',
  report: '报告',
  reportKind: '类型',
  region: '地区',
  countOf: (shown, all) => (shown === all ? `共 ${all} 份` : `${shown} / ${all} 份`),
  leftOnly: '只看有未填写的',
  searchReports: '地区、标题、文件名……',
  part: (part, parts) => (parts === null ? `第 ${part} 部分` : `第 ${part} 部分，共 ${parts} 部分`),
  previousPart: '上一部分',
  nextPart: '下一部分',
  figures: '主要指标',
};

const en: PageWords = {
  lang: 'en',
  otherLanguage: '中文',
  switchLanguage: 'Switch to Chinese',
  scheme: { auto: 'System', light: 'Light', dark: 'Dark' },
  switchScheme: 'Colours',
  print: 'Print',
  keys: 'Keys',
  close: 'Close',
  text: 'Text',
  outline: 'Outline',
  findings: 'Findings',
  charts: 'Charts',
  about: 'About',
  views: 'Views',
  noOutline: 'No headings were found',
  whole: 'Whole text',
  types: { indicator: 'Indicators', placeholder: 'Placeholders', evidence: 'Domain evidence' },
  lights: 'Lit',
  targetsHollow: 'targets are hollow',
  filters: 'Filters',
  search: 'Find',
  searchHint: 'Name, value, words…',
  kind: 'Kind',
  status: 'Status',
  concept: 'Concept',
  domain: 'Domain',
  year: 'Year',
  section: 'Section',
  all: 'All',
  unfilledOnly: 'Unfilled only',
  mark: 'Review',
  marks: { unmarked: 'not reviewed', right: 'right', wrong: 'wrong', changed: 'changed', added: 'added' },
  clearFilters: 'Clear filters',
  counted: (shown, all) => (shown === all ? `${all} findings` : `${shown} of ${all}`),
  nothingFits: 'Nothing fits these filters',
  order: 'No.',
  name: 'Name',
  value: 'Value',
  time: 'Time',
  unnamed: '(no name)',
  sortedBy: (column, direction) => `sorted by ${column}, ${direction}`,
  ascending: 'ascending',
  descending: 'descending',
  card: 'Selected finding',
  noSelection:
    'Choose a lit figure in the text or a row of the table: all its fields and their reasons are shown here.',
  previous: 'Previous',
  next: 'Next',
  showInText: 'Show in the text',
  fieldNames: {
    accept: 'taken as indicator',
    text: 'as written',
    name: 'name',
    value: 'value',
    number: 'number',
    min: 'minimum',
    max: 'maximum',
    bound: 'bound',
    unit: 'unit',
    dimension: 'dimension',
    canonical: 'in base units',
    kind: 'kind',
    direction: 'direction',
    basis: 'compared with',
    base: 'base',
    status: 'status',
    scope: 'scope',
    period: 'time as written',
    time: 'time',
    role: 'end of a move',
    concept: 'concept',
    domains: 'domains',
    masked: 'number masked',
    section: 'section',
    place: 'place',
    rule: 'rule',
    expects: 'expects',
    context: 'clause',
    form: 'form of mask',
    id: 'id',
    field: 'field of reform',
    score: 'score',
    parts: 'parts the clause',
    side: 'side of the name',
    extent: 'extent',
  },
  place: (line, column) => `line ${line}, column ${column}`,
  yes: 'yes',
  no: 'no',
  none: '–',
  why: 'Why it is read so',
  whyUnknown: 'No reason was recorded',
  rulesFired: 'Rules that fired',
  decides: (fields) => `decides ${fields}`,
  leaves: (field, to, by) => `leaves ${field} to ${to} (${by})`,
  beatenBy: { priority: 'higher priority', length: 'longer match', order: 'later in the packs' },
  chartStatus: 'Achieved and targets, by domain',
  chartSections: 'Indicators, by section',
  chartPlaceholders: 'Placeholders, by section',
  chartHint: 'Choose a row to filter by it',
  nothingToChart: 'Nothing to chart',
  untitled: '(outside any heading)',
  reportFields: {
    title: 'Title',
    kind: 'Kind of report',
    region: 'Region',
    year: 'Year reported on',
    planYear: 'Year planned',
    date: 'Date',
    publisher: 'Publisher',
    path: 'File',
    format: 'Format',
    encoding: 'Encoding',
    chars: 'Length',
    sha256: 'SHA-256',
  },
  reportDomains: 'Fields of reform',
  diagnostics: 'Problems in reading',
  madeBy: 'Made by',
  chars: (count) => `${count.toLocaleString('en-US')} characters`,
  announced: (name, value, place, of) => `${name}, ${value}, ${place} of ${of}`,
  keyList: [
    ['J / K', 'next, previous finding'],
    ['↑ ↓', 'move in the table'],
    ['Enter', 'show in the text'],
    ['/', 'find'],
    ['F', 'unfilled only'],
    ['Y / N', 'mark right, wrong'],
    ['E', 'change the selected finding'],
    ['S', 'save corrections'],
    ['Esc', 'close'],
    ['?', 'this list'],
  ],
  targets: 'Targets',
  left: (count) => `${count} unfilled`,
  toIndex: 'Back to the index',
  index: 'Index of reports',
  overview: 'Overview',
  searchAll: 'Search all findings',
  reports: 'Reports',
  report: 'Report',
  reportKind: 'Kind',
  region: 'Region',
  countOf: (shown, all) => (shown === all ? `${all} reports` : `${shown} of ${all}`),
  leftOnly: 'Only those with something unfilled',
  searchReports: 'Region, title, file name…',
  part: (part, parts) => (parts === null ? `Part ${part}` : `Part ${part} of ${parts}`),
  previousPart: 'Previous part',
  nextPart: 'Next part',
  figures: 'Main indicators',
};

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { zh, en };
