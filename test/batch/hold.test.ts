/** What befalls a run from outside: nothing is lost, nothing comes twice, and who started it is told. Through the real binary. */
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT, recordsOf } from '../cli/support.ts';
import { isRunning } from '../support/processes.ts';
import { HERE, keptIn, LONG, reportOf, run, start, until, writeReports } from './support.ts';

const COUNT = 24;

const isPosix = process.platform !== 'win32';
const isLinux = process.platform === 'linux';

let root: string;
let reports: string;
let folder: string;
let whole: Buffer;

const at = (name: string): string => join(folder, name);
const pathsIn = (name: string): string[] =>
  (recordsOf(readFileSync(at(name), 'utf8')) as unknown as { report: { path: string } }[]).map(
    ({ report }) => report.path,
  );

/** `$G` is the binary. */
const sh = (script: string, input = '') =>
  spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 1024 ** 3,
    env: {
      PATH: process.env['PATH'],
      LANG: 'en_GB.UTF-8',
      G: `${process.execPath} ${join(ROOT, 'bin/gaige.js')}`,
      REPORTS: reports,
    },
  });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'gaige-hold-'));
  reports = join(root, 'reports');
  writeReports(reports, COUNT);
  expect(await run([reports, '--jobs', '1', '-o', join(root, 'whole.ndjson')])).toMatchObject({ code: 0 });
  whole = readFileSync(join(root, 'whole.ndjson'));
}, LONG);

afterAll(() => rmSync(root, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});

