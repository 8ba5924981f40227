import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesReference } from './support/reference.ts';

const PAGE = 'docs/rules-reference.md';

test(`${PAGE} is what the schema says; GAIGE_UPDATE=1 writes it anew`, () => {
  const now = rulesReference();
  if (process.env['GAIGE_UPDATE']) writeFileSync(PAGE, now);
  expect(readFileSync(PAGE, 'utf8')).toBe(now);
});

test('every key says what it means', () => {
  const empty = rulesReference()
    .split('\n')
    .filter((line) => /^\| `.*\|\s*\|$/.test(line));
  expect(empty).toEqual([]);
});
