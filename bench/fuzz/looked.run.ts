import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { inputOf } from './attack.ts';
import { below, pick, randomFrom } from './random.ts';
import { brokenParts } from './structured.ts';
import { WHOLE } from './wholes.ts';

test('x', { timeout: 1e6 }, async () => {
  const [s, i] = process.env['AT']!.split(' ').map(Number) as [number, number];
  const random = randomFrom(s * 1_000_003 + i);
  if (random() >= 0.08) {
    const [name, whole] = pick(random, WHOLE);
    const bytes = new Uint8Array(brokenParts(name, whole, random));
    writeFileSync(`/tmp/at-${s}-${i}-${name}`, bytes);
    console.log(name, bytes.length);
  }
  const { run, kind } = inputOf(randomFrom(s * 1_000_003 + i));
  for (let k = 0; k < 4; k++) {
    const c = process.cpuUsage();
    console.log(
      kind,
      await run().catch((e) => e.stack),
      (process.cpuUsage(c).user + process.cpuUsage(c).system) / 1000,
    );
  }
});
