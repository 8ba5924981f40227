import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conceptsPage } from '../support/concepts-page.ts';

const PAGE = 'docs/concepts.md';

test(`${PAGE} is what the rules say; GAIGE_UPDATE=1 writes it anew`, () => {
  const now = conceptsPage();
  if (process.env['GAIGE_UPDATE']) writeFileSync(PAGE, now);
  expect(readFileSync(PAGE, 'utf8')).toBe(now);
});
