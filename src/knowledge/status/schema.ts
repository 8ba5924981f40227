/** The form that `rules/status.yaml` has: the words that tell what was achieved from what is promised. */
import { z } from 'zod';
import { part, tags, words } from '../schema-parts.ts';

export const statusSchema = z
  .strictObject({
    planHeadings: words.describe('A heading with one of these opens work to come'),
    reviewHeadings: words.describe('A heading with one of these looks back'),
    planLeads: words.describe('A sentence with one of these opens a plan up to the end of its part'),
    paragraphLeads: words.describe('The same up to the end of its paragraph'),
    target: words.describe('Turn the rest of the sentence to a plan'),
    targetInClause: words.describe('Turn the rest of the clause to a plan'),
    targetUnlessReview: words.describe('The same, but not under a heading that looks back'),
    until: words.describe('With a year to come, at the start of a clause: 到2027年'),
    disposal: words.describe('Where one follows, 将 is 把: 将…纳入'),
    targetBeforeVerb: words.describe('Turn to a plan before a verb: 将 要'),
    promised: tags.describe('Parts of speech of what those must stand before; n* is all that begin with n'),
    notTarget: words.describe('Words that hold a word of a plan and are none: 未来产业'),
    achieved: words.describe('Turn back to what was done'),
    notAchieved: words.describe('Words that hold one of those and do not'),
    comparedWith: words.describe('After one of these a word of what was done says what with: 比去年增加'),
    imperative: words.describe('Open the sentences of a plan'),
    completed: words.describe('Mark the sentences of a review'),
  })
  .describe('Achieved or promised');

/** What one pack says: any part of it. */
export const statusPackSchema = part(statusSchema);

/** What all packs together say. */
export type StatusSource = z.infer<typeof statusSchema>;
