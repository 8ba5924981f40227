/** The form that `rules/units.yaml` has: units of measure, classifiers and their ratios. */
import { z } from 'zod';
import { DIMENSIONS } from '../../model/vocabulary.ts';
import { chars, part, tags, word, words } from '../schema-parts.ts';

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
  context: z
    .strictObject({
      own: words.describe('Words of what the unit measures: 电 for 度'),
      other: words.describe('Words of what it measures otherwise: 气温'),
      dimension: z.enum(DIMENSIONS).describe('What it measures then'),
    })
    .optional()
    .describe(
      'For a unit of two meanings: the nearest of these words in the sentence decides, after 万 or 亿 it is its own; else the other',
    ),
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
    timeClassifiers: chars.describe('What counts units of time, with an infix or 半 between: 3个多月, 1个半小时'),
    perNouns: words.describe('What may stand below the line of a ratio beside units: 元/人次'),
    perSigns: chars.describe('What parts the units of a ratio'),
    spellings: z
      .record(word, z.array(word))
      .describe(
        'Signs in units that are also written otherwise: the · of kW·h, the ³ of m³. Full-width letters need no mention',
      ),
    sharing: z
      .strictObject({
        joiners: words.describe('Between two members of a list, of which the first leaves its unit to the second'),
        cues: words.describe('Words that give out the members of a list; percentages need none'),
      })
      .describe('Units told only once: 提高3.2个、1.8个百分点'),
    classifiers: tags.describe(
      'Parts of speech of words that may be a unit which no rule knows: q* is all that begin with q',
    ),
  })
  .describe('Units of measure and classifiers. A unit with the symbol of an earlier one takes its place.');

export const unitsPackSchema = part(unitsSchema);

/** What stands beside the units themselves, all packs together. */
export type UnitRatiosSource = Omit<z.infer<typeof unitsPackSchema>, 'dimensions'>;
export type UnitSource = z.infer<typeof unitSchema>;
