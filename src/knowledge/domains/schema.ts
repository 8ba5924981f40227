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
    headingWeight: weight.describe(
      'What a term in a heading, or in the title of the report, weighs against one in the body',
    ),
    bodyMost: weight.describe('The terms of a body weigh together no more than this'),
    parentWeight: weight.describe('What the section above, or the report, weighs in all'),
    sectionShare: weight.describe('A section has all domains that score at least this share of its best'),
    sectionMost: count.describe('At most so many domains a section'),
    sectionLeast: weight.describe('A section whose best score is lower has no domain'),
    sectionPart: weight.describe(
      'Nor has one of whose evidence the best domain has a smaller part: it is about everything',
    ),
    nameWeight: weight.describe('What a term in the name of a figure weighs'),
    clauseWeight: weight.describe('What one in its clause weighs'),
    sentenceWeight: weight.describe('What one in its sentence weighs'),
    paragraphWeight: weight.describe('What one in its paragraph before that weighs'),
    contextMost: weight.describe('The terms of a sentence, and those of a paragraph, weigh together no more than this'),
    sectionWeight: weight.describe('What the section of a figure weighs in all'),
    figureShare: weight.describe('A figure has all domains that score at least this share of its best'),
    figureMost: count.describe('At most so many domains a figure'),
    figureLeast: weight.describe('A figure whose best score is lower has no domain'),
    reportShare: weight.describe('A report has all domains that score at least this share of its best'),
    reportMost: count.describe('At most so many domains a report'),
    reportLeast: weight.describe('A report whose best score is lower has no domain'),
  })
  .describe('How terms add up to domains');

export const domainsSchema = z.array(domainSchema).describe('Fields of reform and their terms');

/** What one pack says: any part of it. */
export const domainScoringPackSchema = part(domainScoringSchema);

export type DomainSource = z.infer<typeof domainSchema>;
/** What all packs together say. */
export type DomainScoringSource = z.infer<typeof domainScoringSchema>;
