/**
 * The shape of a rule file. Every file of a pack has the same shape, each section optional: the built-in pack splits its
 * knowledge by subject for the reader's sake, a user's pack may be a single file. What is described here is what editors
 * show (JSON Schema) and what docs/rules-reference.md says.
 */
import { z } from 'zod';
import {
  BOUNDS,
  DIMENSIONS,
  DIRECTIONS,
  INDICATOR_KINDS,
  PLACEHOLDER_KINDS,
  REPORT_KINDS,
  STATUSES,
} from '../model/vocabulary.ts';
import { boilerplateRulesSchema } from './boilerplate/schema.ts';
import { NOUN_CLASSES, TOUCHING } from './placeholders/table.ts';

/** More rules than anyone writes; a pack that is larger is a mistake or an attack. */
const MOST_RULES = 5000;
const LONGEST_PATTERN = 2000;
const LONGEST_TEXT = 2000;

const word = z.string().min(1);
const words = z.array(word);
const char = z.string().min(1).max(2);
const chars = z.array(char);
const ruleId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'RULE_ID');
const className = z.string().regex(/^[a-z][a-z0-9-]*$/, 'CLASS_NAME');
const count = z.int().min(0).max(100_000);
const weight = z.number().min(0).max(1000);

const numeralsSchema = z
  .strictObject({
    digits: z.record(char, z.int().min(0).max(9)).describe('Chinese digits and their values'),
    small: z.record(char, z.int().min(1).max(3)).describe('十 百 千: powers of ten that combine inside a section'),
    large: z.record(char, z.int().min(4).max(16)).describe('万 亿: powers of ten that close a section'),
    tens: z.record(char, z.int().min(10).max(90)).describe('Characters for two digits: 廿 卅'),
    decimalPoints: chars.describe('Between Arabic digits: 4·3'),
    chineseDecimalPoint: chars.describe('Between Chinese digits: 六点五'),
    groupSeparators: chars.describe('Between groups of three digits'),
    minus: chars.describe('Signs of a negative number'),
    spokenMinus: chars.describe('Those after which a space may follow'),
    minusNotAfter: chars.describe('After one of these 负 belongs to another word: 减负16亿元'),
    yearUnit: char.describe('After four digits it makes a year: 3亿2025年'),
    twoAsUnit: char.describe('A digit as well as a unit of mass'),
    mixedFraction: char.describe('又 in 三又二分之一'),
    formal: chars.describe('Digits only beside other numeral characters: 伍 in 队伍 is none'),
    fraction: word.describe('分之'),
    percentPrefixes: z.record(word, word).describe('Words before a numeral and the unit they stand for: 百分之'),
    percentHundred: word.describe('百 in 百分之百'),
    slashes: chars.describe('Between the numbers of a fraction: 1/3'),
    ratioColons: chars.describe('Between the numbers of a ratio: 2.05:1'),
    half: char.describe('半'),
    halfWords: words.describe('Words for a half that stand alone: 一半'),
    tenths: z
      .strictObject({
        symbol: char.describe('The character after the numeral'),
        factor: z.number().describe('How many units one tenth is'),
        unit: word.describe('The unit it is shown in'),
        notBefore: words.describe('Words that make it part of another word: 成立'),
      })
      .describe('三成 is 30 %'),
    infixes: words.describe('余 多 几 between numeral and unit: the figure is at least this'),
    standaloneInfixes: words.describe('Those that may stand without a unit: 3000余'),
    vaguePrefixes: words.describe('数 几 before a multiplier: no number is given'),
    rangeJoiners: words.describe('Between the ends of a range: 2至3个'),
    rangeBreakers: chars.describe('从 由 before the first end: two values, not a range'),
    rankPrefixes: z
      .record(char, z.strictObject({ notAfter: chars.describe('After one of these it belongs to another word') }))
      .describe('第 前: what makes a numeral a rank'),
    rankUnits: words.describe('What a rank counts, where it is written: 位 名 强'),
    rankSymbol: word.describe('The unit that ranks are shown with'),
    currencyPrefixes: z.record(word, word).describe('Currency signs before a numeral and their units'),
    setPhrases: words.describe('Words that hold a Chinese digit which is no numeral: 统一 进一步'),
  })
  .describe('How numbers are written');

