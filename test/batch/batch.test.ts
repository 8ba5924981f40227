/** Runs over many reports, through the real binary. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf } from '../cli/support.ts';
import { HERE, keptIn, LONG, reportOf, run, start, tableOf, until, writeReports } from './support.ts';

const COUNT = 30;

let root: string;
let reports: string;
let folder: string;
let whole: Buffer;

const at = (name: string): string => join(folder, name);
const into = (name: string): string[] => ['-o', at(name)];
const linesIn = <Line>(name: string) => recordsOf(readFileSync(at(name), 'utf8')) as unknown as Line[];
const errorsIn = (name: string) => linesIn<{ path: string; error: { code: string } }>(name);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'gaige-batch-'));
  reports = join(root, 'reports');
  writeReports(reports, COUNT);
  const { code } = await run([reports, '--jobs', '1', '-o', join(root, 'whole.ndjson')]);
  expect(code).toBe(0);
  whole = readFileSync(join(root, 'whole.ndjson'));
  expect(recordsOf(whole.toString())).toHaveLength(COUNT);
}, LONG);

afterAll(() => rmSync(root, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});

describe('the number of jobs changes nothing', () => {
  beforeAll(() => {
    const mixed = join(root, 'mixed');
    writeReports(mixed, 8);
    writeFileSync(join(mixed, 'small.csv'), tableOf(3));
    // Too large to be answered at once.
    writeFileSync(join(mixed, 'large.csv'), tableOf(60));
    writeFileSync(join(mixed, 'picture.txt'), Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\x1a\n\0\0')]));
  });

  test.each(['ndjson', 'json'])(
    '%s',
    async (format) => {
      const outputs: Buffer[] = [];
      for (const jobs of ['1', '2']) {
        const name = `${jobs}/all.${format}`;
        mkdirSync(at(jobs));
        const { code, stderr } = await run([join(root, 'mixed'), '--jobs', jobs, ...into(name)]);
        expect(code).toBe(1);
        expect(stderr).toMatch(/picture\.txt is not a text file.*reports 71 .*failed 1 /s);
        outputs.push(readFileSync(at(name)), readFileSync(at(`${jobs}/errors.ndjson`)));
      }
      expect(outputs[0]!.length).toBeGreaterThan(100_000);
      for (const [i, output] of outputs.entries()) expect(output.equals(outputs[i % 2]!)).toBe(true);
    },
    LONG,
  );

  test(
    'tables, and a file a report',
    async () => {
      const some = writeReports(at('some'), 9);
      for (const jobs of ['1', '2']) {
        await run([...some, '--jobs', jobs, '--format', 'csv', ...into(`tables-${jobs}/`)]);
        await run([...some, '--jobs', jobs, '--format', 'ndjson', ...into(`files-${jobs}/`)]);
      }
      for (const kind of ['tables', 'files']) {
        const names = readdirSync(at(`${kind}-1`), { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
        expect(names).toHaveLength(kind === 'tables' ? 3 : some.length);
        for (const { parentPath, name } of names) {
          const path = join(parentPath, name);
          expect(readFileSync(path).equals(readFileSync(path.replace(`${kind}-1`, `${kind}-2`)))).toBe(true);
        }
      }
    },
    LONG,
  );
});

test(
  'a file that cannot be looked at is one failure, also where findings are kept',
  async () => {
    const some = writeReports(at('some'), 3);
    symlinkSync('loop.txt', at('some/loop.txt'));
    const argv = [at('some'), '--jobs', '2', '--cache-folder', at('cache'), ...into('all.ndjson')];
    for (let i = 0; i < 2; i++) {
      expect(await run(argv)).toMatchObject({ code: 1 });
      expect(linesIn('all.ndjson')).toHaveLength(some.length);
      expect(errorsIn('errors.ndjson').map(({ error }) => error.code)).toEqual(['INPUT_UNREADABLE']);
    }
  },
  LONG,
);

describe('stopped and resumed', () => {
  const resume = (name: string) => [reports, '--jobs', '2', '--resume', '--cache-folder', at('cache'), ...into(name)];

  test(
    'killed ten times',
    async () => {
      let seed = 20_261;
      const random = () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      let before = 0;
      for (let times = 0; times < 10; times++) {
        const { child, ended } = start(resume('all.ndjson'));
        // Somewhere in the first answers that this run adds, or while it starts.
        const more = before < COUNT / 2 ? Math.floor(random() * 5) : 0;
        if (more > 0) await until(() => keptIn(at('cache')) >= before + more);
        await new Promise((resolve) => setTimeout(resolve, random() * 40));
        child.kill('SIGKILL');
        await ended;
        before = keptIn(at('cache'));
        expect(before).toBeLessThan(COUNT);
        expect(existsSync(at('all.ndjson'))).toBe(false);
      }
      expect(before).toBeGreaterThan(3);
      const { code } = await run(resume('all.ndjson'));
      expect(code).toBe(0);
      expect(readFileSync(at('all.ndjson')).equals(whole)).toBe(true);
      // Nothing of the ten is left beside it.
      expect(readdirSync(folder).sort()).toEqual(['all.ndjson', 'cache']);
    },
    LONG,
  );

  test(
    'Ctrl-C finishes what is in flight and says how to go on',
    async () => {
      const { child, ended } = start(resume('all.ndjson'));
      await until(() => keptIn(at('cache')) > 2);
      child.kill('SIGINT');
      const { code, stderr } = await ended;
      expect(code).toBe(130);
      expect(stderr).toMatch(/finishing what is in flight.*reports are kept.*--resume.*\ninterrupted\n$/s);
      expect(readdirSync(folder)).toEqual(['cache']);
      const kept = keptIn(at('cache'));
      expect(kept).toBeLessThan(COUNT);
      await run(resume('all.ndjson'));
      expect(readFileSync(at('all.ndjson')).equals(whole)).toBe(true);
    },
    LONG,
  );

  test(
    'what is kept is used, and what is damaged is not',
    async () => {
      await run(resume('one.ndjson'));
      expect(keptIn(at('cache'))).toBe(COUNT);
      const entries = readdirSync(at('cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /^..\//.test(name),
      );
      const [damaged, cut] = entries.map((name) => join(at('cache'), name));
      appendFileSync(damaged!, ' ');
      writeFileSync(cut!, readFileSync(cut!).subarray(0, 99));
      await run(resume('two.ndjson'));
      expect(readFileSync(at('two.ndjson')).equals(whole)).toBe(true);
      // Both were made anew; another option makes other answers.
      expect(keptIn(at('cache'))).toBe(COUNT);
      await run([...resume('three.ndjson'), '--include-text']);
      expect(keptIn(at('cache'))).toBe(2 * COUNT);
    },
    LONG,
  );
});

describe('one bad report stops nothing', () => {
  test(
    'a file deleted on the way',
    async () => {
      const gone = writeReports(at('reports'), 20).at(-1)!;
      const argv = [at('reports'), '--jobs', '1', '--cache', '--cache-folder', at('cache'), ...into('all.ndjson')];
      const { ended } = start(argv);
      await until(() => keptIn(at('cache')) > 0);
      rmSync(gone);
      const { code, stderr } = await ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(/cannot read .*0019\.txt: no such file.*\n.*hint.*\nreports 19 .* failed 1 /);
      expect(recordsOf(readFileSync(at('all.ndjson'), 'utf8'))).toHaveLength(19);
      expect(errorsIn('errors.ndjson')).toEqual([
        { path: gone, error: { code: 'INPUT_UNREADABLE', message: expect.any(String), hint: expect.any(String) } },
      ]);
    },
    LONG,
  );

  test.each([
    ['exits', 'THREAD-EXITS', [], 'WORKER_DIED'],
    ['runs out of memory', 'THREAD-FILLS-MEMORY', [], 'WORKER_DIED'],
    ['hangs', 'THREAD-HANGS', ['--timeout-per-report', '5'], 'REPORT_TIMEOUT'],
  ])(
    'a thread that %s',
    async (_, word, options, error) => {
      const paths = writeReports(at('reports'), 12);
      writeFileSync(paths[4]!, `${word}\n${reportOf(4)}`);
      const table = join(at('reports'), 'table.csv');
      writeFileSync(table, tableOf(5).replace('第2号报告', word));
      const argv = [at('reports'), '--jobs', '2', ...options, ...into('all.ndjson')];
      const { code, stderr } = await run(argv, { preload: join(HERE, 'faults.mjs') });
      expect(code).toBe(1);
      expect(stderr).toContain(paths[4]!);
      expect(errorsIn('errors.ndjson').map(({ path, error: { code } }) => [path, code])).toEqual([[paths[4], error]]);
      // Rows of a table are decoded with the whole of it, in the thread that keeps order.
      const done = linesIn<{ report: { path: string } }>('all.ndjson').map(({ report }) => report.path);
      expect(done).toEqual([
        ...paths.filter((path) => path !== paths[4]),
        ...[1, 2, 3, 4, 5].map((i) => `${table}#${i}`),
      ]);
    },
    LONG,
  );

  test.each([
    ['--fail-fast', [], 1],
    ['--max-errors', ['3'], 3],
  ])(
    '%s stops all the same',
    async (option, value, failures) => {
      for (const path of writeReports(at('reports'), 8).slice(2, 7))
        writeFileSync(path, Buffer.of(0x7f, 0x45, 0x4c, 0x46, 0, 0));
      const { code, stderr } = await run([at('reports'), option, ...value, ...into('all.ndjson')]);
      expect(code).toBe(1);
      expect(stderr).toContain(`given up after ${failures} failures`);
      expect(errorsIn('errors.ndjson')).toHaveLength(failures);
      expect(existsSync(at('all.ndjson'))).toBe(false);
      // What was listed then is not taken for the next run's.
      for (const path of readdirSync(at('reports')).slice(2, 7)) rmSync(join(at('reports'), path));
      expect(await run([at('reports'), ...into('all.ndjson')])).toMatchObject({ code: 0 });
      expect(existsSync(at('errors.ndjson'))).toBe(false);
    },
    LONG,
  );
});
