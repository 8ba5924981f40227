import { expect, test } from 'vitest';
import { attack } from '../../bench/fuzz/attack.ts';

/** A hundredth of what `bench/fuzz/attack.run.ts` runs for a release, or as many as a busy machine gets done. */
test('files broken in their parts keep what is promised', { timeout: 180_000 }, async () => {
  const { faults, inputs } = await attack(1000, 1, 50_000);
  expect(faults).toEqual([]);
  expect(inputs).toBeGreaterThan(20);
});