describe('what is there already', () => {
  test(
    'two runs at once share a cache and an output',
    async () => {
      const argv = [reports, '--jobs', '1', '--resume', '--cache-folder', at('cache'), '-o', at('all.ndjson')];
      const [one, other] = await Promise.all([run(argv), run(argv)]);
      expect([one.code, other.code]).toEqual([0, 0]);
      expect(readFileSync(at('all.ndjson')).equals(whole)).toBe(true);
      expect(readdirSync(folder).sort()).toEqual(['all.ndjson', 'cache']);
      expect(keptIn(at('cache'))).toBe(COUNT);
    },
    LONG,
  );

  test(
    'an output of before stays until there is another',
    async () => {
      writeFileSync(at('all.ndjson'), 'before');
      const { child, ended } = start([reports, '--cache', '--cache-folder', at('cache'), '-o', at('all.ndjson')]);
      await until(() => keptIn(at('cache')) > 2);
      child.kill('SIGKILL');
      await ended;
      expect(readFileSync(at('all.ndjson'), 'utf8')).toBe('before');
    },
    LONG,
  );

  test(
    'an entry of the cache that was changed, exchanged or made a folder is made anew',
    async () => {
      const argv = [reports, '--resume', '--cache-folder', at('cache'), '-o', at('all.ndjson')];
      await run(argv);
      const entries = readdirSync(at('cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /^..\//.test(name),
      );
      const [changed, one, other, empty, odd] = entries.map((name) => join(at('cache'), name));
      const text = readFileSync(changed!, 'utf8');
      writeFileSync(changed!, text.replace('"indicators":[', '"indicators":[{},'));
      copyFileSync(one!, other!);
      writeFileSync(empty!, '');
      rmSync(odd!);
      mkdirSync(odd!);
      expect(await run(argv)).toMatchObject({ code: 0 });
      expect(readFileSync(at('all.ndjson')).equals(whole)).toBe(true);
      expect(readFileSync(changed!, 'utf8')).toBe(text);
    },
    LONG,
  );

  test(
    '--resume takes nothing for what it no longer is',
    async () => {
      const some = writeReports(at('some'), 6);
      const argv = (...more: string[]) => [at('some'), '--resume', '--cache-folder', at('cache'), ...more];
      await run(argv());
      writeFileSync(some[1]!, reportOf(77));
      rmSync(some[2]!);
      writeFileSync(at('some/new.txt'), reportOf(78));
      writeFileSync(at('rules.yaml'), 'rules: [{ id: my/one, pattern: "[群众]", emit: { name: 群众 } }]\n');
      const rules = ['--rules', at('rules.yaml')];
      for (const more of [[], ['--include-text'], rules]) {
        const resumed = await run(argv(...more));
        const anew = await run([at('some'), ...more]);
        expect(resumed.code).toBe(anew.code);
        expect(resumed.stdout.equals(anew.stdout)).toBe(true);
      }
    },
    LONG,
  );
});

describe.skipIf(!isPosix)('signals', () => {
  test.each([
    ['SIGTERM', 'SIGTERM'],
    ['SIGINT', 'SIGTERM'],
  ] as const)(
    '%s and then %s: the second ends at once what the first waits for',
    async (first, second) => {
      const paths = writeReports(at('some'), 6);
      writeFileSync(paths[4]!, `THREAD-HANGS\n${reportOf(4)}`);
      const argv = [at('some'), '--jobs', '1', '--resume', '--cache-folder', at('cache'), '-o', at('all.ndjson')];
      const { child, ended, stderr } = start(argv, { preload: join(HERE, 'faults.mjs') });
      await until(() => keptIn(at('cache')) === 4);
      child.kill(first);
      await until(() => stderr().includes('finishing'));
      child.kill(second);
      await ended;
      expect(child.signalCode).toBe(second);
      expect(existsSync(at('all.ndjson'))).toBe(false);
      expect(await run(argv)).toMatchObject({ code: 0 });
      expect(pathsIn('all.ndjson')).toEqual(paths);
      expect(readdirSync(folder).sort()).toEqual(['all.ndjson', 'cache', 'some']);
    },
    LONG,
  );
});

describe('things that go', () => {
  test(
    'the folder that is read',
    async () => {
      const paths = writeReports(at('some'), 40);
      const argv = [at('some'), '--jobs', '1', '--cache', '--cache-folder', at('cache'), '-o', at('all.ndjson')];
      const { ended } = start(argv);
      await until(() => keptIn(at('cache')) > 2);
      rmSync(at('some'), { recursive: true });
      const { code, stderr } = await ended;
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/cannot read .*: no such file/) });
      const failed = recordsOf(readFileSync(at('errors.ndjson'), 'utf8')) as unknown as { path: string }[];
      expect([...pathsIn('all.ndjson'), ...failed.map(({ path }) => path)]).toEqual(paths);
    },
    LONG,
  );

  test(
    'the folder that is written to',
    async () => {
      mkdirSync(at('out'));
      const argv = [reports, '--jobs', '1', '--cache', '--cache-folder', at('cache'), '-o', at('out/all.ndjson')];
      const { ended } = start(argv);
      await until(() => keptIn(at('cache')) > 2);
      rmSync(at('out'), { recursive: true });
      expect(await ended).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/cannot write .*out\/all\.ndjson: no such file or folder/),
      });
    },
    LONG,
  );

  test.skipIf(!isPosix)(
    'the folder in which it was started',
    () => {
      mkdirSync(at('here'));
      const { status, stderr } = sh('cd here && rmdir ../here && $G extract "$REPORTS"');
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^error: no such file or folder/),
      });
    },
    LONG,
  );

  test(
    'the cache',
    async () => {
      const argv = [reports, '--jobs', '1', '--cache', '--cache-folder', at('cache'), '-o', at('all.ndjson')];
      const { ended } = start(argv);
      for (let kept = 0; kept < 3; kept++) {
        await until(() => keptIn(at('cache')) > 2 || existsSync(at('all.ndjson')));
        // Moved first, since entries are written meanwhile.
        if (existsSync(at('cache'))) renameSync(at('cache'), at(`gone-${kept}`));
      }
      expect(await ended).toMatchObject({ code: 0 });
      expect(readFileSync(at('all.ndjson')).equals(whole)).toBe(true);
    },
    LONG,
  );
});

