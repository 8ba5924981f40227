/** All wording of the command line, in both languages; that of problems is in `problems.ts`. */
import type { TargetVerdict } from '../model/vocabulary.ts';
import type { Language } from './language.ts';

type Help = {
  titles: Readonly<Record<string, string>>;
  usage: Readonly<Record<'options' | 'command', string>>;
  commands: Readonly<Record<CommandName, string>>;
  /** Commands that have commands of their own. */
  groups: Readonly<Record<string, string>>;
  arguments: Readonly<Record<'gaige' | ArgumentName, string>>;
  options: Readonly<Record<OptionName, string>>;
  examples: Readonly<Record<'gaige' | CommandName, readonly (readonly [command: string, meaning: string])[]>>;
};

export type ArgumentName = 'paths' | 'file' | 'schema' | 'shell' | 'packs' | 'ruleId' | 'newPack' | 'correctionFiles';

export const COMMAND_NAMES = [
  'extract',
  'table',
  'track',
  'check',
  'stream',
  'quantities',
  'text',
  'inspect',
  'explain',
  'rules list',
  'rules show',
  'rules lint',
  'rules test',
  'rules new',
  'rules schema',
  'rules gaps',
  'rules bench',
  'corrections apply',
  'corrections gold',
  'corrections merge',
  'score',
  'schema',
  'completion',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

export type OptionName =
  | 'lang'
  | 'color'
  | 'version'
  | 'help'
  | 'format'
  | 'output'
  | 'select'
  | 'includeText'
  | 'header'
  | 'quiet'
  | 'verbose'
  | 'encoding'
  | 'stdinName'
  | 'textColumn'
  | 'textField'
  | 'maxFileSize'
  | 'rules'
  | 'segmenter'
  | 'stage'
  | 'checkFormat'
  | 'checkOutput'
  | 'kinds'
  | 'failOn'
  | 'maxWarnings'
  | 'config'
  | 'noConfig'
  | 'noDefaults'
  | 'baseline'
  | 'updateBaseline'
  | 'summary'
  | 'checkQuiet'
  | 'allowEmpty'
  | 'inspectFormat'
  | 'gold'
  | 'misses'
  | 'floors'
  | 'scoreFormat'
  | 'jobs'
  | 'cache'
  | 'cacheFolder'
  | 'resume'
  | 'errors'
  | 'failFast'
  | 'maxErrors'
  | 'timeoutPerReport'
  | 'at'
  | 'id'
  | 'all'
  | 'watch'
  | 'update'
  | 'testFormat'
  | 'tableFormat'
  | 'trackFormat'
  | 'long'
  | 'concept'
  | 'name'
  | 'rows'
  | 'columns'
  | 'unit'
  | 'status'
  | 'kind'
  | 'basis'
  | 'year'
  | 'region'
  | 'why'
  | 'targets'
  | 'results'
  | 'by'
  | 'corrections'
  | 'acceptUnmarked'
  | 'goldOutput'
  | 'mergedOutput'
  | 'mergeFormat';

export const HELP: Record<Language, Help> = {
  zh: {
    titles: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '全局选项：',
      'Commands:': '命令：',
      examples: '示例：',
    },
    usage: { options: '[选项]', command: '<命令>' },
    commands: {
      extract: '从报告中提取改革领域、指标和未填写的占位符',
      table: '把报告（或 extract 写出的记录）排成表：地区、年份、标准指标',
      track: '把目标和后来的结果对照起来：完成、接近、未完成、说不清、没有结果、无法对照',
      stream: '从标准输入逐行读 JSON 文档，按原顺序每行输出一条记录，供其他程序驱动',
      check: '检查报告中还有没有未填写的占位符；有则退出码为 1',
      quantities: '逐行列出文本中的数量，每行输出一个 JSON',
      text: '原样打印报告的文本，即所有位置所指的文本',
      inspect: '打印某个处理阶段的结果',
      explain: '逐步说明报告中一处为什么得到这样的结果，或为什么没有结果',
      'rules list': '列出规则：编号、给出什么、示例、所在行',
      'rules show': '显示一条规则的全部内容',
      'rules lint': '检查规则包：写法、引用、重复、被其他规则盖过的示例',
      'rules test': '运行规则包中的示例，给出覆盖率',
      'rules new': '写出一个新规则包的样子，带示例',
      'rules schema': '打印规则文件的 JSON Schema，供编辑器使用',
      'rules gaps': '列出报告中有而规则不认识的单位、提示词和名称',
      'rules bench': '每条规则在一批报告上的耗时和命中',
      'corrections apply': '把读者的更正用到报告或记录上，输出更正后的记录',
      'corrections gold': '把读者的更正变成人工标注，供 gaige score --gold 使用',
      'corrections merge': '合并几位读者的更正，列出说法不同之处和一致程度；有不同则退出码为 1',
      score: '与人工标注比较，给出各字段的准确率',
      schema: '打印 JSON Schema（2020-12）',
      completion: '打印 shell 的补全脚本',
    },
    groups: { rules: '查看、检查、测试规则包', corrections: '使用读者在页面上保存的更正' },
    arguments: {
      packs: '规则包：YAML 文件或目录；不给出时为内置规则',
      ruleId: '规则的编号，例如 change/rise',
      newPack: '要写出的文件，不能已存在',
      correctionFiles: '更正文件（.corrections.json），或存放它们的目录',
      gaige: '把政府改革报告变成可核验的数据：改革领域、指标、未填写的占位符，各带原文位置',
      paths: '文件、目录或通配符；- 表示标准输入。不给出时读管道',
      file: '一个文件；- 表示标准输入。不给出时读管道',
      schema: '哪一个，默认 record',
      shell: '哪一种 shell',
    },
    options: {
      lang: '说明和提示的语言，默认随系统语言',
      color: '不用颜色',
      version: '版本，以及会用哪个分词器、为什么',
      help: '显示帮助',
      format: '输出格式；默认终端上为 summary，-o 按扩展名，否则 ndjson',
      output: '写入文件，或写入目录（以 / 结尾，或已有的目录）',
      select: '只输出一类结果',
      includeText: '记录中带上全文',
      header: 'csv 表头的语言；xlsx 和 parquet 还有代码和表名',
      quiet: '除错误外不提示',
      verbose: '说明所用的规则、分词器，以及略过的文件',
      encoding: '按此编码读取，例如 gb18030',
      stdinName: '标准输入的文件名，用来判断格式',
      textColumn: '表格（csv、tsv、xlsx）中存放正文的列：列名，或从 1 起的序号',
      textField: 'JSON 中存放正文的字段，例如 data.content',
      maxFileSize: '文件大小上限，例如 50MB',
      rules: '在内置规则之后再加载规则：一个 YAML 文件或目录，可多次给出',
      segmenter: '只用这个分词器',
      stage: '哪个阶段',
      checkFormat: '输出格式；默认终端上为 pretty，-o 按扩展名，否则 unix',
      checkOutput: '写入文件',
      kinds: '只查这几类，以逗号分隔：number、ordinal、date、name、text',
      failOn: '达到哪一级时退出码为 1，默认 error',
      maxWarnings: '警告超过此数时退出码为 1',
      config: '用这个设置文件，而不是自当前目录向上找到的 gaige.yaml',
      noConfig: '不读设置文件',
      noDefaults: '不取设置文件中 defaults 一节的选项',
      baseline: '只就此文件中没有的报错',
      updateBaseline: '把现有的都记入基线文件',
      summary: '只给出各份报告的数目',
      checkQuiet: '只给出错误，不给出警告和提示',
      allowEmpty: '没有读到任何报告也不算错',
      inspectFormat: '默认终端上为 pretty，否则 ndjson',
      gold: '标注文件（.json）所在的目录',
      misses: '列出多少处不一致，默认 0',
      floors: '各项得分的下限（JSON），低于下限时退出码为 1',
      scoreFormat: '默认 pretty',
      jobs: '同时处理几份报告；默认为处理器核数，结果与此无关',
      cache: '保留结果：再次运行时，内容、规则和选项都未变的报告不再处理',
      cacheFolder: '结果保留在此目录，默认为用户的缓存目录；含 --cache',
      resume: '接着上次中断的运行（上次须用 --cache 或 --resume）；含 --cache',
      errors: '未能处理的报告列入此文件；默认为输出旁的 errors.ndjson',
      failFast: '有一份报告失败就停止',
      maxErrors: '失败达到这个数目就停止',
      timeoutPerReport: '一份报告的时限，例如 90s、10m；默认 10m',
      at: '哪一处：行:列，从 1 起',
      id: '哪一条结果的编号',
      all: '连同内置规则',
      watch: '规则文件一改动就重新运行',
      update: '把不符的示例改成实际结果',
      tableFormat:
        '默认终端上为 pretty，-o 按扩展名，否则 csv；xlsx 有宽表、长表、说法不一、报告四张，html 是附图和原句的网页',
      trackFormat:
        '默认终端上为 pretty，-o 按扩展名，否则 csv；xlsx 有对照、按地区、按指标三张，html 是附图和原句的网页',
      long: '一行一个观测值，而不是一行一个地区和年份',
      concept: '只要这个标准指标，可多次给出，例如 gdp',
      name: '名称中含有这些字的指标，可多次给出，例如 营商环境；标准指标另用 --concept',
      rows: '一行按什么分，以逗号分隔，例如 region,year；默认为 --columns 以外的',
      columns: '一列按什么分，例如 concept；默认为 --rows 以外的',
      unit: '数值用这个单位，例如 亿元，或只对一个指标：gdp=亿元',
      status: '只要已完成的，或只要目标',
      kind: '只要这一类',
      basis: '变化只要和这一种比的',
      year: '只要这一年，或从哪年到哪年：2019-2025',
      region: '只要这个地区，可多次给出',
      targets: '有目标的报告：文件或目录，可给几个；与 --results 同用',
      results: '有结果的报告：文件或目录，可给几个',
      by: '只数各地区、各年份或各指标的结论',
      why: '说明一格为什么是这个数：地区,年份,指标',
      testFormat: '默认 pretty',
      corrections: '更正文件，或存放它们（*.corrections.json）的目录，可给几个',
      acceptUnmarked: '未标注的结果都算对，也没有遗漏；否则只采用标注过的，和标明读完的部分',
      goldOutput: '标注写入这个目录，一份报告一个 .json',
      mergedOutput: '合并后的更正写入这个文件；几份报告的写入目录（以 / 结尾）',
      mergeFormat: '默认终端上为 pretty，否则 json；csv 只有说法不同之处',
    },
    examples: {
      gaige: [
        ['gaige extract 报告/', '读目录中所有报告'],
        ['gaige extract 报告/ -o 结果.ndjson', '每份报告一行 JSON'],
        ['gaige quantities < 句子.txt', '逐行列出数量'],
      ],
      track: [
        ['gaige track --targets 2025/ --results 2026/', '2025年报告的目标，2026年报告的结果'],
        ['gaige track 报告/', '同一批报告中的目标和结果，例如规划目标和规划期末的结果'],
        ['gaige track --targets 2025/ --results 2026/ --by concept', '各指标有多少完成、未完成'],
        ['gaige track --targets 2025/ --results 2026/ --concept gdp -o 对照.csv', '只看地区生产总值，写成 csv'],
      ],
      table: [
        ['gaige table 报告/', '终端上一张表：地区、年份、指标'],
        ['gaige table 报告/ --long -o 观测.csv', '一行一个观测值，附原句和出处'],
        ['gaige table 结果.ndjson --concept gdp --year 2019-2025', '用 extract 写出的记录'],
        ['gaige table 报告/ --concept gdp --rows region --columns year --unit 亿元', '一个指标，一年一列，以亿元计'],
        ['gaige table 报告/ --name 营商环境', '名称中有这些字的指标'],
        ['gaige table 报告/ --why 青禾县,2025,gdp', '说明一格的来历'],
      ],
      extract: [
        ['gaige extract 报告.txt', '终端上显示摘要'],
        ['gaige extract 报告/ --header zh -o 结果.xlsx', '一个 Excel 工作簿，三张表'],
        ['gaige extract 报告/ --format csv -o 结果/', '写出三张表'],
        ['gaige extract 报告/ --format html -o 网页/', '每份报告一个网页，另有索引'],
        ['gaige extract 报告.csv --text-column 全文', '表格，一行一份报告'],
        ['gaige extract "报告/**/*.html" --format csv --select indicators -o 指标.csv', '只写指标表'],
        ['gaige extract 报告/ --resume -o 结果.ndjson', '可随时中断，再运行一次即接着做'],
        ['cat 报告.txt | gaige extract | jq ".indicators[].name"', '接在管道中'],
      ],
      stream: [['gaige stream < 文档.ndjson', '每行如 {"id": 1, "text": "……"}；答 {"id": 1, …}']],
      check: [
        ['gaige check 报告/', '列出所有未填写之处'],
        ['gaige check 报告/ --kinds number,date --fail-on never', '只看数值和日期，总以 0 退出'],
        ['gaige check 报告/ --baseline 基线.json', '只就新出现的报错'],
        ['gaige check 报告/ -o 结果.sarif', '供代码扫描使用'],
      ],
      quantities: [['echo 增长5.4%，达到1.15万亩 | gaige quantities', '一行一个 JSON']],
      text: [
        ['gaige text 网页.html', '网页去掉导航后的正文'],
        ['gaige text 报告.zip', '压缩包中的各份报告'],
      ],
      inspect: [['gaige inspect --stage lex 报告.txt', '词法阶段看到的数量和遮盖']],
      explain: [
        ['gaige explain 报告.txt --at 12:5', '第 12 行第 5 个字处'],
        ['gaige explain 报告.txt --id i0123456789', '一条结果'],
      ],
      'rules list': [['gaige rules list 我的规则.yaml', '一个规则包中的规则']],
      'rules show': [['gaige rules show change/rise', '一条规则']],
      'rules lint': [['gaige rules lint 我的规则.yaml', '列出所有错误和警告']],
      'rules test': [
        ['gaige rules test 我的规则.yaml --watch', '边改边测'],
        ['gaige rules test 我的规则.yaml --format junit > 结果.xml', '供 CI 使用'],
      ],
      'rules new': [['gaige rules new 我的规则.yaml', '写出一个新规则包']],
      'rules schema': [['gaige rules schema > pack.json', '存成文件']],
      'rules gaps': [['gaige rules gaps 报告/', '看看规则还缺什么']],
      'rules bench': [['gaige rules bench 报告/', '最费时的规则在前']],
      'corrections apply': [
        [
          'gaige corrections apply 报告/ --corrections 更正/ -o 更正后.ndjson',
          '更正后的记录，可再用 table 和 track 读',
        ],
        ['gaige corrections apply 报告.txt --corrections 报告.txt.corrections.json -o 结果.xlsx', '写成工作簿'],
        [
          'gaige corrections apply 记录.ndjson --corrections 更正/ | gaige table -',
          '用 extract --include-text 写出的记录',
        ],
      ],
      'corrections gold': [
        ['gaige corrections gold 报告/ --corrections 更正/ -o 标注/', '只有标注过的，和标明读完的部分'],
        ['gaige corrections gold 报告/ --corrections 更正/ --accept-unmarked -o 标注/', '其余也都算对'],
      ],
      'corrections merge': [
        ['gaige corrections merge 甲.corrections.json 乙.corrections.json', '说法不同之处和一致程度'],
        ['gaige corrections merge 甲/ 乙/ 丙/ -o 全体/ --format csv > 不同.csv', '合并多份报告的更正'],
      ],
      score: [['gaige score --gold 标注/ --misses 20', '得分，以及前 20 处不一致']],
      schema: [['gaige schema pack', '规则文件的 Schema']],
      completion: [['gaige completion bash >> ~/.bashrc', '下次打开终端时可用 Tab 补全']],
    },
  },
  en: {
    titles: { examples: 'Examples:' },
    usage: { options: '[options]', command: '<command>' },
    commands: {
      extract: 'extract fields of reform, indicators and unfilled placeholders from reports',
      track: 'hold the targets of reports against what later ones say was achieved',
      table: 'lay out reports, or records that extract wrote, as a table: regions, years, standard indicators',
      stream:
        'read a document a line as JSON from standard input, write a record a line in the same order; for engines',
      check: 'look for placeholders left unfilled; exit code 1 where there are any',
      quantities: 'list the quantities in each line of a text, one JSON a line',
      text: 'print the text of a report as it is, which all spans refer to',
      inspect: 'print what a stage of the work yields',
      explain: 'say step by step why a place of a report gave what it gave, or gave nothing',
      'rules list': 'list rules: id, what they emit, examples, file and line',
      'rules show': 'show all of one rule',
      'rules lint': 'check packs: shape, references, duplicates, examples that other rules win',
      'rules test': 'run the examples of packs and tell what they cover',
      'rules new': 'write a pack to begin with, examples included',
      'rules schema': 'print the JSON Schema of rule files, for editors',
      'rules gaps': 'list units, cue words and names of reports that no rule knows',
      'rules bench': 'what each rule costs over reports, and how often it fires',
      'corrections apply': "write records as readers' corrections have them",
      'corrections gold': "turn readers' corrections into annotations for gaige score --gold",
      'corrections merge':
        'merge corrections of several readers, list where they differ and how far they agree; exit code 1 where they differ',
      score: 'compare with hand-made annotations: how often each field is right',
      schema: 'print a JSON Schema (2020-12)',
      completion: 'print a script that completes gaige in a shell',
    },
    groups: {
      rules: 'look at, check and test rule packs',
      corrections: 'use the corrections that readers saved in a page',
    },
    arguments: {
      packs: 'packs: YAML files or folders of them; the built-in one without any',
      ruleId: 'id of the rule, such as change/rise',
      newPack: 'the file to write; it must not exist',
      correctionFiles: 'files of corrections (.corrections.json), or folders of them',
      gaige:
        'Turns Chinese government reform reports into data that can be checked: fields of reform, indicators and unfilled placeholders, each with its place in the text',
      paths: 'files, folders or globs; - is standard input. Without any, a pipe is read',
      file: 'a file; - is standard input. Without it, a pipe is read',
      schema: 'which one; record by default',
      shell: 'which shell',
    },
    options: {
      lang: 'language of help and messages; that of the locale by default',
      color: 'no colours',
      version: 'the version, and which word segmenter would run and why',
      help: 'show help',
      format: 'output format; summary on a terminal, by extension with -o, else ndjson',
      output: 'write to a file, or into a folder (with / at its end, or one that exists)',
      select: 'findings of one sort only',
      includeText: 'put the whole text into each record',
      header: 'language of the heads of tables; in xlsx and parquet of codes as well',
      quiet: 'say nothing but errors',
      verbose: 'tell the rules and segmenter used, and the files passed over',
      encoding: 'read in this encoding, such as gb18030',
      stdinName: 'file name of standard input; formats are told by it',
      textColumn: 'column of a table (csv, tsv, xlsx) that holds the texts: its name, or its number from 1',
      textField: 'field of JSON that holds the texts, such as data.content',
      maxFileSize: 'largest file to read, such as 50MB',
      rules: 'load rules after the built-in ones: a YAML file or a folder of them; may be repeated',
      segmenter: 'use this word segmenter and no other',
      stage: 'which stage',
      checkFormat: 'output format; pretty on a terminal, by extension with -o, else unix',
      checkOutput: 'write to a file',
      kinds: 'look only for these, parted by commas: number, ordinal, date, name, text',
      failOn: 'the least weight that makes the exit code 1; error by default',
      maxWarnings: 'more warnings than this make the exit code 1',
      config: 'settings to use in place of the nearest gaige.yaml upward from the working directory',
      noConfig: 'read no settings',
      noDefaults: 'of the settings take no options (defaults)',
      baseline: 'fail only on what is not in this file',
      updateBaseline: 'put all that is there into the baseline',
      summary: 'only how many there are in each report',
      checkQuiet: 'errors only: no warnings, no notes',
      allowEmpty: 'it is no fault that no report was read',
      inspectFormat: 'pretty on a terminal, else ndjson',
      gold: 'folder that holds the annotations (.json)',
      misses: 'how many disagreements to list; none by default',
      floors: 'least scores (JSON); below one of them the exit code is 1',
      scoreFormat: 'pretty by default',
      jobs: 'reports worked on at a time; by default one for each core. It changes no result',
      cache: 'keep findings: a report is not worked on again unless it, the rules or the options change',
      cacheFolder: "keep them in this folder; by default that of the user's caches. Includes --cache",
      resume: 'go on with a run that was stopped (and had --cache or --resume). Includes --cache',
      errors: 'list reports that failed in this file; by default errors.ndjson beside the output',
      failFast: 'stop at the first report that fails',
      maxErrors: 'stop when so many reports have failed',
      timeoutPerReport: 'longest time for one report, such as 90s or 10m; 10m by default',
      at: 'which place: LINE:COLUMN, from 1',
      id: 'the id of a finding',
      all: 'the built-in rules as well',
      watch: 'run again whenever a rule file changes',
      update: 'write what was found into the examples that expect something else',
      tableFormat:
        'default: pretty on a terminal, by the extension of -o, else csv; xlsx has the sheets wide, long, conflicts and reports, html is a page with charts and sentences',
      trackFormat:
        'default: pretty on a terminal, by the extension of -o, else csv; xlsx has the list and counts by region and by concept, html is a page with charts and sentences',
      long: 'one observation a row, not a region and a year a row',
      concept: 'only this standard indicator, may be given again, such as gdp',
      name: 'indicators whose names hold this, may be given again, such as 营商环境; standard ones with --concept',
      rows: 'what a row is told by, parted by commas, such as region,year; by default what is not in --columns',
      columns: 'what a column is told by, such as concept; by default what is not in --rows',
      unit: 'show numbers in this unit, such as 亿元, or those of one indicator: gdp=亿元',
      status: 'only what was achieved, or only targets',
      kind: 'only this kind of figure',
      basis: 'of changes only those counted from this',
      year: 'only this year, or from one to another: 2019-2025',
      region: 'only this region, may be given again',
      targets: 'reports that promise: files or folders, several if need be; with --results',
      results: 'reports that tell what came of it: files or folders',
      by: 'count the verdicts of each region, year or concept',
      why: 'tells why a cell is what it is: region,year,indicator',
      testFormat: 'pretty by default',
      corrections: 'files of corrections, or folders that hold them (*.corrections.json)',
      acceptUnmarked:
        'what is not marked is right, and nothing is missing; else only what was marked counts, and what was said to be read to its end',
      goldOutput: 'write the annotations into this folder, a .json a report',
      mergedOutput: 'write what is merged to this file, that of several reports into a folder (with / at its end)',
      mergeFormat: 'pretty on a terminal, else json; csv has the differences alone',
    },
    examples: {
      gaige: [
        ['gaige extract reports/', 'read all reports in a folder'],
        ['gaige extract reports/ -o findings.ndjson', 'one line of JSON a report'],
        ['gaige quantities < sentences.txt', 'list the quantities of each line'],
      ],
      track: [
        ['gaige track --targets 2025/ --results 2026/', 'targets of reports of 2025, results of those of 2026'],
        ['gaige track reports/', 'targets and results of the same reports: those of a plan and of its last year'],
        ['gaige track --targets 2025/ --results 2026/ --by concept', 'how many were met and missed of each indicator'],
        ['gaige track --targets 2025/ --results 2026/ --concept gdp -o gdp.csv', 'one indicator, as csv'],
      ],
      table: [
        ['gaige table reports/', 'a table on a terminal: regions, years, indicators'],
        ['gaige table reports/ --long -o observations.csv', 'one observation a row, with its sentence and place'],
        ['gaige table findings.ndjson --concept gdp --year 2019-2025', 'of records that extract wrote'],
        ['gaige table reports/ --concept gdp --rows region --columns year --unit 亿元', 'a year a column, in 亿元'],
        ['gaige table reports/ --name 营商环境', 'indicators whose names hold these words'],
        ['gaige table reports/ --why 青禾县,2025,gdp', 'where a cell comes from'],
      ],
      extract: [
        ['gaige extract report.txt', 'a summary on a terminal'],
        ['gaige extract reports/ -o findings.xlsx', 'an Excel workbook of three sheets'],
        ['gaige extract reports/ --format csv -o findings/', 'write three tables'],
        ['gaige extract reports/ --format html -o pages/', 'a page a report, and an index'],
        ['gaige extract reports.csv --text-column full_text', 'a table, one report a row'],
        ['gaige extract "reports/**/*.html" --format csv --select indicators -o indicators.csv', 'one table'],
        [
          'gaige extract reports/ --resume -o findings.ndjson',
          'may be stopped at any time, and goes on when run again',
        ],
        ['cat report.txt | gaige extract | jq ".indicators[].name"', 'in a pipe'],
      ],
      stream: [
        ['gaige stream < documents.ndjson', 'a line is {"id": 1, "text": "…"}; its answer begins with {"id": 1'],
      ],
      check: [
        ['gaige check reports/', 'list all that is left unfilled'],
        ['gaige check reports/ --kinds number,date --fail-on never', 'numbers and dates only, exit code 0'],
        ['gaige check reports/ --baseline baseline.json', 'fail only on what is new'],
        ['gaige check reports/ -o findings.sarif', 'for code scanning'],
      ],
      quantities: [['echo 增长5.4%，达到1.15万亩 | gaige quantities', 'one JSON a line']],
      text: [
        ['gaige text page.html', 'the article without the page around it'],
        ['gaige text reports.zip', 'every report in an archive'],
      ],
      inspect: [['gaige inspect --stage lex report.txt', 'quantities and masks as the lexer sees them']],
      explain: [
        ['gaige explain report.txt --at 12:5', 'character 5 of line 12'],
        ['gaige explain report.txt --id i0123456789', 'one finding'],
      ],
      'rules list': [['gaige rules list my-pack.yaml', 'the rules of a pack']],
      'rules show': [['gaige rules show change/rise', 'one rule']],
      'rules lint': [['gaige rules lint my-pack.yaml', 'all errors and warnings']],
      'rules test': [
        ['gaige rules test my-pack.yaml --watch', 'while writing rules'],
        ['gaige rules test my-pack.yaml --format junit > results.xml', 'for CI'],
      ],
      'rules new': [['gaige rules new my-pack.yaml', 'a pack to begin with']],
      'rules schema': [['gaige rules schema > pack.json', 'into a file']],
      'rules gaps': [['gaige rules gaps reports/', 'what the rules lack']],
      'rules bench': [['gaige rules bench reports/', 'the dearest rules first']],
      'corrections apply': [
        [
          'gaige corrections apply reports/ --corrections corrections/ -o corrected.ndjson',
          'corrected records, which table and track read',
        ],
        [
          'gaige corrections apply report.txt --corrections report.txt.corrections.json -o report.xlsx',
          'as a workbook',
        ],
        [
          'gaige corrections apply records.ndjson --corrections corrections/ | gaige table -',
          'records of extract --include-text',
        ],
      ],
      'corrections gold': [
        [
          'gaige corrections gold reports/ --corrections corrections/ -o gold/',
          'what was marked, and what was read to its end',
        ],
        [
          'gaige corrections gold reports/ --corrections corrections/ --accept-unmarked -o gold/',
          'all else is right as well',
        ],
      ],
      'corrections merge': [
        ['gaige corrections merge a.corrections.json b.corrections.json', 'where they differ and how far they agree'],
        ['gaige corrections merge a/ b/ c/ -o all/ --format csv > differences.csv', 'those of many reports'],
      ],
      score: [['gaige score --gold annotations/ --misses 20', 'the scores and the first 20 disagreements']],
      schema: [['gaige schema pack', 'the schema of rule files']],
      completion: [['gaige completion bash >> ~/.bashrc', 'for terminals that are opened from now on']],
    },
  },
};

