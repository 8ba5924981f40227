/** The rules that fired on a figure: what each of them decides, and which fields it leaves to which other. */
import type { Emit } from '../knowledge/pattern/table.ts';
import { sliceOf } from '../model/span.ts';
import type { JudgedFigure } from './figure.ts';
import { type Match, RULED_FIELDS, type RuledField } from './verdict.ts';

export type FiredRule = {
  rule: string;
  place: string;
  priority: number;
  pattern: string;
  text: string;
  says: Emit;
  /** Fields that it decides. */
  decides: string[];
  /** Fields that another rule decides, and by what. */
  loses: { field: string; to: string; by: 'priority' | 'length' | 'order' }[];
};

export const firedRules = (text: string, figure: JudgedFigure): FiredRule[] =>
  figure.matches.map((match) => firedRule(text, match, figure));

function firedRule(text: string, match: Match, { verdict }: JudgedFigure): FiredRule {
  const { id, place, priority, source, emit } = match.rule;
  const spoken = RULED_FIELDS.filter((field) => emit[field] !== undefined && field !== 'reason');
  const winnerOf = (field: RuledField): Match => verdict[field] ?? match;
  return {
    rule: id,
    place,
    priority,
    pattern: source,
    text: sliceOf(text, match.span),
    says: emit,
    decides: spoken.filter((field) => winnerOf(field) === match),
    loses: spoken.flatMap((field) => {
      const winner = winnerOf(field);
      return winner === match ? [] : [{ field, to: winner.rule.id, by: beatenBy(match, winner) }];
    }),
  };
}

function beatenBy(match: Match, winner: Match): FiredRule['loses'][number]['by'] {
  const length = ({ span }: Match) => span.end - span.start;
  if (winner.rule.priority !== match.rule.priority) return 'priority';
  return length(winner) !== length(match) ? 'length' : 'order';
}
