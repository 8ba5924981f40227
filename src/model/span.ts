import type { z } from 'zod';
import type { spanSchema } from './span-schema.ts';

/** Half-open range of UTF-16 code units into the report text. */
export type Span = z.infer<typeof spanSchema>;

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);
