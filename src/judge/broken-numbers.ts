/** Numerals that cannot be known, as problems of the report. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Lexed } from '../model/quantity.ts';
import { sliceOf } from '../model/span.ts';

/** So many are told, each with its place. */
const MOST_TOLD = 100;

export const brokenDiagnostics = (text: string, { broken }: Pick<Lexed, 'broken'>): Diagnostic[] =>
  broken.slice(0, MOST_TOLD).map((span) => diagnostic('warning', 'BROKEN_NUMBER', span, { text: sliceOf(text, span) }));
