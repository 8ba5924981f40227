import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../src/json-schemas.ts';
import { recordSchema } from '../../src/model/record.ts';
import { Breach, compileCheck, type JsonSchema } from '../../src/validate/contract.ts';
import { extract } from '../support/extract.ts';

const check = compileCheck(jsonSchema('record') as JsonSchema);

function breachOf(value: unknown, by = check): Breach | null {
  try {
    by(value);
    return null;
  } catch (error) {
    if (error instanceof Breach) return error;
    throw error;
  }
}

const record = await extract(readFileSync('seeds/masked-speech.txt', 'utf8'));

/** Every place in a record, as keys from the outermost inwards. */
function placesIn(value: unknown, keys: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...keys]];
  return [[...keys], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...keys, key]))];
}

const PLACES = placesIn(record).filter((keys) => keys.length > 0);

/** What `set` returns stands in the place of what was there; `undefined` takes it away. */
function edited(keys: readonly string[], replacement: unknown): unknown {
  const copy = structuredClone(record) as unknown as Record<string, unknown>;
  const parent = keys.slice(0, -1).reduce((value, key) => value[key] as Record<string, unknown>, copy);
  parent[keys.at(-1)!] = replacement;
  if (replacement === undefined && !Array.isArray(parent)) delete parent[keys.at(-1)!];
  return copy;
}

test('a record as it comes keeps the contract, and the order of its keys', () => {
  expect(JSON.stringify(check(record))).toBe(JSON.stringify(recordSchema.parse(record)));
});

test('what zod refuses is refused, what it takes is taken, in the same place', () => {
  const replacements = fc.oneof(
    fc.constantFrom(undefined, null, '', 'x', 'level', '2024-02-29', '2023-02-29', -1, 0, 0.5, 1, 1e300, true, {}, []),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, { start: 1, end: 2 }, { start: 1, end: 2, more: 3 }, ['']),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), replacements, (keys, replacement) => {
      const value = edited(keys, replacement);
      const { success, error } = recordSchema.safeParse(value);
      const breach = breachOf(value);
      expect(breach === null, `${keys.join('.')} ${error?.message}`).toBe(success);
      // Zod tells the object that has a key too many, we tell the key.
      const [told = '', ours = ''] = [error?.issues[0]?.path.join('.'), breach?.keys.join('.')];
      expect(ours.startsWith(told)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('the words for it', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      id: { type: 'string', pattern: '^i\\d+$' },
      kind: { type: 'string', enum: ['level', 'share'] },
      spans: { type: 'array', items: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] } },
    },
    required: ['id'],
    additionalProperties: false,
  };
  const told = (value: unknown) => {
    const breach = breachOf(value, compileCheck(schema));
    return breach && `${breach.keys.join('.')}: ${breach.message}`;
  };

  test.each([
    [{ id: 'i1' }, null],
    [{ id: 'i1', spans: [null, 3] }, null],
    [{ id: 'j1' }, 'id: expected ^i\\d+$'],
    [{}, 'id: expected string'],
    [{ id: 'i1', kind: 'rank' }, 'kind: expected one of level, share'],
    [{ id: 'i1', spans: [null, -1] }, 'spans.1: expected 0 or more'],
    [{ id: 'i1', spans: ['x'] }, 'spans.0: expected integer or null'],
    [{ id: 'i1', other: 1 }, 'other: expected no such key'],
    [[], ': expected object'],
  ])('%j', (value, words) => {
    expect(told(value)).toBe(words);
  });

  test('a keyword that is not known is no check left out', () => {
    expect(() => compileCheck({ type: 'number', multipleOf: 2 } as JsonSchema)).toThrow(/multipleOf/);
  });
});
