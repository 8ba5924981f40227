/** Decides the fields of each named figure: value, kind, status, scope, period. Each is kept with where it comes from. */
import type { NamedFigure, NamedSentence } from '../judge/figure.ts';
import { wordsOf } from '../judge/verdict.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { FigureDomains, IndicatorDraft, IndicatorOrigins } from '../model/findings.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Lexed, Quantity } from '../model/quantity.ts';
import type { Indicator } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { type Kind, kindOf, type Previous } from './kind.ts';
import { isTime, type Period, periodsOf } from './period.ts';
import { scopeOf } from './scope.ts';
import { type StatusDecision, sentenceModes, statusWithin } from './status.ts';
import { boundOrigin, canonicalOf, figureUnit, figureValue } from './value.ts';

export function resolveFigures(
  report: Report,
  { quantities }: Pick<Lexed, 'quantities'>,
  named: readonly NamedSentence[],
  domainsOf: (sentence: Span, heading: number) => FigureDomains,
  pack: RulePack,
): IndicatorDraft[] {
  const { text } = report;
  const { punctuation, resolving: words } = pack;
  const { yearUnit } = pack.numerals;
  const times = quantities.filter(isTime);
  const modeOf = sentenceModes(report, pack.status);
  const cues = { text, rules: pack.status, punctuation, yearUnit, year: report.metadata.year };

  return named.flatMap(({ sentence, paragraph, words: wordIndex, figures }) => {
    const { span, heading } = sentence;
    const statusAt = statusWithin({ ...cues, words: wordIndex }, span, modeOf(sentence));
    const before = Math.max(paragraph, span.start - PERIOD_REACH);
    const periodAt = periodsOf(text, span, before, within(times, before, span.end), words, yearUnit);
    const domains = domainsOf(span, heading);
    const decided: Previous[] = [];
    return figures.map((figure): IndicatorDraft => {
      const { quantity, name, nameOrigin } = figure;
      const kind = kindOf(text, figure, decided.at(-1) ?? null, decided.at(-2) ?? null, words, punctuation);
      decided.push({ figure, kind });
      const at = quantity.span.start;
      const status = statedStatus(figure) ?? statusAt(at);
      const scope = statedWords(text, figure, 'scope') ?? nearestScope(text, figure, kind, span, words.scopes, pack);
      const period = statedWords(text, figure, 'period') ?? periodAt(at);
      const value = figureValue(quantity, figure.verdict.bound?.value);
      const unit = figureUnit(quantity);
      const canonical = canonicalOf(quantity, value);
      return {
        span: quantity.span,
        name: name?.text || null,
        nameSpan: name?.text ? name.span : null,
        value,
        unit,
        canonical,
        kind: kind.kind,
        direction: kind.direction,
        status: status.status,
        scope: scope?.text ?? null,
        period: period?.text ?? null,
        masked: quantity.masked,
        heading,
        sentence: { start: span.start, end: Math.max(span.end, quantity.span.end) },
        domains: domains.ids,
        rule: kind.rule,
        origins: () => ({
          ...quantityOrigins(figure, unit, canonical),
          name: nameOrigin,
          kind: kind.kindOrigin,
          direction: kind.directionOrigin,
          status: status.origin,
          scope: scope?.origin ?? NOT_SAID,
          period: period?.origin ?? NOT_SAID,
          domains: domains.origin(),
        }),
      };
    });
  });
}

const NOT_SAID = origin('DEFAULT');

/** Words and where they come from. */
type Found = Period;

function statedStatus({ verdict: { status } }: NamedFigure): StatusDecision | null {
  return status && { status: status.value, origin: status.match.rule.origin };
}

function statedWords(text: string, { verdict }: NamedFigure, field: 'scope' | 'period'): Found | null {
  const ruling = verdict[field];
  const words = ruling && wordsOf(text, ruling);
  return ruling && words !== null ? { text: words, origin: ruling.match.rule.origin } : null;
}

/** Ranks and comparisons hold within a place. */
function nearestScope(
  text: string,
  { quantity }: NamedFigure,
  { kind }: Kind,
  sentence: Span,
  scopes: Lexicon,
  { punctuation }: RulePack,
): Found | null {
  if (kind !== 'rank' && quantity.unit?.dimension !== 'percentage-point') return null;
  const scope = scopeOf(text, quantity.span.start, sentence, scopes, punctuation);
  return scope === null ? null : { text: scope, origin: origin('NEAREST') };
}

function quantityOrigins(
  { quantity, verdict }: NamedFigure,
  unit: Indicator['unit'],
  canonical: Indicator['canonical'],
): Pick<IndicatorOrigins, 'accept' | 'value' | 'bound' | 'unit' | 'canonical'> {
  const byRule = (ruling: typeof verdict.accept | typeof verdict.bound): Origin | null =>
    ruling?.match.rule.origin ?? null;
  return {
    accept: byRule(verdict.accept) ?? origin('NO_RULE'),
    value: origin('READ', { raw: quantity.raw, unit: unit.raw }),
    bound: boundOrigin(quantity, byRule(verdict.bound)),
    unit: unit.symbol === '' ? origin('NO_UNIT') : origin('UNIT', { dimension: unit.dimension }),
    canonical: canonical ? origin('FACTOR', { factor: quantity.unit?.factor ?? 1 }) : NOT_SAID,
  };
}

/** How far back in its paragraph a figure's time may be named. */
const PERIOD_REACH = 600;

function within(quantities: readonly Quantity[], start: number, end: number): Quantity[] {
  const place = ({ span }: Quantity) => span.start;
  return quantities.slice(firstAtLeast(quantities, start, place), firstAtLeast(quantities, end, place));
}
