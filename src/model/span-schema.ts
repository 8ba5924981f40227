import { z } from 'zod';

export const spanSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .describe('Half-open range of UTF-16 code units into the report text');