/** What exit codes mean, for the manual page. */
export const EXIT_WORDS: Readonly<Record<'done' | 'failed' | 'refused' | 'bug' | 'interrupted', string>> = {
  done: 'done',
  failed: 'check or score found something that fails, or an input could not be read; the others are done',
  refused: 'nothing could be started: usage, settings, rules, no input, output not writable',
  bug: 'a bug in gaige',
  interrupted: 'interrupted',
};

export type ProgressFacts = {
  inputs: number;
  all: number;
  reports: number;
  /** Reports a second. */
  rate: string;
  failed: number;
  /** Seconds, as far as they can be told. */
  left: number | null;
};

type EndingFacts = { reports: number; indicators: number; placeholders: number; failed: number; seconds: string };

type CommandLineWords = {
  error: string;
  warning: string;
  hint: string;
  bug: string;
  interrupted: string;
  why: Readonly<Record<'PREFERRED' | 'REQUESTED' | 'FALLBACK', (cause: string) => string>>;
  segmenter: (segmenter: string, why: string) => string;
  rules: (name: string, version: string, hash: string) => string;
  /** Stands behind a bar. */
  bar: (facts: ProgressFacts) => string;
  progress: (facts: ProgressFacts) => string;
  finishing: string;
  /** What an interrupted run says of the next: whether its findings were cached or not. */
  resume: Readonly<Record<'cached' | 'nothing', (reports: number) => string>>;
  notCached: (cause: string) => string;
  givenUp: (failures: number) => string;
  cutTexts: (count: number, first: string) => string;
  unlinked: (count: number) => string;
  moreFailures: (count: number, file: string) => string;
  ending: (facts: EndingFacts) => string;
  tableEnding: (facts: { rows: number; conflicts: number; shared: number }) => string;
  noStatement: (cell: string) => string;
  trackEnding: (facts: { targets: number; count: (verdict: TargetVerdict) => number }) => string;
  passedOver: (count: number) => string;
  passedOverFile: Readonly<Record<'format' | 'own-output' | 'folder-link' | 'no-file', string>>;
  baseline: (path: string, entries: number) => string;
  belowFloor: (field: string, score: string, least: number, path: string) => string;
};

