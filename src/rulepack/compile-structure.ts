/** Compiles what the structure stage and the status pass need: headings, metadata, status words, punctuation. */
import type { HeadingRules } from '../model/headings.ts';
import { Lexicon } from '../model/lexicon.ts';
import type { MetadataRules } from '../model/metadata.ts';
import type { Punctuation } from '../model/rulepack.ts';
import type { StatusRules } from '../model/status.ts';
import type { Knowledge } from './schema.ts';
import { splitWords } from './words.ts';

const lexicon = (words: readonly string[]): Lexicon => new Lexicon(splitWords(words));

export function compileHeadings(section: Knowledge['headings'], numerals: Knowledge['numerals']): HeadingRules {
  const { notStart, notEnd, without, ...sizes } = section.unmarked;
  return {
    ...section,
    markers: section.markers.map((form) => ({
      ...form,
      open: form.open ? lexicon(form.open) : null,
      close: form.close ? lexicon(form.close) : null,
    })),
    chineseNumeral: new Set([...Object.keys(numerals.digits), ...Object.keys(numerals.small)]),
    before: new Set(section.before),
    beforeRun: new Set(section.beforeRun),
    titleEnds: new Set(section.titleEnds),
    commas: new Set(section.commas),
    unmarked: { ...sizes, notStart: lexicon(notStart), notEnd: lexicon(notEnd), without: lexicon(without) },
  };
}

export function compileMetadata(section: Knowledge['metadata']): MetadataRules {
  const { title, region } = section;
  return {
    headLines: section.headLines,
    title: {
      min: title.min,
      max: title.max,
      notStart: lexicon(title.notStart),
      notEnd: lexicon(title.notEnd),
      without: lexicon(title.without),
      subtitle: lexicon(title.subtitle),
    },
    dateLabels: lexicon(section.dateLabels),
    publisherLabels: lexicon(section.publisherLabels),
    region: {
      ...region,
      suffixes: lexicon(region.suffixes),
      generic: lexicon(region.generic),
      genericAlone: lexicon(region.genericAlone),
      followers: lexicon(region.followers),
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
  return Object.fromEntries(entries) as StatusRules;
}

export const compilePunctuation = (section: Knowledge['clauses']): Punctuation => ({
  sentenceEnds: new Set(section.sentenceEnds),
  delimiters: new Set(section.delimiters),
  enumerators: new Set(section.enumerators),
  brackets: new Map(Object.entries(section.brackets)),
});
