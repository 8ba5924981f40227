/** The packed package, installed into an empty folder as a user would. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../src/built/version.ts';
import { reachesRegistry } from './support/programs.ts';

const run = promisify(execFile);
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline'];

/** What package.json says is packed, and package.json. */
const DECLARED = [...JSON.parse(readFileSync('package.json', 'utf8')).files, 'package.json'].sort();

const TSC = resolve('node_modules/.bin/tsc');

/** Compiles, and only because the compiler refuses what it is expected to. */
const PROGRAM = `
  import { checkReport, extractReports, loadPack, type ReportResult, stageRows, stages } from 'gaige';

  const told = (result: ReportResult): string =>
    result.status === 'done' ? result.record.report.title ?? '' : result.error.code;
  const pack = loadPack(['pack.yaml']);
  for await (const result of extractReports([{ path: 'report.txt' }, { text: '' }], { pack })) told(result);
  const { findings } = await checkReport({ path: 'report.txt' }, { kinds: { text: 'warn' } });
  const lines: (number | null)[] = findings.map(({ line }) => line);
  const rows = stageRows(await stages({ bytes: new Uint8Array() }), 'lex').map(({ type, span }) => [type, span?.start]);

  // @ts-expect-error a path or a text?
  extractReports(['report.txt']);
  // @ts-expect-error only what is done has a record
  const recordOf = (result: ReportResult) => result.record;
  // @ts-expect-error no such kind
  await checkReport({ path: 'report.txt' }, { kinds: { texts: 'warn' } });
`;

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaige-package-'));
  // What `npm test` has just built is packed as it is.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  tarball = join(folder, (await readdir(folder)).find((name) => name.endsWith('.tgz'))!);
});

afterAll(() => rm(folder, { recursive: true }));

test('holds what runs, and no tests', async () => {
  const { stdout } = await run('tar', ['-tzf', tarball]);
  const files = stdout.split('\n').filter(Boolean);
  const tops = new Set(files.map((file) => file.split('/')[1]!));
  expect([...tops].filter((top) => !/^(?:README|LICENSE)/.test(top)).sort()).toEqual(DECLARED);
  expect(DECLARED).not.toContain('test');
  for (const needed of ['dist/index.d.ts', 'dist/dictionary/words.txt', 'dist/schema/pack.json', 'rules/pack.yaml']) {
    expect(files).toContain(`package/${needed}`);
  }
});

const isOnline = reachesRegistry();

describe.skipIf(!isOnline).each([
  ['as it is', []],
  // nodejieba's addon is built by its install script, so that the other segmenter has to do.
  ['without install scripts', ['--ignore-scripts']],
])(`installed %s${isOnline ? '' : " (npm's registry cannot be reached)"}`, (name, options) => {
  const place = () => join(folder, name.replaceAll(' ', '-'));
  const inPlace = (command: string, given: string[]) => run(command, given, { cwd: place() });

  beforeAll(async () => {
    await cp('seeds/press-release.txt', join(place(), 'report.txt'));
    // With --prefix npm does not look for a project in the folders above.
    await inPlace('npm', ['install', '--prefix', '.', ...QUIET, ...options, tarball]);
  });

  test('npx gaige --version', async () => {
    const { stdout } = await inPlace('npx', ['--no-install', 'gaige', '--version', '--lang', 'en']);
    expect(stdout).toMatch(new RegExp(`^gaige ${VERSION}\nsegmenter (nodejieba|@node-rs/jieba) `));
    if (options.length > 0)
      expect(stdout).toMatch(/@node-rs\/jieba .* \(nodejieba cannot be used: BINDING_NOT_FOUND\)/);
  });

  test('npx gaige extract', async () => {
    const { stdout } = await inPlace('npx', ['--no-install', 'gaige', 'extract', 'report.txt']);
    expect(JSON.parse(stdout).indicators.length).toBeGreaterThan(20);
  });

  test("import { extractReport } from 'gaige'", async () => {
    const program = `
      import { extractReport } from 'gaige';
      const { report, indicators } = await extractReport({ path: 'report.txt' });
      console.log(report.name, indicators.length > 20);`;
    const { stdout } = await inPlace(process.execPath, ['--input-type=module', '-e', program]);
    expect(stdout).toBe('report.txt true\n');
  });

  test('types', async () => {
    await writeFile(join(place(), 'program.mts'), PROGRAM);
    await inPlace(TSC, ['--noEmit', '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', 'program.mts']);
  });
});
