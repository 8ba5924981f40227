/**
 * All wording of problems, in both languages. Records carry the English form, so that data never changes with the user's language.
 * `labels.ts` has the words for what the vocabulary lists, `command-line.ts` those of the command line.
 */

import type { DiagnosticCode, Facts } from '../model/diagnostic.ts';
import type { ErrorCode } from '../model/error.ts';
import { own } from '../text/own.ts';
import { faultHint, faultMessage, isFaultCode } from './faults.ts';
import type { Language, Wording } from './language.ts';
import { fillTemplate } from './template.ts';

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
  UNMAPPED_CHARACTERS: {
    zh: '有 {count} 个字符在文件的字体中没有对应的文字，已无法辨认',
    en: '{count} characters have no meaning in the fonts of the file and cannot be read',
  },
  SCANNED_DOCUMENT: {
    zh: '这是扫描件，{count} 页都没有文字层；请先做文字识别（OCR）',
    en: 'a scan: none of its {count} pages has a text layer; run it through OCR first',
  },
  PAGES_WITHOUT_TEXT: {
    zh: '{total} 页中有 {count} 页是没有文字层的图像，未能读取',
    en: '{count} of {total} pages are images without a text layer and were not read',
  },
  TEXT_COLUMN_GUESSED: {
    zh: '“{column}”一列看来是报告正文；如不对，请用 {option} 指定',
    en: "took the texts from '{column}'; name another with {option}",
  },
  CELL_FULL: {
    zh: '单元格已达 Excel 的字数上限（{limit}），正文可能被截断',
    en: 'the cell holds as much as Excel lets one hold ({limit} characters): the text is probably cut off',
  },
  INVALID_FINDING: {
    zh: '一条 {kind} 不符合输出规范，已略去：{path} {problem}',
    en: 'left out a {kind} that breaks the output contract: {path} {problem}',
  },
  UNKNOWN_UNIT: {
    zh: '规则不认识的单位：{units}；gaige rules gaps 可列出上下文',
    en: 'units that no rule knows: {units}; gaige rules gaps shows where',
  },
  BROKEN_NUMBER: {
    zh: '数字不完整，读不出是多少，已略去：{text}',
    en: 'a broken number, left out since its value cannot be known: {text}',
  },
  CORRECTED: { zh: '读者（{reader}）已更正：{changes}', en: 'corrected by a reader ({reader}): {changes}' },
  CORRECTION_ADDED: { zh: '读者（{reader}）补上：{text}', en: 'added by a reader ({reader}): {text}' },
  CORRECTION_REMOVED: {
    zh: '读者（{reader}）认为不是，已去掉：{text}',
    en: 'taken out by a reader ({reader}): {text}',
  },
};

type ErrorWording = { message: Wording; hint: Wording };

