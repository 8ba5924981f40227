/** The packed package, installed into an empty folder as a user would. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../src/built/version.ts';

const run = promisify(execFile);
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline'];

/** What package.json says is packed, and package.json. */
const DECLARED = [...JSON.parse(readFileSync('package.json', 'utf8')).files, 'package.json'].sort();

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

describe.each([
  ['as it is', []],
  // nodejieba's addon is built by its install script, so that the other segmenter has to do.
  ['without install scripts', ['--ignore-scripts']],
])('installed %s', (name, options) => {
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
});
