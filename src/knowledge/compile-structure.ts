/** Compiles what the structure stage and the status pass need: headings, metadata, status words, punctuation. */
import { CharSet } from '../text/char-set.ts';
import { Lexicon } from '../text/lexicon.ts';
import { splitWords } from './classes.ts';
import type { HeadingRules } from './headings/table.ts';
import type { MetadataRules } from './metadata/table.ts';
import type { Punctuation } from './rule-pack.ts';
import type { Knowledge } from './schema.ts';
import type { StatusRules } from './status/table.ts';

const lexicon = (words: readonly string[]): Lexicon => new Lexicon(splitWords(words));

const union = (lexicons: readonly Lexicon[]): Lexicon => new Lexicon(lexicons.flatMap(({ words }) => [...words]));

export function compileHeadings(section: Knowledge['headings'], numerals: Knowledge['numerals']): HeadingRules {
  const { notStart, notEnd, without, speakers, ...sizes } = section.unmarked;
  return {
    ...section,
    markers: section.markers.map((form) => ({
      ...form,
      open: form.open ? lexicon(form.open) : null,
      close: form.close ? lexicon(form.close) : null,
    })),
    chineseNumeral: new CharSet([...Object.keys(numerals.digits), ...Object.keys(numerals.small)]),
    before: new CharSet(section.before),
    beforeRun: new CharSet(section.beforeRun),
    beforeAny: new CharSet([...section.before, ...section.beforeRun]),
    titleEnds: new CharSet(section.titleEnds),
    commas: new CharSet(section.commas),
    unmarked: {
      ...sizes,
      notStart: lexicon(notStart),
      notEnd: lexicon(notEnd),
      without: lexicon(without),
      speakers: lexicon(speakers),
    },
  };
}

export function compileMetadata(section: Knowledge['metadata']): MetadataRules {
  const { title, region } = section;
  return {
    headLines: section.headLines,
    title: {
      min: title.min,
      max: title.max,
      labels: lexicon(title.labels),
      notStart: lexicon(title.notStart),
      notEnd: lexicon(title.notEnd),
      without: lexicon(title.without),
      subtitle: lexicon(title.subtitle),
      goesOn: lexicon(title.goesOn),
      ends: lexicon(title.ends),
    },
    dateLabels: section.dateLabels.map((entry) => lexicon([entry])),
    publisherLabels: section.publisherLabels.map((entry) => lexicon([entry])),
    anyLabel: lexicon([...section.dateLabels, ...section.publisherLabels]),
    bylineLabels: lexicon(section.bylineLabels),
    sessions: lexicon(section.sessions),
    region: {
      ...region,
      suffixes: lexicon(region.suffixes),
      generic: lexicon(region.generic),
      genericAlone: lexicon(region.genericAlone),
      followers: lexicon(region.followers),
      titleLeads: lexicon(region.titleLeads),
      sessionLeads: lexicon(region.sessionLeads),
      nation: {
        name: region.nation.name,
        government: lexicon(region.nation.government),
        speaker: lexicon(region.nation.speaker),
      },
    },
    kinds: section.kinds.map((rule) => ({ ...rule, words: lexicon(rule.words) })),
  };
}

export function compileStatus(section: Knowledge['status']): StatusRules {
  const entries = Object.entries(section).map(([name, words]) => [name, lexicon(words)]);
  const rules = Object.fromEntries(entries) as Omit<StatusRules, 'anySign' | 'anyCue'>;
  const { target, targetInClause, targetUnlessReview, targetBeforeVerb, notTarget, until, achieved, notAchieved } =
    rules;
  return {
    ...rules,
    anySign: union([rules.planLeads, rules.paragraphLeads, target, rules.completed]),
    anyCue: union([
      target,
      targetInClause,
      targetUnlessReview,
      targetBeforeVerb,
      notTarget,
      until,
      achieved,
      notAchieved,
    ]),
  };
}

export const compilePunctuation = (section: Knowledge['clauses']): Punctuation => ({
  sentenceEnds: new CharSet(section.sentenceEnds),
  delimiters: new CharSet(section.delimiters),
  enumerators: new CharSet(section.enumerators),
  brackets: new Map(Object.entries(section.brackets)),
});
