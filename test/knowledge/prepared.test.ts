import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { compilePacks } from '../../src/knowledge/compile.ts';
import { loadRulePack } from '../../src/knowledge/index.ts';
import { packOf } from '../../src/knowledge/pack.ts';
import { BUILT_IN_RULES, readPackTexts } from '../../src/knowledge/pack-texts.ts';
import type { PatternState } from '../../src/knowledge/pattern/table.ts';
import { loadPreparedPack, preparedFile, prepareRules, readPrepared } from '../../src/knowledge/prepared.ts';
import { parseRuleFile } from '../../src/knowledge/rule-file.ts';
import type { RulePack } from '../../src/knowledge/rule-pack.ts';

const texts = readPackTexts(BUILT_IN_RULES);
const fromYaml = compilePacks([packOf(texts, parseRuleFile)]).pack!;

/** The states of a pattern by their index: they lead to each other on so many ways that as a tree they have no end. */
function statesFrom(state: PatternState, states = new Map<number, object>()): Map<number, object> {
  if (states.has(state.index)) return states;
  const onward = Object.entries(state)
    .flatMap(([, value]) => value)
    .filter(isState);
  states.set(state.index, {
    ...state,
    next: null,
    inner: null,
    options: null,
    onward: onward.map(({ index }) => index),
  });
  for (const each of onward) statesFrom(each, states);
  return states;
}

const isState = (value: unknown): value is PatternState =>
  typeof value === 'object' && value !== null && 'index' in value;

const asData = ({ rules, candidates: _, ...pack }: RulePack) => ({
  ...pack,
  rules: rules.map(({ patterns, ...rule }) => ({
    ...rule,
    patterns: patterns.map(({ left, right, ...rest }) => ({
      ...rest,
      left: statesFrom(left),
      right: statesFrom(right),
    })),
  })),
});

test('the built pack is what the rules make now', () => {
  const now = JSON.stringify(prepareRules(texts.files, parseRuleFile));
  expect(readFileSync(BUILT.rules, 'utf8') === now, 'run `npm run build`').toBe(true);
});

test('is the pack that YAML makes, places included', () => {
  const pack = loadPreparedPack()!;
  expect(asData(pack)).toEqual(asData(fromYaml));
  expect(pack.rules[0]!.place).toMatch(/rules\/.*\.yaml:\d+$/);
  expect(pack.rules.map(({ place }) => place)).toEqual(fromYaml.rules.map(({ place }) => place));
  expect(pack.placeholders.contexts.map(({ place }) => place)).toEqual(
    fromYaml.placeholders.contexts.map(({ place }) => place),
  );
  expect(asData(loadRulePack())).toEqual(asData(fromYaml));
});

describe('a prepared file', () => {
  const text = texts.files.find(({ path }) => path.endsWith('kinds.yaml'))!;
  const parse = () => parseRuleFile(text);

  test('asks YAML for the places it does not keep', () => {
    const file = preparedFile(text, readPrepared(), parse)!;
    const place = ['rules', 0, 'pattern'];
    expect(file.placeOf(place)).toBe(parse().placeOf(place));
    const spot = { at: 3 };
    expect(file.fault('UNEXPECTED', place, {}, spot)).toEqual(parse().fault('UNEXPECTED', place, {}, spot));
  });

  test('counts no more once its text has changed', () => {
    expect(preparedFile({ ...text, text: `${text.text}\n` }, readPrepared(), parse)).toBeNull();
  });

  test('is none of another folder', () => {
    expect(preparedFile({ ...text, path: '/elsewhere/kinds.yaml' }, readPrepared(), parse)).toBeNull();
  });
});
