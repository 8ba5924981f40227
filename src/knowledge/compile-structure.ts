/** Compiles what the structure stage and the status pass need: headings, metadata, status words, punctuation. */
import { CharSet } from '../text/char-set.ts';
import { Lexicon } from '../text/lexicon.ts';
import type { HeadingRules } from './headings/table.ts';
import type { MetadataRules } from './metadata/table.ts';
import type { Punctuation } from './rule-pack.ts';
import type { Knowledge } from './schema.ts';
import type { StatusRules } from './status/table.ts';
import { lexiconOf } from './word-list.ts';

const union = (lexicons: readonly Lexicon[]): Lexicon => new Lexicon(lexicons.flatMap(({ words }) => [...words]));

export function compileHeadings(section: Knowledge['headings'], numerals: Knowledge['numerals']): HeadingRules {
  const { notStart, notEnd, without, speakers, ...sizes } = section.unmarked;
  return {
    ...section,
    markers: section.markers.map((form) => ({
      ...form,
      open: form.open ? lexiconOf(form.open) : null,
      close: form.close ? lexiconOf(form.close) : null,
    })),
    chineseNumeral: new CharSet([...Object.keys(numerals.digits), ...Object.keys(numerals.small)]),
    before: new CharSet(section.before),
    beforeRun: new CharSet(section.beforeRun),
    beforeAny: new CharSet([...section.before, ...section.beforeRun]),
    titleEnds: new CharSet(section.titleEnds),
    commas: new CharSet(section.commas),
    unmarked: {
      ...sizes,
      notStart: lexiconOf(notStart),
      notEnd: lexiconOf(notEnd),
      without: lexiconOf(without),
      speakers: lexiconOf(speakers),
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
      labels: lexiconOf(title.labels),
      notStart: lexiconOf(title.notStart),
      notEnd: lexiconOf(title.notEnd),
      without: lexiconOf(title.without),
      subtitle: lexiconOf(title.subtitle),
      goesOn: lexiconOf(title.goesOn),
      ends: lexiconOf(title.ends),
    },
    dateLabels: section.dateLabels.map((entry) => lexiconOf([entry])),
    publisherLabels: section.publisherLabels.map((entry) => lexiconOf([entry])),
    anyLabel: lexiconOf([...section.dateLabels, ...section.publisherLabels]),
    bylineLabels: lexiconOf(section.bylineLabels),
    sessions: lexiconOf(section.sessions),
    region: {
      ...region,
      suffixes: lexiconOf(region.suffixes),
      generic: lexiconOf(region.generic),
      genericAlone: lexiconOf(region.genericAlone),
      followers: lexiconOf(region.followers),
      titleLeads: lexiconOf(region.titleLeads),
      sessionLeads: lexiconOf(region.sessionLeads),
      nation: {
        name: region.nation.name,
        government: lexiconOf(region.nation.government),
        speaker: lexiconOf(region.nation.speaker),
      },
    },
    kinds: section.kinds.map((rule) => ({ ...rule, words: lexiconOf(rule.words) })),
  };
}

export function compileStatus(section: Knowledge['status']): StatusRules {
  const entries = Object.entries(section).map(([name, words]) => [name, lexiconOf(words)]);
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
