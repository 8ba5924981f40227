/** What `gaige check` writes for programs, held against the schemas of those who read it. */
import { readFileSync } from 'node:fs';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseJunit } from 'junit2json';
import { describe, expect, test } from 'vitest';
import { CHECK_FORMATS, type CheckContext, type CheckFormat } from '../../src/emit/check/emitter.ts';
import { loadCheckEmitter, loadStepSummary } from '../../src/emit/check/index.ts';
import type { CheckOutcome, Finding } from '../../src/model/issue.ts';
import { NO_COUNTS } from '../../src/model/issue.ts';
import { jsonSchema } from '../../src/pipeline/json-schemas.ts';

const CONTEXT: CheckContext = {
  tool: { name: 'gaige', version: '1.2.3', rules: 'abc' },
  language: 'zh',
  colour: false,
  columns: 80,
  header: 'en',
  summary: false,
  root: '/repo',
  repositoryPath: (path) => path.replace(/^\.\//, ''),
};

const FINDING: Finding = {
  path: 'reports/a b,c:1.txt',
  place: { region: { line: 2, column: 11, endLine: 2, endColumn: 13 } },
  kind: 'number',
  text: '**',
  expects: '家',
  subject: '高新技术企业 **家',
  sentence: { text: '新增高新技术企业**家，增长5%\n见<附件>&“表1”\u0001。', mark: { start: 8, end: 10 } },
  section: '发展情况',
  fingerprint: '0123456789abcdef:1',
  rule: 'number/unit',
  span: { start: 30, end: 32 },
  level: 'error',
};

const FINDINGS: readonly Finding[] = [
  FINDING,
  { ...FINDING, place: { paragraph: 3 }, path: '报告.docx', kind: 'text', expects: null, section: null, level: 'warn' },
  { ...FINDING, place: { row: 12 }, path: './表.csv#12', kind: 'name', text: '=A1', subject: '=A1' },
];

const OUTCOME: CheckOutcome = {
  reports: 4,
  counts: { ...NO_COUNTS, errors: 2, warnings: 1, kinds: { number: 1, text: 1, name: 1 }, allowed: 1 },
  notices: [
    { code: 'ALLOWANCE_UNUSED', path: 'gaige.yaml', line: 4, what: '**区 · 隐去' },
    { code: 'BASELINE_GONE', path: 'known.json', line: null, what: 'a.txt: 企业 *家' },
  ],
  failures: [{ path: 'b.zip#c/d.txt', message: '无法读取 <b>：100%' }],
};

async function emit(format: CheckFormat, given: Partial<CheckContext> = {}, findings = FINDINGS): Promise<string> {
  const emitter = (await loadCheckEmitter(format))({ ...CONTEXT, ...given });
  const pieces = findings.map((finding) => emitter.finding(finding) + emitter.report(finding.path, NO_COUNTS));
  return [emitter.begin(), ...pieces, emitter.report('clean.txt', NO_COUNTS), emitter.end(OUTCOME)].join('');
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe.each([
  ['findings', FINDINGS],
  ['nothing', []],
])('%s', (_, findings) => {
  test('sarif is valid by its schema', async () => {
    // Its draft has other words for the two, and none besides that ajv reads otherwise.
    const { $schema, id: $id, ...schema } = sarifSchema;
    const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
      $id,
      ...schema,
    });
    expect(isValid(JSON.parse(await emit('sarif', {}, [...findings]))), JSON.stringify(isValid.errors)).toBe(true);
  });

  test('json is valid by ours', async () => {
    const isValid = new Ajv2020({ validateFormats: false }).compile(jsonSchema('check'));
    expect(isValid(JSON.parse(await emit('json', {}, [...findings]))), JSON.stringify(isValid.errors)).toBe(true);
  });

  // GitLab checks every issue by this (app/validators/json_schemas/codeclimate.json), and wants a path and a line besides.
  test('gitlab is valid by its schema', async () => {
    const isValid = new Ajv().compile(JSON.parse(readFileSync('test/emit/schemas/gitlab-codeclimate.json', 'utf8')));
    const issues = JSON.parse(await emit('gitlab', {}, [...findings])) as { location: object; severity: string }[];
    expect(issues).toHaveLength(findings.length);
    for (const issue of issues) {
      expect(isValid(issue), JSON.stringify(isValid.errors)).toBe(true);
      expect(issue).toMatchObject({ location: { path: expect.any(String), lines: { begin: expect.any(Number) } } });
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
    }
  });

  test('junit is read by a reader of it', async () => {
    const suites = (await parseJunit(await emit('junit', {}, [...findings])))!;
    const all = 'testsuite' in suites ? (suites.testsuite ?? []) : [];
    expect(all).toHaveLength(findings.length + 2);
    for (const { tests, failures, errors, testcase = [] } of all) {
      expect(tests).toBe(testcase.length);
      expect(failures).toBe(testcase.filter(({ failure }) => failure).length);
      expect(errors).toBe(testcase.filter(({ error }) => error).length);
    }
  });
});

