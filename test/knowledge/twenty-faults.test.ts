import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openRulePacks } from '../../src/knowledge/index.ts';
import { formatFault } from '../../src/messages/fault.ts';

const PACK = 'test/packs/twenty-faults.yaml';

/** The remarks of the file: line, column, code. */
const planted = readFileSync(PACK, 'utf8')
  .split('\n')
  .flatMap((text, i) => {
    const remark = /# ([A-Z_]+) (\d+)$/.exec(text);
    return remark ? [[i + 1, Number(remark[2]), remark[1]!] as const] : [];
  });

const { faults, pack } = openRulePacks([PACK]);

test('twenty planted faults get twenty diagnostics, each with its line, column and code', () => {
  expect(planted).toHaveLength(20);
  expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual(planted);
  expect(pack).toBeNull();
});

test('each shows its line, says what was expected, and links to the docs, in both languages', () => {
  const lines = readFileSync(PACK, 'utf8').split('\n');
  for (const fault of faults) {
    const [zh, en] = [formatFault(fault, 'zh'), formatFault(fault, 'en')];
    for (const words of [zh, en]) {
      expect(words).toContain(`${PACK}:${fault.line}:${fault.column}: `);
      expect(words).toContain(`${fault.line} | ${lines[fault.line - 1]}`);
      expect(words).toMatch(/docs\/rules(-reference|\.zh-CN)?\.md/);
      expect(words).not.toMatch(/\{\w+\}|undefined/);
    }
    expect(zh.split('\n')[0]).toMatch(/\p{Script=Han}/u);
  }
});

test('misspelt names come with the one that was meant', () => {
  const near = faults.flatMap(({ facts }) => (facts['near'] === undefined ? [] : [facts['near']]));
  expect(near).toEqual(['units', '@rise', '@rise', '家', '$what', 'star', 'accept/unit']);
});
