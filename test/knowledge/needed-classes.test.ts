/** Classes that code asks for by name: no pack can lose one unnoticed. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEEDED_CLASSES } from '../../src/knowledge/classes/needed.ts';
import { neededClasses } from '../../src/knowledge/classes/schema.ts';
import { compilePacks } from '../../src/knowledge/compile.ts';
import { BUILT_IN_RULES } from '../../src/knowledge/index.ts';
import { packOf } from '../../src/knowledge/pack.ts';
import { readPackTexts } from '../../src/knowledge/pack-texts.ts';
import { loadPreparedPack } from '../../src/knowledge/prepared.ts';
import { parseRuleFile } from '../../src/knowledge/rule-file.ts';
import type { Fault } from '../../src/messages/fault.ts';
import { jsonSchema } from '../../src/pipeline/json-schemas.ts';
import { newFolder, openTexts, writePack } from '../support/packs.ts';

/** The built-in rules with an edit in place, and users' packs after them. */
function faultsWith(edit: (naming: string) => string, ...later: string[]): readonly Fault[] {
  const rules = newFolder();
  cpSync(BUILT_IN_RULES, rules, { recursive: true });
  const naming = join(rules, 'naming.yaml');
  writeFileSync(naming, edit(readFileSync(naming, 'utf8')));
  const paths = [rules, ...later.map((text, i) => writePack(`later-${i}.yaml`, text))];
  return compilePacks(paths.map((path) => packOf(readPackTexts(path), parseRuleFile))).faults;
}

const renaming = (from: string, to: string) => (naming: string) => naming.replace(`\n  ${from}: `, `\n  ${to}: `);
const dropping = (name: string) => (naming: string) => naming.replace(new RegExp(`^ {2}${name}: .*\\n`, 'm'), '');

const LINE_OF_HEADS = readFileSync(join(BUILT_IN_RULES, 'naming.yaml'), 'utf8')
  .split('\n')
  .findIndex((line) => line.startsWith('  measure-head:'));

describe('a class that code asks for', () => {
  test('is in the built-in rules, and described', () => {
    expect(faultsWith((naming) => naming)).toEqual([]);
    expect([...NEEDED_CLASSES].sort()).toEqual(Object.keys(neededClasses).sort());
    const { properties } = jsonSchema('pack') as { properties: { classes: { properties: object } } };
    expect(properties.classes.properties).toMatchObject({
      'measure-head': { type: 'array', items: { type: 'string' }, description: neededClasses['measure-head'] },
    });
  });

  test.each(['measure-heads', 'mesure-head', 'heads-of-all-that-is-measured'])('renamed to %s', (name) => {
    const faults = faultsWith(renaming('measure-head', name));
    expect(faults).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'CLASS_NEEDED',
        line: LINE_OF_HEADS + 1,
        column: 3,
        facts: { name: 'measure-head', near: 'measure-head' },
        excerpt: expect.stringContaining(`  ${name}: [`),
      }),
    ]);
    expect(basename(faults[0]!.path)).toBe('naming.yaml');
  });

  test('several, each at its own new name', () => {
    const edit = (naming: string) =>
      renaming('share-tail', 'share-tails')(renaming('measure-head', 'measure-heads')(naming));
    const faults = faultsWith(edit);
    expect(faults.map(({ facts }) => facts['near'])).toEqual(['measure-head', 'share-tail']);
    expect(new Set(faults.map(({ line }) => line)).size).toBe(2);
  });

  test('dropped: a fault where classes begin, and none for what a later pack gives', () => {
    // A class of the user's for which nothing asks is not what it was renamed to.
    for (const later of [[], ['classes: { mine: [甲], measure-heads: [乙] }']])
      expect(faultsWith(dropping('measure-head'), ...later)).toMatchObject([
        {
          code: 'CLASS_NEEDED',
          line: 3,
          column: 1,
          facts: { name: 'measure-head' },
          path: expect.stringMatching(/words\.yaml$/),
        },
      ]);
    expect(faultsWith(dropping('measure-head'), 'classes: { measure-head: [产量] }')).toEqual([]);
  });

  test('is not missed in a file that cannot be read', () => {
    expect(faultsWith((naming) => `${naming}  grade: [`).map(({ code }) => code)).not.toContain('CLASS_NEEDED');
  });
});

describe('off', () => {
  test('of a class that code asks for is a fault there', () => {
    const { pack, faults } = openTexts('pack: { name: a, version: "1" }\noff:\n  classes: [measure-head]\n');
    expect(pack).toBeNull();
    expect(faults).toMatchObject([
      { severity: 'error', code: 'CLASS_NEEDED', line: 3, column: 13, facts: { name: 'measure-head' } },
    ]);
  });

  test('is none where the pack, or a later one, defines it anew', () => {
    const again = 'classes: { measure-head: [产量] }';
    const off = 'off: { classes: [measure-head] }';
    for (const texts of [[`${off}\n${again}`], [off, again]]) {
      const { pack, faults } = openTexts(...texts);
      expect(faults).toEqual([]);
      expect([...pack!.naming.classes.measureHead.words]).toEqual(['产量']);
    }
    expect(openTexts(again, off).faults).toMatchObject([{ code: 'CLASS_NEEDED', line: 1, column: 18 }]);
  });
});

test('words that packs add are asked for too', () => {
  const { pack } = openTexts('classes: { measure-head: [产奶量], no-unit: [呀], scope: [全湾] }');
  expect(pack!.naming.classes.measureHead.has('产奶量')).toBe(true);
  expect(pack!.gaps.noUnit.has('呀')).toBe(true);
  expect(pack!.resolving.scopes.has('全湾')).toBe(true);
});

test('a prepared pack has the classes by the keys of code', () => {
  const { naming, resolving, classes } = loadPreparedPack()!;
  expect(naming.classes.measureHead).toBe(classes.get('measure-head'));
  expect(resolving.shareVerb).toBe(naming.classes.shareVerb);
});
