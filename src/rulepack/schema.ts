/**
 * The shape of a rule file. Every file of a pack has the same shape, each section optional: the built-in pack splits its
 * knowledge by subject for the reader's sake, a user's pack may be a single file.
 */
import { z } from 'zod';
import { NOUN_CLASSES, TOUCHING } from '../model/placeholder-rules.ts';
import { residueRulesSchema } from '../model/residue-schema.ts';
import {
  BOUNDS,
  DIMENSIONS,
  DIRECTIONS,
  INDICATOR_KINDS,
  PLACEHOLDER_KINDS,
  REPORT_KINDS,
  STATUSES,
} from '../model/vocabulary.ts';

const word = z.string().min(1);
const words = z.array(word);
const char = z.string().min(1).max(2);
const ruleId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a rule id has the form topic/kebab-name');
const className = z.string().regex(/^[a-z][a-z0-9-]*$/);

const numeralsSchema = z
  .strictObject({
    digits: z.record(char, z.int().min(0).max(9)),
    small: z.record(char, z.int().min(1).max(3)),
    large: z.record(char, z.int().min(4).max(16)),
    tens: z.record(char, z.int()),
    decimalPoints: z.array(char),
    chineseDecimalPoint: z.array(char),
    groupSeparators: z.array(char),
    minus: z.array(char),
    spokenMinus: z.array(char),
    minusNotAfter: z.array(char),
    yearUnit: char,
    twoAsUnit: char,
    mixedFraction: char,
    formal: z.array(char),
    fraction: word,
    percentPrefixes: z.record(word, word),
    percentHundred: word,
    slashes: z.array(char),
    ratioColons: z.array(char),
    half: char,
    halfWords: words,
    tenths: z.strictObject({ symbol: char, factor: z.number(), unit: word, notBefore: words }),
    infixes: words,
    standaloneInfixes: words,
    vaguePrefixes: words,
    rangeJoiners: words,
    rangeBreakers: z.array(char),
    rankPrefixes: z.record(char, z.strictObject({ notAfter: z.array(char) })),
    rankUnits: words,
    rankSymbol: word,
    currencyPrefixes: z.record(word, word),
    setPhrases: words.describe('Words that hold a Chinese digit which is no numeral; blanks part words'),
  })
  .describe('How numbers are written');

const unitSchema = z.strictObject({
  symbol: word,
  factor: z
    .union([z.number().positive(), z.string().regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/)])
    .nullish()
    .describe('Base units in one unit: a number or a fraction such as 2000/3'),
  base: word.optional(),
  words: words.optional().describe('Other ways of writing the unit'),
  fold: word.optional().describe('The symbol to show instead'),
  needs: z.literal('multiplier').optional(),
  parts: z.record(word, z.number()).optional().describe('Smaller units that may follow: 5元3角'),
  halves: z.boolean().default(false).describe('半 may follow: 两天半'),
  notBefore: words.optional().describe('No unit where one of these follows, unless digits stand before it'),
  stillBefore: words.optional().describe('Longer words than those of notBefore: a unit after all'),
  neverBefore: words.optional().describe('No unit where one of these follows'),
});

const unitsSchema = z
  .strictObject({
    dimensions: z
      .partialRecord(z.enum(DIMENSIONS), z.strictObject({ base: word.nullable(), units: z.array(unitSchema) }))
      .optional(),
    perNouns: words.optional(),
    perSigns: z.array(char).optional(),
  })
  .describe('Units of measure and classifiers');

const masksSchema = z
  .strictObject({
    forms: z
      .array(
        z.strictObject({
          id: className,
          chars: word,
          min: z.int().min(1).default(1),
          max: z.int().min(1).default(12),
          apartFromLatin: z.boolean().default(false),
          apartFromDigits: z.boolean().default(false),
        }),
      )
      .optional(),
    words: words.optional(),
    times: z
      .strictObject({
        after: z.array(char).describe('Directly before it, as is a figure with its unit'),
        notAfter: z.array(char).describe('Never directly before it'),
        reckon: z.array(char).describe('Somewhere in its clause'),
      })
      .optional()
      .describe('What shows that a lone mask character before a digit multiplies'),
    notes: z
      .strictObject({
        brackets: z.record(char, char),
        words: words.describe('Anywhere in the note'),
        edges: words.default([]).describe('At its beginning or its end'),
        notWords: words.default([]).describe('Longer words that hold one of those and leave nothing open'),
        blanks: z.array(char),
        max: z.int().min(3).max(200),
        bare: words,
      })
      .optional(),
  })
  .describe('Characters and words that mask');

const clausesSchema = z
  .strictObject({
    sentenceEnds: z.array(char),
    delimiters: z.array(char).describe('Part clauses'),
    enumerators: z.array(char).describe('Part the members of a list'),
    brackets: z.record(char, char).describe('Opaque pairs: what stands inside is not looked into'),
  })
  .describe('Punctuation');

const headingsSchema = z
  .strictObject({
    markers: z.array(
      z.strictObject({
        level: z.int().min(1).max(5),
        open: words.optional(),
        numeral: z.enum(['chinese', 'arabic', 'circled']),
        close: words.optional(),
        lineStart: z.boolean().default(false).describe('Only at the start of a line'),
        sequence: z.boolean().default(false).describe('Only as 1, or after its predecessor'),
        run: z.boolean().default(false).describe('Part of a running sentence'),
      }),
    ),
    before: z.array(char),
    beforeRun: z.array(char),
    titleEnds: z.array(char),
    commas: z.array(char),
    longTitle: z.int(),
    longRunTitle: z.int(),
    flatLine: z.int(),
    unmarked: z.strictObject({ min: z.int(), max: z.int(), notStart: words, notEnd: words, without: words }),
  })
  .describe('How headings look');

