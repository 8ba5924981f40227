import { describe, expect, test } from 'vitest';
import { GaigeError } from '../../src/model/error.ts';
import { compileRulePack } from '../../src/rulepack/index.ts';
import { parseRuleFile } from '../../src/rulepack/yaml-file.ts';

function faultOf(source: string): GaigeError {
  try {
    parseRuleFile('mine.yaml', source);
  } catch (error) {
    if (error instanceof GaigeError) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('faults in rule files name line and column and show the line', () => {
  test.each([
    ['rules:\n  - id: [', 2, 'YAML'],
    ['classes:\n  up: 增长\n', 2, 'a list where a word stands'],
    ['rulez: []\n', 1, 'an unknown section'],
    ['rules:\n  - id: Bad Id\n    pattern: "<percent>"\n    emit: {}\n    examples: {}\n', 2, 'a bad id'],
    [
      'rules:\n  - id: a/b\n    pattern: "<percent>"\n    emit: { kind: growth }\n    examples: {}\n',
      4,
      'a kind that is none',
    ],
    [
      'rules:\n  - id: a/b\n    pattern: "<percent>"\n    emit: {}\n    colour: red\n    examples: {}\n',
      5,
      'an unknown key',
    ],
    ['classes: { a: [x], a: [y] }\n', 1, 'a key twice'],
  ])('%#', (source, line, _why) => {
    const { code, facts } = faultOf(source);
    expect(code).toBe('RULES_INVALID');
    expect(facts['line']).toBe(line);
    expect(facts['path']).toBe('mine.yaml');
    expect(facts['excerpt']).toContain(`${line} | ${source.split('\n')[line - 1]}`);
  });

  test('too many aliases are refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 0; i < 8; i++) {
      const [from, to] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
      bomb.push(`${to}: &${to} [*${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}]`);
    }
    expect(faultOf(bomb.join('\n')).code).toBe('RULES_INVALID');
  });
});

test('classes may include each other, but not themselves', () => {
  const file = parseRuleFile('mine.yaml', "classes:\n  a: ['@b']\n  b: ['@a']\n");
  expect(() => compileRulePack([file], 'hash')).toThrowError(GaigeError);
});
