import { describe, expect, test } from 'vitest';
import { openRulePacks } from '../../src/knowledge/index.ts';
import type { Indicator } from '../../src/model/record.ts';
import { stages } from '../../src/pipeline/stages.ts';
import { documentOf, engine, extract } from '../support/extract.ts';

/** Ids of the rules that fire anywhere in a text. */
async function fired(text: string): Promise<Set<string>> {
  const { judge } = stages(await documentOf(text), engine);
  return new Set(judge.flatMap(({ figures }) => figures.flatMap(({ matches }) => matches.map(({ rule }) => rule.id))));
}

const field = (indicator: Indicator, name: string): unknown => {
  if (name === 'number' || name === 'bound') return indicator.value[name];
  return name === 'unit' ? indicator.unit.symbol : indicator[name as keyof Indicator];
};

const { rules } = openRulePacks().merged;

describe.each([...rules].map(([id, { value }]) => [id, value.examples] as const))('%s', (id, examples) => {
  test('has an example that it fires on', () => {
    expect(examples.match.length).toBeGreaterThan(0);
  });

  const matches = examples.match.map((example) => (typeof example === 'string' ? { text: example } : example));

  test.each(matches)('fires on $text', async ({ text, ...expected }) => {
    expect(await fired(text)).toContain(id);
    if (Object.keys(expected).length === 0) return;
    const found = (await extract(text)).indicators.map((indicator) =>
      Object.fromEntries(Object.keys(expected).map((name) => [name, field(indicator, name)])),
    );
    expect(found).toContainEqual(expected);
  });

  if (examples.skip.length > 0) {
    test.each(examples.skip)('passes over %s', async (text) => {
      expect(await fired(text)).not.toContain(id);
    });
  }
});
