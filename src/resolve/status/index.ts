/**
 * Achieved or promised. Scopes decide, innermost first: the words of the sentence as far as they reach, then its paragraph, list, section, the
 * report's title, and where none of them says anything the mood of its part.
 */
import type { NamedFigure, NamedSentence } from '../../judge/figure.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { origin } from '../../model/origin.ts';
import type { Report } from '../../model/report.ts';
import { modesOf } from './modes.ts';
import type { StatusDecision } from './scope.ts';
import { statusWithin } from './words.ts';
import { yearsOf } from './years.ts';

export type { StatusDecision } from './scope.ts';

/** Answers the status of each figure of a sentence. */
type SentenceStatuses = (index: number) => StatusDecision;

export function statusesOf(report: Report, pack: RulePack): (sentence: NamedSentence) => SentenceStatuses {
  const { text } = report;
  const { punctuation, status: rules } = pack;
  const years = yearsOf(report, { rules, punctuation }, pack.numerals);
  const modeOf = modesOf(report, { rules, punctuation }, years);
  return ({ sentence, words, figures: named }) => {
    const figures = named.map(({ quantity: { span, unit } }) => ({ span, counts: unit?.dimension === 'count' }));
    const within = statusWithin({ text, words, rules, punctuation, years, figures }, sentence.span, modeOf(sentence));
    return (index) => {
      const figure = named[index] as NamedFigure;
      return statedStatus(figure) ?? (isMoveStart(named, index) ? MOVED : within(figure.quantity.span.start));
    };
  };
}

function statedStatus({ verdict }: NamedFigure): StatusDecision | null {
  const rule = verdict.status?.rule;
  return rule?.emit.status ? { status: rule.emit.status, origin: rule.origin } : null;
}

const MOVED: StatusDecision = { status: 'achieved', origin: origin('MOVE_START') };

/** 由62名增至75名: what a plan starts from is there already. */
const isMoveStart = (figures: readonly NamedFigure[], index: number): boolean =>
  figures[index + 1]?.nameOrigin.by === 'FROM_TO' && figures[index]?.nameOrigin.by !== 'FROM_TO';