describe.skipIf(!isPosix)('little room, and much to do', () => {
  test(
    '64 open files',
    () => {
      writeReports(at('some'), 40);
      const { status, stderr } = sh('ulimit -n 64; $G extract some --jobs 2 -o out/');
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(readdirSync(at('out/some'))).toHaveLength(40);
    },
    LONG,
  );

  test(
    '5,000 files, each once and in its order',
    async () => {
      mkdirSync(at('many'));
      const names = Array.from({ length: 5000 }, (_, i) => `${String(i).padStart(5, '0')}.txt`);
      for (const [i, name] of names.entries()) writeFileSync(join(at('many'), name), `新增企业${i}家。`);
      expect(await run([at('many'), '-o', at('all.ndjson')])).toMatchObject({ code: 0 });
      expect(pathsIn('all.ndjson')).toEqual(names.map((name) => `${at('many')}/${name}`));
    },
    LONG,
  );
});

describe.skipIf(!isPosix)('pipes and names', () => {
  test(
    'a pipe that is named is read like standard input',
    () => {
      const { status, stdout } = sh(
        '$G extract <(echo 新增企业3家。) <(echo 新增企业5家。) | grep -o "[35]家" | sort -u',
      );
      expect({ status, stdout }).toEqual({ status: 0, stdout: '3家\n5家\n' });
      expect(sh('mkfifo p; (sleep 1; echo 新增企业7家。 > p) & $G text p').stdout).toBe('新增企业7家。\n');
    },
    LONG,
  );

  test
    .skipIf(!isLinux)
    .each(['extract p', 'extract p --jobs 2', 'check --no-config p', 'text p', 'quantities p', 'table p'])(
    'what waits for a pipe hears that it is interrupted: %s',
    async (command) => {
      expect(sh('mkfifo p').status).toBe(0);
      const child = spawn(process.execPath, [join(ROOT, 'bin/gaige.js'), ...command.split(' ')], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(child.exitCode).toBe(null);
      child.kill('SIGTERM');
      expect(await ended).toBe(130);
    },
    LONG,
  );

  test(
    'pipes, devices and links in a folder',
    () => {
      mkdirSync(at('in'));
      writeFileSync(at('in/a.txt'), '新增企业3家。');
      writeFileSync(at('out-of-it.txt'), '新增企业5家。');
      symlinkSync('../out-of-it.txt', at('in/b.txt'));
      symlinkSync('/dev/zero', at('in/c.txt'));
      symlinkSync('..', at('in/d'));
      const { status, stderr } = sh('mkfifo in/e.txt; $G extract in --verbose -o all.ndjson');
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(pathsIn('all.ndjson')).toEqual(['in/a.txt', 'in/b.txt']);
      for (const name of ['c.txt', 'e.txt']) expect(stderr).toContain(`in/${name}: no file but a pipe, a device`);
      expect(stderr).toContain('in/d: a link to a folder');
    },
    LONG,
  );

  test.skipIf(!isLinux)(
    'names that are no UTF-8 are told, each by itself, and cost no other',
    () => {
      mkdirSync(at('in'));
      writeFileSync(at('in/好.txt'), '新增企业3家。');
      for (const bytes of [[0xb8, 0xc4], [0xff], [0xfe]])
        writeFileSync(Buffer.concat([Buffer.from(`${at('in')}/`), Buffer.from(bytes), Buffer.from('.txt')]), 'x');
      const { status, stderr } = sh('$G extract in -o all.ndjson');
      expect(status).toBe(1);
      expect(pathsIn('all.ndjson')).toEqual(['in/好.txt']);
      for (const name of ['\\xb8\\xc4', '\\xff', '\\xfe'])
        expect(stderr).toContain(`cannot read in/${name}.txt: its name is not UTF-8`);
      expect(sh('$G extract in/*.txt').stderr).toMatch(/its name is not UTF-8/);
    },
    LONG,
  );

  test(
    'names of 250 bytes, also of what is made of them',
    () => {
      mkdirSync(at('in'));
      const names = ['改', '革'].map((char) => `${char.repeat(82)}.txt`);
      for (const name of [...names, `${'a'.repeat(250)}.txt`]) writeFileSync(join(at('in'), name), '新增企业3家。');
      for (const format of ['ndjson', 'html']) {
        expect(sh(`$G extract in --format ${format} -o ${format}/`).status).toBe(0);
        const written = readdirSync(at(format), { recursive: true, encoding: 'utf8' }).filter(
          (name) => name.endsWith(`.${format}`) && !name.endsWith('index.html'),
        );
        expect(written).toHaveLength(3);
      }
    },
    LONG,
  );
});

describe.skipIf(!isPosix)('who reads the output', () => {
  test.each(['', '--jobs 2', '--format summary'])(
    'has enough: extract %s',
    (options) => {
      const { status, stderr } = sh(`set -o pipefail; $G extract "$REPORTS" ${options} | head -c 100 > /dev/null`);
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/error|bug/) });
    },
    LONG,
  );

  test(
    'is slow, and loses nothing',
    () => {
      const { status, stdout } = sh(
        'set -o pipefail; $G extract "$REPORTS" --jobs 2 | (sleep 2; cat) | md5sum; md5sum < ../whole.ndjson',
      );
      const [slow, usual] = stdout.split('\n');
      expect({ status, slow }).toEqual({ status: 0, slow: usual });
    },
    LONG,
  );

  test(
    'cannot be written to',
    () => {
      expect(sh('$G extract "$REPORTS" > /dev/full')).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/cannot write stdout: no space left/),
      });
    },
    LONG,
  );
});

