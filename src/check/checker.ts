/** Placeholders → issues with a verdict: where, what is missing, how much it weighs, or that it may stay. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Document } from '../model/document.ts';
import type { PlaceholderDraft } from '../model/findings.ts';
import type { Issue, IssueLevel } from '../model/issue.ts';
import type { Report } from '../model/report.ts';
import { sliceOf } from '../model/span.ts';
import type { IgnoreComment } from './comments.ts';
import { fingerprints } from './fingerprint.ts';
import { placeOf } from './place.ts';
import { type Allowance, allows, isExpired, type Policy } from './policy.ts';
import { sentenceAround, subjectOf } from './words.ts';

/** What becomes of an issue. */
export type PlaceholderVerdict =
  | { code: 'off' }
  | { code: 'ignored'; by: IgnoreComment }
  | { code: 'allowed'; by: Allowance }
  | { code: 'found'; level: IssueLevel };

export type JudgedPlaceholder = { issue: Issue; verdict: PlaceholderVerdict };

export type CheckerOptions = {
  policy: Policy;
  pack: RulePack;
  comments: readonly IgnoreComment[];
  /** The path from the folder of the policy. */
  policyPath: string;
  /** Whether the document is a member of a container. */
  isMember: boolean;
  /** ISO 8601. */
  today: string;
};

export type Checker = (report: Report, placeholder: PlaceholderDraft) => JudgedPlaceholder;

/** Judges the placeholders of one document, in text order. */
export function checker(document: Document, options: CheckerOptions): Checker {
  const { pack, isMember } = options;
  const fingerprint = fingerprints(pack.masks.byChar.keys());
  return (report, placeholder) => {
    const { normal } = report;
    const span = normal.spanOf(placeholder.span);
    const written = (words: string) => normal.asWritten(words, placeholder.span);
    const sentence = sentenceAround(report, placeholder);
    const sections = sectionTitles(report, placeholder.heading);
    const { kind, expects, rule } = placeholder;
    const issue: Issue = {
      path: document.path,
      place: placeOf(document, span, isMember),
      kind,
      text: sliceOf(document.text, span),
      expects: expects && written(expects),
      subject: written(subjectOf(report.text, placeholder)),
      sentence: { ...sentence, text: written(sentence.text) },
      section: sections[0] ?? null,
      fingerprint: fingerprint(kind, sentence),
      rule,
      span,
    };
    return { issue, verdict: verdictOf(issue, document.text, sections, options) };
  };
}

/** Innermost first. */
function sectionTitles({ normal, text, headings }: Report, index: number): string[] {
  const titles: string[] = [];
  for (let heading = headings[index]; heading; heading = headings[heading.parent]) {
    titles.push(normal.asWritten(sliceOf(text, heading.titleSpan), heading.titleSpan));
  }
  return titles;
}

function verdictOf(
  issue: Issue,
  report: string,
  sections: readonly string[],
  options: CheckerOptions,
): PlaceholderVerdict {
  const { policy, comments, pack, policyPath: path, today } = options;
  const level = policy.levels[issue.kind];
  if (level === 'off' || policy.formsOff.has(formOf(issue.text, pack))) return { code: 'off' };
  const comment = comments.find(({ span, kinds }) => holds(span, issue) && (kinds?.includes(issue.kind) ?? true));
  if (comment) return { code: 'ignored', by: comment };
  const candidate = { issue, path, report, sections };
  const allowance = policy.allowances.find((each) => !isExpired(each, today) && allows(each, candidate));
  return allowance ? { code: 'allowed', by: allowance } : { code: 'found', level };
}

const holds = (span: IgnoreComment['span'], issue: Issue): boolean =>
  span.start <= issue.span.start && issue.span.end <= span.end;

/** Ids of all ways of masking: those of masks.yaml, words such as 某某, and notes. */
export const formsOf = ({ masks }: RulePack): string[] => [...masks.forms.keys(), 'word', 'note'];

function formOf(mask: string, { masks }: RulePack): string {
  const form = masks.byChar.get(mask.charAt(0));
  return form?.id ?? (masks.words.has(mask) ? 'word' : 'note');
}
