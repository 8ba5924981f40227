import { expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

const names = async (text: string): Promise<string[]> =>
  (await extract(text)).indicators.map(({ text: figure, name }) => `${figure} ${name}`);

/** A sentence, and each of its figures with its name. */
export const table = (cases: readonly (readonly [text: string, ...expected: string[]])[]) =>
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', async ({ text, expected }) => {
    expect(await names(text)).toEqual(expected);
  });
