/** All wording of problems, in both languages. Records carry the English form, so that data never changes with the user's language. */
import type { DiagnosticCode, Facts } from './diagnostic.ts';
import type { ErrorCode } from './error.ts';

export type Language = 'zh' | 'en';

type Wording = Record<Language, string>;

/** `{name}` is replaced by the fact of that name. */
const DIAGNOSTICS: Record<DiagnosticCode, Wording> = {
  EMPTY_TEXT: { zh: '文件中没有可读的文字', en: 'the file holds no text' },
  LOSSY_DECODING: {
    zh: '有 {count} 个字符无法按 {encoding} 解码，请用 --encoding 指定编码',
    en: '{count} characters could not be decoded as {encoding}; name the encoding with --encoding',
  },
  UNCERTAIN_ENCODING: {
    zh: '编码猜测为 {encoding}，把握不大，请用 --encoding 指定编码',
    en: 'the encoding {encoding} is a weak guess; name it with --encoding',
  },
  INVALID_FINDING: {
    zh: '一条 {kind} 不符合输出规范，已略去：{path} {problem}',
    en: 'left out a {kind} that breaks the output contract: {path} {problem}',
  },
  UNKNOWN_UNIT: { zh: '规则库中没有单位“{unit}”，出现 {count} 次', en: "no rule knows the unit '{unit}', seen {count} times" },
};

const ERRORS: Record<ErrorCode, { message: Wording; hint: Wording }> = {
  USAGE: { message: { zh: '{problem}', en: '{problem}' }, hint: { zh: '用 --help 查看用法', en: 'see --help' } },
  PATH_NOT_FOUND: {
    message: { zh: '找不到路径：{path}', en: 'no such file or folder: {path}' },
    hint: { zh: '请检查路径是否正确；通配符请加引号', en: 'check the path; put globs in quotes' },
  },
  NO_INPUT: {
    message: { zh: '没有可读的报告：{path}', en: 'nothing to read in: {path}' },
    hint: { zh: '可读的格式：{formats}', en: 'formats that can be read: {formats}' },
  },
  INPUT_UNREADABLE: {
    message: { zh: '无法读取 {path}：{problem}', en: 'cannot read {path}: {problem}' },
    hint: { zh: '请检查文件权限，或文件是否已被删除', en: 'check its permissions, and whether it still exists' },
  },
  FILE_TOO_LARGE: {
    message: { zh: '{path} 超过大小上限（{bytes} 字节 > {limit} 字节）', en: '{path} is over the size limit ({bytes} > {limit} bytes)' },
    hint: { zh: '可用 --max-file-size 提高上限', en: 'raise the limit with --max-file-size' },
  },
  OUTPUT_UNWRITABLE: {
    message: { zh: '无法写入 {path}：{problem}', en: 'cannot write {path}: {problem}' },
    hint: { zh: '请检查目录是否存在、是否可写、磁盘是否已满', en: 'check that the folder exists, may be written, and that the disk is not full' },
  },
  SELECT_NEEDED: {
    message: { zh: 'CSV 有三张表，一个输出只能容纳一张', en: 'CSV has three tables, and one output holds one of them' },
    hint: {
      zh: '请加 --select indicators|placeholders|domains，或用 -o 目录/ 写出全部三张表',
      en: 'add --select indicators|placeholders|domains, or write all three with -o FOLDER/',
    },
  },
  BINARY_FILE: {
    message: { zh: '{path} 不是文本文件（{kind}）', en: '{path} is not a text file ({kind})' },
    hint: { zh: '请先转换为 .txt 或 .html', en: 'convert it to .txt or .html first' },
  },
  UNDECODABLE: {
    message: { zh: '{path} 不是任何已知编码的文本', en: '{path} is text in no known encoding' },
    hint: { zh: '请用 --encoding 指定编码', en: 'name its encoding with --encoding' },
  },
  RULES_INVALID: {
    message: { zh: '规则有误 {path}:{line}:{column}：{problem}\n{excerpt}', en: 'fault in rules {path}:{line}:{column}: {problem}\n{excerpt}' },
    hint: { zh: '规则写法见 docs/rules.md', en: 'rules are explained in docs/rules.md' },
  },
  RULES_NOT_FOUND: {
    message: { zh: '找不到规则：{path}', en: 'no rules at: {path}' },
    hint: { zh: '--rules 应指向一个 YAML 文件或含 YAML 文件的目录', en: '--rules takes a YAML file or a folder of them' },
  },
  SEGMENTER_MISSING: {
    message: { zh: '分词器无法加载：{path}', en: 'the word segmenter cannot be loaded: {path}' },
    hint: { zh: '请重新安装，或运行 {remedy}', en: 'install again, or run {remedy}' },
  },
};

const fill = (template: string, facts: Facts): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));

export const messageOf = (code: DiagnosticCode, facts: Facts, language: Language): string =>
  fill(DIAGNOSTICS[code][language], facts);

export function errorWording(code: ErrorCode, facts: Facts, language: Language): { message: string; hint: string } {
  const { message, hint } = ERRORS[code];
  return { message: fill(message[language], facts), hint: fill(hint[language], facts) };
}
