/** `gaige check` through the real binary, in folders made for it. */
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkIn, type Files, linesOf, makeFolder } from './check-support.ts';
import { runBinary, type Setting } from './support.ts';

const CLEAN = '一、发展情况\n全年新增高新技术企业12家。\n';
const MASKED = '一、发展情况\n全年新增高新技术企业*家，增长**%。\n**区位居全省第*。\n';
const FIRST = '2:11: 缺少数值：全年新增高新技术企业 *家';

let folder: string;

beforeAll(() => {
  folder = makeFolder();
});

afterAll(() => rmSync(folder, { recursive: true }));

const check = (files: Files, argv: string[], setting?: Setting) => checkIn(folder, files, argv, setting);

describe('exit codes', () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
  const WARN = 'check: { kinds: { number: warn, name: warn, ordinal: warn } }';
  const EXCLUDED = 'check: { exclude: ["*.txt"] }';
  const INCLUDED = 'check: { include: ["reports/**"] }';
  test.concurrent.each<[string, number, Record<string, string | Uint8Array>, string[], RegExp]>([
    ['nothing is left unfilled', 0, { 'a.txt': CLEAN }, ['a.txt'], /^$/],
    ['something is', 1, { 'a.txt': MASKED }, ['a.txt'], /^$/],
    ['something is, and may be', 0, { 'a.txt': MASKED }, ['a.txt', '--fail-on', 'never'], /^$/],
    ['warnings', 0, { 'a.txt': MASKED, 'gaige.yaml': WARN }, ['a.txt'], /^$/],
    ['warnings that fail', 1, { 'a.txt': MASKED, 'gaige.yaml': WARN }, ['a.txt', '--fail-on', 'warn'], /^$/],
    ['as many warnings as may be', 0, { 'a.txt': MASKED, 'gaige.yaml': WARN }, ['a.txt', '--max-warnings', '4'], /^$/],
    ['one more', 1, { 'a.txt': MASKED, 'gaige.yaml': WARN }, ['a.txt', '--max-warnings', '3'], /^$/],
    ['another kind', 0, { 'a.txt': MASKED }, ['a.txt', '--kinds', 'date,text'], /^$/],
    ['an unread input', 1, { 'a.txt': CLEAN, 'b.txt': picture }, ['.'], /b\.txt 不是文本文件/],
    ['an unread input, and never', 1, { 'a.txt': CLEAN, 'b.txt': picture }, ['.', '--fail-on', 'never'], /b\.txt/],
    ['a missing path', 2, {}, ['nope.txt'], /找不到路径：nope\.txt/],
    ['a missing path beside one that fails', 2, { 'a.txt': MASKED }, ['nope.txt', 'a.txt'], /找不到路径/],
    ['a folder without reports that may be', 0, { 'x/a.bin': 'x' }, ['x', '--allow-empty'], /^$/],
    ['nothing in a pipe', 2, { x: '' }, [], /没有读到任何报告.*\n.*--allow-empty/],
    ['nothing in a pipe, and it may be', 0, { x: '' }, ['--allow-empty'], /^$/],
    ['all that is there left out', 2, { 'a.txt': MASKED, 'gaige.yaml': EXCLUDED }, ['a.txt'], /没有读到任何报告/],
    ['all left out, and it may be', 0, { 'a.txt': MASKED, 'gaige.yaml': EXCLUDED }, ['a.txt', '--allow-empty'], /^$/],
    ['an include that fits nothing', 2, { 'gaige.yaml': INCLUDED }, [], /没有可读的报告：reports/],
    ['a missing path is never nothing', 2, {}, ['nope.txt', '--allow-empty'], /找不到路径/],
    ['an empty file is a report', 0, { 'a.txt': '' }, ['a.txt'], /^$/],
    ['a folder without reports', 2, { 'x/a.bin': 'x' }, ['x'], /没有可读的报告/],
    ['an unknown kind', 2, { 'a.txt': CLEAN }, ['a.txt', '--kinds', 'money'], /number, ordinal, date, name, text/],
    ['an unknown level', 2, { 'a.txt': CLEAN }, ['a.txt', '--fail-on', 'info'], /error, warn, never/],
    ['no number', 2, { 'a.txt': CLEAN }, ['a.txt', '--max-warnings', '-1'], /max-warnings/],
    ['an unknown format', 2, { 'a.txt': CLEAN }, ['a.txt', '--format', 'html'], /sarif/],
    ['a summary of what has none', 2, { 'a.txt': CLEAN }, ['a.txt', '--summary', '--format', 'csv'], /没有汇总/],
    ['settings that are not there', 2, { 'a.txt': CLEAN }, ['a.txt', '--config', 'no.yaml'], /no\.yaml/],
    ['no baseline', 2, { 'a.txt': CLEAN }, ['a.txt', '--baseline', 'b.json'], /--update-baseline/],
    ['no name for a baseline', 2, { 'a.txt': CLEAN }, ['a.txt', '--update-baseline'], /check\.baseline/],
    ['an output that is an input', 2, { 'a.txt': CLEAN }, ['a.txt', '-o', 'a.txt'], /覆盖/],
    ['an output that cannot be written', 2, { 'a.txt': CLEAN }, ['a.txt', '-o', 'a.txt/b.json'], /无法写入/],
    ['an output that is a folder', 2, { 'a.txt': CLEAN, 'x/y': '' }, ['a.txt', '-o', 'x'], /目录/],
  ])('%s: %i', async (_, code, files, argv, stderr) => {
    const result = await check(files, argv);
    expect(result.stderr).toMatch(stderr);
    expect(result.code).toBe(code);
  });
});