const unitSchema = z.strictObject({
  symbol: word.describe('What the record shows'),
  factor: z
    .union([z.number().positive(), z.string().regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'FACTOR')])
    .nullish()
    .describe('Base units in one unit: a number or a fraction such as 2000/3'),
  base: word.optional().describe('Base unit of this unit where it is not that of its dimension'),
  words: words.optional().describe('Other ways of writing the unit'),
  fold: word.optional().describe('The symbol to show instead'),
  needs: z.literal('multiplier').optional().describe('A unit only after 万 or 亿: 300万方'),
  parts: z.record(word, z.number()).optional().describe('Smaller units that may follow, in this one: 5元3角'),
  halves: z.boolean().default(false).describe('半 may follow: 两天半'),
  notBefore: words.optional().describe('No unit where one of these follows, unless Arabic digits stand before it'),
  stillBefore: words.optional().describe('Longer words than those of notBefore: a unit after all'),
  neverBefore: words.optional().describe('No unit where one of these follows: 13亿人口'),
});

const dimensionUnits = z
  .array(z.union([word, unitSchema]))
  .describe('Units; one that needs nothing more may be its symbol alone');

const unitsSchema = z
  .strictObject({
    dimensions: z
      .partialRecord(
        z.enum(DIMENSIONS),
        z.strictObject({
          base: word
            .nullish()
            .describe('The unit that all others of the dimension are converted to; null where there is none'),
          units: dimensionUnits,
        }),
      )
      .describe('Units by what they measure'),
    perNouns: words.describe('What may stand below the line of a ratio beside units: 元/人次'),
    perSigns: chars.describe('What parts the units of a ratio'),
  })
  .describe('Units of measure and classifiers. A unit with the symbol of an earlier one takes its place.');

const maskFormSchema = z.strictObject({
  id: className.describe('Name of the form; one that exists is replaced'),
  chars: word.describe('The characters that mask'),
  min: z
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe('Shortest run that is a mask; a shorter one is one only beside a digit'),
  max: z.int().min(1).max(100).default(12).describe('Longest run that is a mask; a longer one is a rule or a divider'),
  apartFromLatin: z.boolean().default(false).describe('No mask beside a Latin letter: X in CTX'),
  apartFromDigits: z.boolean().default(false).describe('No mask beside a Chinese digit: ○ in 二○二二'),
});

const notesSchema = z.strictObject({
  brackets: z.record(char, char).describe('Closing bracket by opening bracket'),
  words: words.describe('A note that holds one of these is a placeholder'),
  edges: words.describe('One that begins or ends with one of these is as well'),
  notWords: words.describe('Longer words that hold one of those and leave nothing open'),
  blanks: chars.describe('A note of nothing but these is a placeholder'),
  max: z.int().min(3).max(200).describe('Longest note, brackets included'),
  bare: words.describe('Words that are placeholders without brackets'),
});

const timesSchema = z.strictObject({
  after: chars.describe('Directly before it, as is a figure with its unit'),
  notAfter: chars.describe('Never directly before it'),
  reckon: chars.describe('Somewhere in its clause'),
});

const masksSchema = z
  .strictObject({
    forms: z.array(maskFormSchema).describe('Runs of characters that mask'),
    words: words.describe('Words that mask: 某某'),
    times: timesSchema.describe('What shows that a lone mask character before a digit multiplies'),
    notes: notesSchema.describe('Bracketed notes that stand for missing content: 【待补充】'),
  })
  .describe('What masks, before any judgement of what it stands for');

const clausesSchema = z
  .strictObject({
    sentenceEnds: chars.describe('End a sentence'),
    delimiters: chars.describe('Part clauses'),
    enumerators: chars.describe('Part the members of a list'),
    brackets: z.record(char, char).describe('Opaque pairs: what stands inside is not looked into'),
  })
  .describe('Punctuation');

