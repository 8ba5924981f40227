/** `npx vitest run --config bench/fuzz/vitest.config.ts`; FUZZ_INPUTS and FUZZ_START say how many, and from where. */
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

const inputs = Number(process.env['FUZZ_INPUTS'] ?? 10_000);
const start = Number(process.env['FUZZ_START'] ?? 1);

test(`${inputs} broken files`, { timeout: 3_600_000 }, async () => {
  const { faults, ...outcome } = await fuzz(inputs, start);
  console.log(JSON.stringify(outcome, null, 2));
  expect(faults).toEqual([]);
});
