import type { Span } from './span.ts';

/** What a figure measures, in the report's words. */
export type Name = {
  text: string;
  /** Where it stands, when it is one run of the text. */
  span: Span | null;
};
