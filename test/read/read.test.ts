import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputFailure, Source } from '../../src/model/document.ts';
import { type Input, type ListOptions, listInputs, type ReadOptions, readSources } from '../../src/read/index.ts';

const options: ListOptions = { isReadable: (name) => /\.(txt|csv|json|ndjson)$/.test(name) };

let home: string;
let dir: string;

beforeEach(async () => {
  home = process.cwd();
  dir = await mkdtemp(join(tmpdir(), 'gaige-read-'));
  process.chdir(dir);
});

afterEach(async () => {
  process.chdir(home);
  await rm(dir, { recursive: true });
});

/** Files by path, in the test's own folder. */
async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
  }
}

const pathsOf = async (...paths: string[]): Promise<string[]> =>
  (await listInputs(paths, options)).inputs.map((input) => input.path);

async function read(inputs: Iterable<Input | InputFailure>, readOptions?: ReadOptions): Promise<string[]> {
  const results: string[] = [];
  for await (const result of readSources(inputs, readOptions)) results.push(formatResult(result));
  return results;
}

function formatResult(result: Source | InputFailure): string {
  if (!('error' in result)) return `${result.path}: ${new TextDecoder().decode(result.bytes)}`;
  const { reason = '', limit = '' } = result.error.facts as Partial<Record<'reason' | 'limit', string | number>>;
  return `${result.path}: ${result.error.code} ${reason}${limit}`.trimEnd();
}

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe('listInputs', () => {
  test('files in the order given, folders and globs by code unit', async () => {
    await write({
      'z.txt': '',
      'in/b.txt': '',
      'in/a/c.txt': '',
      'in/a.txt': '',
      'in/B.txt': '',
      'in/区.txt': '',
      'x/1.txt': '',
      'x/y/2.txt': '',
    });
    expect(await pathsOf('z.txt', 'in', 'x/**/*.txt')).toEqual([
      'z.txt',
      'in/B.txt',
      'in/a.txt',
      'in/a/c.txt',
      'in/b.txt',
      'in/区.txt',
      'x/1.txt',
      'x/y/2.txt',
    ]);
  });

  test('paths as given', async () => {
    await write({ 'in/a.txt': '' });
    expect(await pathsOf('./in/')).toEqual(['./in/a.txt']);
    expect(await pathsOf(`${dir}/in`)).toEqual([`${dir}/in/a.txt`]);
    expect(await pathsOf(`${dir}/in/*.txt`)).toEqual([`${dir}/in/a.txt`]);
    expect((await listInputs(['in'], options)).inputs).toEqual([{ path: 'in/a.txt', name: 'a.txt' }]);
  });

  test('a file is read once, by whatever way it is named', async () => {
    await write({ 'in/a.txt': '', 'in/b.txt': '' });
    await symlink('a.txt', 'in/link.txt');
    expect(await pathsOf('in/b.txt', 'in', './in/../in/a.txt', 'in/*.txt', '-', '-')).toEqual([
      'in/b.txt',
      'in/a.txt',
      '-',
    ]);
  });

  test('a name of a file that looks like a glob is a name', async () => {
    await write({ '[1]报告*.txt': '', '1报告.txt': '' });
    expect(await pathsOf('[1]报告*.txt')).toEqual(['[1]报告*.txt']);
  });

  test('hidden files, node_modules, other formats and own output are passed over in a folder', async () => {
    const record = '{"schemaVersion":"1","tool":{"name":"gaige","version":"1"},"report":{}}';
    await write({
      'in/a.txt': '',
      'in/.hidden.txt': '',
      'in/~$a.txt': '',
      'in/.gaige-cache/x.txt': '',
      'in/node_modules/m/readme.txt': '',
      'in/photo.png': '',
      'in/data.csv': 'title,text\n',
      'in/indicators.csv': '\ufeffreport,region,year,section,name,number\r\n',
      'in/domains.csv': '\ufeff报告,地区,年份,章节,领域\r\n',
      'in/out.ndjson': record,
      'in/stream.ndjson': `{"id":"7",${record.slice(1)}`,
      'in/out.json': JSON.stringify({ schemaVersion: '1', tool: { name: 'gaige' }, reports: [] }, null, 2),
      'in/errors.ndjson': '{"path":"x.txt","error":{"code":"BINARY_FILE","message":"…","hint":null}}',
      'in/other.json': '{"schemaVersion":"1","tool":{"name":"other"}}',
    });
    const { inputs, passedOver } = await listInputs(['in'], options);
    expect(inputs.map((input) => input.path)).toEqual(['in/a.txt', 'in/data.csv', 'in/other.json']);
    expect(passedOver.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'in/domains.csv own-output',
      'in/errors.ndjson own-output',
      'in/indicators.csv own-output',
      'in/out.json own-output',
      'in/out.ndjson own-output',
      'in/photo.png format',
      'in/stream.ndjson own-output',
    ]);
    expect(await pathsOf('in/photo.png', 'in/out.ndjson', 'in/.hidden.txt')).toHaveLength(3);
  });

  test('links that lead back are not followed', async () => {
    await write({ 'in/a.txt': '', 'other/b.txt': '' });
    await symlink('..', 'in/up');
    await symlink('../other', 'in/other');
    await symlink('loop.txt', 'in/loop.txt');
    const { inputs, passedOver } = await listInputs(['in'], options);
    expect(inputs.map((input) => input.path)).toEqual(['in/a.txt', 'in/loop.txt']);
    expect(passedOver.map(({ path, reason }) => [path, reason])).toEqual(
      expect.arrayContaining([
        ['in/up', 'folder-link'],
        ['in/other', 'folder-link'],
      ]),
    );
    expect(await read(inputs)).toEqual(['in/a.txt: ', 'in/loop.txt: INPUT_UNREADABLE ELOOP']);
    expect(await pathsOf('in/other')).toEqual(['in/other/b.txt']);
  });

  test.each([
    ['no-such.txt', 'PATH_NOT_FOUND'],
    ['a.txt/b.txt', 'PATH_NOT_FOUND'],
    ['empty', 'NO_INPUT'],
    ['pictures', 'NO_INPUT'],
    ['*.docx', 'NO_INPUT'],
  ])('%s: %s', async (path, code) => {
    await write({ 'a.txt': '', 'pictures/a.png': '' });
    await mkdir('empty');
    await expect(listInputs([path], options)).rejects.toMatchObject({ code });
  });

  test('a missing path stops all, an empty folder does not stop the others', async () => {
    await write({ 'a.txt': '甲' });
    await mkdir('empty');
    await expect(listInputs(['a.txt', 'no-such.txt'], options)).rejects.toMatchObject({
      code: 'PATH_NOT_FOUND',
      facts: { path: 'no-such.txt' },
    });
    const { inputs } = await listInputs(['empty', 'a.txt'], options);
    expect(await read(inputs)).toEqual(['empty: NO_INPUT', 'a.txt: 甲']);
    await expect(listInputs([], options)).rejects.toMatchObject({ code: 'NO_INPUT' });
  });
});