/** What may be wrong with a request: the fact `problem` of USAGE. */
const USAGE = {
  UNKNOWN_OPTION: {
    message: { zh: '没有这个选项：{given}', en: 'unknown option: {given}' },
    hint: { zh: '用 --help 查看所有选项', en: 'see --help for all options' },
  },
  UNKNOWN_COMMAND: {
    message: { zh: '没有这个命令：{given}', en: 'unknown command: {given}' },
    hint: { zh: '用 gaige --help 查看所有命令', en: 'see gaige --help for all commands' },
  },
  MISSING_VALUE: {
    message: { zh: '选项 {option} 缺少值', en: 'option {option} needs a value' },
    hint: { zh: '用 --help 查看用法', en: 'see --help' },
  },
  MISSING_ARGUMENT: {
    message: { zh: '缺少参数 {given}', en: 'missing argument {given}' },
    hint: { zh: '用 --help 查看用法', en: 'see --help' },
  },
  MISSING_OPTION: {
    message: { zh: '缺少选项 {option}', en: 'option {option} is missing' },
    hint: { zh: '可用的值：{allowed}', en: 'it takes: {allowed}' },
  },
  INVALID_VALUE: {
    message: { zh: '{option} 不接受“{given}”', en: "{option} does not take '{given}'" },
    hint: { zh: '可用的值：{allowed}', en: 'it takes: {allowed}' },
  },
  EXCESS_ARGUMENTS: {
    message: { zh: '参数太多', en: 'too many arguments' },
    hint: { zh: '用 --help 查看用法；含空格的路径请加引号', en: 'see --help; put paths with blanks in quotes' },
  },
  NO_PATH: {
    message: { zh: '没有给出要读的文件', en: 'no file to read was given' },
    hint: { zh: '请给出文件或目录，或用管道送入文本', en: 'name files or folders, or pipe a text in' },
  },
  ONE_FILE: {
    message: { zh: '这个命令一次只读一个文件：{path}', en: 'this command reads one file at a time: {path}' },
    hint: { zh: '请给出一个文件', en: 'name one file' },
  },
  UNKNOWN_ENCODING: {
    message: { zh: '没有这种编码：{encoding}', en: 'no such encoding: {encoding}' },
    hint: { zh: '例如 utf-8、gb18030、big5、utf-16le', en: 'for example utf-8, gb18030, big5, utf-16le' },
  },
  NOTHING_CHECKED: {
    message: { zh: '没有读到任何报告，什么也没有检查', en: 'no report was read, so that nothing was checked' },
    hint: {
      zh: '请检查路径、管道，以及 gaige.yaml 的 check.include 和 check.exclude；确实可以为空时加 --allow-empty',
      en: 'look at the paths, the pipe, and check.include and check.exclude of gaige.yaml; add --allow-empty where that may be',
    },
  },
  BASELINE_NEEDED: {
    message: { zh: '--update-baseline 需要知道基线文件', en: '--update-baseline needs to know the file' },
    hint: {
      zh: '请加 --baseline 文件，或写在 gaige.yaml 的 check.baseline 中',
      en: 'add --baseline FILE, or name it under check.baseline in gaige.yaml',
    },
  },
  OUTPUT_IS_FOLDER: {
    message: { zh: '{path} 是一个目录，检查结果写入一个文件', en: '{path} is a folder, and findings go into one file' },
    hint: { zh: '请用 -o 给出文件名', en: 'name a file with -o' },
  },
  NOT_SUMMARISED: {
    message: { zh: '{format} 没有汇总', en: '{format} has no summary' },
    hint: { zh: '--summary 可与 pretty、unix、json 同用', en: '--summary goes with pretty, unix and json' },
  },
  BINARY_TO_TERMINAL: {
    message: { zh: '{format} 不能显示在终端上', en: '{format} cannot be shown on a terminal' },
    hint: { zh: '请用 -o 写入文件', en: 'write it to a file with -o' },
  },
  WHY_IS_TEXT: {
    message: { zh: '--why 只打印文字，不写成表', en: '--why prints a text and no table' },
    hint: {
      zh: '请去掉 --long 和 --format；写入文件用 -o 为什么.txt',
      en: 'leave out --long and --format; for a file use -o why.txt',
    },
  },
  TRACK_SETS: {
    message: {
      zh: '要么给出路径，要么同时给出 --targets 和 --results',
      en: 'track takes paths, or both --targets and --results',
    },
    hint: {
      zh: '例如 gaige track 报告/，或 gaige track --targets 2025/ --results 2026/',
      en: 'for example gaige track reports/, or gaige track --targets 2025/ --results 2026/',
    },
  },
  UNKNOWN_CONCEPT: {
    message: { zh: '没有这个标准指标：{concept}', en: 'no such standard indicator: {concept}' },
    hint: {
      zh: '标准指标见 docs/concepts.md；规则包可添加；--name 按名称查找',
      en: 'docs/concepts.md lists them, a rule pack may add some, and --name asks for any name',
    },
  },
  UNKNOWN_UNIT: {
    message: { zh: '不认识的单位：{unit}', en: 'no such unit: {unit}' },
    hint: { zh: '例如 亿元、万亩、万人、%', en: 'for example 亿元, 万亩, 万人, %' },
  },
  AXIS_TWICE: {
    message: { zh: '{axis} 既在 --rows 又在 --columns', en: '{axis} is both in --rows and in --columns' },
    hint: {
      zh: '留在一边即可；只给出一边时，另一边自动用其余各项',
      en: 'leave it on one side; where only one side is given, the other has what is left',
    },
  },
  UNIT_MISFIT: {
    message: {
      zh: '{unit} 计量的是 {dimension}，而 {concepts} 计量的是 {dimensions}',
      en: '{unit} measures {dimension}, and {concepts} is measured in {dimensions}',
    },
    hint: { zh: '换一个同类的单位，或去掉 --unit', en: 'ask for a unit of that dimension, or leave --unit out' },
  },
  PAGE_OF_ONE_REPORT: {
    message: {
      zh: '一个网页只放一份报告，而输入中不止一份',
      en: 'a page holds one report, and there is more than one in the input',
    },
    hint: {
      zh: '用 -o 文件夹/ 指定输出文件夹：每份报告一个网页，另有一个索引页',
      en: 'name a folder with -o FOLDER/: it will hold a page for each report, and an index of them',
    },
  },
  PAGE_NEEDS_TEXT: {
    message: { zh: '网页要放正文，而记录中没有', en: 'a page shows the text, which the records do not hold' },
    hint: {
      zh: '给出报告本身，或用 extract --include-text 重新写出记录',
      en: 'give the reports themselves, or write the records anew with extract --include-text',
    },
  },
  SUMMARY_TO_FOLDER: {
    message: { zh: '摘要是给人看的，不能逐份写入目录', en: 'a summary is for reading and is not written to a folder' },
    hint: {
      zh: '请用 --format ndjson、json、csv、html、xlsx 或 parquet',
      en: 'use --format ndjson, json, csv, html, xlsx or parquet',
    },
  },
  UNKNOWN_EXTENSION: {
    message: { zh: '看不出 {path} 要写成哪种格式', en: 'the name {path} does not tell a format' },
    hint: {
      zh: '文件名可用的结尾：{allowed}；或用 --format 指定格式',
      en: 'end it in one of {allowed}, or name the format with --format',
    },
  },
  UNKNOWN_CHECK_EXTENSION: {
    message: { zh: '看不出 {path} 要写成哪种格式', en: 'the name {path} does not tell a format' },
    hint: {
      zh: '请用 .sarif、.json、.ndjson、.csv、.xml 或 .txt 结尾，或用 --format 指定格式',
      en: 'end it in .sarif, .json, .ndjson, .csv, .xml or .txt, or name the format with --format',
    },
  },
  GOLD_FOLDER: {
    message: { zh: '没有说标注写到哪里', en: 'where the annotations go was not told' },
    hint: { zh: '请加 -o 标注/', en: 'add -o gold/' },
  },
  TOO_MANY_READERS: {
    message: { zh: '有 {count} 位读者，最多比较 {limit} 位', en: 'readers: {count}; up to {limit} are compared' },
    hint: { zh: '请分几次合并', en: 'merge them in several runs' },
  },
  MERGED_TO_FILE: {
    message: {
      zh: '合并后的更正写入文件，不写到标准输出',
      en: 'what is merged goes to a file, not to standard output',
    },
    hint: { zh: '请用 -o 全体.corrections.json', en: 'use -o all.corrections.json' },
  },
  MERGED_TO_FOLDER: {
    message: {
      zh: '这些更正是 {count} 份报告的，一个文件只能容纳一份报告的更正',
      en: 'these are corrections of {count} reports, and a file holds those of one',
    },
    hint: { zh: '请用 -o 目录/ 写入目录', en: 'write them to a folder with -o FOLDER/' },
  },
  OUTPUT_IS_INPUT: {
    message: { zh: '输出会覆盖输入文件 {path}', en: 'the output would replace the input {path}' },
    hint: { zh: '请用 -o 指定另一个文件', en: 'name another file with -o' },
  },
  UNKNOWN_RULE: {
    message: { zh: '没有这条规则：{given}', en: 'no such rule: {given}' },
    hint: { zh: '用 gaige rules list --all 查看所有规则', en: 'gaige rules list --all shows all rules' },
  },
  AT_OR_ID: {
    message: { zh: '请用 --at 行:列 或 --id 编号 指定一处', en: 'name one place, with --at LINE:COLUMN or --id ID' },
    hint: {
      zh: '行、列和编号都在 gaige extract 的结果中',
      en: 'lines, columns and ids stand in what gaige extract writes',
    },
  },
  PATH_OR_TEXT: {
    message: { zh: '“{given}”可能是路径，也可能是文本', en: "'{given}' may be a path or a text" },
    hint: {
      zh: "路径请写成 { path: 'report.txt' }，文本请写成 { text: '…' }",
      en: "write { path: 'report.txt' } for a file, { text: '…' } for a text",
    },
  },
  NO_REPORT: {
    message: { zh: '这不是一份报告：{given}', en: 'this is no report: {given}' },
    hint: {
      zh: '应为 { path }、{ text, name? } 或 { bytes, name? } 之一，bytes 为 Uint8Array',
      en: 'it takes one of { path }, { text, name? } and { bytes, name? } with a Uint8Array',
    },
  },
  REPORT_LIST: {
    message: { zh: 'extractReports 需要一个列表，而不是 {given}', en: 'extractReports takes a list, and not {given}' },
    hint: {
      zh: "请写成 [{ path: 'report.txt' }]；只有一份报告时用 extractReport",
      en: "write [{ path: 'report.txt' }], or use extractReport for one report",
    },
  },
  NO_SUCH_SETTING: {
    message: { zh: '没有这个选项：{given}', en: 'unknown option: {given}' },
    hint: { zh: '可用的选项：{allowed}', en: 'options are: {allowed}' },
  },
  RULES_AND_PACK: {
    message: { zh: '同时给出了 rules 和 pack', en: 'both rules and pack are given' },
    hint: {
      zh: "请只用其一；可用 loadPack(['a.yaml', 'b.yaml']) 一起加载",
      en: "give one of them; loadPack(['a.yaml', 'b.yaml']) loads several together",
    },
  },
  NO_SUCH_PLACE: {
    message: { zh: '报告中没有 {given} 这一处', en: 'the report has no {given}' },
    hint: {
      zh: '编号随报告内容变化；行和列从 1 起',
      en: 'ids change with the report; lines and columns count from 1',
    },
  },
} satisfies Record<string, ErrorWording>;

