/**
 * `npx vitest run --config bench/fuzz/vitest.config.ts attack`: FUZZ_INPUTS (10,000) inputs from the seed FUZZ_START (1) on, a thousand a seed.
 * With FUZZ_LOG=file.ndjson each thousand is a line there when it is done, and what stands there is not run again; beside it, in
 * `file.ndjson.at`, the seed and the input at work, for a process that is ended by one. FUZZ_SECONDS ends a run early.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AttackOutcome, attack, type Costs, together } from './attack.ts';

const EACH = 1000;
const env = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const seeds = Math.ceil(env('FUZZ_INPUTS', 10_000) / EACH);
const start = env('FUZZ_START', 1);
const end = performance.now() + 1000 * env('FUZZ_SECONDS', 86_400);
const log = process.env['FUZZ_LOG'];

type Line = AttackOutcome & { seed: number };

const done = new Map<number, Line>();
if (log !== undefined && existsSync(log))
  for (const line of readFileSync(log, 'utf8').trim().split('\n')) {
    const outcome: Line = JSON.parse(line);
    done.set(outcome.seed, outcome);
  }

test('files broken in their parts keep what is promised', { timeout: 100_000_000 }, async () => {
  const costs: Costs = new Map();
  for (let seed = start; seed < start + seeds && performance.now() < end; seed++) {
    if (done.has(seed)) continue;
    const onInput = (input: number): void => {
      if (log !== undefined) writeFileSync(`${log}.at`, `${seed} ${input}\n`);
    };
    const outcome = { seed, ...(await attack(EACH, seed, { costs, onInput })) };
    done.set(seed, outcome);
    if (log !== undefined) appendFileSync(log, `${JSON.stringify(outcome)}\n`);
  }
  const { faults, ...outcome } = together([...done.values()]);
  console.log(JSON.stringify(outcome, null, 2));
  expect(faults).toEqual([]);
});
