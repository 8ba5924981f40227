import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openSorted } from '../../src/batch/sorted.ts';

/** Keys that come again and again, in no order, each value with its turn. */
const GIVEN = Array.from({ length: 2000 }, (_, turn) => ({ key: `第${(turn * 7919) % 331}\n\u0000`, turn }));

const groupsOf = (mostHeld: number, mostRuns?: number): { key: string; turn: number }[][] => {
  const sorted = openSorted<{ key: string; turn: number }>(mostHeld, mostRuns);
  for (const each of GIVEN) sorted.add(each.key, each);
  const [once, again] = [[...sorted.groups()], [...sorted.groups()]];
  sorted.close();
  expect(again).toEqual(once);
  return once.map((group) => [...group]);
};

test.each([
  { mostHeld: 1 },
  { mostHeld: 100, mostRuns: 3 },
  { mostHeld: 100, mostRuns: 2 },
  { mostHeld: 5000 },
  { mostHeld: 1e9 },
])('in order, whether in memory, in runs or in runs of runs: %o', ({ mostHeld, mostRuns }) => {
  const groups = groupsOf(mostHeld, mostRuns);
  const keys = groups.map(([first]) => first?.key ?? '');
  expect(keys).toEqual([...new Set(GIVEN.map(({ key }) => key))].sort());
  for (const group of groups) {
    expect(new Set(group.map(({ key }) => key)).size).toBe(1);
    const turns = group.map(({ turn }) => turn);
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  }
  expect(groups.flat()).toHaveLength(GIVEN.length);
});

test('nothing', () => {
  const sorted = openSorted<string>();
  expect([...sorted.groups()]).toEqual([]);
  sorted.close();
});

test('nothing is left on the disk', () => {
  const left = () => readdirSync(tmpdir()).filter((name) => /^gaige-\w{6}$/.test(name));
  const before = left();
  groupsOf(1);
  expect(left().filter((name) => !before.includes(name))).toEqual([]);
});
