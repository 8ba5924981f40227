/** The form that `rules/placeholders.yaml` has: what a mask stands for. */
import { z } from 'zod';
import { PLACEHOLDER_KINDS } from '../../model/vocabulary.ts';
import { char, chars, matchTexts, part, ruleId, skipTexts, text, words } from '../schema-parts.ts';

/** What an example may ask of a placeholder. */
export const placeholderFields = {
  kind: z
    .enum([...PLACEHOLDER_KINDS, 'none'])
    .optional()
    .describe('What the mask stands for; none where it is no placeholder'),
  expects: z.string().nullable().optional().describe('The unit or noun that the missing content carries'),
};

/** What a mask run may stand beside; `rules/placeholders.yaml` explains each. */
const TOUCHING = ['words', 'digits', 'digit', 'latin', 'latin-word', 'figure', 'footnote', 'line', 'frame'] as const;

export type Touching = (typeof TOUCHING)[number];

const NOUN_CLASSES = ['place', 'name', 'text'] as const;

export type NounClass = (typeof NOUN_CLASSES)[number];

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
      match: matchTexts(z.strictObject({ text: text.describe('A text'), ...placeholderFields })),
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

const footnotesSchema = z.strictObject({
  stars: chars.describe('The signs of footnotes'),
  after: chars.describe('Behind one of these, as behind a letter or a digit, a star may be that of a footnote: 35%*'),
  legends: words.describe('A star in these words explains what stars mean'),
  explains: words.describe('A line that begins with a star and one of these is a footnote'),
});

const listMarkersSchema = z.strictObject({
  bullets: chars.describe('Signs that mark a member alone'),
  open: chars.describe('Brackets that open a number: （一）'),
  close: chars.describe('Signs behind a number: 1. 一、'),
});

const placeholdersSchema = z
  .strictObject({
    contexts: z.array(contextSchema).describe('Contexts; the first that fits decides, those of later packs first'),
    joiners: words.describe('Signs between runs that one missing content is masked by: 20××-××'),
    quotes: z.record(char, char).describe('Pairs that hold a phrase whole: “数据要素×”'),
    quoteEnds: chars.describe('Signs that no phrase in quotes goes on over'),
    footnotes: footnotesSchema.describe('How texts explain their stars'),
    listMarkers: listMarkersSchema.describe('What may stand before a line that begins and ends with the same run'),
    noteMarks: z.record(char, char).describe('Pairs that hold the number of a note: [2]'),
    particles: chars.describe('Part a mask from the words that are shown as expected: 推进**的改革'),
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

/** What one pack says: any part of it. */
export const placeholdersPackSchema = part(placeholdersSchema, {
  footnotes: part(placeholdersSchema.shape.footnotes),
  listMarkers: part(placeholdersSchema.shape.listMarkers),
});

/** What all packs together say. */
export type PlaceholdersSource = z.infer<typeof placeholdersSchema>;
export type ContextSource = z.infer<typeof contextSchema>;
