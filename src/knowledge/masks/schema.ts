/** The form that `rules/masks.yaml` has: what masks, before any judgement of what it stands for. */
import { z } from 'zod';
import { char, chars, className, part, word, words } from '../schema-parts.ts';

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
  pathSigns: chars.describe('Between one of those and letters they make the name of a file: docs/TODO.md'),
});

const timesSchema = z.strictObject({
  after: chars.describe('Directly before it, as is a figure with its unit'),
  notAfter: chars.describe('Never directly before it'),
  reckon: chars.describe('Somewhere in its clause'),
});

const rangesSchema = z.strictObject({
  before: words.describe('One of these stands directly before them'),
  after: words.describe('One of these stands directly behind them, if not the end of the clause'),
});

const masksSchema = z
  .strictObject({
    forms: z.array(maskFormSchema).describe('Runs of characters that mask'),
    words: words.describe('Words that mask: 某某'),
    ranges: rangesSchema.describe('What shows that two masks without a unit are the ends of a range: 控制在X-X之间'),
    places: words.describe('Nouns that make a mask behind 前 a name and no rank: 改革前XX县'),
    times: timesSchema.describe('What shows that a lone mask character before a digit multiplies'),
    notes: notesSchema.describe('Bracketed notes that stand for missing content: 【待补充】'),
  })
  .describe('What masks, before any judgement of what it stands for');

/** What one pack says: any part of it. */
export const masksPackSchema = part(masksSchema, { notes: part(masksSchema.shape.notes) });

/** What all packs together say. */
export type MasksSource = z.infer<typeof masksSchema>;
export type MaskFormSource = z.infer<typeof maskFormSchema>;
