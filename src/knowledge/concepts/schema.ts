/** The form that `concepts` and `conceptNames` in `rules/concepts.yaml` have: standard indicators, and what they are called. */
import { z } from 'zod';
import { DIMENSIONS, INDICATOR_KINDS } from '../../model/vocabulary.ts';
import { indicatorFields } from '../pattern/schema.ts';
import { chars, kebabId, matchTexts, part, skipTexts, text, word, words } from '../schema-parts.ts';

/** Words, of which a part may be written in several ways: 社会消费品零售总?额 is 社会消费品零售(总|)额. */
const spellings = z.array(word.regex(/^(?:[^()|]|\([^()]*\))+$/, 'SPELLING'));

const conceptSchema = z.strictObject({
  id: kebabId.describe('Id of the indicator, which records show; what is said of one that exists is added to it'),
  label: z
    .strictObject({ zh: word.describe('In Chinese'), en: word.describe('In English') })
    .optional()
    .describe('Its standard name; needed once'),
  definition: text.optional().describe('What it measures, as statistics define it; needed once'),
  dimensions: z
    .array(z.enum(DIMENSIONS))
    .min(1)
    .optional()
    .describe(
      'What its levels are measured in, that of the standard first; needed once. A percentage may always be the rate of its completion',
    ),
  changes: z
    .array(z.enum(DIMENSIONS))
    .optional()
    .describe(
      'What its changes are measured in; where not given, that of its levels, percentages, percentage points and times',
    ),
  kinds: z
    .array(z.enum(INDICATOR_KINDS))
    .optional()
    .describe('Kinds of figure that may be one of it; all where not given'),
  ofAnyone: z
    .boolean()
    .optional()
    .describe(
      'Firms, parks and the like have one of their own: it is theirs where the figure before it in its clause is, 省管企业净资产增长8%、研发投入增长30%',
    ),
  lowerIsBetter: z.boolean().optional().describe('A target of it is a ceiling unless its bound says otherwise: 失业率'),
  countsFalls: z
    .boolean()
    .optional()
    .describe('Its standard change is a rate of decline: tables give a fall as a positive number (单位GDP能耗降低率)'),
  unitsTell: z
    .boolean()
    .optional()
    .describe('What is counted in another unit is something else: 老旧小区 in 个 and in 户'),
  stock: z
    .boolean()
    .optional()
    .describe(
      'What was added to it (conceptNames.added) is another observation than what there is of it: 新增上市公司5家, 上市公司162家',
    ),
  headline: z
    .boolean()
    .optional()
    .describe('Summaries of a report show it before others; those of several in the order in which they stand here'),
  names: spellings
    .default([])
    .describe('What it is called; (…|…) holds ways of writing a part, of which one may be empty'),
  before: spellings
    .default([])
    .describe('Words that may stand before its name and change nothing: 新建; @name is a class'),
  after: spellings
    .default([])
    .describe('Words that may stand behind its name and change nothing: 总量; @name is a class'),
  not: words.default([]).describe('None where one of these stands in the name or directly before it in the text'),
  examples: z
    .strictObject({
      match: matchTexts(z.strictObject({ text: text.describe('A text'), ...indicatorFields })),
      skip: skipTexts,
    })
    .optional()
    .describe('Texts with a figure of it, and texts that have none'),
});

const conceptNamesSchema = z
  .strictObject({
    wholes: z
      .array(
        z.strictObject({
          regions: words.describe('Endings of the name of a region'),
          words: words.describe('Words that mean all of such a region: 全省'),
        }),
      )
      .describe(
        'What may stand before a name and means the region reported on, whole; in a report of no known region all of them do',
      ),
    before: spellings.describe('Words that may stand before any name and change nothing: 全年; @name is a class'),
    after: spellings.describe('Words that may stand behind any name and change nothing: 增速; @name is a class'),
    rest: words.describe('Behind one of these anything may follow: 税收收入|占|一般公共预算收入'),
    others: words.describe(
      'Where one of these stands in the text directly before the name, it is that of somebody else: 园区; so may be those that follow in its clause (ofAnyone)',
    ),
    uses: words.describe(
      'Behind a share, or the whole it is of, what follows is part of its name: 76%的财政支出|用于民生',
    ),
    goals: spellings.describe(
      'Behind a name they promise something of it without a figure, beside or between promised figures: 居民收入增长|与经济增长同步',
    ),
    added: words.describe('In the name of a stock, it tells what was added to it: 新增上市公司'),
    ignored: chars.describe('Signs in names that are passed over: “小巨人”'),
  })
  .describe(
    'What may stand around the names of all concepts. A name that holds anything else is that of something else',
  );

export const conceptsSchema = z.array(conceptSchema).describe('Standard indicators and what they are called');

/** What one pack says: any part of it. */
export const conceptNamesPackSchema = part(conceptNamesSchema);

export type ConceptSource = z.infer<typeof conceptSchema>;
/** What all packs together say. */
export type ConceptNamesSource = z.infer<typeof conceptNamesSchema>;
