/** All wording of faults in rules and settings, in both languages, and where the docs say more. */

import type { Facts } from '../model/diagnostic.ts';
import { own } from '../text/own.ts';
import type { Language, Wording } from './language.ts';
import { fillTemplate } from './template.ts';

type Wordings = Readonly<Record<string, Wording>>;

const YAML = {
  YAML: { zh: 'YAML 写法有误：{message}', en: 'no valid YAML: {message}' },
  TOO_DEEP: { zh: '嵌套过深', en: 'nested too deep' },
  TOO_LARGE: {
    zh: '文件过大（{bytes} 字节，上限 {limit}）',
    en: 'the file is too large ({bytes} bytes, limit {limit})',
  },
  ALIAS_BOMB: { zh: '别名展开后超过 {limit} 项', en: 'aliases unfold to more than {limit} values' },
  ALIAS_CYCLE: { zh: '别名指向包含它自己的内容', en: 'this alias stands inside what it names' },
  DUPLICATE_KEY: { zh: '“{key}”写了两次，第一次在第 {first} 行', en: "'{key}' is given twice, first in line {first}" },
} as const satisfies Wordings;

/** What may stand where. */
const SCHEMA = {
  UNKNOWN_KEY: {
    zh: '这里没有“{key}”这一项；可写：{allowed}',
    en: "nothing is called '{key}' here; expected one of: {allowed}",
  },
  MISSING_KEY: { zh: '缺少“{key}”', en: "'{key}' is missing" },
  WRONG_TYPE: { zh: '应为{expected}，实为{found}', en: 'expected {expected}, found {found}' },
  UNKNOWN_VALUE: { zh: '“{value}”不可用；可写：{allowed}', en: "'{value}' is not known; expected one of: {allowed}" },
  OUT_OF_RANGE: { zh: '应在 {min} 与 {max} 之间', en: 'expected a number from {min} to {max}' },
  EMPTY: { zh: '不能为空', en: 'must not be empty' },
  TOO_LONG: { zh: '最多 {max}', en: 'at most {max}' },
  BAD_FORMAT: { zh: '“{value}”写法不对：应为{form}', en: "'{value}' is not {form}" },
  INVALID: { zh: '{message}', en: '{message}' },
  SOME_OF: { zh: '{keys} 中至少写一个', en: 'give at least one of {keys}' },
  ONE_OF: { zh: '{keys} 中应恰好写一个', en: 'give exactly one of {keys}' },
} as const satisfies Wordings;

const PACKS = {
  DUPLICATE_ID: {
    zh: '“{id}”在同一规则包中重复，第一次在 {first}',
    en: "'{id}' is given twice in this pack, first at {first}",
  },
  UNKNOWN_ID: {
    zh: '前面的规则包中没有“{id}”，无从关闭',
    en: "no earlier pack has '{id}', so there is nothing to switch off",
  },
  NEW_CONCEPT: {
    zh: '“{id}”是新的标准指标，还须写明 {keys}',
    en: "'{id}' is a new concept, so it needs {keys}",
  },
  UNKNOWN_WORD: { zh: '“{word}”不在词类 {name} 中', en: "'{word}' is not in {name}" },
  CLASS_NEEDED: {
    zh: '没有词类 {name}，而 gaige 要按这个名称取用：请保留，或在 classes 中重新定义',
    en: "no pack has the class '{name}', for which gaige asks by this name: keep it, or define it anew in classes",
  },
  CLASS_CYCLE: { zh: '词类循环引用：{chain}', en: 'classes include each other in a circle: {chain}' },
  TOO_MANY_WORDS: { zh: '词类展开后超过 {limit} 个词', en: 'classes unfold to more than {limit} words' },
  TOO_MANY_SPELLINGS: { zh: '“{word}”展开后超过 {limit} 种写法', en: "'{word}' unfolds to more than {limit} words" },
  UNKNOWN_MASK: { zh: '没有遮盖形式“{form}”', en: "there is no form of mask '{form}'" },
  TOO_MANY_RULES: { zh: '规则超过 {limit} 条', en: 'more than {limit} rules' },
  RULES_TOO_COMPLEX: {
    zh: '所有规则展开后超过 {limit} 个状态',
    en: 'all rules together unfold to more than {limit} states',
  },
  OUTSIDE: { zh: '指向规则包文件夹之外，已拒绝', en: 'leads out of the folder of the pack; refused' },
  NO_FILE: { zh: '不是普通文件', en: 'not a regular file' },
  UNREADABLE: { zh: '无法读取：{reason}', en: 'cannot be read: {reason}' },
  TOO_MANY_FILES: { zh: '规则包的文件超过 {limit} 个', en: 'the pack has more than {limit} files' },
  BAD_TERM: {
    zh: '词典只收汉字词语，“{word}”不是',
    en: "the dictionary takes words of Han characters, and '{word}' is none",
  },
  TERM_LINE: {
    zh: '应为：词语 [频次] [词性]，词语为汉字',
    en: 'expected: word [frequency] [tag], the word of Han characters',
  },
} as const satisfies Wordings;