test('sarif: rules have help, results have places and fingerprints, documents no lines', async () => {
  const [run] = JSON.parse(await emit('sarif')).runs;
  expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///repo/' } });
  expect(run.tool.driver.rules).toHaveLength(5);
  for (const rule of run.tool.driver.rules) expect(rule.help.text).toMatch(/请/);
  const [first, second, third] = run.results;
  expect(first).toMatchObject({
    ruleId: 'placeholder/number',
    level: 'error',
    message: { text: '缺少数值：高新技术企业 **家' },
    partialFingerprints: { 'gaigeContext/v1': '0123456789abcdef:1' },
  });
  expect(run.tool.driver.rules[first.ruleIndex].id).toBe(first.ruleId);
  expect(first.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'reports/a%20b%2Cc%3A1.txt', uriBaseId: '%SRCROOT%' },
    region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 13, snippet: { text: '**' } },
  });
  expect(second.level).toBe('warning');
  expect(second.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: '%E6%8A%A5%E5%91%8A.docx', uriBaseId: '%SRCROOT%' },
  });
  expect(second.locations[0].logicalLocations[0].name).toBe('第3段');
  expect(third.locations[0].physicalLocation.artifactLocation.uri).toMatch(/\.csv#12$/);
  expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
  expect(run.invocations[0].toolExecutionNotifications).toHaveLength(3);
});

test('github: annotations, escaped', async () => {
  expect(linesOf(await emit('github'))).toEqual([
    '::error file=b.zip::无法读取 <b>：100%25',
    '::error file=reports/a b%2Cc%3A1.txt,line=2,endLine=2,col=11,endColumn=12,title=未填写的数值::缺少数值：高新技术企业 **家%0A新增高新技术企业**家，增长5%25%0A见<附件>&“表1”\\u0001。',
    expect.stringMatching(/^::error file=表\.csv,title=未填写的名称::第12行 缺少名称：/),
    expect.stringMatching(/^::warning file=报告\.docx,title=未填写的文字::第3段 缺少文字：/),
    '::warning file=gaige.yaml,line=4::放行规定没有用上，可以删去：**区 · 隐去',
    '::warning file=known.json::基线中的一条已不存在，可用 --update-baseline 去掉：a.txt: 企业 *家',
  ]);
});

test('github: more than GitHub shows are lines of the log, the least weighty of them', async () => {
  const warning: Finding = { ...FINDING, level: 'warn' };
  const many = [...Array<Finding>(12).fill(warning), ...Array<Finding>(11).fill(FINDING)];
  const lines = linesOf(await emit('github', {}, many));
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  expect([count(/^::error /), count(/^::warning /), count(/^- .* 错误 /), count(/^- .* 警告 /)]).toEqual([
    10, 10, 2, 4,
  ]);
  expect(lines).toContain('::error file=b.zip::无法读取 <b>：100%25');
  expect(lines).toContain('- reports/a b,c:1.txt:2:11: 错误 缺少数值：高新技术企业 **家');
  expect(lines.at(-1)).toMatch(/^::notice::另有 6 处没有标注/);
  const hostile = await emit('github', {}, [
    ...many,
    { ...FINDING, path: '::error::', subject: 'a\n::error::##[error]b' },
  ]);
  expect(hostile).toContain('\n- \\u003a:error:::2:11: 错误 缺少数值：a ::error::\\u0023#[error]b\n');
});

