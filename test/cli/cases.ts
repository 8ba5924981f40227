/** What the command line answers. Every case runs in-process; those with `binary` run through the real binary as well. */
import { IS_ROOT } from './bad-files.ts';
import type { Setting } from './support.ts';

export type Case = {
  name: string;
  /** `@/` is the folder of bad files. */
  argv: string[];
  setting?: Setting;
  code: number;
  /** How many records come out. */
  records?: number;
  stdout?: RegExp;
  stderr?: RegExp;
  binary?: boolean;
  skip?: boolean;
};

const SEED = 'seeds/press-release.txt';

export const CASES: Case[] = [
  { name: 'a report', argv: ['extract', SEED], code: 0, records: 1, stderr: /^$/, binary: true },
  {
    name: 'a folder',
    argv: ['extract', 'seeds'],
    code: 0,
    records: 6,
    stderr: /^(?:已处理 .*\n)*报告 6 份 .* 失败 0 .*\n$/,
  },
  { name: 'a glob', argv: ['extract', 'seeds/*.txt', '--quiet'], code: 0, records: 5, stderr: /^$/ },
  { name: 'standard input', argv: ['extract'], setting: { stdin: '新增企业3家。' }, code: 0, records: 1, binary: true },
  {
    name: 'standard input by name',
    argv: ['extract', '-', '--stdin-name', 'a.html'],
    setting: { stdin: '<p>新增企业3家。</p>' },
    code: 0,
    stdout: /"name":"a.html".*"format":"html"/,
  },

  // Inputs that cannot be read: the others are done.
  {
    name: 'a missing path',
    argv: ['extract', '@/nope.txt'],
    code: 2,
    records: 0,
    stderr: /找不到路径：.*nope\.txt\n {2}提示：/,
    binary: true,
  },
  {
    name: 'a missing path beside a report',
    argv: ['extract', '@/nope.txt', SEED],
    code: 2,
    records: 1,
    stderr: /找不到路径/,
    binary: true,
  },
  {
    name: 'two missing paths',
    argv: ['extract', '@/nope.txt', '@/neither.txt'],
    code: 2,
    records: 0,
    stderr: /nope.*neither/s,
  },
  {
    name: 'an empty file',
    argv: ['extract', '@/empty.txt', SEED],
    code: 0,
    records: 2,
    stderr: /警告：.*empty\.txt: 文件中没有可读的文字/,
    binary: true,
  },
  { name: 'a blank file', argv: ['extract', '@/blank.txt'], code: 0, records: 1, stderr: /没有可读的文字/ },
  {
    name: 'a picture',
    argv: ['extract', '@/picture.txt', SEED],
    code: 1,
    records: 1,
    stderr: /picture\.txt 不是文本文件（png）/,
    binary: true,
  },
  { name: 'a program', argv: ['extract', '@/program.txt'], code: 1, records: 0, stderr: /不是文本文件（elf）/ },
  {
    name: 'undecodable bytes',
    argv: ['extract', '@/undecodable.txt', SEED],
    code: 1,
    records: 1,
    stderr: /undecodable\.txt 不是任何已知编码的文本.*--encoding/s,
    binary: true,
  },
  {
    name: 'an empty folder',
    argv: ['extract', '@/nothing'],
    code: 2,
    records: 0,
    stderr: /没有可读的报告：.*nothing\n.*可读的格式：.*\.txt/,
    binary: true,
  },
  {
    name: 'a folder of other things',
    argv: ['extract', '@/only-others'],
    code: 2,
    records: 0,
    stderr: /没有可读的报告/,
  },
  {
    name: 'an empty folder beside a report',
    argv: ['extract', '@/nothing', SEED],
    code: 1,
    records: 1,
    stderr: /没有可读的报告/,
  },
  {
    name: 'an unreadable file',
    argv: ['extract', '@/secret.txt', SEED],
    code: 1,
    records: 1,
    stderr: /无法读取 .*secret\.txt：没有权限/,
    binary: true,
    skip: IS_ROOT,
  },
  {
    name: 'a link to itself',
    argv: ['extract', '@/circle.txt', SEED],
    code: 1,
    records: 1,
    stderr: /无法读取 .*circle\.txt：符号链接成环/,
    binary: true,
  },
  {
    name: 'a file over the limit',
    argv: ['extract', SEED, '@/good.txt', '--max-file-size', '1KB'],
    code: 1,
    records: 1,
    stderr: /超过大小上限（1024 字节）/,
  },
  {
    name: 'nothing on a terminal',
    argv: ['extract'],
    setting: { terminal: true },
    code: 2,
    stderr: /没有给出要读的文件/,
  },

  // Requests that cannot be carried out.
  {
    name: 'a broken rule file',
    argv: ['extract', SEED, '--rules', '@/broken.yaml'],
    code: 2,
    records: 0,
    stderr: /broken\.yaml:2:5：.*2 \| {3}- id: not a rule id/s,
    binary: true,
  },
  {
    name: 'rules that are no YAML',
    argv: ['extract', SEED, '--rules', '@/no-yaml.yaml'],
    code: 2,
    records: 0,
    stderr: /no-yaml\.yaml:\d+:\d+/,
  },
  {
    name: 'missing rules',
    argv: ['extract', SEED, '--rules', '@/nope.yaml'],
    code: 2,
    records: 0,
    stderr: /找不到规则：.*nope\.yaml/,
  },
  {
    name: 'an unknown option',
    argv: ['extract', '--fromat', 'csv'],
    code: 2,
    stderr: /没有这个选项：--fromat\n.*是否想用 --format？/,
    binary: true,
  },
  { name: 'an unknown command', argv: ['extrakt'], code: 2, stderr: /没有这个命令：extrakt\n.*是否想用 extract？/ },
  {
    name: 'an unknown format',
    argv: ['extract', '--format', 'xml'],
    code: 2,
    stderr: /--format <format> 不接受“xml”\n.*summary, json, ndjson, csv, html, xlsx, parquet/,
  },
  {
    name: 'an option without its value',
    argv: ['extract', '--format'],
    code: 2,
    stderr: /选项 --format <format> 缺少值/,
  },
  { name: 'an odd size', argv: ['extract', SEED, '--max-file-size', 'lots'], code: 2, stderr: /不接受“lots”\n.*50MB/ },
  {
    name: 'an unknown encoding',
    argv: ['extract', SEED, '--encoding', 'klingon'],
    code: 2,
    stderr: /没有这种编码：klingon/,
  },
  {
    name: 'an unknown schema',
    argv: ['schema', 'tables'],
    code: 2,
    stderr: /schema 不接受“tables”\n.*record, envelope, pack/,
  },
  { name: 'too many files', argv: ['text', SEED, SEED], code: 2, stderr: /参数太多/ },
  {
    name: 'csv without a table',
    argv: ['extract', SEED, '--format', 'csv'],
    code: 2,
    records: 0,
    stderr: /--select indicators\|placeholders\|domains/,
    binary: true,
  },
  {
    name: 'parquet without a table',
    argv: ['extract', SEED, '-o', '@/found.parquet'],
    code: 2,
    records: 0,
    stderr: /parquet 有三张表.*--select indicators\|placeholders\|domains/s,
  },
  {
    name: 'a workbook on a terminal',
    argv: ['extract', SEED, '--format', 'xlsx', '-o', '-'],
    setting: { terminal: true },
    code: 2,
    stderr: /xlsx 不能显示在终端上\n.*-o/,
  },
  {
    name: 'a summary into a folder',
    argv: ['extract', SEED, '--format', 'summary', '-o', '@/'],
    code: 2,
    stderr: /--format ndjson、json、csv、html、xlsx 或 parquet/,
  },
  {
    name: 'an output of a kind that is not written',
    argv: ['extract', SEED, '-o', '@/found.ods'],
    code: 2,
    stderr: /看不出 .*found\.ods 要写成哪种格式\n.*\.csv \.html \.xlsx \.parquet/,
  },
  {
    name: 'an output over its input',
    argv: ['extract', '@/good.txt', '--format', 'ndjson', '-o', '@/good.txt'],
    code: 2,
    stderr: /输出会覆盖输入/,
  },
  {
    name: 'an output in what is no folder',
    argv: ['extract', '@/good.txt', '-o', '@/good.txt/where.ndjson'],
    code: 2,
    stderr: /无法写入 .*where\.ndjson：路径中有一段不是目录/,
  },
  { name: 'no command', argv: [], code: 2, stdout: /^$/, stderr: /用法：/ },
  {
    name: 'a stage that is missing',
    argv: ['inspect', SEED],
    code: 2,
    stderr: /缺少选项 --stage <stage>\n.*decode, normalize, structure/,
  },
  { name: 'a folder where a file is wanted', argv: ['text', 'seeds'], code: 2, stderr: /一次只读一个文件/ },
  { name: 'lines of a folder', argv: ['quantities', 'seeds'], code: 2, stderr: /一次只读一个文件：seeds/ },
  { name: 'lines of a missing file', argv: ['quantities', '@/nope.txt'], code: 2, stderr: /找不到路径/ },

  // Languages.
  {
    name: 'English by option',
    argv: ['--lang', 'en', 'extract', '@/nope.txt'],
    code: 2,
    stderr: /^error: no such file or folder: .*nope\.txt\n {2}hint: /,
    binary: true,
  },
  {
    name: 'English by option, after the command',
    argv: ['extract', '@/nope.txt', '--lang=en'],
    code: 2,
    stderr: /no such file/,
  },
  {
    name: 'English by locale',
    argv: ['extract', '@/nope.txt'],
    setting: { env: { LANG: 'en_GB.UTF-8' } },
    code: 2,
    stderr: /no such file/,
  },
  {
    name: 'LC_ALL before LANG',
    argv: ['extract', '@/nope.txt'],
    setting: { env: { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN' } },
    code: 2,
    stderr: /找不到路径/,
  },
  {
    name: 'Chinese without a locale',
    argv: ['extract', '@/nope.txt'],
    setting: { env: { LANG: '' } },
    code: 2,
    stderr: /找不到路径/,
  },
  {
    name: 'English in the locale of programs',
    argv: ['extract', '@/nope.txt'],
    setting: { env: { LANG: 'C.UTF-8' } },
    code: 2,
    stderr: /no such file or folder/,
  },
  {
    name: 'no other language',
    argv: ['--lang', 'fr', 'extract', '@/nope.txt'],
    code: 2,
    stderr: /--lang <lang> 不接受“fr”/,
  },

  // Help and version.
  { name: 'help', argv: ['--help'], code: 0, stdout: /^用法：.*extract.*示例：/s, stderr: /^$/, binary: true },
  {
    name: 'help in English',
    argv: ['--help', '--lang', 'en'],
    code: 0,
    stdout: /^Usage: gaige \[options\] <command>.*Examples:/s,
  },
  { name: 'help of a command', argv: ['help', 'extract'], code: 0, stdout: /--include-text.*示例：/s },
  {
    name: 'version',
    argv: ['--version'],
    code: 0,
    stdout: /^gaige \d+\.\d+\.\d+\n分词器 \S*jieba \d+\.\d+\.\d+（.+）\n$/,
    binary: true,
  },

  // Other commands.
  {
    name: 'text',
    argv: ['text', '@/good.txt'],
    code: 0,
    stdout: /^2024年，全区新增高新技术企业35家，研发投入增长12\.5%。\n$/,
    binary: true,
  },
  {
    name: 'text of a file that is not wholly readable',
    argv: ['text', SEED, '--encoding', 'big5'],
    code: 0,
    stderr: /^警告：seeds\/press-release\.txt: 有 \d+ 个字符无法按 big5 解码，请用 --encoding/,
  },
  { name: 'text of a picture', argv: ['text', '@/picture.txt'], code: 1, stdout: /^$/, stderr: /不是文本文件/ },
  {
    name: 'schema',
    argv: ['schema'],
    code: 0,
    stdout: /"\$schema": "https:\/\/json-schema\.org\/draft\/2020-12\/schema"/,
  },
  {
    name: 'verbose',
    argv: ['extract', '@/good.txt', '--verbose', '--segmenter', '@node-rs/jieba'],
    code: 0,
    records: 1,
    stderr: /规则 gaige .*\n分词器 @node-rs\/jieba .*由 --segmenter 指定/,
  },
  { name: 'what was passed over', argv: ['extract', '@', '--quiet'], code: 1, stderr: /^(?!.*略过)/s },
];
