/** The `check` part of `gaige.yaml`: which placeholders may stay, and how much the others weigh. */
import { z } from 'zod';
import { LEVELS } from '../model/issue.ts';
import { PLACEHOLDER_KINDS } from '../model/vocabulary.ts';

const kind = z.enum(PLACEHOLDER_KINDS);
const glob = z.string().min(1).max(500);
const globs = z.array(glob);

const allowanceSchema = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('The mask with the words around it, as written in the report: **区'),
    section: z.string().min(1).max(200).optional().describe('Words in the title of the section, or of one above it'),
    kind: z
      .union([kind, z.array(kind).min(1)])
      .optional()
      .describe('What is missing'),
    path: z
      .union([glob, globs.min(1)])
      .optional()
      .describe('Files, as globs from the folder of this file'),
    reason: z.string().trim().min(1).describe('Why it may stay'),
    until: z.iso.date().optional().describe('The last day on which it holds'),
  })
  .refine(({ text, section, kind: kinds, path }) => [text, section, kinds, path].some((given) => given !== undefined), {
    error: 'SOME_OF',
    params: { keys: 'text, section, kind, path' },
  })
  .describe('A placeholder that may stay; all that is given must hold');

export const checkSettingsSchema = z
  .strictObject({
    kinds: z
      .partialRecord(kind, z.enum([...LEVELS, 'off']))
      .default({})
      .describe('How much a missing number, name … weighs; error where nothing is said'),
    forms: z
      .record(z.string(), z.enum(['on', 'off']))
      .default({})
      .describe('Ways of masking that are looked for: star, cross, letter-x, circle, square, underscore, word, note'),
    include: globs
      .default([])
      .describe('Only these files are checked, and these where no path is given; globs from the folder of this file'),
    exclude: globs.default([]).describe('These files are not'),
    allow: z.array(allowanceSchema).default([]).describe('Placeholders that may stay'),
    baseline: z.string().min(1).optional().describe('File of what is known already, from the folder of this file'),
    failOn: z
      .enum([...LEVELS, 'never'])
      .default('error')
      .describe('The least weight that makes the exit code 1'),
    maxWarnings: z.int().min(0).optional().describe('More warnings than this make the exit code 1'),
  })
  .describe('Settings of gaige check');

export type PolicySource = z.infer<typeof checkSettingsSchema>;
