/** Compiles what placeholders and domains are judged by. */
import type { DomainRules } from '../model/domains.ts';
import { Lexicon } from '../model/lexicon.ts';
import type { NounRules, PlaceholderRules } from '../model/placeholder-rules.ts';
import type { PackFile } from './schema.ts';
import { splitWords } from './words.ts';

type Section<K extends keyof PackFile> = NonNullable<PackFile[K]>;

const lexicon = (words: readonly string[]): Lexicon => new Lexicon(splitWords(words));

export const compilePlaceholders = (section: Section<'placeholders'>): PlaceholderRules => ({
  contexts: section.contexts.map((context) => ({
    ...context,
    forms: context.forms ? new Set(context.forms) : null,
    before: context.before ? lexicon(context.before) : null,
    after: context.after ? lexicon(context.after) : null,
    near: context.near ? lexicon(context.near) : null,
    touching: context.touching ?? null,
    noun: context.noun ?? null,
    expects: context.expects ?? null,
  })),
  joiners: new Set(section.joiners),
  footnotes: { legends: lexicon(section.footnotes.legends), explains: lexicon(section.footnotes.explains) },
  dateUnits: new Set(splitWords(section.dateUnits)),
  nouns: compileNouns(section.nouns),
  noteKinds: section.noteKinds.map(({ kind, words }) => ({ kind, words: lexicon(words) })),
});

const compileNouns = (nouns: Section<'placeholders'>['nouns']): NounRules => ({
  places: lexicon(nouns.places),
  names: lexicon(nouns.names),
  trades: lexicon(nouns.trades),
  texts: lexicon(nouns.texts),
  longer: lexicon(nouns.longer),
  stops: lexicon(nouns.stops),
  closers: new Set(nouns.closers),
  openers: new Set(nouns.openers),
  enumerators: lexicon(nouns.enumerators),
  others: lexicon(nouns.others),
});

export function compileDomains(domains: Section<'domains'>, scoring: Section<'domainScoring'>): DomainRules {
  const weights = new Map<string, { domain: number; weight: number }[]>();
  domains.forEach(({ terms }, domain) => {
    for (const entry of splitWords(terms)) {
      const [term, weight] = entry.split(':');
      const entries = weights.get(term!) ?? [];
      entries.push({ domain, weight: Number(weight ?? 1) });
      weights.set(term!, entries);
    }
  });
  const definitions = domains.map(({ id, label, field }) => ({ id, label, field }));
  return { definitions, terms: new Lexicon(weights.keys()), weights, scoring };
}