describe('readSources', () => {
  test('one file at a time, when it is asked for', async () => {
    await write({ 'a.txt': '甲', 'b.txt': '乙', 'c.txt': '丙' });
    const { inputs } = await listInputs(['a.txt', 'b.txt', 'c.txt'], options);
    const sources = readSources(inputs);
    expect(formatResult((await sources.next()).value as Source)).toBe('a.txt: 甲');
    await rm('b.txt');
    await writeFile('c.txt', '改');
    expect(formatResult((await sources.next()).value as InputFailure)).toBe('b.txt: INPUT_UNREADABLE ENOENT');
    expect(formatResult((await sources.next()).value as Source)).toBe('c.txt: 改');
    expect(await sources.next()).toMatchObject({ done: true });
  });

  test('a file that has become a folder', async () => {
    await write({ 'a.txt': '' });
    const { inputs } = await listInputs(['a.txt'], options);
    await rm('a.txt');
    await mkdir('a.txt');
    expect(await read(inputs)).toEqual(['a.txt: INPUT_UNREADABLE EISDIR']);
  });

  test('the limit holds for files and for what has no size', async () => {
    await write({ 'a.txt': '12345', 'b.txt': '1234' });
    const { inputs } = await listInputs(['a.txt', 'b.txt', '/dev/zero', '-'], options);
    const stdin = chunks('123', '45');
    expect(await read(inputs, { maxFileSize: 4, stdin })).toEqual([
      'a.txt: FILE_TOO_LARGE 4',
      'b.txt: 1234',
      '/dev/zero: FILE_TOO_LARGE 4',
      '-: FILE_TOO_LARGE 4',
    ]);
  });

  test('standard input has the name it is given', async () => {
    const { inputs } = await listInputs(['-'], { ...options, stdinName: 'x/报告.html' });
    expect(inputs).toEqual([{ path: '-', name: '报告.html' }]);
    expect(await read(inputs, { stdin: chunks('改', '革') })).toEqual(['-: 改革']);
    expect((await listInputs(['-'], options)).inputs).toEqual([{ path: '-', name: '-' }]);
  });
});
