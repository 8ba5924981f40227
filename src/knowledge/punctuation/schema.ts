/** The form that `clauses` in `rules/pack.yaml` has: the punctuation that structures a sentence. */
import { z } from 'zod';
import { char, chars, part } from '../schema-parts.ts';

const punctuationSchema = z
  .strictObject({
    sentenceEnds: chars.describe('End a sentence'),
    delimiters: chars.describe('Part clauses'),
    commas: chars.describe('The delimiters that part clauses of one statement: 2024年，…'),
    semicolons: chars.describe('The delimiters that end a statement within its sentence: 一是…；二是…'),
    colons: chars.describe('The delimiters between a label and what it states: 来源：…'),
    enumerators: chars.describe('Part the members of a list'),
    brackets: z.record(char, char).describe('Opaque pairs: what stands inside is not looked into'),
    asides: chars.describe('Open words beside the sentence, which name nothing: 12家（含3家在建）'),
    labels: chars.describe('Open a label at the head of a sentence, which names nothing: 【自然生态】森林覆盖率43%'),
    dashes: chars.describe('Dashes and dots that may stand before a name: —高新技术企业'),
    footnotes: chars.describe('Signs after a name that point to a note: 贷款余额*'),
  })
  .describe('Punctuation');

/** What one pack says: any part of it. */
export const punctuationPackSchema = part(punctuationSchema);

/** What all packs together say. */
export type PunctuationSource = z.infer<typeof punctuationSchema>;
