/** Compiles what placeholders and domains are judged by. */

import { Lexicon } from '../text/lexicon.ts';
import type { DomainRules } from './domains/table.ts';
import type { PackEntry } from './merge.ts';
import type { MaskContext, NounRules, PlaceholderRules } from './placeholders/table.ts';
import type { ContextSource, DomainSource, Knowledge } from './schema.ts';
import { lexiconOf, splitWords } from './word-list.ts';

export const compilePlaceholders = (
  section: Knowledge['placeholders'],
  contexts: readonly PackEntry<ContextSource>[],
): PlaceholderRules => ({
  contexts: contexts.map(compileContext),
  joiners: new Set(section.joiners),
  footnotes: { legends: lexiconOf(section.footnotes.legends), explains: lexiconOf(section.footnotes.explains) },
  dateUnits: new Set(splitWords(section.dateUnits)),
  nouns: compileNouns(section.nouns),
  noteKinds: section.noteKinds.map(({ kind, words }) => ({ kind, words: lexiconOf(words) })),
});

const compileNouns = (nouns: Knowledge['placeholders']['nouns']): NounRules => ({
  places: lexiconOf(nouns.places),
  names: lexiconOf(nouns.names),
  trades: lexiconOf(nouns.trades),
  texts: lexiconOf(nouns.texts),
  longer: lexiconOf(nouns.longer),
  stops: lexiconOf(nouns.stops),
  closers: new Set(nouns.closers),
  openers: new Set(nouns.openers),
  enumerators: lexiconOf(nouns.enumerators),
  others: lexiconOf(nouns.others),
});

const compileContext = ({ value, pack, file, keys }: PackEntry<ContextSource>): MaskContext => {
  const { examples: _examples, ...context } = value;
  return {
    ...context,
    pack: pack.name,
    place: file.placeOf(keys),
    forms: context.forms ? new Set(context.forms) : null,
    before: context.before ? lexiconOf(context.before) : null,
    after: context.after ? lexiconOf(context.after) : null,
    near: context.near ? lexiconOf(context.near) : null,
    touching: context.touching ?? null,
    noun: context.noun ?? null,
    expects: context.expects ?? null,
  };
};

export function compileDomains(domains: readonly DomainSource[], scoring: Knowledge['domainScoring']): DomainRules {
  const weights = new Map<string, { domain: number; weight: number }[]>();
  domains.forEach(({ terms }, domain) => {
    for (const [term, weight] of new Map(splitWords(terms).map(parseTerm))) {
      const entries = weights.get(term) ?? [];
      entries.push({ domain, weight });
      weights.set(term, entries);
    }
  });
  const definitions = domains.map(({ id, label = id, field = '' }) => ({ id, label, field }));
  return { definitions, terms: new Lexicon(weights.keys()), weights, scoring };
}

/** 改革:0.5; where a term is given twice, the later weight counts. */
function parseTerm(entry: string): [term: string, weight: number] {
  const [term, weight] = entry.split(':');
  return [term!, Number(weight ?? 1)];
}
