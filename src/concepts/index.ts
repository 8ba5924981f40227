/** Which standard indicator a figure is an observation of: by its name, its kind and its unit, of the region reported on. */
import type { Concept, ConceptRules } from '../knowledge/concepts/table.ts';
import { wholeOf } from '../knowledge/concepts/whole.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { FigureConcept, FigureConceptOf, MeasuredFigure } from '../model/findings.ts';
import { origin } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import type { CharSet } from '../text/char-set.ts';
import { type NameReading, nameReader } from './name.ts';

/** Each name of a report is read once. */
export function conceptsIn(
  { text, metadata }: Pick<Report, 'text' | 'metadata'>,
  { concepts: rules, punctuation: { delimiters } }: Pick<RulePack, 'concepts' | 'punctuation'>,
): FigureConceptOf {
  const readName = nameReader(rules, wholeOf(metadata.region, rules));
  const known = new Map<string, NameReading>();
  const readingOf = (name: string): NameReading => {
    const before = known.get(name);
    if (before) return before;
    const reading = readName(name);
    known.set(name, reading);
    return reading;
  };
  // Whose the figures of the clause are, where they are somebody else's.
  let before = { end: 0, owner: NOBODY };
  return (figure) => {
    const { span, name } = figure;
    const isNewClause = span.start < before.end || delimiters.isIn(text, before.end, span.start);
    const owner = isNewClause ? NOBODY : before.owner;
    const reading = name && readingOf(name.text + useBehind(figure, text, rules, delimiters));
    before = { end: span.end, owner: reading?.owner ?? owner };
    return reading ? decide(reading, figure, owner, text, rules) : NONE;
  };
}

/** How far behind a share, or the whole it is of, it may be told what it is used for, and how long that may be. */
const USE_REACH = 4;
const LONGEST_USE = 20;

/** 76%的财政支出|用于民生: a share of the whole by what it is used for, not the whole itself. */
function useBehind(
  { kind, span, name }: MeasuredFigure,
  text: string,
  { around: { uses } }: ConceptRules,
  delimiters: CharSet,
): string {
  if (kind !== 'share' || !name?.span || uses.isIn(name.text)) return '';
  const start = Math.max(span.end, name.span.end);
  const end = delimiters.until(text, start, Math.min(text.length, start + USE_REACH + LONGEST_USE));
  const at = uses.firstIn(text, start, Math.min(end, start + USE_REACH));
  return at < 0 ? '' : text.slice(at, end);
}

const NOBODY: string | null = null;

const NONE: FigureConcept = { id: null, origin: () => origin('DEFAULT') };

function decide(
  { concepts, words, rest }: NameReading,
  figure: MeasuredFigure,
  clauseOwner: string | null,
  text: string,
  { around }: ConceptRules,
): FigureConcept {
  if (words === null) return NONE;
  if (rest !== null) return { id: null, origin: () => origin('CONCEPT_REST', { words, rest }) };
  const concept = concepts.find((each) => fits(each, figure));
  if (!concept) return { id: null, origin: () => origin('CONCEPT_UNIT', { words }) };
  const owner =
    ownerBefore(figure, concept, text, around) ??
    partOf(figure, concept, text) ??
    (concept.ofAnyone ? clauseOwner : null);
  if (owner !== null) return { id: null, origin: () => origin('CONCEPT_OTHER', { words, owner }) };
  return { id: concept.id, origin: () => origin('CONCEPT', { words }) };
}

/** 经济总量|万亿的县3个 counts something else. A bare number may be of any unit. */
function fits({ kinds, levels, changes }: Concept, { kind, unit }: MeasuredFigure): boolean {
  if (kinds && !kinds.has(kind)) return false;
  if (kind === 'rank' || kind === 'share' || unit.symbol === '') return true;
  return (kind === 'change' ? changes : levels).has(unit.dimension);
}

/** 贡献了全市|74.6%的|规上工业增加值: a part of it, whoever's that is. */
function partOf({ span, name, kind }: MeasuredFigure, { isRate }: Concept, text: string): string | null {
  const start = name?.span?.start ?? 0;
  return kind === 'share' && !isRate && start >= span.end ? text.slice(span.start, start) : null;
}

/** Whose it is, where the text says so directly before the name. */
function ownerBefore(
  { name }: MeasuredFigure,
  { not }: Concept,
  text: string,
  { others }: ConceptRules['around'],
): string | null {
  if (!name?.span) return null;
  const { start } = name.span;
  const length = Math.max(others.longestBefore(text, start), not.longestBefore(text, start));
  return length > 0 ? text.slice(start - length, start) : null;
}