const percent = (part: number, whole: number): string => `${Math.floor((100 * part) / whole)}%`;

/** Seconds as `1:05` or `2:00:09`. */
function clock(seconds: number | null): string {
  if (seconds === null) return '?';
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${seconds % 60}`.padStart(2, '0');
  return hours > 0 ? `${hours}:${`${minutes}`.padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

export const WORDS: Record<Language, CommandLineWords> = {
  zh: {
    error: '错误：',
    warning: '警告：',
    hint: '提示：',
    bug: '程序出错，这是 gaige 的缺陷，请附上以下信息反馈：',
    interrupted: '已中断',
    why: {
      PREFERRED: () => '首选',
      REQUESTED: () => '由 --segmenter 指定',
      FALLBACK: (cause) => `nodejieba 不可用：${cause}`,
    },
    segmenter: (segmenter, why) => `分词器 ${segmenter}（${why}）`,
    rules: (name, version, hash) => `规则 ${name} ${version}（${hash}）`,
    bar: ({ inputs, all, reports, rate, failed, left }) =>
      `${percent(inputs, all)} ${inputs}/${all} | 报告 ${reports} | ${rate} 份/秒 | 剩余 ${clock(left)} | 失败 ${failed}`,
    progress: ({ inputs, all, reports, rate, failed, left }) =>
      `已处理 ${inputs}/${all}，报告 ${reports} 份，每秒 ${rate} 份，失败 ${failed}` +
      (left === null ? '' : `，约剩 ${left} 秒`),
    finishing: '正在完成手头的报告；再按一次 Ctrl-C 立即停止',
    resume: {
      cached: (reports) => `已处理的 ${reports} 份报告的结果已保留；以同样的命令加 --resume 再次运行，即从此处继续`,
      nothing: (reports) => `已处理 ${reports} 份报告，结果未保留；下次加 --resume 运行，中断后可接着做`,
    },
    notCached: (cause) => `结果无法保留（${cause}），运行继续`,
    cutTexts: (count, first) =>
      `${count} 段文字超过 Excel 一格的上限（32,767 字），已截断并以 … 结尾；第一处在 ${first}。csv 和 parquet 中是全文`,
    unlinked: (count) => `${count} 格没有链接：Excel 一张表最多 65,530 个`,
    givenUp: (failures) => `失败 ${failures} 份，已按要求停止，未写出结果`,
    moreFailures: (count, file) => `另有 ${count} 处失败，全部列在 ${file}`,
    ending: ({ reports, indicators, placeholders, failed, seconds }) =>
      `报告 ${reports} 份 · 指标 ${indicators} · 占位符 ${placeholders} · 失败 ${failed} · 用时 ${seconds} 秒`,
    trackEnding: ({ targets, count }) =>
      `目标 ${targets} 个 · 完成 ${count('met')} · 接近 ${count('near')} · 未完成 ${count('missed')} · 说不清 ${count('unclear')} · 没有结果 ${count('no-result')} · 无法对照 ${count('not-comparable')}`,
    tableEnding: ({ rows, conflicts, shared }) =>
      `观测值 ${rows} 个` +
      (conflicts > 0 ? ` · 说法不一 ${conflicts} 个（见 conflict 列；--why 可查）` : '') +
      (shared > 0 ? ` · 有几个观测值的格子 ${shared} 个` : ''),
    noStatement: (cell) => `${cell}：没有这一格的说法`,
    passedOver: (count) => `略过 ${count} 个文件，--verbose 可列出`,
    passedOverFile: {
      format: '不是可读的格式',
      'own-output': '是 gaige 自己的输出',
      'folder-link': '是指向目录的链接',
      'no-file': '不是普通文件（管道、设备或套接字）',
    },
    belowFloor: (field, score, least, path) => `低于下限：${field} ${score} < ${least}（${path}）`,
    baseline: (path, entries) => `基线已写入 ${path}，共 ${entries} 条`,
  },
  en: {
    error: 'error: ',
    warning: 'warning: ',
    hint: 'hint: ',
    bug: 'a bug in gaige; please report it with what follows:',
    interrupted: 'interrupted',
    why: {
      PREFERRED: () => 'preferred',
      REQUESTED: () => 'asked for with --segmenter',
      FALLBACK: (cause) => `nodejieba cannot be used: ${cause}`,
    },
    segmenter: (segmenter, why) => `segmenter ${segmenter} (${why})`,
    rules: (name, version, hash) => `rules ${name} ${version} (${hash})`,
    bar: ({ inputs, all, reports, rate, failed, left }) =>
      `${percent(inputs, all)} ${inputs}/${all} | reports ${reports} | ${rate}/s | ETA ${clock(left)} | failed ${failed}`,
    progress: ({ inputs, all, reports, rate, failed, left }) =>
      `${inputs}/${all} done, reports: ${reports}, a second: ${rate}, failed: ${failed}` +
      (left === null ? '' : `, about ${left} s left`),
    finishing: 'finishing what is in flight; Ctrl-C again stops at once',
    resume: {
      cached: (reports) =>
        `findings of ${reports} reports are kept: run the same command with --resume to go on from here`,
      nothing: (reports) => `${reports} reports were done and not kept; a run with --resume can be gone on with`,
    },
    notCached: (cause) => `findings cannot be kept (${cause}); the run goes on`,
    cutTexts: (count, first) =>
      `texts cut at 32,767 characters, all that a cell of Excel takes, and ended by …: ${count}, the first in ${first}; csv and parquet have them whole`,
    unlinked: (count) => `cells without a link: ${count}; a sheet of Excel takes 65,530`,
    givenUp: (failures) => `given up after ${failures} failures, as asked; no output was written`,
    moreFailures: (count, file) => `${count} more failed; all are listed in ${file}`,
    ending: ({ reports, indicators, placeholders, failed, seconds }) =>
      `reports ${reports} · indicators ${indicators} · placeholders ${placeholders} · failed ${failed} · ${seconds} s`,
    trackEnding: ({ targets, count }) =>
      `targets ${targets} · met ${count('met')} · near ${count('near')} · missed ${count('missed')} · unclear ${count('unclear')} · no result ${count('no-result')} · not comparable ${count('not-comparable')}`,
    tableEnding: ({ rows, conflicts, shared }) =>
      `observations ${rows}` +
      (conflicts > 0 ? ` · in conflict ${conflicts} (column conflict; --why tells)` : '') +
      (shared > 0 ? ` · cells with several observations ${shared}` : ''),
    noStatement: (cell) => `${cell}: no report says anything of this cell`,
    passedOver: (count) => `files passed over: ${count}; --verbose lists them`,
    passedOverFile: {
      format: 'not of a format that can be read',
      'own-output': "gaige's own output",
      'folder-link': 'a link to a folder',
      'no-file': 'no file but a pipe, a device or a socket',
    },
    belowFloor: (field, score, least, path) => `below the floor: ${field} ${score} < ${least} (${path})`,
    baseline: (path, entries) => `wrote the baseline ${path}; entries: ${entries}`,
  },
};