describe('gaige stream', () => {
  const line = (document: unknown) => `${JSON.stringify(document)}\n`;
  const good = (id: number) => line({ id, text: `新增企业${id}家。` });
  const begin = () => {
    const child = spawn(process.execPath, ['bin/gaige.js', 'stream'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, ended };
  };

  test(
    'bad lines and lines of 100 MB are answered in their order',
    async () => {
      const { child, ended } = begin();
      const stdout: Buffer[] = [];
      child.stdout.on('data', (chunk) => stdout.push(chunk));
      child.stderr.resume();
      for (const part of [
        good(1),
        '{\n',
        `${'{"id":2,"text":"'}${'x'.repeat(100_000_000)}\n`,
        `\n\0\n${'['.repeat(100_000)}\n`,
        Buffer.of(0xff, 0xfe, 0x0a),
        good(3),
      ])
        child.stdin.write(part);
      child.stdin.end(good(4).trimEnd());
      expect(await ended).toBe(0);
      const answers = recordsOf(Buffer.concat(stdout).toString()) as unknown as {
        id: number | null;
        error?: { code: string };
      }[];
      expect(answers.map(({ id, error }) => error?.code ?? id)).toEqual([1, ...Array(6).fill('LINE_INVALID'), 3, 4]);
    },
    LONG,
  );

  test(
    'holds little of what a slow reader has not taken, and all of it comes',
    async () => {
      const { child, ended } = begin();
      child.stderr.resume();
      const count = 2000;
      let sent = 0;
      const sending = (async () => {
        for (let id = 0; id < count; id++) {
          sent++;
          if (!child.stdin.write(line({ id, text: `新增企业${id}家。${'x'.repeat(1000)}` })))
            await new Promise((resolve) => child.stdin.once('drain', resolve));
        }
        child.stdin.end();
      })();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      expect(sent).toBeLessThan(count);
      const stdout: Buffer[] = [];
      child.stdout.on('data', (chunk) => stdout.push(chunk));
      await sending;
      expect(await ended).toBe(0);
      const ids = recordsOf(Buffer.concat(stdout).toString()).map((answer) => answer['id'] as unknown as number);
      expect(ids).toEqual(Array.from({ length: count }, (_, id) => id));
    },
    LONG,
  );

  test(
    'ends when nobody reads its answers, or it is told to',
    async () => {
      const closed = begin();
      closed.child.stderr.resume();
      closed.child.stdin.on('error', () => {});
      closed.child.stdin.write(good(1));
      await new Promise((resolve) => closed.child.stdout.once('data', resolve));
      closed.child.stdout.destroy();
      closed.child.stdin.write(good(2));
      expect(await closed.ended).toBe(0);
      const told = begin();
      told.child.stderr.resume();
      told.child.stdin.write(good(1));
      await new Promise((resolve) => told.child.stdout.once('data', resolve));
      told.child.kill('SIGTERM');
      expect(await told.ended).toBe(130);
      expect(isRunning(told.child.pid!)).toBe(false);
    },
    LONG,
  );
});
