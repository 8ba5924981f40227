/** `npx vitest run --config bench/fuzz/vitest.config.ts attack`; FUZZ_INPUTS, FUZZ_START and FUZZ_SECONDS say how many, from where, and how long at most. */
import { expect, test } from 'vitest';
import { attack } from './attack.ts';

const inputs = Number(process.env['FUZZ_INPUTS'] ?? 10_000);
const start = Number(process.env['FUZZ_START'] ?? 1);
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 7_200);

test(`${inputs} files broken in their parts`, { timeout: 1000 * (seconds + 600) }, async () => {
  const { faults, ...outcome } = await attack(inputs, start, 1000 * seconds);
  console.log(JSON.stringify(outcome, null, 2));
  expect(faults).toEqual([]);
});
