/**
 * Achieved or promised. Scopes decide, innermost first: the words of the sentence as far as they reach, then its paragraph, list, section, the
 * report's title, and where none of them says anything the mood of its part.
 */
import type { NamedFigure } from '../../judge/figure.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { origin } from '../../model/origin.ts';
import type { Report, Sentence } from '../../model/report.ts';
import type { WordIndex } from '../../text/words.ts';
import { modesOf } from './modes.ts';
import type { StatusDecision } from './scope.ts';
import { statusWithin } from './words.ts';
import { yearsOf } from './years.ts';

export type { StatusDecision } from './scope.ts';

/** Answers the status of the figures of a sentence. */
type SentenceStatuses = (figures: readonly NamedFigure[], index: number) => StatusDecision;

export function statusesOf(report: Report, pack: RulePack): (sentence: Sentence, words: WordIndex) => SentenceStatuses {
  const { text } = report;
  const { punctuation, status: rules } = pack;
  const years = yearsOf(report, { rules, punctuation }, pack.numerals);
  const modeOf = modesOf(report, { rules, punctuation }, years);
  return (sentence, words) => {
    const within = statusWithin({ text, words, rules, punctuation, years }, sentence.span, modeOf(sentence));
    return (figures, index) => {
      const figure = figures[index] as NamedFigure;
      return statedStatus(figure) ?? (isMoveStart(figures, index) ? MOVED : within(figure.quantity.span.start));
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
