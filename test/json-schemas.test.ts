import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatSchema, jsonSchema, SCHEMA_NAMES } from '../src/pipeline/json-schemas.ts';

test.each(SCHEMA_NAMES)('dist/schema/%s.json is the schema', (name) => {
  expect(readFileSync(`dist/schema/${name}.json`, 'utf8')).toBe(formatSchema(name));
});

describe('rule files', () => {
  const isPack = new Ajv2020({ strict: true, validateFormats: false }).compile(jsonSchema('pack'));
  const files = readdirSync('rules', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

  test.each(files)('%s is valid by the published schema, and names it for editors', (name) => {
    const path = join('rules', name);
    const source = readFileSync(path, 'utf8');
    expect(isPack(parse(source)), JSON.stringify(isPack.errors)).toBe(true);
    const schema = /^# yaml-language-server: \$schema=(\S+)/.exec(source)?.[1];
    expect(existsSync(join(dirname(path), schema ?? 'no schema named'))).toBe(true);
  });

  test('a fault is one for the schema too', () => {
    expect(isPack({ rules: [{ id: 'no topic', pattern: '', emit: {}, examples: {} }] })).toBe(false);
    expect(isPack({ unitz: {} })).toBe(false);
  });
});
