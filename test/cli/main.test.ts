import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBadFiles } from './bad-files.ts';
import { CASES, type Case } from './cases.ts';
import { type Result, runBinary, runMain } from './support.ts';

let folder: string;

beforeAll(() => {
  folder = makeBadFiles();
});

afterAll(() => {
  chmodSync(join(folder, 'secret.txt'), 0o600);
  rmSync(folder, { recursive: true });
});

const argumentsOf = ({ argv }: Case): string[] => argv.map((argument) => argument.replace(/^@(?=\/|$)/, folder));

function check({ code, records, stdout, stderr }: Case, result: Result): void {
  expect(result).toMatchObject({ code });
  if (stdout) expect(result.stdout).toMatch(stdout);
  if (stderr) expect(result.stderr).toMatch(stderr);
  if (records !== undefined) expect(result.stdout.split('\n')).toHaveLength(records + 1);
}

describe('in-process', () => {
  test.each(CASES.filter(({ skip }) => !skip))('$name', async (each) => {
    check(each, await runMain(argumentsOf(each), each.setting));
  });
});

describe('through the binary', () => {
  test.concurrent.each(CASES.filter(({ binary, skip }) => binary && !skip))('$name', async (each) => {
    check(each, await runBinary(argumentsOf(each), each.setting));
  });
});