const metadataSchema = z
  .strictObject({
    headLines: z.int(),
    title: z.strictObject({
      min: z.int(),
      max: z.int(),
      notStart: words,
      notEnd: words,
      without: words,
      subtitle: words,
    }),
    dateLabels: words,
    publisherLabels: words,
    region: z.strictObject({
      chars: z.int(),
      suffixes: words,
      longest: z.int(),
      atLeast: z.int(),
      generic: words,
      genericAlone: words,
      followers: words,
      nation: z.strictObject({ name: word, government: words, speaker: words }),
    }),
    kinds: z.array(
      z.strictObject({ kind: z.enum(REPORT_KINDS), in: z.enum(['title', 'head', 'start', 'end']), words }),
    ),
  })
  .describe('What a report says of itself');

const statusSchema = z
  .strictObject({
    planHeadings: words,
    reviewHeadings: words,
    planLeads: words,
    paragraphLeads: words,
    target: words,
    targetInClause: words,
    targetUnlessReview: words,
    until: words,
    disposal: words,
    targetBeforeVerb: words,
    notTarget: words,
    achieved: words,
    notAchieved: words,
    imperative: words,
    completed: words,
  })
  .describe('Achieved or promised');

const placeholdersSchema = z
  .strictObject({
    contexts: z.array(
      z.strictObject({
        id: ruleId,
        forms: words.optional(),
        single: z.boolean().default(false),
        free: z.boolean().default(false),
        before: words.optional(),
        after: words.optional(),
        near: words.optional(),
        touching: z.enum(TOUCHING).optional(),
        noun: z.enum(NOUN_CLASSES).optional(),
        always: z.boolean().default(false),
        kind: z.enum([...PLACEHOLDER_KINDS, 'none']),
        expects: z.string().optional(),
      }),
    ),
    joiners: words.describe('Signs between runs that one missing content is masked by'),
    footnotes: z
      .strictObject({ legends: words, explains: words })
      .describe('Words that explain stars: anywhere, and after a star at the start of a line'),
    dateUnits: words,
    nouns: z
      .strictObject({
        places: words,
        names: words,
        trades: words,
        texts: words,
        longer: words.describe('Words that only begin like a noun'),
        stops: words.describe('Words after which no noun belongs to the mask'),
        closers: z.array(char),
        openers: z.array(char),
        enumerators: words,
        others: words,
      })
      .describe('What masked names and phrases end in'),
    noteKinds: z.array(z.strictObject({ kind: z.enum(PLACEHOLDER_KINDS), words })),
  })
  .describe('What a mask stands for');

const domainSchema = z.strictObject({
  id: className,
  label: word,
  field: word,
  terms: words.describe('Terms, each with an optional weight: 改革:0.5'),
});

const domainScoringSchema = z.strictObject({
  headingWeight: z.number(),
  sectionShare: z.number(),
  reportShare: z.number(),
  sectionMost: z.int(),
  reportMost: z.int(),
  figureMost: z.int(),
  least: z.number(),
});

const exampleSchema = z.union([z.string().min(1), z.looseObject({ text: z.string().min(1) })]);

const verdictSchema = z.strictObject({
  accept: z.boolean().optional(),
  reason: word.optional(),
  kind: z.enum([...INDICATOR_KINDS, 'carried']).optional(),
  direction: z.enum(DIRECTIONS).nullable().optional(),
  bound: z.enum(BOUNDS).optional(),
  status: z.enum(STATUSES).optional(),
  side: z.enum(['left', 'right', 'none']).optional(),
  name: word.optional(),
  scope: word.optional(),
  period: word.optional(),
});

const ruleSchema = z.strictObject({
  id: ruleId,
  pattern: word,
  emit: verdictSchema,
  priority: z.int().min(-100).max(100).default(0),
  examples: z.strictObject({ match: z.array(exampleSchema).default([]), skip: z.array(z.string()).default([]) }),
});

export const packFileSchema = z
  .strictObject({
    pack: z
      .strictObject({ name: className, version: word, description: z.string().optional() })
      .optional()
      .describe('Name and version of the pack; in one of its files'),
    numerals: numeralsSchema.optional(),
    units: unitsSchema.optional(),
    masks: masksSchema.optional(),
    clauses: clausesSchema.optional(),
    classes: z
      .record(className, words)
      .optional()
      .describe('Named word lists; @name includes another list; blanks part words'),
    headings: headingsSchema.optional(),
    metadata: metadataSchema.optional(),
    status: statusSchema.optional(),
    residue: residueRulesSchema.optional(),
    placeholders: placeholdersSchema.optional(),
    domains: z.array(domainSchema).optional().describe('Fields of reform and their terms'),
    domainScoring: domainScoringSchema.optional(),
    rules: z.array(ruleSchema).optional().describe('Judgements of figures'),
  })
  .describe('A file of a gaige rule pack');

export type PackFile = z.infer<typeof packFileSchema>;
export type RuleSource = z.infer<typeof ruleSchema>;
