import type { Span } from '../../model/span.ts';

/** A heading where it stands, before its place among the others is known. */
export type FoundHeading = { level: number; marker: string | null; start: number; titleSpan: Span };
