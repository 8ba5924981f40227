import type { RuleExample, RuleExamples } from '../model/pattern.ts';
import type { Keys } from '../model/yaml-source.ts';
import type { RuleFile } from './rule-file.ts';

type Given = { match: readonly (string | { text: string })[]; skip: readonly string[] };

/** `keys` is the place of the examples in the file. */
export function examplesOf(given: Given | undefined, { placeOf }: RuleFile, keys: Keys): RuleExamples {
  const { match = [], skip = [] } = given ?? {};
  return {
    match: match.map((example, i) => exampleOf(example, placeOf([...keys, 'match', i]))),
    skip: skip.map((text, i) => exampleOf(text, placeOf([...keys, 'skip', i]))),
  };
}

function exampleOf(example: Given['match'][number], place: string): RuleExample {
  if (typeof example === 'string') return { text: example, expect: {}, place };
  const { text, ...expect } = example;
  return { text, expect, place };
}
