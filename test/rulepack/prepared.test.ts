import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileRulePack, loadRulePack } from '../../src/rulepack/index.ts';
import {
  loadPreparedPack,
  PREPARED_RULES,
  preparedFile,
  prepareRules,
  readPrepared,
} from '../../src/rulepack/prepared.ts';
import { BUILT_IN_RULES, hashOfTexts, readPack } from '../../src/rulepack/texts.ts';
import { parseRuleFile } from '../../src/rulepack/yaml-file.ts';

const texts = readPack(BUILT_IN_RULES);
const parsed = texts.map(({ path, text }) => parseRuleFile(path, text));
const fromYaml = compileRulePack(parsed, hashOfTexts(texts));

test('the built pack is what the rules make now', () => {
  const now = JSON.stringify(prepareRules(texts, ({ path, text }) => parseRuleFile(path, text)));
  expect(readFileSync(PREPARED_RULES, 'utf8') === now, 'run `npm run build`').toBe(true);
});

test('is the pack that YAML makes, places included', () => {
  const pack = loadPreparedPack()!;
  expect(pack).toEqual(fromYaml);
  expect(pack.rules[0]!.place).toMatch(/rules\/.*\.yaml:\d+$/);
  expect(pack.rules.map(({ place }) => place)).toEqual(fromYaml.rules.map(({ place }) => place));
  expect(loadRulePack()).toEqual(fromYaml);
});

describe('a prepared file', () => {
  const text = texts.find(({ name }) => name === 'kinds.yaml')!;
  const parse = () => parseRuleFile(text.path, text.text);

  test('asks YAML for the places it does not keep', () => {
    const file = preparedFile(text, readPrepared(), parse)!;
    expect(file.placeOf(['rules', 0, 'pattern'])).toBe(parse().placeOf(['rules', 0, 'pattern']));
    expect(file.errorAt(['rules', 0, 'pattern'], 'wrong', 3).facts).toEqual(
      parse().errorAt(['rules', 0, 'pattern'], 'wrong', 3).facts,
    );
  });

  test('counts no more once its text has changed', () => {
    expect(preparedFile({ ...text, text: `${text.text}\n` }, readPrepared(), parse)).toBeNull();
  });

  test('is none of another folder', () => {
    expect(preparedFile({ ...text, path: '/elsewhere/kinds.yaml' }, readPrepared(), parse)).toBeNull();
  });
});
