/** What the schemas of all subjects are built from. */
import { z } from 'zod';

const LONGEST_TEXT = 2000;

export const word = z.string().min(1);
export const words = z.array(word);
export const char = z.string().min(1).max(2);
export const chars = z.array(char);
export const tags = z.array(z.string().regex(/^[a-z]+\*?$/, 'TAGS'));
export const ruleId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'RULE_ID');
export const className = z.string().regex(/^[a-z][a-z0-9-]*$/, 'CLASS_NAME');
/** Of what has no name in code: 5g-stations. */
export const kebabId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'KEBAB_ID');
export const count = z.int().min(0).max(100_000);
export const weight = z.number().min(0).max(1000);

/** The text of an example. */
export const text = word.max(LONGEST_TEXT);

export const matchTexts = <T extends z.ZodType>(example: T) =>
  z
    .array(z.union([text, example]))
    .default([])
    .describe('Texts that it must fire on, alone or with what must be found');

export const skipTexts = z.array(text).default([]).describe('Texts that it must not fire on');

/** A mapping of which any part may be given; `parts` are members of which any part may be given in turn. */
export const part = <T extends z.ZodRawShape, P extends z.ZodRawShape = Record<never, never>>(
  whole: z.ZodObject<T>,
  parts: P = {} as P,
) =>
  whole
    .extend(parts)
    .partial()
    .describe(whole.description ?? '');
