/** The form that `rules/metadata.yaml` has: what a report says of itself. */
import { z } from 'zod';
import { REPORT_KINDS } from '../../model/vocabulary.ts';
import { char, chars, count, part, weight, word, words } from '../schema-parts.ts';

const titleSchema = z.strictObject({
  min: count.describe('Shortest title'),
  max: count.describe('Longest title'),
  labels: words.describe('Stand before a title, with a colon'),
  notStart: words.describe('No title begins so'),
  notEnd: words.describe('No title ends so'),
  without: words.describe('No title holds one of these'),
  subtitle: words.describe('Begins a subtitle on the same line'),
  channels: words.describe('Ends the name of a channel of a site, which is no title: 青禾要闻'),
  longestChannel: count.describe('Longest name of a channel'),
  goesOn: words.describe('Begins the second line of a title, or its subject: 关于'),
  joins: words.describe('Begins another line of a title that might be whole: 暨2025年工作打算'),
  leftOpen: words.describe('A title that ends so goes on in the next line'),
  bare: words.describe('A line that is no title without the body above it: 工作报告'),
  issue: z
    .strictObject({ open: words.describe('Begin it'), close: words.describe('End it') })
    .describe('The number of an issue, below the name of a bulletin, which is no title: 第12期'),
  banner: words.describe('Behind the name of a body at the head of its letters: 青禾县人民政府文件'),
  ends: words.describe('Ends a title that may stand on two lines'),
  openings: words.describe('Begins the first sentence, where nothing parts it from the title'),
  occasionBrackets: z
    .record(char, char)
    .describe('Behind a title they hold the day and the meeting: （2024年1月9日在…会议上）'),
});

const regionSchema = z.strictObject({
  chars: count.describe('How much of the text is looked at'),
  suffixes: words.describe('What names of places end in'),
  townSuffixes: words.describe('What names of towns and parts of cities end in, where a title or a body names them'),
  townGeneric: words.describe('What stands before the suffix of a town in words that are no places'),
  townNotFollowed: words.describe('The same behind the suffix of a town: 乡村, 村民'),
  notStart: words.describe('No name of a place begins so: verbs of slogans'),
  notFollowed: words.describe('Behind a suffix they make it part of another word: 县域, 市场'),
  notInName: chars.describe('No name of a place holds one of these'),
  selves: words.describe('Before the level of its place, a report speaks of that place: 全县'),
  organs: words.describe('Behind the level of its place likewise: 县委'),
  longest: count.describe('Longest name'),
  atLeast: count.describe('How often a place must be written'),
  generic: words.describe('What stands before the suffix in words that are no places'),
  genericAlone: words.describe('The same where nothing else stands before it'),
  genericAlways: words.describe('Of one character, those that make no name at the start of a title either: 全县, 社区'),
  shortSuffixes: words.describe('Before these a name may be of one character where a place must stand: 易县'),
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

const yearsSchema = z.strictObject({
  plan: words.describe('Behind a year: what is to be done in it'),
  review: words.describe('Behind a year: what was done in it; the longer word counts'),
  next: words.describe('The year after: 明年'),
  current: words.describe('The year in which a report is given: 今年'),
  ahead: words.describe('What comes next, which in a summary of a whole year is the year after: 下一步'),
  delivered: words.describe('In a title, reports that are named by the year they are given in'),
  parts: words.describe('A part of a year, which is reported on while the year lasts'),
  midway: words.describe('In the title of a report on several years that go on: 中期'),
  cues: words.describe('Directly before a year that is to come'),
  deadlines: words.describe('Directly behind a year or a month that is to come: 2025年6月|底前'),
  willDo: words.describe('Behind a year that is to come, in the same clause or the one after its comma'),
});

/** Weights by the place in a report where the evidence stands. */
const weightsOf = <K extends string>(places: Record<K, string>, of: string) =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries<string>(places).map(([place, means]) => [place, weight.describe(means)]),
      ) as Record<K, typeof weight>,
    )
    .describe(of);