const PATTERNS = {
  UNKNOWN_CAPTURE: {
    zh: '模式中没有名为 {name} 的捕获；有：{captures}',
    en: 'the pattern captures no {name}; it captures: {captures}',
  },
  UNKNOWN_UNIT: { zh: '没有单位“{unit}”', en: "there is no unit '{unit}'" },
  UNKNOWN_CLASS: { zh: '没有词类 @{name}', en: 'there is no class @{name}' },
  UNEXPECTED: { zh: '这里不应有“{char}”', en: "unexpected '{char}'" },
  UNBOUNDED: { zh: '重复必须有界：请写 {0,9}', en: 'repetition must be bounded: write {0,9}' },
  REPEAT_RANGE: { zh: '重复次数须在 {0,{max}} 之内', en: 'repetition must lie within {0,{max}}' },
  REPEATED_TEST: { zh: '条件（! ^ $）不能重复', en: 'a test (! ^ $) cannot be repeated' },
  LOOKAROUND: {
    zh: '不支持环视：上下文直接写在模式里，“不可有”写 !(…)',
    en: 'no lookaround: write the context into the pattern, and !(…) for what must not stand there',
  },
  BACK_REFERENCE: {
    zh: '不支持反向引用：线性匹配无法执行',
    en: 'no back-references: matching in linear time cannot do them',
  },
  CHARACTER_SET: {
    zh: '不支持字符集 […]：请写 (甲 | 乙)，方括号本身请加引号',
    en: 'no character sets […]: write (甲 | 乙), and put brackets in quotes',
  },
  ESCAPE: { zh: '不支持反斜杠转义：特殊字符请加引号', en: 'no backslashes: put special characters in quotes' },
  GROUP_FLAG: { zh: '分组只有 (…) 和 (?<名称> …) 两种', en: 'groups are (…) and (?<name> …) only' },
  OPEN_GROUP: { zh: '括号没有闭合', en: 'this group is never closed' },
  OPEN_FIGURE: { zh: '“{open}”没有闭合', en: "'{open}' is never closed" },
  OPEN_QUOTE: { zh: '引号没有闭合', en: 'this quotation is never closed' },
  EMPTY_TEXT: { zh: '引号中没有文字', en: 'empty text' },
  NO_NAME: { zh: '“{sign}”后面应有{expected}', en: "expected {expected} after '{sign}'" },
  UNKNOWN_TEST: {
    zh: '对数量的条件中没有“{value}”；可写：{allowed}',
    en: "unknown '{value}'; expected one of {allowed}",
  },
  ONE_FIGURE: {
    zh: '一个模式判断且只判断一个数量：<percent>、<count>、<any> 等写一次',
    en: 'a pattern judges exactly one figure: write <percent>, <count>, <any> once',
  },
  NESTED_FIGURE: {
    zh: '被判断的数量 <…> 须在模式最外层，不能在分组或重复里',
    en: 'the figure judged, <…>, must stand at the top of the pattern, not inside a group',
  },
  TOO_COMPLEX: {
    zh: '模式展开后超过 {limit} 个状态：重复套重复，逐层相乘',
    en: 'the pattern unfolds to more than {limit} states: repetitions inside repetitions multiply',
  },
} as const satisfies Wordings;

