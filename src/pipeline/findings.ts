import { type Domains, findDomains } from '../domains/index.ts';
import { type Figure, isAccepted, verdictOf, wordsOf } from '../judge/decide.ts';
import type { SentenceMatches } from '../judge/match.ts';
import { namingWords } from '../knowledge/naming/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Findings, IndicatorDraft } from '../model/findings.ts';
import type { Lexed, Quantity } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { type Name, type NamingContext, nameFigures } from '../naming/index.ts';
import { scopeFigures } from '../naming/name-scopes.ts';
import { inSection, placeholderFinder } from '../placeholders/index.ts';
import { type Kind, kindOf } from '../resolve/kind.ts';
import { isTime, periodsOf, scopeOf } from '../resolve/period-and-scope.ts';
import { sentenceModes, statusWithin } from '../resolve/status.ts';
import { canonicalOf, figureUnit, figureValue } from '../resolve/value.ts';
import { Lexicon } from '../text/lexicon.ts';
import { firstAtLeast } from '../text/sorted.ts';

export function normalise(report: Report, lexed: Lexed, matched: readonly SentenceMatches[], pack: RulePack): Findings {
  const domains = findDomains(report, pack.domains);
  return {
    indicators: draftIndicators(report, lexed, matched, pack, domains),
    placeholders: placeholderFinder(report.document, pack)(lexed).map((found) => inSection(found, report)),
    domains,
  };
}

function draftIndicators(
  report: Report,
  { quantities, startingAt, endingAt }: Lexed,
  matched: readonly SentenceMatches[],
  pack: RulePack,
  domains: Domains,
): IndicatorDraft[] {
  const { text } = report;
  const words = namingWords(pack);
  const kindWords = {
    shareName: classOf(pack, 'share-name'),
    shareVerb: classOf(pack, 'share-verb'),
    notShareVerb: classOf(pack, 'not-share-verb'),
    rateName: classOf(pack, 'rate-name'),
    lowerIsBetter: classOf(pack, 'lower-is-better'),
  };
  const periodWords = {
    periods: classOf(pack, 'period'),
    periodTail: classOf(pack, 'period-tail'),
    compared: classOf(pack, 'compared'),
  };
  const scopes = classOf(pack, 'scope');
  const isMeasured = (start: number) => {
    const quantity = startingAt.get(start);
    // 新一代, 一体: a small Chinese numeral is as a rule part of a word.
    const isWord = quantity?.script === 'chinese' && quantity.number !== null && quantity.number <= 10;
    return quantity?.unit != null && quantity.unit.dimension !== 'time' && !isWord;
  };
  const times = quantities.filter(isTime);
  const modeOf = sentenceModes(report, pack.status);
  const paragraphOf = paragraphs(report);
  const cueContext = { text, rules: pack.status, punctuation: pack.punctuation, year: report.metadata.year };

  let lastParagraph = -1;
  let lastTopic: Name | null = null;
  return matched.flatMap(({ sentence, words: wordIndex, figures }) => {
    const accepted = figures.filter(isAccepted);
    if (accepted.length === 0) return [];
    const paragraph = paragraphOf(sentence.span);
    const framed = scopeFigures(text, sentence.span, accepted, isMeasured, pack.punctuation, words);
    const context: NamingContext = {
      text,
      words: wordIndex,
      classes: words,
      enumerators: pack.punctuation.enumerators,
      isMask: (char) => pack.masks.byChar.has(char),
      quantityFrom: (start) => startingAt.get(start),
      quantityUntil: (end) => endingAt.get(end),
    };
    const sameParagraph = paragraph === lastParagraph;
    const { names, topic } = nameFigures(context, sentence.span, framed, sameParagraph ? lastTopic : null);
    lastParagraph = paragraph;
    lastTopic = topic;
    const statusAt = statusWithin({ ...cueContext, words: wordIndex }, sentence.span, modeOf(sentence));
    const before = Math.max(paragraph, sentence.span.start - PERIOD_REACH);
    const near = within(times, before, sentence.span.end);
    const periodAt = periodsOf(text, sentence.span, before, near, periodWords);
    const domainsHere = domains.ofFigures(sentence.span, sentence.heading);
    const kinds: { figure: Figure; name: string | null; kind: Kind }[] = [];
    return framed.map((figure, i): IndicatorDraft => {
      const { quantity, matches } = figure;
      const name = names[i] ?? null;
      const kind = kindOf(text, figure, name?.text ?? null, kinds.at(-1) ?? null, kinds.at(-2) ?? null, kindWords);
      kinds.push({ figure, name: name?.text ?? null, kind });
      const value = figureValue(quantity, verdictOf(matches, 'bound'));
      const compares = kind.kind === 'rank' || quantity.unit?.dimension === 'percentage-point';
      return {
        span: quantity.span,
        name: name?.text || null,
        nameSpan: name?.text ? name.span : null,
        value,
        unit: figureUnit(quantity),
        canonical: canonicalOf(quantity, value),
        kind: kind.kind,
        direction: kind.direction,
        status: verdictOf(matches, 'status') ?? statusAt(quantity.span.start),
        scope:
          wordsOf(text, matches, 'scope') ??
          (compares ? scopeOf(text, quantity.span.start, sentence.span, scopes, pack.punctuation) : null),
        period: wordsOf(text, matches, 'period') ?? periodAt(quantity.span.start),
        masked: quantity.masked,
        heading: sentence.heading,
        sentence: { start: sentence.span.start, end: Math.max(sentence.span.end, quantity.span.end) },
        domains: domainsHere,
        rule: kind.rule,
      };
    });
  });
}

/** How far back in its paragraph a figure's time may be named. */
const PERIOD_REACH = 600;

const NO_WORDS = new Lexicon([]);

const classOf = (pack: RulePack, name: string): Lexicon => pack.classes.get(name) ?? NO_WORDS;

function paragraphs({ document }: Report): (sentence: Span) => number {
  let block = 0;
  return ({ start }) => {
    while (block < document.blocks.length - 1 && document.blocks[block + 1]!.span.start <= start) block++;
    return document.blocks[block]?.span.start ?? 0;
  };
}

function within(quantities: readonly Quantity[], start: number, end: number): Quantity[] {
  const place = ({ span }: Quantity) => span.start;
  return quantities.slice(firstAtLeast(quantities, start, place), firstAtLeast(quantities, end, place));
}
