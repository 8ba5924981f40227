import type { DomainDefinition } from '../../model/findings.ts';
import type { Lexicon } from '../../text/lexicon.ts';

export type TermWeight = { domain: number; weight: number };

export type DomainRules = {
  definitions: readonly DomainDefinition[];
  terms: Lexicon;
  /** What a term weighs for which domains, by index of the definition. */
  weights: ReadonlyMap<string, readonly TermWeight[]>;
  scoring: {
    headingWeight: number;
    sectionShare: number;
    reportShare: number;
    sectionMost: number;
    reportMost: number;
    figureMost: number;
    least: number;
  };
};
