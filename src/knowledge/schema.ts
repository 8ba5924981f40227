/**
 * The shape of a rule file. Every file of a pack has the same shape, each section optional: the built-in pack splits its
 * knowledge by subject for the reader's sake, a user's pack may be a single file. Each subject says in `<subject>/schema.ts`
 * what its section holds. What is described there is what editors show (JSON Schema) and what docs/rules-reference.md says.
 */
import { z } from 'zod';
import { type BoilerplateRules, boilerplatePackSchema } from './boilerplate/schema.ts';
import { classesPackSchema } from './classes/schema.ts';
import { type ConceptNamesSource, conceptNamesPackSchema, conceptsSchema } from './concepts/schema.ts';
import { type DomainScoringSource, domainScoringPackSchema, domainsSchema } from './domains/schema.ts';
import { type HeadingsSource, headingsPackSchema } from './headings/schema.ts';
import { type MasksSource, masksPackSchema } from './masks/schema.ts';
import { type MetadataSource, metadataPackSchema } from './metadata/schema.ts';
import { type NamingSource, namingPackSchema } from './naming/schema.ts';
import { type NumeralsSource, numeralsPackSchema } from './numerals/schema.ts';
import { indicatorFields, rulesSchema } from './pattern/schema.ts';
import { type PlaceholdersSource, placeholderFields, placeholdersPackSchema } from './placeholders/schema.ts';
import { type PunctuationSource, punctuationPackSchema } from './punctuation/schema.ts';
import { className, kebabId, ruleId, text, words } from './schema-parts.ts';
import { type StatusSource, statusPackSchema, statusSchema } from './status/schema.ts';
import { type TablesSource, tablesPackSchema } from './tables/schema.ts';
import { type BasisSource, basisPackSchema, type TimeSource, timePackSchema } from './time/schema.ts';
import { type UnitRatiosSource, unitsPackSchema } from './units/schema.ts';

const packExampleSchema = z.strictObject({
  text: text.describe('A text'),
  indicators: z
    .array(z.strictObject(indicatorFields))
    .optional()
    .describe('All indicators that must be found in it, in text order, each with the fields that matter'),
  placeholders: z
    .array(z.strictObject(placeholderFields))
    .optional()
    .describe('All placeholders that must be found in it, in text order'),
  domains: words.optional().describe('Ids of the fields of reform it must be about, best first'),
});

const offSchema = z
  .strictObject({
    rules: z.array(ruleId).describe('Ids of rules'),
    contexts: z.array(ruleId).describe('Ids of placeholders.contexts'),
    units: words.describe('Symbols of units'),
    masks: z.array(className).describe('Ids of masks.forms'),
    domains: z.array(className).describe('Ids of domains'),
    concepts: z.array(kebabId).describe('Ids of concepts'),
    lines: z.array(className).describe('Ids of boilerplate.lines'),
    classes: z.array(className).describe('Names of classes; the pack may then define them anew'),
    words: z.record(className, words).describe('Words to take out of classes'),
    status: z.partialRecord(statusSchema.keyof(), words).describe('Words to take out of lists of status'),
  })
  .partial()
  .describe('What earlier packs say and this one takes back');

const packSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u, 'PACK_NAME')
      .describe('Name that records carry'),
    version: z.string().regex(/^\S+$/, 'VERSION').describe('Version that records carry'),
    description: z.string().optional().describe('What the pack is for'),
  })
  .describe('Name and version of the pack; in one of its files');

export const packFileSchema = z
  .strictObject({
    pack: packSchema,
    rules: rulesSchema,
    examples: z
      .array(packExampleSchema)
      .describe('Texts with all that must be found in them: tests of units, domains, masks and words'),
    classes: classesPackSchema,
    units: unitsPackSchema,
    domains: domainsSchema,
    concepts: conceptsSchema,
    masks: masksPackSchema,
    placeholders: placeholdersPackSchema,
    dictionary: z
      .record(z.string().regex(/^[a-z]\w*$/, 'TAG'), words)
      .describe('Words that sentences are cut into whole, by part of speech: n: [低空经济]; blanks part words'),
    status: statusPackSchema,
    naming: namingPackSchema,
    numerals: numeralsPackSchema,
    clauses: punctuationPackSchema,
    headings: headingsPackSchema,
    tables: tablesPackSchema,
    time: timePackSchema,
    basis: basisPackSchema,
    metadata: metadataPackSchema,
    boilerplate: boilerplatePackSchema,
    domainScoring: domainScoringPackSchema,
    conceptNames: conceptNamesPackSchema,
    off: offSchema,
  })
  .partial()
  .describe('A file of a gaige rule pack');

export type PackFile = z.infer<typeof packFileSchema>;
export type PackExampleSource = z.infer<typeof packExampleSchema>;

/** What all packs together say: the built-in pack, which is the first, says all of it. */
export type Knowledge = {
  numerals: NumeralsSource;
  units: UnitRatiosSource;
  masks: MasksSource;
  clauses: PunctuationSource;
  headings: HeadingsSource;
  tables: TablesSource;
  time: TimeSource;
  basis: BasisSource;
  metadata: MetadataSource;
  status: StatusSource;
  naming: NamingSource;
  boilerplate: BoilerplateRules;
  placeholders: PlaceholdersSource;
  domainScoring: DomainScoringSource;
  conceptNames: ConceptNamesSource;
};