export type UsageProblem = keyof typeof USAGE;

/** The hint where a name that exists is close to the one given: the fact `near`. */
const NEAR: Wording = { zh: '是否想用 {near}？', en: 'did you mean {near}?' };

const ERRORS: Record<Exclude<ErrorCode, 'USAGE'>, ErrorWording> = {
  CORRECTIONS_INVALID: {
    message: {
      zh: '更正文件 {path} 有误：{place} {problem}',
      en: '{path} is no file of corrections: {place} {problem}',
    },
    hint: {
      zh: '格式见 gaige schema corrections 和 docs/corrections.zh-CN.md；页面保存的文件不需改动',
      en: 'gaige schema corrections and docs/corrections.md tell the format; files that a page saved need no change',
    },
  },
  PATH_NOT_FOUND: {
    message: { zh: '找不到路径：{path}', en: 'no such file or folder: {path}' },
    hint: {
      zh: '请检查路径是否正确；含空格的路径和通配符请加引号',
      en: 'check the path; put globs and paths with blanks in quotes',
    },
  },
  NO_INPUT: {
    message: { zh: '没有可读的报告：{path}', en: 'nothing to read in: {path}' },
    hint: { zh: '可读的格式：{formats}', en: 'formats that can be read: {formats}' },
  },
  INPUT_UNREADABLE: {
    message: { zh: '无法读取 {path}：{reason}', en: 'cannot read {path}: {reason}' },
    hint: { zh: '请检查文件权限，或文件是否已被删除', en: 'check its permissions, and whether it still exists' },
  },
  FILE_TOO_LARGE: {
    message: { zh: '{path} 超过大小上限（{limit} 字节）', en: '{path} is over the size limit ({limit} bytes)' },
    hint: { zh: '可用 --max-file-size 提高上限', en: 'raise the limit with --max-file-size' },
  },
  OUTPUT_UNWRITABLE: {
    message: { zh: '无法写入 {path}：{reason}', en: 'cannot write {path}: {reason}' },
    hint: {
      zh: '请检查目录是否可写、磁盘是否已满',
      en: 'check that the folder may be written, and that the disk is not full',
    },
  },
  SELECT_NEEDED: {
    message: {
      zh: '{format} 有三张表，一个输出只能容纳一张',
      en: '{format} has three tables, and one output holds one of them',
    },
    hint: {
      zh: '请加 --select indicators|placeholders|domains，或用 -o 目录/ 写出全部三张表',
      en: 'add --select indicators|placeholders|domains, or write all three with -o FOLDER/',
    },
  },
  BINARY_FILE: {
    message: { zh: '{path} 不是文本文件（{kind}）', en: '{path} is not a text file ({kind})' },
    hint: { zh: '请先转换为 .docx、.html 或 .txt', en: 'convert it to .docx, .html or .txt first' },
  },
  FORMAT_UNREAD: {
    message: { zh: '{path} 是{kind}，gaige 不读这种格式', en: '{path} is {kind}, which gaige does not read' },
    hint: { zh: '{remedy}', en: '{remedy}' },
  },
  ENCRYPTED: {
    message: { zh: '{path} 有密码保护', en: '{path} is protected by a password' },
    hint: { zh: '请用密码打开，去掉密码后另存', en: 'open it with its password and save it without' },
  },
  DAMAGED: {
    message: {
      zh: '{path} 已损坏或不完整（{kind}：{problem}）',
      en: '{path} is damaged or cut off ({kind}: {problem})',
    },
    hint: {
      zh: '请重新下载或复制，或用原来的程序打开后另存',
      en: 'fetch it again, or open it in the program that made it and save it anew',
    },
  },
  XML_ENTITIES: {
    message: {
      zh: '{path} 中的 XML 声明了实体，正常文档不会如此，已拒绝',
      en: '{path} declares XML entities, which no honest document does; refused',
    },
    hint: {
      zh: '请查明文件来源，或用原来的程序打开后另存',
      en: 'ask where it came from, or open it in the program that made it and save it anew',
    },
  },
  ARCHIVE_TOO_LARGE: {
    message: {
      zh: '{path} 展开后过大（上限 {limit}，{problem}），已拒绝',
      en: '{path} unpacks to more than a report can be (limit {limit}, {problem}); refused',
    },
    hint: { zh: '请先解压或拆分，再逐个读取', en: 'unpack or split it first' },
  },
  NESTED_ARCHIVE: {
    message: { zh: '{path} 是压缩包中的压缩包，不读', en: '{path} is an archive in an archive and is not read' },
    hint: { zh: '请先解压里面的压缩包', en: 'unpack the inner archive first' },
  },
  UNSAFE_NAME: {
    message: {
      zh: '{path} 的名称指向压缩包之外，已拒绝',
      en: '{path} has a name that leads out of the archive; refused',
    },
    hint: { zh: '请查明压缩包来源', en: 'ask where the archive came from' },
  },
  TIME_LIMIT: {
    message: {
      zh: '{path} 超过 {seconds} 秒或内存上限仍未读完，已放弃',
      en: '{path} was given up after {seconds} seconds or for want of memory',
    },
    hint: {
      zh: '文件可能已损坏；请用原来的程序打开后另存',
      en: 'it may be damaged: open it in the program that made it and save it anew',
    },
  },
  NO_TEXT_COLUMN: {
    message: {
      zh: '{path} 中没有一列明显是报告正文，已略过',
      en: '{path} has nothing that plainly holds texts of reports; passed over',
    },
    hint: { zh: '如有，请用 {option} 指定：{columns}', en: 'if it has, name it with {option}: {columns}' },
  },
  UNDECODABLE: {
    message: { zh: '{path} 不是任何已知编码的文本', en: '{path} is text in no known encoding' },
    hint: { zh: '请用 --encoding 指定编码', en: 'name its encoding with --encoding' },
  },
  ANNOTATION_INVALID: {
    message: { zh: '标注有误 {path}：{place}', en: 'fault in annotations {path}: {place}' },
    hint: { zh: '标注写法见 docs/annotations.md', en: 'annotations are explained in docs/annotations.md' },
  },
  RULES_INVALID: {
    message: {
      zh: '规则有误 {path}:{line}:{column}：{problem}\n{excerpt}',
      en: 'fault in rules {path}:{line}:{column}: {problem}\n{excerpt}',
    },
    hint: { zh: '规则写法见 docs/rules.md', en: 'rules are explained in docs/rules.md' },
  },
  RULES_NOT_FOUND: {
    message: { zh: '找不到规则：{path}', en: 'no rules at: {path}' },
    hint: {
      zh: '--rules 应指向一个 YAML 文件或含 YAML 文件的目录',
      en: '--rules takes a YAML file or a folder of them',
    },
  },
  REPORT_FAILED: {
    message: { zh: '处理 {path} 时程序出错：{problem}', en: 'gaige failed on {path}: {problem}' },
    hint: {
      zh: '这是 gaige 的缺陷，请附上以上信息反馈',
      en: 'this is a bug in gaige; please report it with the lines above',
    },
  },
  REPORT_TIMEOUT: {
    message: {
      zh: '{path} 处理超过 {seconds} 秒，已放弃',
      en: '{path} took more than {seconds} seconds and was given up',
    },
    hint: {
      zh: '可用 --timeout-per-report 延长，或将文件拆分',
      en: 'allow more with --timeout-per-report, or split the file',
    },
  },
  WORKER_DIED: {
    message: {
      zh: '处理 {path} 的线程意外终止：{problem}',
      en: 'the thread that worked on {path} died: {problem}',
    },
    hint: {
      zh: '文件可能过大或已损坏；内存不足时可减小 --jobs',
      en: 'the file may be too large or damaged; where memory is short, use fewer --jobs',
    },
  },
  BOOK_TOO_LARGE: {
    message: {
      zh: '内容超过 Excel 工作簿所能容纳的限度（一张表 16,384 列、4 GB）',
      en: 'there is more than an Excel workbook takes (16,384 columns and 4 GB a sheet)',
    },
    hint: {
      zh: '请分批写出，只选一部分，或改用 csv、parquet',
      en: 'write it in several, choose a part of it, or write csv or parquet',
    },
  },
  RECORD_INVALID: {
    message: { zh: '{path} 第 {line} 行不是 gaige 的记录', en: '{path}, line {line}, is no record of gaige' },
    hint: {
      zh: '用 gaige extract --format ndjson 重新生成',
      en: 'make it anew with gaige extract --format ndjson',
    },
  },
  LINE_INVALID: {
    message: { zh: '{path} 不是有效的文档：{problem}', en: '{path} holds no document: {problem}' },
    hint: {
      zh: '每行一个 JSON 对象：{shape}',
      en: 'each line is one JSON object: {shape}',
    },
  },
  MANY_REPORTS: {
    message: { zh: '{path} 含有不止一份报告', en: '{path} holds more than one report' },
    hint: {
      zh: '请逐份送入，或用 gaige extract；程序中用 extractReports',
      en: 'send them one by one, or use gaige extract; in a program extractReports',
    },
  },
  CONFIG_NOT_FOUND: {
    message: { zh: '读不到设置文件：{path}', en: 'no settings to be read at: {path}' },
    hint: { zh: '--config 应指向一个 gaige.yaml', en: '--config takes a gaige.yaml' },
  },
  CONFIG_INVALID: {
    message: {
      zh: '设置有误 {path}:{line}:{column}：{problem}\n{excerpt}',
      en: 'fault in settings {path}:{line}:{column}: {problem}\n{excerpt}',
    },
    hint: {
      zh: '写法见 docs/check.md，或用 gaige schema config 查看；--no-config 可不读设置',
      en: 'see docs/check.md or gaige schema config; --no-config does without',
    },
  },
  BASELINE_NOT_FOUND: {
    message: { zh: '读不到基线文件：{path}', en: 'no baseline to be read at: {path}' },
    hint: { zh: '用 --update-baseline 生成', en: 'make it with --update-baseline' },
  },
  BASELINE_INVALID: {
    message: { zh: '基线文件有误 {path}：{problem}', en: 'fault in baseline {path}: {problem}' },
    hint: { zh: '用 --update-baseline 重新生成', en: 'make it anew with --update-baseline' },
  },
  SEGMENTER_MISSING: {
    message: { zh: '分词器无法加载：{package}{path}', en: 'the word segmenter cannot be loaded: {package}{path}' },
    hint: { zh: '请重新安装，或运行 {remedy}', en: 'install again, or run {remedy}' },
  },
};

