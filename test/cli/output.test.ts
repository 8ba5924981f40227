import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { envelopeSchema, recordSchema } from '../../src/model/record.ts';
import { fakeHost, ROOT, recordsOf, runMain } from './support.ts';

const SEEDS = ['seeds/press-release.txt', 'seeds/masked-speech.txt'];

/** Begins what colours a terminal. */
const ESCAPE = '\u001b[';

let folder: string;
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-output-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('one file', () => {
  test.each([
    ['findings.ndjson', (text: string) => recordsOf(text).map((record) => recordSchema.parse(record))],
    ['findings.json', (text: string) => envelopeSchema.parse(JSON.parse(text)).reports],
  ])('%s tells its format by its name', async (name, recordsIn) => {
    expect(await runMain(['extract', ...SEEDS, '-o', at(name), '--quiet'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(recordsIn(read(name)).map(({ report }) => report.path)).toEqual(SEEDS);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test.skipIf(!existsSync('/proc'))('where a file system takes no folders, the run ends with a word', async () => {
    const { code, stderr } = await runMain(['extract', SEEDS[0]!, '-o', '/proc/none/there/found.json', '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write /proc/none/there/found.json');
  });

  test('one table of csv', async () => {
    await runMain(['extract', ...SEEDS, '--select', 'placeholders', '-o', at('found.csv')]);
    expect(read('found.csv')).toMatch(/^\ufeffreport,region,year,section,text,kind,.*\r\nseeds\/masked-speech\.txt,/);
  });

  test('takes the place of a file, and of what a link leads to', async () => {
    writeFileSync(at('target.ndjson'), 'old');
    symlinkSync('target.ndjson', at('link.ndjson'));
    await runMain(['extract', SEEDS[0]!, '-o', at('link.ndjson')]);
    expect(read('target.ndjson')).toMatch(/^\{"schemaVersion"/);
    expect(readdirSync(folder).sort()).toEqual(['link.ndjson', 'target.ndjson']);
  });

  test('is not touched when the run comes to nothing', async () => {
    writeFileSync(at('kept.ndjson'), 'old');
    writeFileSync(at('circle'), '');
    const { code } = await runMain(['extract', SEEDS[0]!, '--rules', at('nope.yaml'), '-o', at('kept.ndjson')]);
    expect(code).toBe(2);
    expect(read('kept.ndjson')).toBe('old');
  });

  test('is not there when the run was interrupted', async () => {
    const host = fakeHost();
    const run = main(['extract', 'seeds', '-o', at('half.ndjson')], host);
    await untilOpen(folder);
    host.send('SIGINT');
    expect(await run).toBe(130);
    // Whether a report is in hand by then is the machine's affair.
    expect(host.stderr.text).toMatch(/^(?:正在完成手头的报告.*\n)?.*--resume.*\n已中断\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a device is written to and stays a device', async () => {
    expect(await runMain(['extract', SEEDS[0]!, '-o', '/dev/null'])).toMatchObject({ code: 0 });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told', async () => {
    const { code, stderr } = await runMain(['extract', SEEDS[0]!, '-o', '/dev/full']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/无法写入 \/dev\/full：磁盘已满/);
  });

  test('- is standard output', async () => {
    const { stdout } = await runMain(['extract', SEEDS[0]!, '-o', '-']);
    expect(recordsOf(stdout)).toHaveLength(1);
  });
});

describe('a folder', () => {
  test.each(['ndjson', 'json'])('one file a report (%s)', async (format) => {
    await runMain(['extract', 'seeds', '--format', format, '-o', at('out/')]);
    const names = readdirSync(join(ROOT, 'seeds')).map((name) => `${name}.${format}`);
    expect(readdirSync(at('out/seeds')).sort()).toEqual(names.sort());
  });

  test('three tables', async () => {
    await runMain(['extract', ...SEEDS, '--format', 'csv', '-o', folder]);
    expect(readdirSync(folder).sort()).toEqual(['domains.csv', 'indicators.csv', 'placeholders.csv']);
    for (const name of readdirSync(folder)) expect(read(name).split('\r\n').length).toBeGreaterThan(10);
  });

  test('one table of three', async () => {
    await runMain(['extract', ...SEEDS, '--format', 'csv', '--select', 'domains', '-o', folder]);
    expect(readdirSync(folder)).toEqual(['domains.csv']);
  });

  test('where a file is in the way', async () => {
    writeFileSync(at('out'), '');
    const { code, stderr } = await runMain(['extract', SEEDS[0]!, '-o', `${at('out')}/`]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/无法写入 .*：路径中有一段不是目录/);
  });

  test('a table that cannot be written leaves no other behind', async () => {
    mkdirSync(at('placeholders.csv'));
    const { code } = await runMain(['extract', SEEDS[0]!, '--format', 'csv', '-o', folder]);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['placeholders.csv']);
  });

  test('what gaige wrote is not read as a report', async () => {
    writeFileSync(at('report.txt'), '新增企业3家。');
    await runMain(['extract', folder, '-o', `${folder}/`]);
    const { stdout, stderr } = await runMain(['extract', folder]);
    expect(recordsOf(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/略过 1 个文件/);
  });
});

describe('standard output', () => {
  test('a summary on a terminal, without colour where none is wanted', async () => {
    const coloured = await runMain(['extract', SEEDS[0]!], { terminal: true });
    expect(coloured.stdout).toMatch(/新闻.*\n {2}章节/);
    expect(coloured.stdout).toContain(ESCAPE);
    const plain = { stdout: expect.not.stringContaining(ESCAPE) };
    expect(await runMain(['extract', SEEDS[0]!, '--no-color'], { terminal: true })).toMatchObject(plain);
    expect(await runMain(['extract', SEEDS[0]!], { terminal: true, env: { NO_COLOR: '1' } })).toMatchObject(plain);
  });

  test('of several reports a line each', async () => {
    const { stdout } = await runMain(['extract', ...SEEDS.slice(0, 2), '--no-color'], { terminal: true });
    const [head, first, second, ...rest] = stdout.split('\n');
    expect(head).toMatch(/^地区 +年份 +类型 +指标 +占位符 +主要指标$/);
    expect([first, second]).toEqual([expect.stringMatching(/\d+ +\d+/), expect.stringMatching(/\d+ +\d+/)]);
    expect(rest.join('\n')).toMatch(/^\n报告 2 · /);
  });

  test('the text on request', async () => {
    const { stdout } = await runMain(['extract', SEEDS[0]!, '--include-text']);
    const text = await runMain(['text', SEEDS[0]!]);
    expect(recordsOf(stdout)).toMatchObject([{ text: text.stdout }]);
  });

  test('findings of one sort', async () => {
    const { stdout } = await runMain(['extract', SEEDS[1]!, '--select', 'placeholders']);
    const [record] = recordsOf(stdout);
    expect(record).toMatchObject({ indicators: [], domains: [] });
    expect(recordSchema.parse(record).placeholders).not.toHaveLength(0);
  });

  test('a reader that has had enough is no error', async () => {
    expect(await codeWhenClosed(['extract', 'seeds', '--include-text'])).toEqual({ code: 0, stderr: '' });
    expect(await codeWhenClosed(['--help'])).toEqual({ code: 0, stderr: '' });
  });
});

/** The exit code of the binary when its standard output is closed before anything is read. */
function codeWhenClosed(argv: string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, ['bin/gaige.js', ...argv], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })));
}

async function untilOpen(directory: string): Promise<void> {
  while (readdirSync(directory).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