const unmarkedSchema = z.strictObject({
  min: count.describe('Shortest line that may be one'),
  max: count.describe('Longest line that may be one'),
  notStart: words.describe('No heading begins so'),
  notEnd: words.describe('No heading ends so'),
  without: words.describe('No heading holds one of these'),
  speakers: words.describe('Posts; no heading or title ends with one and a name'),
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

const titleSchema = z.strictObject({
  min: count.describe('Shortest title'),
  max: count.describe('Longest title'),
  labels: words.describe('Stand before a title, with a colon'),
  notStart: words.describe('No title begins so'),
  notEnd: words.describe('No title ends so'),
  without: words.describe('No title holds one of these'),
  subtitle: words.describe('Begins a subtitle on the same line'),
  goesOn: words.describe('Begins the second line of a title'),
  ends: words.describe('Ends a title that may stand on two lines'),
});

const regionSchema = z.strictObject({
  chars: count.describe('How much of the text is looked at'),
  suffixes: words.describe('What names of places end in'),
  longest: count.describe('Longest name'),
  atLeast: count.describe('How often a place must be written'),
  generic: words.describe('What stands before the suffix in words that are no places'),
  genericAlone: words.describe('The same where nothing else stands before it'),
  followers: words.describe('What follows a place that acts: 青澜区召开'),
  titleLeads: words.describe('No name begins so; a place may follow'),
  sessionLeads: words.describe('Stands before the place of a meeting'),
  nation: z
    .strictObject({
      name: word.describe('The name of the country'),
      government: words.describe('Words for its government in a title'),
      speaker: words.describe('Words for who speaks for it at the start'),
    })
    .describe('Reports of the national government'),
});

const metadataSchema = z
  .strictObject({
    headLines: count.describe('How many lines at the start are looked at for title, date and publisher'),
    title: titleSchema.describe('What a title looks like'),
    dateLabels: words.describe('Stand before a date of publication; the best entry counts'),
    publisherLabels: words.describe('Stand before a publisher; the best entry counts'),
    bylineLabels: words.describe('End a publisher that no blank ends'),
    sessions: words.describe('Meetings that a report is given to'),
    region: regionSchema.describe('How the place reported on is found'),
    kinds: z
      .array(
        z.strictObject({
          kind: z.enum(REPORT_KINDS).describe('The kind of report'),
          in: z.enum(['title', 'head', 'start', 'end']).describe('Where the words are looked for'),
          words: words.describe('One of these must stand there'),
        }),
      )
      .describe('Kinds of reports; the first that fits decides'),
  })
  .describe('What a report says of itself');

const statusSchema = z
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
    notTarget: words.describe('Words that hold a word of a plan and are none: 未来产业'),
    achieved: words.describe('Turn back to what was done'),
    notAchieved: words.describe('Words that hold one of those and do not'),
    imperative: words.describe('Open the sentences of a plan'),
    completed: words.describe('Mark the sentences of a review'),
  })
  .describe('Achieved or promised');

const matchTexts = <T extends z.ZodType>(example: T) =>
  z
    .array(z.union([z.string().min(1).max(LONGEST_TEXT), example]))
    .default([])
    .describe('Texts that it must fire on, alone or with what must be found');

const skipTexts = z.array(z.string().min(1).max(LONGEST_TEXT)).default([]).describe('Texts that it must not fire on');

const placeholderFields = {
  kind: z
    .enum([...PLACEHOLDER_KINDS, 'none'])
    .optional()
    .describe('What the mask stands for; none where it is no placeholder'),
  expects: z.string().nullable().optional().describe('The unit or noun that the missing content carries'),
};

const TOUCHING_MEANS =
  'What the run stands beside. words: a pair of quotes holds words on both sides; digits: digits on both sides; digit: a digit on ' +
  'one side; latin: a Latin letter or a sign of code; latin-word: a Latin word, over a blank; figure: a figure ends directly before ' +
  'it; footnote: the text explains stars, and this one is none of its words; line: three signs or more and nothing else on its ' +
  'line; frame: the line begins and ends with the same run';

