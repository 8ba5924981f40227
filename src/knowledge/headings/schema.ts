/** The form that `rules/headings.yaml` has: how headings look. */
import { z } from 'zod';
import { chars, count, part, words } from '../schema-parts.ts';

const unmarkedSchema = z.strictObject({
  min: count.describe('Shortest line that may be one'),
  max: count.describe('Longest line that may be one'),
  notStart: words.describe('No heading begins so'),
  notEnd: words.describe('No heading ends so'),
  without: words.describe('No heading holds one of these'),
  paragraphSigns: chars.describe('No heading holds one of these, and a line that does is a paragraph: 。'),
  speakers: words.describe('Posts; no heading or title ends with one and a name'),
  issuers: words.describe('What names of bodies end in; before the first paragraph such a line says who reports'),
  notIssuers: words.describe('Longer words that end so and name no body'),
});

const headingsSchema = z
  .strictObject({
    markers: z
      .array(
        z.strictObject({
          level: z.int().min(1).max(5).describe('Level of the heading'),
          open: words.optional().describe('What stands before the numeral'),
          numeral: z.enum(['chinese', 'arabic', 'circled']).describe('How the number is written'),
          close: words.optional().describe('What stands after the numeral'),
          lineStart: z.boolean().default(false).describe('Only at the start of a line'),
          sequence: z.boolean().default(false).describe('Only as 1, or after its predecessor'),
          run: z.boolean().default(false).describe('Part of a running sentence: 一是…；二是…'),
        }),
      )
      .describe('Markers; the first that fits decides'),
    bullets: chars.describe('Begin a line of its own: ●'),
    before: chars.describe('Before a heading that stands inside a line'),
    beforeRun: chars.describe('Before the member of a run-in enumeration as well'),
    titleEnds: chars.describe('Where a title stops'),
    commas: chars.describe('Where a title that is too long stops'),
    longTitle: count.describe('A title longer than this stops at its first comma'),
    longRunTitle: count.describe('The same for run-in enumerations'),
    flatLine: count.describe('A line longer than this has lost its line breaks'),
    flatSentences: count.describe('So has a report on one line with this many sentences'),
    unmarked: unmarkedSchema.describe('Headings without a marker: short lines of their own'),
  })
  .describe('How headings look');

/** What one pack says: any part of it. */
export const headingsPackSchema = part(headingsSchema, { unmarked: part(headingsSchema.shape.unmarked) });

/** What all packs together say. */
export type HeadingsSource = z.infer<typeof headingsSchema>;
