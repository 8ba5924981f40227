/** What a project lets pass: gaige.yaml, comments, baselines. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkIn, type Files, linesOf, makeFolder } from './check-support.ts';

const REPORT = '一、总体情况\n**区新增企业*家。\n二、产业发展\n（一）做强工业\n引进××公司，投资*亿元。\n';

let folder: string;

beforeAll(() => {
  folder = makeFolder();
});

afterAll(() => rmSync(folder, { recursive: true }));

const check = (files: Files, argv: string[] = ['a.txt']) => checkIn(folder, files, argv);

/** line:column of what is found. */
const placesOf = (stdout: string): string[] => linesOf(stdout).map((line) => /:(\d+:\d+): /.exec(line)![1]!);

const ALL = ['2:1', '2:8', '5:3', '5:10'];

describe('gaige.yaml', () => {
  test.concurrent.each<[string, string, string[]]>([
    ['nothing', '', ALL],
    ['nothing but a section', 'check: {}', ALL],
    ['a kind that is off', 'check: { kinds: { name: off } }', ['2:8', '5:10']],
    ['a form that is off', 'check: { forms: { cross: off } }', ['2:1', '2:8', '5:10']],
    ['a form that is on', 'check: { forms: { cross: on } }', ALL],
    ['an allowance by text', "check: { allow: [{ text: '**区', reason: 隐去 }] }", ['2:8', '5:3', '5:10']],
    [
      'the text is more than the mask',
      "check: { allow: [{ text: '新增企业*家', reason: 待定 }] }",
      ['2:1', '5:3', '5:10'],
    ],
    ['the text is not there', "check: { allow: [{ text: '*户', reason: 待定 }] }", ALL],
    ['an allowance by section', 'check: { allow: [{ section: 工业, reason: 保密 }] }', ['2:1', '2:8']],
    ['by the section above', 'check: { allow: [{ section: 产业发展, reason: 保密 }] }', ['2:1', '2:8']],
    ['an allowance by kind', 'check: { allow: [{ kind: number, reason: 待定 }] }', ['2:1', '5:3']],
    ['by kinds', 'check: { allow: [{ kind: [number, name], reason: 待定 }] }', []],
    [
      'by all that is given',
      'check: { allow: [{ kind: number, section: 总体, reason: 待定 }] }',
      ['2:1', '5:3', '5:10'],
    ],
    ['by path', 'check: { allow: [{ path: b*.txt, reason: 待定 }] }', ALL],
    ['by another path', 'check: { allow: [{ path: [b.txt, "**/a.*"], kind: name, reason: 待定 }] }', ['2:8', '5:10']],
    ['an allowance that has expired', 'check: { allow: [{ kind: number, reason: 待定, until: 2020-01-31 }] }', ALL],
    ['one that has not', 'check: { allow: [{ kind: number, reason: 待定, until: 2999-01-31 }] }', ['2:1', '5:3']],
    ['a file left out', 'check: { exclude: ["*.txt"] }', []],
    ['another file let in', 'check: { include: [b.txt] }', []],
  ])('%s', async (_, settings, places) => {
    const { code, stdout } = await check({ 'a.txt': REPORT, 'gaige.yaml': settings }, ['a.txt', '--allow-empty']);
    expect(placesOf(stdout)).toEqual(places);
    expect(code).toBe(places.length > 0 ? 1 : 0);
  });

  test.concurrent.each<[string, string, RegExp]>([
    [
      'a name that is none',
      'check:\n  kind: {}',
      /gaige\.yaml:2:3：.*“kind”.*\n(?:.*\n)*.*kind: \{\}\n +\| +\^+\n(?:.*\n)*.*是否想用 kinds？/,
    ],
    ['a kind that is none', 'check:\n  kinds: { money: off }', /gaige\.yaml:2:12：/],
    [
      'a form that is none',
      'check:\n  forms:\n    stars: off',
      /gaige\.yaml:3:5：.*stars.*\n(?:.*\n)*.*是否想用 star？/,
    ],
    ['no reason', 'check:\n  allow:\n    - text: "**区"', /gaige\.yaml:3:7：缺少“reason”/],
    ['a blank reason', "check:\n  allow:\n    - { text: '**区', reason: ' ' }", /gaige\.yaml:3:\d+：不能为空/],
    [
      'nothing to go by',
      'check:\n  allow:\n    - reason: 隐去',
      /gaige\.yaml:3:7：text, section, kind, path 中至少写一个/,
    ],
    ['no date', 'check:\n  allow:\n    - { kind: name, reason: 隐去, until: 2026-13-01 }', /gaige\.yaml:3:\d+：/],
    ['no YAML', 'check:\n  allow: [', /gaige\.yaml:2:\d+：/],
  ])('%s is a fault with its place', async (_, settings, words) => {
    const { code, stdout, stderr } = await check({ 'a.txt': REPORT, 'gaige.yaml': settings });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  const OFF = 'check: { kinds: { number: off, name: off } }';

  test('is found upward from the working directory, never from the folder that is read', async () => {
    const { cwd, again } = await check({ 'reports/a.txt': REPORT, 'reports/gaige.yaml': OFF }, ['reports']);
    expect(placesOf((await again(['reports'])).stdout)).toEqual(ALL);
    const below = await checkIn(join(cwd, 'reports'), {}, ['../a.txt']);
    expect(below).toMatchObject({ code: 0, stdout: '' });
  });

  test('may be another file, or none', async () => {
    const files = { 'a.txt': REPORT, 'gaige.yaml': OFF, 'other/mine.yaml': 'check: { exclude: ["../*.txt"] }' };
    const { code, again } = await check(files);
    expect(code).toBe(0);
    expect(placesOf((await again(['a.txt', '--no-config'])).stdout)).toEqual(ALL);
    // Globs start from the folder of the file.
    expect(await again(['a.txt', '--config', 'other/mine.yaml', '--allow-empty'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('names what is checked where no path is given', async () => {
    const files = { 'r/a.txt': REPORT, 'r/b.txt': REPORT, 'c.txt': REPORT };
    const { stdout } = await check(
      { ...files, 'gaige.yaml': 'check: { include: ["r/*.txt"], exclude: ["**/b.*"] }' },
      [],
    );
    expect(linesOf(stdout).map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'r/a.txt',
      'r/a.txt',
      'r/a.txt',
      'r/a.txt',
    ]);
  });

  test('weights', async () => {
    const settings = 'check: { kinds: { name: warn }, failOn: warn, maxWarnings: 9 }';
    const { code, stdout, again } = await check({ 'a.txt': '**区推进改革。', 'gaige.yaml': settings });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'a.txt:1:1: 警告 缺少名称：**区推进改革\n' });
    expect((await again(['a.txt', '--fail-on', 'error'])).code).toBe(0);
    expect((await again(['a.txt', '--fail-on', 'error', '--max-warnings', '0'])).code).toBe(1);
  });

  test('allowances that lead to nothing are told, those of files that are not read are not', async () => {
    const settings = [
      'check:',
      '  allow:',
      "    - { text: '**区', reason: 隐去 }",
      "    - { text: '**县', reason: 旧的 }",
      "    - { path: 'b.txt', reason: 别处 }",
      '    - { kind: number, until: 2020-01-01, reason: 过期的 }',
    ];
    const { stderr, again } = await check({
      'a.txt': REPORT,
      'b.txt': REPORT,
      'gaige.yaml': [...settings, "    - { path: 'c/**', reason: 无处 }"].join('\n'),
    });
    const unused = '警告：gaige.yaml:4: 放行规定没有用上，可以删去：**县 · 旧的';
    const expired = '警告：gaige.yaml:6: 放行规定已过期，不再有效：number · 过期的';
    expect(linesOf(stderr)).toEqual([unused, expired, '警告：gaige.yaml:7: 放行规定没有用上，可以删去：c/** · 无处']);
    expect(linesOf((await again(['a.txt'], { 'c/d.txt': '' })).stderr)).toEqual([unused, expired]);
  });
});

describe('comments', () => {
  const IGNORE = '<!-- gaige-ignore -->';
  test.concurrent.each<[string, string, string, string[]]>([
    ['on the line', 'a.md', `**区新增企业＊家。${IGNORE}\n\n投资×亿元。\n`, ['3:3']],
    ['before the paragraph', 'a.md', `${IGNORE}\n新增企业＊家。\n\n投资×亿元。\n`, ['4:3']],
    [
      'before a blank line and the paragraph',
      'a.md',
      `导语。\n\n${IGNORE}\n\n新增企业＊家。\n\n投资×亿元。\n`,
      ['7:3'],
    ],
    ['for a kind', 'a.md', '<!-- gaige-ignore number: 待定 -->\n×县新增企业＊家。\n', ['2:1']],
    ['with a reason', 'a.md', '<!-- gaige-ignore 按要求隐去 -->\n新增企业＊家。\n', []],
    ['another word', 'a.md', '<!-- gaige-ignored -->\n新增企业＊家。\n', ['2:5']],
    ['in a page', 'a.html', `<html><body><p>新增企业*家。${IGNORE}</p>\n<p>投资*亿元。</p></body></html>`, ['2:6']],
    [
      'before a paragraph of a page',
      'a.html',
      `<html><body>${IGNORE}<p>新增企业*家。</p>\n<p>投资*亿元。</p></body></html>`,
      ['2:6'],
    ],
    ['not in text', 'a.txt', `新增企业*家。${IGNORE}\n`, ['1:5']],
  ])('%s', async (_, name, content, places) => {
    const { stdout } = await check({ [name]: content }, [name]);
    expect(placesOf(stdout)).toEqual(places);
  });

  test('that let nothing pass are told', async () => {
    const { stderr } = await check({ 'a.md': `新增企业3家。${IGNORE}\n` }, ['a.md']);
    expect(stderr).toBe('警告：a.md:1: 注释 gaige-ignore 没有用上，可以删去\n');
  });
});

describe('baseline', () => {
  const KNOWN = ['--baseline', 'known.json'];
  const baselined = async (files: Files = { 'a.txt': REPORT }) => {
    const made = await check(files, ['.', ...KNOWN, '--update-baseline']);
    expect(made).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/known\.json，共 \d+ 条/) });
    return made;
  };
  const entriesOf = (cwd: string): { path: string; missing: string }[] =>
    JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).entries;

  test('what is known passes, what is new fails', async () => {
    const { cwd, again } = await baselined();
    expect(entriesOf(cwd).map(({ path, missing }) => `${path} ${missing}`)).toEqual([
      'a.txt **区新增企业',
      'a.txt 区新增企业 *家',
      'a.txt 引进 ××公司',
      'a.txt 投资 *亿元',
    ]);
    expect(await again(['.', ...KNOWN])).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const { code, stdout } = await again(['.', ...KNOWN], { 'a.txt': `${REPORT}新建学校*所。\n` });
    expect({ code, places: placesOf(stdout) }).toEqual({ code: 1, places: ['6:5'] });
  });

  test('lines may move, and paragraphs be joined and parted', async () => {
    const { again } = await baselined();
    const moved = `前言。\n\n${REPORT.replace('引进', '\n\n引进').replace('一、总体情况\n', '改革稳步推进。')}`;
    expect(await again(['.', ...KNOWN], { 'a.txt': moved })).toMatchObject({ code: 0, stdout: '' });
  });

  test('one more of the same is new', async () => {
    const line = '新增企业*家，增长明显。\n';
    const { again } = await baselined({ 'a.txt': line });
    expect(placesOf((await again(['.', ...KNOWN], { 'a.txt': line.repeat(2) })).stdout)).toEqual(['2:5']);
  });

  test('what is gone is told, and goes with the next update', async () => {
    const { cwd, again } = await baselined({ 'a.txt': REPORT, 'b.txt': '新增企业*家。' });
    const filled = REPORT.replace('*亿元', '3亿元');
    const { code, stderr } = await again(['.', ...KNOWN], { 'a.txt': filled });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '警告：known.json: 基线中的一条已不存在，可用 --update-baseline 去掉：a.txt: 投资 *亿元\n',
    });
    await again(['a.txt', ...KNOWN, '--update-baseline']);
    // b.txt was not read and is still there.
    expect(entriesOf(cwd).map(({ path }) => path)).toEqual(['a.txt', 'a.txt', 'a.txt', 'b.txt']);
    rmSync(join(cwd, 'b.txt'));
    await again(['a.txt', ...KNOWN, '--update-baseline']);
    expect(entriesOf(cwd).map(({ path }) => path)).toEqual(['a.txt', 'a.txt', 'a.txt']);
  });

  test('is the same file for the same findings, wherever it is made', async () => {
    const { cwd, again } = await baselined();
    const first = readFileSync(join(cwd, 'known.json'), 'utf8');
    await again([join(cwd, 'a.txt'), ...KNOWN, '--update-baseline']);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(first);
  });

  test('may be named in gaige.yaml', async () => {
    const { again } = await baselined({ 'a.txt': REPORT, 'gaige.yaml': 'check: { baseline: known.json }' });
    expect(await again(['a.txt'])).toMatchObject({ code: 0, stdout: '' });
  });

  test.each(['{', '[]', '{"version":2,"entries":[]}', '{"version":1,"entries":[{"path":"a"}]}'])(
    'a fault in it: %s',
    async (content) => {
      const { code, stderr } = await check({ 'a.txt': REPORT, 'known.json': content }, ['a.txt', ...KNOWN]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/基线文件有误 known\.json/);
    },
  );
});