const contextSchema = z.strictObject({
  id: ruleId.describe('Name of the context, of the form kind/name'),
  forms: words.optional().describe('Ids of masks.forms; all where not given'),
  single: z.boolean().default(false).describe('Only a run of one character'),
  free: z.boolean().default(false).describe('Only a run that is no numeral with a unit'),
  before: words.optional().describe('One of these stands directly before the run; ^ is the start of the line'),
  after: words.optional().describe('One of these stands directly after it; $ is the end of the line'),
  near: words.optional().describe('One of these stands in its clause'),
  touching: z.enum(TOUCHING).optional().describe(TOUCHING_MEANS),
  noun: z
    .enum(NOUN_CLASSES)
    .optional()
    .describe('A noun of this class must follow: place directly after the run, name and text with other words between'),
  always: z.boolean().default(false).describe('Decides for a run that is part of a numeral with its unit as well'),
  kind: z.enum([...PLACEHOLDER_KINDS, 'none']).describe('What the mask then stands for; none: no placeholder'),
  expects: z.string().optional().describe('What the record shows as expected'),
  examples: z
    .strictObject({
      match: matchTexts(z.strictObject({ text: word.max(LONGEST_TEXT).describe('A text'), ...placeholderFields })),
      skip: skipTexts,
    })
    .optional()
    .describe('Texts with masks that it must judge, and texts that it must leave to others'),
});

const nounsSchema = z.strictObject({
  places: words.describe('Nouns of places: 区 县'),
  names: words.describe('Nouns that names end in'),
  trades: words.describe('Words that may stand between a masked name and its noun'),
  texts: words.describe('Nouns of texts: what is missing is more than a name'),
  longer: words.describe('Words that only begin like a noun'),
  stops: words.describe('Words after which no noun belongs to the mask'),
  closers: chars.describe('Signs that may close a mask before its noun'),
  openers: chars.describe('Signs that may open a noun'),
  enumerators: words.describe('Signs between the members of a list of masks'),
  others: words.describe('Longest words that are none of these'),
});

const placeholdersSchema = z
  .strictObject({
    contexts: z.array(contextSchema).describe('Contexts; the first that fits decides, those of later packs first'),
    joiners: words.describe('Signs between runs that one missing content is masked by: 20××-××'),
    footnotes: z
      .strictObject({
        legends: words.describe('A star in these words explains what stars mean'),
        explains: words.describe('A line that begins with a star and one of these is a footnote'),
      })
      .describe('How texts explain their stars'),
    dateUnits: words.describe('Units that make a masked numeral a date'),
    nouns: nounsSchema.describe('What masked names and phrases end in'),
    noteKinds: z
      .array(
        z.strictObject({
          kind: z.enum(PLACEHOLDER_KINDS).describe('What the note stands for'),
          words: words.describe('A note that holds one of these'),
        }),
      )
      .describe('What bracketed notes say they stand for; the first that fits decides'),
  })
  .describe('What a mask stands for');

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

const indicatorFields = {
  number: z.number().nullable().optional().describe('value.number of the record'),
  min: z.number().nullable().optional().describe('value.min'),
  max: z.number().nullable().optional().describe('value.max'),
  bound: z.enum(BOUNDS).optional().describe('value.bound'),
  unit: z.string().optional().describe('unit.symbol'),
  dimension: z.enum(DIMENSIONS).optional().describe('unit.dimension'),
  canonical: z.number().nullable().optional().describe('canonical.number'),
  name: z.string().nullable().optional().describe('name'),
  kind: z.enum(INDICATOR_KINDS).optional().describe('kind'),
  direction: z.enum(DIRECTIONS).nullable().optional().describe('direction'),
  status: z.enum(STATUSES).optional().describe('status'),
  scope: z.string().nullable().optional().describe('scope'),
  period: z.string().nullable().optional().describe('period'),
  masked: z.boolean().optional().describe('masked'),
};

const verdictSchema = z.strictObject({
  accept: z.boolean().optional().describe('Whether the figure is an indicator at all'),
  reason: word.optional().describe('Why it is none; shown by gaige explain'),
  kind: z
    .enum([...INDICATOR_KINDS, 'carried'])
    .optional()
    .describe('The kind of figure; carried: that of the figure before'),
  direction: z.enum(DIRECTIONS).nullable().optional().describe('Of a change: up or down'),
  bound: z.enum(BOUNDS).optional().describe('How exactly the figure is stated'),
  status: z.enum(STATUSES).optional().describe('Achieved or promised'),
  side: z
    .enum(['left', 'right', 'none'])
    .optional()
    .describe('Where the name stands; none: it is carried from an earlier clause'),
  name: word.optional().describe('What is measured: words, or $name for what the pattern captured'),
  scope: word.optional().describe('Where a rank or comparison holds: words or $name'),
  period: word.optional().describe('The time the figure refers to: words or $name'),
});

