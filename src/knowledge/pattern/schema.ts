/** The form that a rule has: the pattern, what it says of the figure, and its examples. */
import { z } from 'zod';
import { BASES, BOUNDS, DIMENSIONS, DIRECTIONS, INDICATOR_KINDS, ROLES, STATUSES } from '../../model/vocabulary.ts';
import { matchTexts, ruleId, skipTexts, text, word } from '../schema-parts.ts';

/** More rules than anyone writes; a pack that is larger is a mistake or an attack. */
const MOST_RULES = 5000;
const LONGEST_PATTERN = 2000;

/** What an example may ask of an indicator. */
export const indicatorFields = {
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
  basis: z.enum(BASES).nullable().optional().describe('basis'),
  base: z.string().nullable().optional().describe('base'),
  status: z.enum(STATUSES).optional().describe('status'),
  scope: z.string().nullable().optional().describe('scope'),
  period: z.string().nullable().optional().describe('period'),
  time: z.string().nullable().optional().describe('time: 2025, 2025-06, or both ends as 2025-01/2025-06'),
  role: z.enum(ROLES).nullable().optional().describe('role'),
  concept: z.string().nullable().optional().describe('concept'),
  masked: z.boolean().optional().describe('masked'),
};

const verdictSchema = z.strictObject({
  accept: z.boolean().optional().describe('Whether the figure is an indicator at all'),
  reason: word.optional().describe('Why it is none; shown by gaige explain'),
  parts: z
    .literal(true)
    .optional()
    .describe('A figure that is none parts its clause: what stands before it names nothing after it'),
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
      match: matchTexts(z.strictObject({ text: text.describe('A text'), ...indicatorFields })),
      skip: skipTexts,
    })
    .default({ match: [], skip: [] })
    .describe('Texts that the rule must fire on, and texts that it must pass over'),
});

export const rulesSchema = z.array(ruleSchema).max(MOST_RULES).describe('Judgements of figures');

export type RuleSource = z.infer<typeof ruleSchema>;