/** Facts that are codes: what the system says, and kinds of files. A code without an entry is shown as it is. */
const CODES: Readonly<Record<string, Wording>> = {
  ENOENT: { zh: '文件或目录不存在', en: 'no such file or folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'not permitted' },
  EISDIR: { zh: '是一个目录', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有一段不是目录', en: 'part of the path is not a folder' },
  EEXIST: { zh: '已有同名文件', en: 'a file of that name is in the way' },
  ENOSPC: { zh: '磁盘已满', en: 'no space left on the disk' },
  EDQUOT: { zh: '超出磁盘配额', en: 'disk quota exceeded' },
  EROFS: { zh: '文件系统只读', en: 'the file system is read-only' },
  EMFILE: { zh: '打开的文件太多', en: 'too many open files' },
  ELOOP: { zh: '符号链接成环', en: 'symbolic links lead in a circle' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the name is too long' },
  EIO: { zh: '设备读写出错', en: 'the device reports an error' },
  ENXIO: { zh: '是套接字，或没有这个设备', en: 'it is a socket, or there is no such device' },
  NOT_UTF8: {
    zh: '名称不是 UTF-8 编码；请改名，例如用 convmv -f gbk -t utf-8',
    en: 'its name is not UTF-8; rename it, for instance with convmv -f gbk -t utf-8',
  },
  NO_PROCESS: { zh: '无法启动读取它的进程', en: 'no process could be started to read it' },
  unknown: { zh: '未知的二进制格式', en: 'an unknown binary format' },
  xls: { zh: ' Excel 97–2003 工作簿（.xls）', en: 'an Excel 97–2003 workbook (.xls)' },
  ppt: { zh: ' PowerPoint 97–2003 演示文稿（.ppt）', en: 'a PowerPoint 97–2003 presentation (.ppt)' },
  pptx: { zh: ' PowerPoint 演示文稿（.pptx）', en: 'a PowerPoint presentation (.pptx)' },
  odf: { zh: ' OpenDocument 文件（.odt、.ods、.odp）', en: 'an OpenDocument file (.odt, .ods, .odp)' },
  epub: { zh: '电子书（.epub）', en: 'an e-book (.epub)' },
  ole: { zh: '一种旧版 Office 文件', en: 'an old Office file of another kind' },
  'old-doc': { zh: ' Word 95 或更早的文档', en: 'a document of Word 95 or before' },
  'word-xml': { zh: ' Word XML 文档', en: 'a Word XML document' },
  'save-as-docx': {
    zh: '请在 Word 或 WPS 中打开，另存为 .docx',
    en: 'open it in Word, WPS or LibreOffice and save it as .docx',
  },
  'save-as-xlsx': {
    zh: '请在 Excel 或 WPS 中打开，另存为 .xlsx 或 .csv',
    en: 'open it in Excel, WPS or LibreOffice and save it as .xlsx or .csv',
  },
  'save-as-html': { zh: '请转换为 .html 或 .docx', en: 'convert it to .html or .docx' },
  'not-a-report': { zh: '压缩包中只读报告文件', en: 'only files of reports are read from an archive' },
  truncated: { zh: '文件不完整', en: 'cut off' },
  directory: { zh: '目录损坏', en: 'its directory is broken' },
  member: { zh: '成员损坏', en: 'a member is broken' },
  checksum: { zh: '校验和不符', en: 'a checksum does not match' },
  method: { zh: '压缩方法不支持', en: 'packed by a method that is not supported' },
  part: { zh: '缺少必需的部分', en: 'a part is missing' },
  'not-json': { zh: '不是 JSON 对象', en: 'it is no JSON object' },
  'no-id': { zh: '缺少 id（字符串或数字）', en: 'id is missing (a string or a number)' },
  'no-text': { zh: '应有 text 或 base64 之一', en: 'one of text and base64 is needed' },
  'no-base64': { zh: 'base64 无法解码', en: 'its base64 cannot be decoded' },
  'odd-name': { zh: 'name 应为非空字符串', en: 'name is no string, or empty' },
  'odd-encoding': { zh: '没有这种 encoding', en: 'no such encoding' },
  syntax: { zh: '语法错误', en: 'a syntax error' },
  structure: { zh: '结构损坏', en: 'its structure is broken' },
  quote: { zh: '引号没有配对', en: 'a quotation mark is never closed' },
  empty: { zh: '文件为空', en: 'empty' },
  text: { zh: '正文无法读取', en: 'its text cannot be read' },
  bytes: { zh: '字节', en: 'bytes' },
  members: { zh: '成员数', en: 'members' },
  elements: { zh: 'XML 元素数', en: 'XML elements' },
  depth: { zh: '嵌套层数', en: 'levels of nesting' },
  cells: { zh: '单元格数', en: 'cells' },
  pages: { zh: '页数', en: 'pages' },
};

const CODED_FACTS: ReadonlySet<string> = new Set(['reason', 'kind', 'remedy', 'problem']);

const fill = (template: string, facts: Facts, language: Language): string =>
  fillTemplate(template, facts, (name, fact) => (CODED_FACTS.has(name) ? own(CODES, fact)?.[language] : undefined));

export const messageOf = (code: DiagnosticCode, facts: Facts, language: Language): string =>
  fill(DIAGNOSTICS[code][language], facts, language);

export type ErrorExplanation = { message: string; hint: string };

export function errorWording(code: ErrorCode, facts: Facts, language: Language): ErrorExplanation {
  const { problem } = facts;
  if (code !== 'USAGE' && isFaultCode(problem)) {
    const message = fill(
      ERRORS[code].message[language],
      { ...facts, problem: faultMessage(problem, facts, language) },
      language,
    );
    if (code === 'RULES_INVALID') return { message: message.trimEnd(), hint: faultHint(problem, facts, language) };
    const hints = [...(facts['near'] ? [NEAR] : []), ERRORS[code].hint].map((hint) =>
      fill(hint[language], facts, language),
    );
    return { message: message.trimEnd(), hint: hints.join(language === 'zh' ? ' ' : '; ') };
  }
  const { message, hint } = code === 'USAGE' ? usageWording(facts) : ERRORS[code];
  return { message: fill(message[language], facts, language), hint: fill(hint[language], facts, language) };
}

function usageWording({ problem, near }: Facts): ErrorWording {
  const wording = own<ErrorWording>(USAGE, String(problem)) ?? USAGE.UNKNOWN_ENCODING;
  return near ? { ...wording, hint: NEAR } : wording;
}