test('the summary of a step: a table of the first by weight, words of reports as they are', async () => {
  const emitter = (await loadStepSummary())(CONTEXT);
  const many = [...FINDINGS, ...Array<Finding>(300).fill({ ...FINDING, subject: '甲|<b>`乙`' })];
  for (const finding of many) expect(emitter.finding(finding) + emitter.report(finding.path, NO_COUNTS)).toBe('');
  const lines = linesOf(emitter.end(OUTCOME));
  expect(lines.slice(0, 5)).toEqual([
    '### gaige check',
    '4 份报告 · 3 处未填写（数值 1 · 名称 1 · 文字 1） · 警告 1 · 按规定放行 1',
    '|  | 报告 | 位置 | 内容 |',
    '| --- | --- | --- | --- |',
    '| 错误 | b.zip&#35;c/d.txt |  | 无法读取 &#60;b&#62;：100% |',
  ]);
  expect(lines.filter((line) => line.startsWith('| 错误 |'))).toHaveLength(200);
  expect(lines[7]).toContain('甲&#124;&#60;b&#62;&#96;乙&#96;');
  expect(lines.at(-1)).toBe('另有 106 处，列在这一步的日志中。');
});

test('gitlab: fingerprints tell all findings apart', async () => {
  const issues = JSON.parse(await emit('gitlab')) as { fingerprint: string; location: { path: string } }[];
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(FINDINGS.length);
  expect(issues.map(({ location }) => location.path)).toEqual(['reports/a b,c:1.txt', '报告.docx', '表.csv']);
});

test('csv: one row a finding, no formulas', async () => {
  const rows = parseCsv(await emit('csv'), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ report, line, paragraph, row, text }) => [report, line, paragraph, row, text])).toEqual([
    ['reports/a b,c:1.txt', '2', '', '', '**'],
    ['报告.docx', '', '3', '', '**'],
    ['./表.csv#12', '', '', '12', "'=A1"],
  ]);
  expect((await emit('csv', { header: 'zh' })).slice(1)).toMatch(/^报告,行,列,段,/);
});

test('ndjson: one finding a line', async () => {
  const findings = linesOf(await emit('ndjson')).map((line) => JSON.parse(line));
  expect(findings.map(({ line, paragraph, row }) => [line, paragraph, row])).toEqual([
    [2, null, null],
    [null, 3, null],
    [null, null, 12],
  ]);
  for (const { sentence, mark, text } of findings.slice(0, 2)) expect(sentence.slice(mark.start, mark.end)).toBe(text);
});

test('pretty: the mask is marked, and nothing that a terminal would obey is left', async () => {
  const lines = linesOf(await emit('pretty'));
  expect(lines.slice(0, 4)).toEqual([
    'reports/a b,c:1.txt',
    '  2:11     错误 缺少数值：高新技术企业 **家',
    '           新增高新技术企业**家，增长5% 见<附件>&“表1”\\u0001。',
    '                           ^^',
  ]);
  expect(lines.join('')).not.toMatch(/[^\P{Cc}\n]/u);
  expect(await emit('pretty', { colour: true })).toContain('\u001b[1m**\u001b[22m');
});

test.each(CHECK_FORMATS)('%s in English holds no Chinese but the words of reports', async (format) => {
  const english = await emit(format, { language: 'en' }, []);
  expect(english.replace(/无法读取|企业|家|区|隐去|：/g, '')).not.toMatch(/\p{Script=Han}/u);
});