const TITLE = 'The title names it';
const SESSION = 'The line that tells when and to whom the report was given';
const SIGNATURE = 'The signature in the last lines';
const BYLINE = 'The date of publication';
const HEADING = 'A heading: 二、2025年工作安排';
const DELIVERED = 'The title of a report that is named by the year it is given in';

const weightsSchema = z.strictObject({
  least: weightsOf(
    {
      date: 'For the date',
      year: 'For the year reported on',
      planYear: 'For the year planned',
      region: 'For the region',
      publisher: 'For the publisher',
    },
    'A value with less behind it is not taken',
  ),
  date: weightsOf(
    {
      label: 'Behind a label: 发布时间：2024-06-12',
      line: 'On a line of its own near the title, or beside a source',
      session: SESSION,
      signature: SIGNATURE,
    },
    'For the date',
  ),
  year: weightsOf(
    {
      title: TITLE,
      delivered: DELIVERED,
      session: SESSION,
      signature: SIGNATURE,
      'date-line': BYLINE,
      opening: 'The first sentence begins with it',
      heading: HEADING,
      paragraph: 'A paragraph begins with it',
      mention: 'Words behind it that tell of work done',
      planned: 'A heading of a work report plans the year after it',
    },
    'For the year reported on',
  ),
  planYear: weightsOf(
    {
      title: TITLE,
      delivered: DELIVERED,
      session: SESSION,
      signature: SIGNATURE,
      'date-line': BYLINE,
      heading: HEADING,
      mention: 'Words behind it that tell of plans',
      sentence: 'A sentence that wants something of it: 力争2025年…',
    },
    'For the year planned',
  ),
  region: weightsOf(
    {
      title: 'The title begins with it, and goes on as behind a place',
      titleStart: 'The title begins with it or holds it, and no more shows that it is a place',
      inTitle: 'The title holds it, and the text as well',
      session: SESSION,
      body: 'The name of the publisher begins with it',
      opening: 'The first sentence begins with it',
      text: 'It is the place written most often',
      level: 'The text speaks of its level as of its own: 全县',
    },
    'For the region',
  ),
  publisher: weightsOf(
    {
      label: 'Behind a label: 来源：青禾日报',
      medium: 'A newspaper or site before a date',
      issuer: 'On a line of its own near the title',
      signature: SIGNATURE,
      printed: 'In the signature, as who had it printed',
      title: 'The title begins with it, before its year or subject',
    },
    'For the publisher',
  ),
});

const metadataSchema = z
  .strictObject({
    headLines: count.describe('How many lines at the start are looked at for title, date and publisher'),
    tailLines: count.describe('How many lines at the end are looked at for a signature and a source'),
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
    bodies: words.describe('Ends of names of bodies that sign reports, beside those of headings.unmarked.issuers'),
    media: words.describe(
      'Ends of names of newspapers and sites, which stand before a date without a label: 青禾日报 2024年6月12日',
    ),
    printed: words.describe('On the line of a signature: who had it printed'),
    years: yearsSchema.describe('Which year is reported on, and which is planned'),
    weights: weightsSchema.describe(
      'How much a place in the text weighs for each field; the weights for a value are added',
    ),
    region: regionSchema.describe('How the place reported on is found'),
    kinds: z
      .array(
        z.strictObject({
          kind: z.enum(REPORT_KINDS).describe('The kind of report'),
          in: z.enum(['title', 'titleEnd', 'head', 'start', 'end']).describe('Where the words are looked for'),
          words: words.describe('One of these must stand there'),
          and: words.optional().describe('And one of these'),
        }),
      )
      .describe('Kinds of reports; the first that fits decides'),
  })
  .describe('What a report says of itself');

/** What one pack says: any part of it. */
export const metadataPackSchema = part(metadataSchema, {
  title: part(metadataSchema.shape.title),
  region: part(metadataSchema.shape.region),
  years: part(metadataSchema.shape.years),
  weights: part(metadataSchema.shape.weights),
});

/** What all packs together say. */
export type MetadataSource = z.infer<typeof metadataSchema>;
