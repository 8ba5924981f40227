import { describe, expect, test } from 'vitest';
import { parseRuleFile } from '../../src/knowledge/rule-file.ts';

const faultsOf = (text: string) => parseRuleFile({ path: 'mine.yaml', text }).faults;

const rule = (lines: string) => `rules:\n  - id: a/b\n    pattern: "<percent>"\n${lines}    examples: {}\n`;

describe('faults in rule files name line and column and show the line', () => {
  test.each([
    ['rules:\n  - id: [', 'YAML', 2, 10],
    ['classes:\n  up: 增长\n', 'WRONG_TYPE', 2, 7],
    ['rulez: []\n', 'UNKNOWN_KEY', 1, 1, 'rules'],
    ['rules:\n  - id: Bad Id\n    pattern: "<percent>"\n    emit: {}\n    examples: {}\n', 'BAD_FORMAT', 2, 9],
    [rule('    emit: { kind: chnge }\n'), 'UNKNOWN_VALUE', 4, 19, 'change'],
    [rule('    emit: {}\n    priorty: 3\n'), 'UNKNOWN_KEY', 5, 5, 'priority'],
    [rule('    emit: {}\n    priority: 300\n'), 'OUT_OF_RANGE', 5, 15],
    [rule(''), 'MISSING_KEY', 2, 5],
    [rule('    emti: {}\n'), 'UNKNOWN_KEY', 4, 5, 'emit'],
    ['classes: { a: [x], a: [y] }\n', 'DUPLICATE_KEY', 1, 20],
    ['classes: !!js/function { a: [x] }\n', 'YAML', 1, 10],
    ['boilerplate:\n  lines:\n    - { id: a, maxLength: 9 }\n', 'ONE_OF', 3, 7],
  ])('%j', (text, code, line, column, near = undefined) => {
    const faults = faultsOf(text);
    expect(faults.map((fault) => [fault.code, fault.line, fault.column])).toEqual([[code, line, column]]);
    expect(faults[0]!.facts['near']).toBe(near);
    expect(faults[0]!.path).toBe('mine.yaml');
    expect(faults[0]!.excerpt).toContain(`${line} | ${text.split('\n')[line - 1]}`);
  });

  test('all of them are told, and what is right is kept', () => {
    const text = 'classes:\n  a: [x]\n  b: y\nrules:\n  - id: a/b\n  - 3\n';
    const { content, faults } = parseRuleFile({ path: 'mine.yaml', text });
    expect(content.classes).toEqual({ a: ['x'] });
    expect(faults.map(({ line }) => line)).toEqual([3, 5, 5, 6]);
  });
});
