/** A baseline: placeholders that are known already. Types, validation and the published JSON Schema come from here. */
import { z } from 'zod';
import { PLACEHOLDER_KINDS } from '../model/vocabulary.ts';

const entrySchema = z.strictObject({
  path: z.string().describe('From the folder of the baseline'),
  fingerprint: z.string().regex(/^[0-9a-f]{16}:\d+$/),
  kind: z.enum(PLACEHOLDER_KINDS),
  missing: z.string().describe('For readers; not compared'),
});

export const baselineSchema = z
  .strictObject({ version: z.literal(1), entries: z.array(entrySchema) })
  .describe('What gaige check knows already (--baseline)');

export type Baseline = z.infer<typeof baselineSchema>;

export type BaselineEntry = z.infer<typeof entrySchema>;
