/**
 * What stands in a file and is not the report: the web page around it, and markup. The words are in `rules/boilerplate.yaml`, the form they
 * have there in `schema.ts`; here is the form that decoding uses.
 */
import { Lexicon } from '../../text/lexicon.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { BoilerplateRules } from './schema.ts';

export type LineRole = 'boilerplate' | 'byline';

/** What the words of a rule are to a line. */
export type LineRuleForm = 'starts' | 'contains' | 'only';

export type LineRule = {
  id: string;
  role: LineRole;
  how: LineRuleForm;
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
  /** The words of all of them: most lines of a report hold none. */
  lineWords: Readonly<Record<LineRuleForm, Lexicon>>;
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

/** Of these lists the first member that fits decides. */
export const FIRST_FIT_BOILERPLATE = ['lines', 'html.containers', 'html.titles'] satisfies (
  | keyof BoilerplateRules
  | `html.${keyof BoilerplateRules['html']}`
)[];

export function compileBoilerplate({ lines, html, metadata, emphasis }: BoilerplateRules): Boilerplate {
  const { siteWords, title, date, publisher, year, region, text } = metadata;
  const lineRules = lines.map(compileLineRule);
  const wordsOf = (how: LineRuleForm) =>
    new Lexicon(lineRules.filter((rule) => rule.how === how).flatMap(({ words }) => [...words.words]));
  return {
    lines: lineRules,
    lineWords: { starts: wordsOf('starts'), contains: wordsOf('contains'), only: wordsOf('only') },
    maxLength: Math.max(0, ...lines.map((rule) => rule.maxLength)),
    html: {
      drop: html.drop.join(','),
      classWords: new Set(splitWords(html.classWords)),
      containers: html.containers,
      titles: html.titles.join(','),
    },
    metadata: {
      title: factNames(title),
      date: factNames(date),
      publisher: factNames(publisher),
      year: factNames(year),
      region: factNames(region),
      regionLevels: region.levels.map(splitWords),
      text: factNames(text),
      siteWords: lexiconOf(siteWords),
    },
    emphasis: {
      followers: lexiconOf(emphasis.followers),
      notFollowers: lexiconOf(emphasis.notFollowers),
      leads: lexiconOf(emphasis.leads),
      notLeads: lexiconOf(emphasis.notLeads),
      verbs: lexiconOf(emphasis.verbs),
    },
  };
}

function compileLineRule({ starts, contains, only, ...rule }: BoilerplateRules['lines'][number]): LineRule {
  const how = starts ? 'starts' : contains ? 'contains' : 'only';
  const entries = starts ?? contains ?? only ?? [];
  return { ...rule, how, words: new Lexicon(splitWords(entries).map(foldLine)) };
}

const factNames = ({ meta = [], keys }: { meta?: string[]; keys: string[] }): FactNames => ({
  meta: splitWords(meta).map((name) => name.toLowerCase()),
  keys: splitWords(keys),
});
