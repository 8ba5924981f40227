/**
 * The format of hand-made annotations: one JSON file a report, beside or above the text it names. See docs/annotations.md.
 */
import { z } from 'zod';
import { BASES, BOUNDS, DIRECTIONS, INDICATOR_KINDS, PLACEHOLDER_KINDS, STATUSES } from '../model/vocabulary.ts';

/** Left out where it is not annotated; null where a reader cannot tell. */
const timeSchema = z.object({ from: z.string(), to: z.string() }).nullable();

const indicatorSchema = z.object({
  start: z.int().min(0).describe('UTF-16 offset into the text'),
  text: z.string().min(1).describe('The figure as the report writes it'),
  must: z.boolean().default(true).describe('false: finding it neither helps nor hurts'),
  number: z.number().nullable(),
  min: z.number().nullish(),
  max: z.number().nullish(),
  bound: z.enum(BOUNDS),
  unit: z.string(),
  kind: z.enum(INDICATOR_KINDS),
  direction: z.enum(DIRECTIONS).nullable(),
  status: z.enum(STATUSES),
  head: z.string().nullish().describe('Words that any right name holds'),
  name: z.string().nullish(),
  names: z.array(z.string()).default([]).describe('All names that are right'),
  keep: z.array(z.string()).optional().describe('Pieces that tell it from its neighbours'),
  forbid: z.array(z.string()).optional().describe('Pieces that would confuse it with a neighbour'),
  domains: z
    .array(z.string())
    .optional()
    .describe('Fields of reform, any of which is right as its first; [] or left out: not annotated'),
  time: timeSchema.optional().describe('Its time; where it is given, basis and concept are annotated as well'),
  timeAlt: z.array(timeSchema).default([]).describe('Times that are right as well'),
  basis: z.enum(BASES).nullish().describe('What a change is counted from'),
  basisAlt: z.array(z.enum(BASES).nullable()).default([]),
  concept: z.string().nullish().describe('The standard indicator that it is an observation of'),
  conceptAlt: z.array(z.string().nullable()).default([]),
});

const placeholderSchema = z.object({
  start: z.int().min(0),
  text: z.string().min(1),
  must: z.boolean().default(true).describe('false: finding it neither helps nor hurts'),
  kind: z.enum(PLACEHOLDER_KINDS),
  expects: z.string().nullable(),
});

const sectionSchema = z.object({
  start: z.int().min(0),
  level: z.int().min(1).max(5),
  marker: z.string().nullable(),
  title: z.string(),
});

const stretchSchema = z.tuple([z.int().min(0), z.int().min(0)]);

export const annotationSchema = z
  .object({
    file: z.string().describe('The text, as a path from this file'),
    sha256: z.string().optional(),
    within: z
      .union([stretchSchema, z.array(stretchSchema)])
      .optional()
      .describe('Start and end of the stretch that was annotated, or of several; what begins outside is not counted'),
    indicators: z.array(indicatorSchema),
    placeholders: z.array(placeholderSchema).default([]),
    sections: z.array(sectionSchema).nullish().describe('null: not annotated'),
    domains: z
      .array(
        z.object({
          start: z.int(),
          ids: z.array(z.string()),
          section: z.boolean().optional().describe('true: of the section that begins there, whatever is annotated'),
        }),
      )
      .default([])
      .describe('Of the section that begins there, best first; of the whole report where sections are not annotated'),
    report: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullish(),
  })
  .describe('Annotations of one report');

export type Annotation = z.infer<typeof annotationSchema>;
export type AnnotatedIndicator = Annotation['indicators'][number];
export type AnnotatedPlaceholder = Annotation['placeholders'][number];