/** What examples show. */
const EXAMPLES = {
  EXAMPLE_NOT_FIRED: {
    zh: '{id} 在“{text}”上没有触发；触发的有：{fired}',
    en: "{id} does not fire on '{text}'; what fires: {fired}",
  },
  EXAMPLE_FIRED: { zh: '{id} 不应在“{text}”上触发', en: "{id} fires on '{text}' and should not" },
  EXAMPLE_NOTHING: {
    zh: '{id} 在“{text}”上触发，但没有得到任何结果',
    en: "{id} fires on '{text}', but nothing is found there in the end",
  },
  EXAMPLE_DIFFERS: {
    zh: '“{text}”：应为 {expected}，实为 {found}',
    en: "'{text}': expected {expected}, found {found}",
  },
  EXAMPLE_EMPTY: {
    zh: '“{text}”没有写明应得到什么：请写 indicators、placeholders 或 domains，或用 --update 填入',
    en: "'{text}' does not say what must be found: give indicators, placeholders or domains, or fill them in with --update",
  },
  NEVER_FIRES: { zh: '没有一个示例触发 {id}', en: 'no example fires {id}' },
} as const satisfies Wordings;

/** What lint advises of concepts. */
const CONCEPTS = {
  CONCEPT_NAMELESS: {
    zh: '概念 {id} 没有名称，不会有数据归入',
    en: 'the concept {id} has no names, so no figure is ever one of it',
  },
  CONCEPT_EXCLUDES: {
    zh: '概念 {id} 的 not 排除了它自己的名称“{name}”',
    en: "'{name}' is a name of {id}, and its own 'not' excludes it",
  },
  CONCEPT_TAKEN: {
    zh: '“{name}”也是概念 {other} 的名称，计量单位和类型又分不开，只归入先列出的一个',
    en: "'{name}' is a name of {other} too, and neither unit nor kind tells them apart: the one listed first has all figures",
  },
} as const satisfies Wordings;

/** What lint advises. */
const ADVICE = {
  NO_EXAMPLES: { zh: '规则 {id} 没有示例，测试不到', en: 'the rule {id} has no example, so nothing tests it' },
  SHADOWED: {
    zh: '示例“{text}”中 {field} 由 {by}（优先级 {theirs}，{place}）决定，不由本规则（优先级 {ours}）',
    en: "in '{text}' the {field} is decided by {by} (priority {theirs}, {place}), not by this rule (priority {ours})",
  },
  EMPTY_CLASS: {
    zh: '词类 {name} 没有词语，而 gaige 要取用',
    en: "the class '{name}', for which gaige asks, holds no words",
  },
  UNUSED_CLASS: { zh: '没有规则用到词类 @{name}', en: 'no rule uses the class @{name}' },
  UNIT_TAKEN: {
    zh: '“{word}”也是单位 {unit} 的写法（{first}），以后一个为准',
    en: "'{word}' is written for {unit} too ({first}); the later one counts",
  },
  NO_PACK_NAME: {
    zh: '规则包没有 pack: { name, version }，记录中只能写作 {name}',
    en: 'the pack has no pack: { name, version }; records will call it {name}',
  },
} as const satisfies Wordings;

const FAULTS = { ...YAML, ...SCHEMA, ...PACKS, ...PATTERNS, ...EXAMPLES, ...ADVICE, ...CONCEPTS };

export type FaultCode = keyof typeof FAULTS;

