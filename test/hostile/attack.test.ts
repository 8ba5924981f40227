import { expect, test } from 'vitest';
import { attack } from '../../bench/fuzz/attack.ts';
import { WHOLE } from '../../bench/fuzz/wholes.ts';
import { decodeAll } from '../decode/support.ts';

/** Files that are refused before they are broken would let the attack pass by. */
test.each(WHOLE.map(([name, bytes], i) => ({ name, bytes, i })))(
  '$name ($i) is read whole',
  async ({ name, bytes }) => {
    const results = await decodeAll(name, bytes);
    const texts = results.map((result) => ('error' in result ? result.error.code : result.text));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(name.endsWith('.fodt') ? /^FORMAT_UNREAD$/ : /[%\d]/);
  },
);

/** A hundredth of what `bench/fuzz/attack.run.ts` runs for a release, or as many as a busy machine gets done. */
test('files broken in their parts keep what is promised', { timeout: 180_000 }, async () => {
  const { faults, inputs } = await attack(1000, 1, { milliseconds: 50_000 });
  expect(faults).toEqual([]);
  expect(inputs).toBeGreaterThan(20);
});
