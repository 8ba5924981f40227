/** Packs that mean harm end in clear faults, and soon: the runner's limit of a few seconds a test is the bound. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRulePacks } from '../../src/knowledge/index.ts';
import { codesOf, openTexts, writePack } from '../support/packs.ts';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

const rule = (id: number, pattern = '<percent>') =>
  `  - { id: a/r${id}, pattern: '${pattern}', emit: { kind: level } }\n`;

const ALIAS_BOMB = `classes:\n  c0: &c0 [x, x, x, x, x, x, x, x, x]\n${lines(
  12,
  (i) => `  c${i + 1}: &c${i + 1} [${Array(9).fill(`*c${i}`).join(', ')}]\n`,
)}`;

describe('a hostile pack', () => {
  test.each([
    ['aliases of aliases', ALIAS_BOMB, 'ALIAS_BOMB'],
    ['an alias inside what it names', 'classes:\n  a: &a [x, *a]\n', 'ALIAS_CYCLE'],
    ['an alias of nothing', 'classes: { a: [*x, b] }\n', 'YAML'],
    ['a selector that is none', "boilerplate: { html: { drop: ['a['] } }\n", 'BAD_FORMAT'],
    ['deep nesting', `classes: ${'['.repeat(50_000)}`, 'TOO_DEEP'],
    ['deep indentation', lines(900, (i) => `${' '.repeat(i)}a:\n`), 'TOO_DEEP'],
    ['a large file', `# ${'x'.repeat(600_000)}`, 'TOO_LARGE'],
    ['a tag that runs code elsewhere', 'classes: !!js/function "function(){process.exit(3)}"\n', 'YAML'],
    ['keys of prototypes', '__proto__: { polluted: true }\n', 'UNKNOWN_KEY'],
    ['classes in a circle', "classes: { a: ['@b'], b: ['@c'], c: ['@a'] }\n", 'CLASS_CYCLE'],
    [
      'a long chain of classes',
      `classes:\n${lines(9000, (i) => `  c${i}: ['@c${i + 1}']\n`)}  c9000: [甲]\n`,
      'TOO_DEEP',
    ],
    ['a class that includes itself twice', "classes: { a: ['@a @a'] }\n", 'CLASS_CYCLE'],
    ['nested quantifiers', `rules:\n${rule(0, '((.{0,40}){0,40}){0,40} <percent>')}`, 'TOO_COMPLEX'],
    ['an endless repetition', `rules:\n${rule(0, '增{0,99999999} <percent>')}`, 'REPEAT_RANGE'],
    ['tests of tests', `rules:\n${rule(0, `${'!'.repeat(1900)}甲 <percent>`)}`, 'TOO_COMPLEX'],
    ['many states', `rules:\n${lines(4000, (i) => rule(i, '(甲 | 乙){0,20} <percent>'))}`, 'RULES_TOO_COMPLEX'],
    ['thousands of faults', `rules:\n${lines(4000, () => '  - { idd: 1 }\n')}`, 'MISSING_KEY'],
    ['thousands of double keys', `classes:\n${lines(20_000, () => '  k: [a]\n')}`, 'DUPLICATE_KEY'],
  ])('%s', (_name, text, code) => {
    const { pack, faults } = openTexts(text);
    expect(pack).toBeNull();
    expect(faults[0]).toMatchObject({ code, line: expect.any(Number), column: expect.any(Number) });
    expect(faults.length).toBeLessThan(500);
    expect(JSON.stringify(faults).length).toBeLessThan(500_000);
    expect({}).not.toHaveProperty('polluted');
  });

  test('10,000 rules', () => {
    const texts = [0, 1, 2].map((file) => `rules:\n${lines(4000, (i) => rule(file * 4000 + i))}`);
    expect(codesOf(...texts)).toEqual(['TOO_MANY_RULES']);
  });

  test('classes that double with every step are the set of their words', () => {
    const doubling = lines(40, (i) => `  c${i}: ['@c${i + 1} @d${i}']\n  d${i}: ['@c${i + 1} x${i}']\n`);
    expect(openTexts(`classes:\n${doubling}  c40: [甲]\n`).pack!.classes.get('c0')!.words.size).toBe(41);
  });

  test('reads no file outside its folder', () => {
    const inside = writePack('linked/pack.yaml', 'pack: { name: linked, version: 1.0.0 }\n');
    const outside = writePack('secret.yaml', 'classes: { secret: [甲] }\n');
    symlinkSync(outside, join(dirname(inside), 'leak.yaml'));
    const { faults, merged } = openRulePacks([dirname(inside)]);
    expect(faults.map(({ code }) => code)).toEqual(['OUTSIDE']);
    expect(merged.classes.has('secret')).toBe(false);
  });

  test('follows no link to a folder', () => {
    const folder = dirname(writePack('looped/pack.yaml', 'classes: { mine: [甲] }\n'));
    mkdirSync(join(folder, 'inner'));
    symlinkSync('..', join(folder, 'inner/up'));
    expect(openRulePacks([folder]).faults).toEqual([]);
  });

  test('has no more than 500 files', () => {
    const folder = dirname(writePack('many/0.yaml', ''));
    for (let i = 1; i <= 500; i++) writeFileSync(join(folder, `${i}.yaml`), '');
    expect(openRulePacks([folder]).faults.map(({ code }) => code)).toEqual(['TOO_MANY_FILES']);
  });
});
