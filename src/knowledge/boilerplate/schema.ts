/**
 * The form that `rules/boilerplate.yaml` has: what stands in a file and is not the report. `table.ts` has the form that decoding uses,
 * apart from this one, so that decoding need not load zod.
 */
import { compile } from 'css-select';
import { z } from 'zod';
import { className, part } from '../schema-parts.ts';

const words = z.array(z.string().min(1)).describe('Words; an entry may hold several, parted by blanks');
const selectors = z.array(z.stringFormat('selector', isSelector, 'SELECTOR')).describe('CSS selectors');

/** As the pages are searched with: https://github.com/fb55/css-select. */
function isSelector(words: string): boolean {
  try {
    compile(words);
    return true;
  } catch {
    return false;
  }
}

const meta = words.describe('Names of <meta> elements, lower case, best first');
const keys = words.describe('Columns of tables, fields of JSON and keys of front matter, best first');

const lineRuleSchema = z
  .strictObject({
    id: className.describe('Name of the rule; one that exists is replaced'),
    role: z
      .enum(['boilerplate', 'byline'])
      .default('boilerplate')
      .describe('A byline states facts about the report and stays in the text of a web page; boilerplate does not'),
    starts: words.optional().describe('The line begins with one of these'),
    contains: words.optional().describe('One of these stands somewhere in the line'),
    only: words.optional().describe('The line is made of these, and of signs between them'),
    digits: z.boolean().default(false).describe('With `only`: numbers may stand between the words'),
    dated: z.boolean().default(false).describe('The line must hold a date as well'),
    rest: z.boolean().default(false).describe('All that follows is boilerplate too'),
    maxLength: z.int().min(1).max(1000).describe('Longest such line: a whole report may stand on one line'),
  })
  .refine(({ starts, contains, only }) => [starts, contains, only].filter(Boolean).length === 1, {
    error: 'ONE_OF',
    params: { keys: 'starts, contains, only' },
  });

export const boilerplateRulesSchema = z
  .strictObject({
    lines: z.array(lineRuleSchema).describe('Lines that are not the report'),
    html: z
      .strictObject({
        drop: selectors.describe('Elements that hold no part of a report'),
        classWords: words.describe('An element with one of these words in its class or id holds no part of a report'),
        containers: selectors.describe('Elements that hold the article, best first'),
        titles: selectors.describe('Elements that may hold the title'),
      })
      .describe('Web pages'),
    metadata: z
      .strictObject({
        title: z.strictObject({ meta, keys }).describe('The title'),
        date: z.strictObject({ meta, keys }).describe('The date of publication'),
        publisher: z.strictObject({ meta, keys }).describe('The publisher'),
        year: z.strictObject({ keys }).describe('The year reported on'),
        region: z
          .strictObject({
            keys,
            levels: z.array(words).describe('Columns that hold one level of the region each, the widest first'),
          })
          .describe('The place reported on'),
        text: z.strictObject({ keys }).describe('Columns of tables and fields of JSON that hold the text of a report'),
        siteWords: words.describe('Last words of the names of sites, which follow the title in <title>'),
      })
      .describe('Names under which files state facts about a report'),
    emphasis: z
      .strictObject({
        followers: words.describe('Words that stand after a mask'),
        notFollowers: words.describe('Longer words that begin like a follower'),
        leads: words.describe('Words that stand before a mask and never end an emphasised phrase'),
        notLeads: words.describe('Longer words that end like a lead'),
        verbs: words.describe('Verbs whose object may be masked'),
      })
      .describe('What tells a mask from markdown emphasis'),
  })
  .describe('What of a file is not the report');

/** What one pack says: any part of it. */
export const boilerplatePackSchema = part(boilerplateRulesSchema, {
  html: part(boilerplateRulesSchema.shape.html),
  metadata: part(boilerplateRulesSchema.shape.metadata),
  emphasis: part(boilerplateRulesSchema.shape.emphasis),
});

/** `rules/boilerplate.yaml`, as all packs together say it. */
export type BoilerplateRules = z.infer<typeof boilerplateRulesSchema>;
