/** What a report promises without a figure, in sentences that promise figures too: 居民收入增长与经济增长同步. */
import type { ConceptRules } from '../knowledge/concepts/table.ts';
import type { GaigeRecord, Indicator } from '../model/record.ts';
import type { Span } from '../model/span.ts';

export type Goal = {
  /** What it is promised of, as the text has it, words around the name included. */
  name: string;
  span: Span;
  /** The promised figure that is nearest before it in its sentence, else the first: of its time is the goal. */
  beside: Indicator;
};

type Goals = Pick<ConceptRules['around'], 'goals'>;

/** In text order. */
export const goalsIn = ({ indicators }: Pick<GaigeRecord, 'indicators'>, text: string, { goals }: Goals): Goal[] =>
  sentencesOf(indicators).flatMap((promised) => goalsAmong(promised, text, goals));

/** `promised`: the promised figures of one sentence. */
function goalsAmong(promised: readonly Indicator[], text: string, goals: Goals['goals']): Goal[] {
  const [first] = promised;
  if (!first) return [];
  const { start, end } = first.sentence;
  const found: Goal[] = [];
  let floor = start;
  for (let at = goals.firstIn(text, floor, end); at >= 0; at = goals.firstIn(text, floor, end)) {
    const span = { start: at, end: at + goals.longestAt(text, at, end) };
    const name = clauseBefore(text, floor, at);
    floor = span.end;
    if (name === '' || promised.some((each) => hasFigure(span, each, text))) continue;
    found.push({ name, span, beside: promised.findLast((each) => each.span.end <= at) ?? first });
  }
  return found;
}

/** 稳定在70万吨: the figure tells more. */
const hasFigure = (goal: Span, { span }: Indicator, text: string): boolean =>
  span.start >= goal.end && !PUNCTUATION.test(text.slice(goal.end, span.start));

const PUNCTUATION = /[\p{P}\s]/u;

/** Promised figures by their sentences. */
function sentencesOf(indicators: readonly Indicator[]): Indicator[][] {
  const sentences = new Map<number, Indicator[]>();
  for (const each of indicators) {
    if (each.status !== 'target') continue;
    const others = sentences.get(each.sentence.start);
    if (others) others.push(each);
    else sentences.set(each.sentence.start, [each]);
  }
  return [...sentences.values()];
}

/** From the nearest sign of punctuation on. */
const clauseBefore = (text: string, start: number, end: number): string =>
  /[^\p{P}\s]*$/u.exec(text.slice(start, end))?.[0] ?? '';