/** Facts that are codes: kinds of values, and forms that words must have. */
const TERMS: Readonly<Record<string, Wording>> = {
  list: { zh: '列表', en: 'a list' },
  mapping: { zh: '“键: 值”', en: 'a mapping' },
  word: { zh: '词语（数字和是非请加引号）', en: 'a word (numbers and true/false in quotes)' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  nothing: { zh: '空', en: 'nothing' },
  RULE_ID: { zh: '“类别/名称”，小写字母、数字和连字符，如 express/volume', en: 'of the form topic/kebab-name' },
  CLASS_NAME: { zh: '小写字母开头的字母、数字和连字符', en: 'lower-case letters, digits and hyphens, a letter first' },
  KEBAB_ID: { zh: '小写字母、数字和连字符', en: 'lower-case letters, digits and hyphens' },
  PACK_NAME: { zh: '文字、数字和连字符', en: 'letters, digits and hyphens' },
  VERSION: { zh: '不含空格的版本号，如 1.0.0', en: 'a version without blanks, such as 1.0.0' },
  FACTOR: { zh: '数字或分数，如 2000/3', en: 'a number or a fraction such as 2000/3' },
  TERM: { zh: '“词:权重”，权重为数字', en: 'a term with an optional weight, such as 改革:0.5' },
  SPELLING: {
    zh: '词语，(…|…) 中是一部分的几种写法，不嵌套',
    en: 'a word, with (…|…) for ways of writing a part of it, none inside another',
  },
  TAG: { zh: '词性代码，如 n、v、vn', en: 'a part of speech, such as n, v, vn' },
  TAGS: {
    zh: '词性代码，如 v；n* 表示以 n 开头的各个代码',
    en: 'a part of speech, such as v; n* for all that begin with n',
  },
  SELECTOR: { zh: 'CSS 选择器', en: 'a CSS selector' },
  CHAR: { zh: '一个字符', en: 'one character' },
  CLASS: { zh: '词类名称', en: 'the name of a class' },
  POS: { zh: '词性', en: 'a part-of-speech tag' },
};

const CODED: ReadonlySet<string> = new Set(['expected', 'found', 'form']);

/** What the YAML library says, for those who do not read English. */
const YAML_CODES: Readonly<Record<string, string>> = {
  BAD_ALIAS: '别名写法不对',
  BAD_DQ_ESCAPE: '双引号中的转义不对',
  BAD_INDENT: '缩进不对，或括号没有闭合',
  BAD_SCALAR_START: '词语不能以此字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，或缩进不对',
  BLOCK_IN_FLOW: '方括号、花括号里不能换行缩进',
  MISSING_CHAR: '缺少引号、括号或逗号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行',
  MULTIPLE_DOCS: '一个文件只能有一份内容（不可有 ---）',
  NON_STRING_KEY: '键应为词语',
  RESOURCE_EXHAUSTION: '嵌套过深',
  TAB_AS_INDENT: '缩进不能用制表符，请用空格',
  TAG_RESOLVE_FAILED: '不支持标签（!）',
  UNEXPECTED_TOKEN: '此处多了内容，或上一行缩进不对',
};

export function faultMessage(code: FaultCode, facts: Facts, language: Language): string {
  const yaml = code === 'YAML' && language === 'zh' ? own(YAML_CODES, String(facts['yaml'])) : undefined;
  const told = (name: string, fact: string) =>
    name === 'message' ? yaml : CODED.has(name) ? own(TERMS, fact)?.[language] : undefined;
  return fillTemplate(FAULTS[code][language], facts, told);
}

/** Whether a problem is a fault of rules or settings. */
export const isFaultCode = (problem: unknown): problem is FaultCode => typeof problem === 'string' && problem in FAULTS;

const NEAR: Wording = { zh: '是否想用 {near}？', en: 'did you mean {near}?' };
const MORE: Wording = {
  zh: '另有 {more} 处，gaige rules lint 可全部列出',
  en: '{more} more; gaige rules lint lists all',
};
const SEE: Wording = { zh: '见 {docs}', en: 'see {docs}' };

/** What to do about a fault: the name that was probably meant, and the part of the docs. */
export function faultHint(code: FaultCode, facts: Facts, language: Language): string {
  const parts = [...(facts['near'] ? [NEAR] : []), SEE, ...(facts['more'] ? [MORE] : [])];
  return parts
    .map((part) => fillTemplate(part[language], { ...facts, docs: pageOf(code)[language] }))
    .join(language === 'zh' ? ' ' : '; ');
}

const PAGES: Readonly<Record<'patterns' | 'packs' | 'concepts' | 'examples' | 'reference', Wording>> = {
  patterns: { zh: 'docs/rules.zh-CN.md#模式', en: 'docs/rules.md#patterns' },
  packs: { zh: 'docs/rules.zh-CN.md#规则包', en: 'docs/rules.md#packs' },
  concepts: { zh: 'docs/rules.zh-CN.md#标准指标', en: 'docs/rules.md#concepts' },
  examples: { zh: 'docs/rules.zh-CN.md#示例', en: 'docs/rules.md#examples' },
  reference: { zh: 'docs/rules-reference.md', en: 'docs/rules-reference.md' },
};

function pageOf(code: FaultCode): Wording {
  if (code in PATTERNS) return PAGES.patterns;
  if (code === 'NEW_CONCEPT' || code in CONCEPTS) return PAGES.concepts;
  if (code in PACKS) return PAGES.packs;
  return code in ADVICE || code in EXAMPLES ? PAGES.examples : PAGES.reference;
}
