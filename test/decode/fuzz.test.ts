import { expect, test } from 'vitest';
import { fuzz } from '../../bench/fuzz/fuzz.ts';

test('broken files give documents or failures, soon', { timeout: 120_000 }, async () => {
  expect((await fuzz(600, 7)).faults).toEqual([]);
});
