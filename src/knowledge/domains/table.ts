import type { Fault } from '../../messages/fault.ts';
import type { DomainDefinition } from '../../model/findings.ts';
import { Lexicon } from '../../text/lexicon.ts';
import type { PackEntry } from '../pack.ts';
import { splitWords } from '../word-list.ts';
import type { DomainScoringSource, DomainSource } from './schema.ts';

/** `domain` is the index of its definition. */
export type TermWeight = { domain: number; weight: number };

export type WeighedTerm = { term: string; weights: readonly TermWeight[] };

/** `weighed`: what each of the words weighs, in their order. */
export type WeighedTerms = { words: Lexicon; weighed: readonly WeighedTerm[] };

export type DomainRules = {
  definitions: readonly DomainDefinition[];
  terms: WeighedTerms;
  scoring: DomainScoringSource;
};

export function compileDomains(domains: readonly DomainSource[], scoring: DomainScoringSource): DomainRules {
  const weights = new Map<string, { domain: number; weight: number }[]>();
  domains.forEach(({ terms }, domain) => {
    for (const [term, weight] of new Map(splitWords(terms).map(parseTerm))) {
      const entries = weights.get(term) ?? [];
      entries.push({ domain, weight });
      weights.set(term, entries);
    }
  });
  const definitions = domains.map(({ id, label = id, field = '' }) => ({ id, label, field }));
  const weighed = [...weights].map(([term, own]) => ({ term, weights: own }));
  return { definitions, terms: { words: new Lexicon(weights.keys()), weighed }, scoring };
}

/** 改革:0.5; where a term is given twice, the later weight counts. */
function parseTerm(entry: string): [term: string, weight: number] {
  const colon = entry.indexOf(':');
  return colon < 0 ? [entry, 1] : [entry.slice(0, colon), Number(entry.slice(colon + 1))];
}

/** Terms of a later pack are added to those of a domain that exists. */
export const extendDomain = (before: DomainSource, after: DomainSource): DomainSource => ({
  ...before,
  ...after,
  terms: [...before.terms, ...after.terms],
});

/** A domain without a name or a field, and terms whose weight is no number. */
export function domainFaults({ value, file, keys }: PackEntry<DomainSource>): Fault[] {
  const { label, field, terms } = value;
  const missing = Object.entries({ label, field }).flatMap(([key, given]) =>
    given === undefined ? [file.fault('MISSING_KEY', keys, { key })] : [],
  );
  const own = file.content.domains?.[Number(keys[1])]?.terms ?? [];
  const wrong =
    terms.length === 0
      ? []
      : own.flatMap((entry, i) =>
          splitWords([entry])
            .filter((term) => !/^[^:]+(?::\d+(?:\.\d+)?)?$/.test(term))
            .map((term) =>
              file.fault('BAD_FORMAT', [...keys, 'terms', i], { value: term, form: 'TERM' }, { word: term }),
            ),
        );
  return [...missing, ...wrong];
}
