/** The form that `rules/metadata.yaml` has: what a report says of itself. */
import { z } from 'zod';
import { REPORT_KINDS } from '../../model/vocabulary.ts';
import { char, chars, count, part, word, words } from '../schema-parts.ts';

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
  occasionBrackets: z
    .record(char, char)
    .describe('Behind a title they hold the day and the meeting: （2024年1月9日在…会议上）'),
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
    bylineSigns: chars.describe('Part the facts of a byline, or a label from its fact: 来源｜青禾日报'),
    publisherEnds: chars.describe('End a publisher as well: 青禾日报（记者…）'),
    clockUnits: chars.describe('Stand with digits beside a date that has a line of its own: 8时30分'),
    openingEnds: chars.describe('A year behind one of these opens no text, unlike that of 各位代表！2024年，…'),
    yearTails: words.describe('Stand between a year and what was done in it: 2024年度, 2024年以来'),
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

/** What one pack says: any part of it. */
export const metadataPackSchema = part(metadataSchema, {
  title: part(metadataSchema.shape.title),
  region: part(metadataSchema.shape.region),
});

/** What all packs together say. */
export type MetadataSource = z.infer<typeof metadataSchema>;
