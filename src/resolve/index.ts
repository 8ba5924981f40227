/** Decides the fields of each named figure: value, kind, status, scope, time, basis. Each is kept with where it comes from. */
import type { NamedFigure, NamedSentence } from '../judge/figure.ts';
import { ruledValue } from '../judge/verdict.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type {
  FigureConcept,
  FigureConceptOf,
  FigureDomains,
  FigureDomainsOf,
  IndicatorDraft,
  IndicatorOrigins,
} from '../model/findings.ts';
import { origin } from '../model/origin.ts';
import type { Report, Sentence } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { type BasisDecision, basesOf } from './basis/index.ts';
import { type Kind, kindOf, type Previous } from './kind.ts';
import { scopeOf } from './scope.ts';
import { type StatedWords, statedWords } from './stated.ts';
import { type StatusDecision, statusesOf } from './status/index.ts';
import { type Dating, datedAs, datesOf } from './time/index.ts';
import { yearsOfChange } from './time/years.ts';
import { boundOrigin, canonicalOf, figureUnit, figureValue } from './value.ts';

/** An indicator with what its fields were decided by. */
export type ResolvedIndicator = IndicatorDraft & { decided: Decided };

type Decided = {
  figure: NamedFigure;
  kind: Kind;
  status: StatusDecision;
  scope: StatedWords | null;
  dating: Dating;
  basis: BasisDecision;
  domains: FigureDomains;
  concept: FigureConcept;
};

export function resolveFigures(
  report: Report,
  named: readonly NamedSentence[],
  domainsOf: FigureDomainsOf,
  conceptOf: FigureConceptOf,
  pack: RulePack,
): ResolvedIndicator[] {
  const { text } = report;
  const { punctuation, resolving: words } = pack;
  const statusIn = statusesOf(report, pack);
  const { clock, datesIn } = datesOf(report, pack);
  const indicators: ResolvedIndicator[] = [];
  for (const each of named) {
    const { sentence, paragraph, figures } = each;
    const { span, heading } = sentence;
    const statusOf = statusIn(each);
    // What a move starts from is dated by what it comes to.
    const datedStatus = (i: number) =>
      statusOf(figures[i]?.role === 'from' && i + 1 < figures.length ? i + 1 : i).status;
    const dates = datesIn(each);
    const basisOf = basesOf({ text, span, pack, clock, mentions: dates.mentions });
    let last: Previous | null = null;
    let beforeLast: Previous | null = null;
    for (const [i, figure] of figures.entries()) {
      const kind: Kind = kindOf(text, figure, last, beforeLast, words, punctuation);
      beforeLast = last;
      last = { figure, kind };
      const status = statusOf(i);
      const scope = statedWords(text, figure, 'scope') ?? nearestScope(text, figure, kind, span, words.scopes, pack);
      const told = dates.dateOf({ figure, kind, status: datedStatus(i), role: figure.role });
      const basis = basisOf(figure, kind, told);
      const dating = datedAs(told, told.time && yearsOfChange(told.time, basis, clock.planned, pack.time));
      const domains = domainsOf({
        name: figure.name?.text ?? null,
        clause: clauseOf(figure),
        sentence: span,
        paragraph,
        heading,
      });
      const { name, quantity } = figure;
      const concept = conceptOf({ span: quantity.span, name, kind: kind.kind, unit: figureUnit(quantity) });
      indicators.push(draftOf(sentence, { figure, kind, status, scope, dating, basis, domains, concept }));
    }
  }
  return indicators;
}

const clauseOf = ({ left, right }: NamedFigure): Span => ({ start: left.start, end: right.end });

function draftOf({ span, heading }: Sentence, decided: Decided): ResolvedIndicator {
  const { figure, kind, status, scope, dating, basis, domains, concept } = decided;
  const { quantity, verdict, name, role } = figure;
  const value = figureValue(quantity, ruledValue(verdict, 'bound'));
  return {
    span: quantity.span,
    name: name?.text || null,
    nameSpan: name?.text ? name.span : null,
    value,
    unit: figureUnit(quantity),
    canonical: canonicalOf(quantity, value),
    kind: kind.kind,
    direction: kind.direction,
    basis: basis.basis,
    base: basis.base,
    status: status.status,
    scope: scope?.text ?? null,
    period: dating.period,
    time: dating.time,
    role,
    concept: concept.id,
    masked: quantity.masked,
    heading,
    sentence: { start: span.start, end: Math.max(span.end, quantity.span.end) },
    domains: domains.ids,
    rule: kind.rule,
    decided,
  };
}

/** Where each field of an indicator comes from, as it was recorded when the field was decided. */
export function originsOf({ decided, unit, canonical }: ResolvedIndicator): IndicatorOrigins {
  const { figure, kind, status, scope, dating, basis, domains, concept } = decided;
  const { quantity, verdict, nameOrigin, role } = figure;
  return {
    accept: verdict.accept?.rule.origin ?? origin('NO_RULE'),
    value: origin('READ', { raw: quantity.raw, unit: unit.raw }),
    bound: boundOrigin(quantity, verdict.bound?.rule.origin ?? null),
    unit: unit.symbol === '' ? origin('NO_UNIT') : origin('UNIT', { dimension: unit.dimension }),
    canonical: canonical ? origin('FACTOR', { factor: quantity.unit?.factor ?? 1 }) : NOT_SAID,
    name: nameOrigin,
    kind: kind.kindOrigin,
    direction: kind.directionOrigin,
    basis: basis.origin,
    status: status.origin,
    scope: scope?.origin ?? NOT_SAID,
    period: dating.origin,
    time: dating.origin,
    role: role === null ? NOT_SAID : origin('FROM_TO'),
    concept: concept.origin(),
    domains: domains.origin(),
  };
}

const NOT_SAID = origin('DEFAULT');

/** Ranks and comparisons hold within a place. */
function nearestScope(
  text: string,
  { quantity }: NamedFigure,
  { kind }: Kind,
  sentence: Span,
  scopes: Lexicon,
  { punctuation }: RulePack,
): StatedWords | null {
  if (kind !== 'rank' && quantity.unit?.dimension !== 'percentage-point') return null;
  const scope = scopeOf(text, quantity.span.start, sentence, scopes, punctuation);
  return scope === null ? null : { text: scope, origin: origin('NEAREST') };
}
