/**
 * Recipes are run: each program of docs/recipes.md on files made of `seeds/`, wherever what runs it is installed; under it stands what it
 * printed. `GAIGE_UPDATE=1` writes that anew.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBinary } from './cli/support.ts';
import { query } from './support/duckdb.ts';
import { runs } from './support/programs.ts';

const PAGES = ['docs/recipes.md', 'docs/recipes.zh-CN.md'];

/** `head` is a marker up to what its program printed. */
const RECIPE =
  /(?<head><!-- recipe (?<name>[a-z-]+) -->\n```\w+\n(?<program>.*?)^```\n\n```text\n)(?<printed>.*?)^```/gms;

type Recipe = { head: string; name: string; program: string; printed: string };

const recipesIn = (page: string): Recipe[] =>
  [...readFileSync(page, 'utf8').matchAll(RECIPE)].map(({ groups }) => groups as Recipe);

const FILES = /<!-- files of the recipes -->\n```sh\n(.*?)^```/ms;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-recipes-'));
  symlinkSync(resolve('seeds'), join(folder, 'seeds'));
  const [, commands = ''] = FILES.exec(readFileSync(PAGES[0]!, 'utf8')) ?? [];
  for (const line of commands.trim().split('\n')) {
    const { code } = await runBinary(line.split(' ').slice(1), { cwd: folder });
    expect({ line, code }).toEqual({ line, code: 0 });
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

const printedBy = (program: string, args: string[], input?: string): string =>
  execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    ...(input !== undefined && { input }),
  });

/** As `duckdb -csv` prints it. */
async function duckdb(sql: string): Promise<string> {
  const rows = await query(`SET file_search_path = '${folder}'; ${sql}`);
  return stringify(rows, { header: true });
}

type Runner = { run: (program: string) => string | Promise<string>; has: () => boolean; needs: string };

const RUNNERS: Record<string, Runner> = {
  duckdb: { run: duckdb, has: () => true, needs: '' },
  pandas: {
    run: (program) => printedBy('python3', ['-'], program),
    has: () => runs('python3', '-c', 'import pandas, openpyxl'),
    needs: ', skipped where pandas or openpyxl is missing',
  },
  'pandas-parquet': {
    run: (program) => printedBy('python3', ['-'], program),
    has: () => runs('python3', '-c', 'import pandas, pyarrow'),
    needs: ', skipped where pandas or pyarrow is missing',
  },
  r: {
    run: (program) => printedBy('Rscript', ['-e', program]),
    has: () => runs('Rscript', '-e', 'library(readxl)'),
    needs: ', skipped where R or readxl is missing',
  },
  'r-ndjson': {
    run: (program) => printedBy('Rscript', ['-e', program]),
    has: () => runs('Rscript', '-e', 'library(jsonlite)'),
    needs: ', skipped where R or jsonlite is missing',
  },
};

for (const page of PAGES) {
  for (const [i, { head, name, program, printed }] of recipesIn(page).entries()) {
    const { run, has, needs } = RUNNERS[name]!;
    test.skipIf(!has())(
      `${page}, ${i + 1}: ${name}${needs}`,
      async () => {
        const now = await run(program);
        if (process.env['GAIGE_UPDATE'])
          writeFileSync(
            page,
            readFileSync(page, 'utf8').replace(head + printed, () => head + now),
          );
        else expect(now).toBe(printed);
      },
      60_000,
    );
  }
}

test('both pages have the same programs', () => {
  const [first, second] = PAGES.map((page) => recipesIn(page).map(({ program }) => program));
  expect(first?.length).toBeGreaterThan(3);
  expect(second).toEqual(first);
});
