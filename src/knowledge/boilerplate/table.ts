/**
 * What stands in a file and is not the report: the web page around it, and markup. The words are in `rules/boilerplate.yaml`, the form they
 * have there in `boilerplate-schema.ts`; here is the form that decoding uses.
 */
import { Lexicon } from '../../text/lexicon.ts';
import type { BoilerplateRules } from './schema.ts';

export type LineRole = 'boilerplate' | 'byline';

export type LineRule = {
  id: string;
  role: LineRole;
  how: 'starts' | 'contains' | 'only';
  /** Folded with `foldLine`. */
  words: Lexicon;
  digits: boolean;
  dated: boolean;
  rest: boolean;
  maxLength: number;
};

export type EmphasisWords = {
  followers: Lexicon;
  notFollowers: Lexicon;
  leads: Lexicon;
  notLeads: Lexicon;
  verbs: Lexicon;
};

/** Names under which a page (`meta`, lower case) and front matter (`keys`) state a fact, best first. */
export type FactNames = { meta: readonly string[]; keys: readonly string[] };

/** `rules/boilerplate.yaml`, compiled. */
export type Boilerplate = {
  lines: readonly LineRule[];
  /** No line longer than this is boilerplate. */
  maxLength: number;
  html: { drop: string; classWords: ReadonlySet<string>; containers: readonly string[]; titles: string };
  metadata: Record<'title' | 'date' | 'publisher' | 'year' | 'region' | 'text', FactNames> & {
    /** Names of the levels of a region, the widest first: province, city, county. */
    regionLevels: readonly (readonly string[])[];
    siteWords: Lexicon;
  };
  emphasis: EmphasisWords;
};

/** Writing differs in blanks and in the width of signs: rules and lines are compared without both. */
export const foldLine = (line: string): string =>
  line
    .replace(/\s+/g, '')
    .replace(/:/g, '：')
    .replace(/[＞»›]/g, '>');

export function compileBoilerplate({ lines, html, metadata, emphasis }: BoilerplateRules): Boilerplate {
  const { siteWords, title, date, publisher, year, region, text } = metadata;
  return {
    lines: lines.map(compileLineRule),
    maxLength: Math.max(0, ...lines.map((rule) => rule.maxLength)),
    html: {
      drop: html.drop.join(','),
      classWords: new Set(split(html.classWords)),
      containers: html.containers,
      titles: html.titles.join(','),
    },
    metadata: {
      title: factNames(title),
      date: factNames(date),
      publisher: factNames(publisher),
      year: factNames(year),
      region: factNames(region),
      regionLevels: region.levels.map(split),
      text: factNames(text),
      siteWords: new Lexicon(split(siteWords)),
    },
    emphasis: {
      followers: new Lexicon(split(emphasis.followers)),
      notFollowers: new Lexicon(split(emphasis.notFollowers)),
      leads: new Lexicon(split(emphasis.leads)),
      notLeads: new Lexicon(split(emphasis.notLeads)),
      verbs: new Lexicon(split(emphasis.verbs)),
    },
  };
}

function compileLineRule({ starts, contains, only, ...rule }: BoilerplateRules['lines'][number]): LineRule {
  const how = starts ? 'starts' : contains ? 'contains' : 'only';
  const entries = starts ?? contains ?? only ?? [];
  return { ...rule, how, words: new Lexicon(split(entries).map(foldLine)) };
}

const factNames = ({ meta = [], keys }: { meta?: string[]; keys: string[] }): FactNames => ({
  meta: split(meta).map((name) => name.toLowerCase()),
  keys: split(keys),
});

const split = (entries: readonly string[]): string[] => entries.flatMap((entry) => entry.split(/\s+/).filter(Boolean));