const ruleSchema = z.strictObject({
  id: ruleId.describe('Name of the rule, of the form topic/kebab-name; one that exists is replaced'),
  pattern: word.max(LONGEST_PATTERN).describe('The figure judged and what must stand around it'),
  emit: verdictSchema.describe('What the rule says of the figure; each field is decided on its own'),
  priority: z.int().min(-100).max(100).default(0).describe('Of rules that speak of the same field the highest decides'),
  examples: z
    .strictObject({
      match: matchTexts(z.strictObject({ text: word.max(LONGEST_TEXT).describe('A text'), ...indicatorFields })),
      skip: skipTexts,
    })
    .default({ match: [], skip: [] })
    .describe('Texts that the rule must fire on, and texts that it must pass over'),
});

const packExampleSchema = z.strictObject({
  text: word.max(LONGEST_TEXT).describe('A text'),
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

/** What all packs together say: the built-in pack, which is the first, says all of it. */
const knowledgeSchema = z.strictObject({
  numerals: numeralsSchema,
  masks: masksSchema,
  clauses: clausesSchema,
  headings: headingsSchema,
  metadata: metadataSchema,
  status: statusSchema,
  boilerplate: boilerplateRulesSchema,
  placeholders: placeholdersSchema,
  domainScoring: domainScoringSchema,
});

/** A pack may say any part of it; `parts` are members of which any part may be said in turn. */
const part = <T extends z.ZodRawShape, P extends z.ZodRawShape = Record<never, never>>(
  whole: z.ZodObject<T>,
  parts: P = {} as P,
) =>
  whole
    .extend(parts)
    .partial()
    .describe(whole.description ?? '');

export const packFileSchema = z
  .strictObject({
    pack: packSchema,
    rules: z.array(ruleSchema).max(MOST_RULES).describe('Judgements of figures'),
    examples: z
      .array(packExampleSchema)
      .describe('Texts with all that must be found in them: tests of units, domains, masks and words'),
    classes: z.record(className, words).describe('Named word lists; @name includes another list; blanks part words'),
    units: part(unitsSchema),
    domains: z.array(domainSchema).describe('Fields of reform and their terms'),
    masks: part(masksSchema, { notes: part(masksSchema.shape.notes) }),
    placeholders: part(placeholdersSchema),
    dictionary: z
      .record(z.string().regex(/^[a-z]\w*$/, 'TAG'), words)
      .describe('Words that sentences are cut into whole, by part of speech: n: [低空经济]; blanks part words'),
    status: part(statusSchema),
    numerals: part(numeralsSchema),
    clauses: part(clausesSchema),
    headings: part(headingsSchema, { unmarked: part(headingsSchema.shape.unmarked) }),
    metadata: part(metadataSchema, {
      title: part(metadataSchema.shape.title),
      region: part(metadataSchema.shape.region),
    }),
    boilerplate: part(boilerplateRulesSchema, {
      html: part(boilerplateRulesSchema.shape.html),
      metadata: part(boilerplateRulesSchema.shape.metadata),
      emphasis: part(boilerplateRulesSchema.shape.emphasis),
    }),
    domainScoring: part(domainScoringSchema),
    off: offSchema,
  })
  .partial()
  .describe('A file of a gaige rule pack');

export type PackFile = z.infer<typeof packFileSchema>;
export type Knowledge = z.infer<typeof knowledgeSchema>;
export type RuleSource = z.infer<typeof ruleSchema>;
export type ContextSource = z.infer<typeof contextSchema>;
export type DomainSource = z.infer<typeof domainSchema>;
export type UnitSource = z.infer<typeof unitSchema>;
export type PackExampleSource = z.infer<typeof packExampleSchema>;
