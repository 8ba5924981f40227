/** The form that `domains` and `domainScoring` in `rules/domains.yaml` have: fields of reform, their terms, and how terms add up. */
import { z } from 'zod';
import { className, count, part, weight, word, words } from '../schema-parts.ts';

const domainSchema = z.strictObject({
  id: className.describe('Id of the field; terms of one that exists are added to it'),
  label: word.optional().describe('Its name; needed once'),
  field: word.optional().describe('The official field of reform it rolls up to; needed once'),
  terms: words.describe('Terms, each with an optional weight: 改革:0.5'),
});

const domainScoringSchema = z
  .strictObject({
    headingWeight: weight.describe('What a term in a heading weighs against one in the body'),
    sectionShare: weight.describe('A section has all domains that score at least this share of its best'),
    reportShare: weight.describe('The same for the report as a whole'),
    sectionMost: count.describe('At most so many domains a section'),
    reportMost: count.describe('At most so many domains a report'),
    figureMost: count.describe('At most so many domains a figure'),
    least: weight.describe('A lower best score gives no domain'),
  })
  .describe('How terms add up to domains');

export const domainsSchema = z.array(domainSchema).describe('Fields of reform and their terms');

/** What one pack says: any part of it. */
export const domainScoringPackSchema = part(domainScoringSchema);

export type DomainSource = z.infer<typeof domainSchema>;
/** What all packs together say. */
export type DomainScoringSource = z.infer<typeof domainScoringSchema>;
