/**
 * Which fields of reform a section, a figure and the whole report belong to. Terms speak for fields; what lies around lends what its own
 * words leave open: a section looks to the one above it and at last to the report, a figure from its name to its section.
 */
import type { DomainRules } from '../knowledge/domains/table.ts';
import type { FigureDomainsOf, Findings } from '../model/findings.ts';
import type { DomainScore } from '../model/record.ts';
import type { Heading, Report } from '../model/report.ts';
import { evidenceIn, scoresOf, type TermEvidence } from './evidence.ts';
import { figureDomains } from './figures.ts';
import { reportDomains } from './report.ts';
import { bounded, type Limits, ranked, type Scores, shares, sumOf } from './scores.ts';

export type Domains = Findings['domains'] & {
  /** For a figure: its own, else those of what stands around it. */
  ofFigure: FigureDomainsOf;
};

export function findDomains(report: Report, rules: DomainRules): Domains {
  const { text, headings, metadata } = report;
  const evidence = evidenceIn(report, rules);
  const title = scoresOf(metadata.title, rules);
  const whole = reportScores(title, evidence.over({ start: 0, end: text.length }), rules);
  const handedOn = shares(whole);
  const sections = sectionScores(headings, evidence, handedOn, rules);
  const { sectionShare, sectionMost, sectionLeast, sectionPart } = rules.scoring;
  const limits = { share: sectionShare, most: sectionMost, least: sectionLeast, part: sectionPart };
  return {
    sections: sections.map(({ scores }) => named(scores, rules, limits)),
    report: reportDomains(text, headings, evidence, title, rules),
    ofFigure: figureDomains(evidence, (heading) => sections[heading]?.handedOn ?? handedOn, rules),
  };
}

function reportScores(title: Scores, body: Scores, { definitions, scoring }: DomainRules): Scores {
  return sumOf(definitions.length, [
    [scoring.headingWeight, title],
    [1, bounded(body, scoring.bodyMost)],
  ]);
}

/** `handedOn`: the shares of the fields, which its figures and the sections in it get. */
type SectionScores = { scores: Scores; handedOn: Scores };

/** Each from its heading, its text with all below it, and the section above, which stands before it; `whole`: what the report hands on. */
function sectionScores(
  headings: readonly Heading[],
  evidence: TermEvidence,
  whole: Scores,
  { definitions, scoring }: DomainRules,
): SectionScores[] {
  const sections: SectionScores[] = [];
  for (const { span, titleSpan, parent } of headings) {
    const body = evidence.over({ start: titleSpan.end, end: span.end });
    const scores = sumOf(definitions.length, [
      [scoring.headingWeight, evidence.over(titleSpan)],
      [1, bounded(body, scoring.bodyMost)],
      [scoring.parentWeight, sections[parent]?.handedOn ?? whole],
    ]);
    sections.push({ scores, handedOn: shares(scores) });
  }
  return sections;
}

const named = (scores: Scores, { definitions }: DomainRules, limits: Limits): DomainScore[] =>
  ranked(scores, limits).map(({ domain, score }) => ({ id: definitions[domain]!.id, score }));