describe('findings', () => {
  test('have file, line, column and what is missing', async () => {
    const { stdout } = await check({ 'reports/a.txt': MASKED }, ['reports']);
    expect(linesOf(stdout)).toEqual([
      `reports/a.txt:${FIRST}`,
      'reports/a.txt:2:16: 缺少数值：增长 **%',
      'reports/a.txt:3:1: 缺少名称：**区位居全省第',
      'reports/a.txt:3:9: 缺少序数：区位居全省第*',
    ]);
  });

  test('are told in English too', async () => {
    const { stdout } = await check({ 'a.txt': MASKED }, ['a.txt', '--lang', 'en']);
    expect(linesOf(stdout)[0]).toBe('a.txt:2:11: missing number: 全年新增高新技术企业 *家');
  });

  test('lines and columns are those of markdown and HTML files', async () => {
    const html = '<html><body>\n<p>导语。</p>\n<p>全年<b>新增</b>企业*家。</p></body></html>';
    const { stdout } = await check({ 'a.md': '---\ntitle: 甲\n---\n\n- 新增企业＊家\n', 'b.html': html }, ['.']);
    expect(linesOf(stdout)).toEqual([
      './a.md:5:7: 缺少数值：新增企业 ＊家',
      './b.html:3:17: 缺少数值：全年新增企业 *家',
    ]);
  });

  test('standard input', async () => {
    const { code, stdout } = await check({ x: '' }, [], { stdin: '新增企业*家。' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '-:1:5: 缺少数值：新增企业 *家\n' });
  });

  test('rows of tables', async () => {
    const text = '全年新增高新技术企业*家，成效明显，群众满意。'.repeat(20);
    const { stdout } = await check({ 'a.csv': `标题,全文\n甲,无\n乙,${text}\n` }, ['a.csv', '--text-column', '全文']);
    expect(linesOf(stdout)[0]).toBe('a.csv#2: 第2行: 缺少数值：全年新增高新技术企业 *家');
  });

  test('paragraphs of documents, without a line', async () => {
    const children = ['一、发展情况', '全年平稳。', '新增企业*家。'].map((text) => new Paragraph(text));
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const { stdout, again } = await check({ 'a.docx': bytes }, ['a.docx']);
    expect(stdout).toBe('a.docx: 第3段: 缺少数值：新增企业 *家\n');
    expect((await again(['a.docx', '--format', 'github'])).stdout).toMatch(/^::error file=a\.docx,title=/);
  });

  test('services are told paths from the root of the repository', async () => {
    const files = {
      '.git/HEAD': '',
      'docs/sub/a.txt': MASKED,
      'docs/gaige.yaml': 'check: { allow: [{ text: 某镇, reason: 旧 }] }',
    };
    const { cwd } = await check(files, ['docs']);
    const from = async (folder: string, path: string, format: string, env = {}) =>
      (await runBinary(['check', path, '--format', format], { cwd: join(cwd, folder), env })).stdout;
    for (const [folder, path] of [
      ['docs', './sub/a.txt'],
      ['docs/sub', '.'],
      ['docs/sub', join(cwd, 'docs/sub/a.txt')],
    ] as const) {
      expect(await from(folder, path, 'github')).toMatch(
        /^::error file=docs\/sub\/a\.txt,line=2,[\s\S]*::warning file=docs\/gaige\.yaml,line=1::/,
      );
      const [run] = JSON.parse(await from(folder, path, 'sarif')).runs;
      expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
        uri: 'docs/sub/a.txt',
        uriBaseId: '%SRCROOT%',
      });
      expect(run.originalUriBaseIds['%SRCROOT%'].uri).toBe(`${pathToFileURL(realpathSync(cwd))}/`);
      expect(JSON.parse(await from(folder, path, 'gitlab'))[0].location.path).toBe('docs/sub/a.txt');
    }
    rmSync(join(cwd, '.git'), { recursive: true });
    expect(await from('docs', './sub/a.txt', 'github')).toMatch(/^::error file=sub\/a\.txt,/);
    expect(await from('docs', './sub/a.txt', 'github', { GITHUB_WORKSPACE: realpathSync(cwd) })).toMatch(
      /^::error file=docs\/sub\/a\.txt,/,
    );
  });

  test('a step of GitHub gets a summary beside its log', async () => {
    const { again, cwd } = await check({ 'a.txt': MASKED, 'summary.md': '# 前一步\n' }, ['a.txt']);
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    await runBinary(['check', 'a.txt', '--format', 'github'], { cwd, env });
    const summary = readFileSync(join(cwd, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^# 前一步\n### gaige check\n\n1 份报告 · 4 处未填写/);
    expect(summary).toContain('| 错误 | a.txt | 2&#58;11 | 缺少数值：全年新增高新技术企业 &#42;家 |');
    await again(['a.txt', '--format', 'unix']);
    const lost = await runBinary(['check', 'a.txt', '--format', 'github'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: 'no/s.md' },
    });
    expect(lost).toMatchObject({ code: 1, stderr: expect.stringContaining('no/s.md') });
  });

  test('a summary has counts only', async () => {
    const { stdout } = await check({ 'a.txt': MASKED, 'b.txt': CLEAN }, ['.', '--summary', '--format', 'pretty']);
    expect(stdout).toBe(
      './a.txt  4 处未填写（数值 2 · 序数 1 · 名称 1）\n\n2 份报告 · 4 处未填写（数值 2 · 序数 1 · 名称 1）\n',
    );
  });

  test('quiet is silent about warnings', async () => {
    const settings = 'check: { kinds: { number: warn }, allow: [{ text: 某镇, reason: 旧 }] }';
    const { stdout, stderr } = await check({ 'a.txt': MASKED, 'gaige.yaml': settings }, ['a.txt', '--quiet']);
    expect(stderr).toBe('');
    expect(linesOf(stdout).map((line) => line.slice(0, 9))).toEqual(['a.txt:3:1', 'a.txt:3:9']);
  });

  test('what was written is not read again', async () => {
    const { again } = await check({ 'a.txt': MASKED }, ['a.txt']);
    for (const name of ['o.json', 'o.ndjson', 'o.csv', 'o.sarif', 'o.xml']) await again(['a.txt', '-o', name]);
    await again(['a.txt', '-o', 'gl.json', '--format', 'gitlab']);
    await again(['a.txt', '--baseline', 'known.json', '--update-baseline']);
    const { stdout, stderr } = await again(['.', '--verbose']);
    expect(new Set(linesOf(stdout).map((line) => line.slice(0, 8)))).toEqual(new Set(['./a.txt:']));
    expect(linesOf(stderr).filter((line) => line.endsWith('是 gaige 自己的输出'))).toHaveLength(5);
  });

  test('folders are made for a file, and left by none that is not written', async () => {
    const { cwd, again } = await check({ 'a.txt': MASKED }, ['a.txt', '-o', 'new/folder/out.json']);
    expect(JSON.parse(readFileSync(join(cwd, 'new/folder/out.json'), 'utf8')).summary.errors).toBe(4);
    expect((await again(['--allow-empty', '-o', 'new/er/out.json'])).code).toBe(0);
    expect((await again(['-o', 'newest/of/all/out.json'])).code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'new']);
  });

  test('a file is written whole', async () => {
    const { code, stdout, cwd } = await check({ 'a.txt': MASKED }, ['a.txt', '-o', 'out.json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).summary.errors).toBe(4);
  });
});
