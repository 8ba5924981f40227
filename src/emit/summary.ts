/** A short summary of each report, for reading. */

import { Chalk, type ChalkInstance } from 'chalk';
import {
  INDICATOR_KIND_LABELS,
  PLACEHOLDER_KIND_LABELS,
  REPORT_KIND_LABELS,
  STATUS_LABELS,
  SUMMARY_LABELS,
} from '../messages/labels.ts';
import type { Wording } from '../messages/language.ts';
import type { GaigeRecord, Indicator, Placeholder } from '../model/record.ts';
import type { Bound } from '../model/vocabulary.ts';
import { shown } from '../text/shown.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { pad, shorten, widthOf } from './fit.ts';
import { headlineFigures } from './headlines.ts';
import { salientIndicators } from './salient.ts';
import type { FindingCounts } from './totals.ts';

const SHOWN_INDICATORS = 12;
const SHOWN_PLACEHOLDERS = 10;
const SHOWN_DOMAINS = 5;

/** Columns on a terminal. */
const NAME_WIDTH = 36;
const VALUE_WIDTH = 20;
const CONTEXT_WIDTH = 56;

type SummaryContext = Pick<EmitContext, 'language' | 'colour' | 'lineWidth' | 'concepts'>;
type SummaryStyle = Pick<SummaryContext, 'language' | 'concepts'> & { chalk: ChalkInstance };

export function summary({ language, colour, lineWidth, concepts }: SummaryContext): Emitter {
  // Sixteen colours: all that is needed, and every terminal has them.
  const style: SummaryStyle = { language, concepts, chalk: new Chalk({ level: colour ? 1 : 0 }) };
  if (lineWidth !== null) return briefSummary(lineWidth, style);
  return {
    begin: () => '',
    record: (record) => reportLines(record, style).join('\n'),
    between: '\n',
    end: (counts) => (counts.reports > 1 ? `\n${totalLine(counts, style)}\n` : ''),
  };
}

/** One line a report. */
const briefSummary = (width: number, style: SummaryStyle): Emitter => ({
  begin: () => `${style.chalk.dim(briefHead(width, style))}\n`,
  record: (record) => `${briefLine(record, width, style)}\n`,
  between: '',
  end: (counts) => `\n${totalLine(counts, style)}\n`,
});

/** Columns of its parts on a terminal; headline indicators have the rest. */
const BRIEF_WIDTHS = [20, 6, 16, 12, 14] as const;
const BRIEF_HEADS = ['region', 'year', 'kind', 'indicators', 'placeholders', 'telling'] as const;

const briefHead = (width: number, { language }: SummaryStyle): string =>
  shorten(inColumns(BRIEF_HEADS.map((head) => SUMMARY_LABELS[head][language])), width);

function briefLine(record: GaigeRecord, width: number, { language, chalk, concepts }: SummaryStyle): string {
  const { report, indicators, placeholders } = record;
  const headlines = headlineFigures(record, concepts.headlines).map(({ headline, figures }) => {
    const target = areTargets(figures) ? [STATUS_LABELS.target[language]] : [];
    return [shown(headline.label[language]), ...figures.map(figureText), ...target].join(' ');
  });
  const line = inColumns([
    shown(report.region ?? report.name),
    String(report.year ?? ''),
    REPORT_KIND_LABELS[report.kind][language],
    String(indicators.length),
    String(placeholders.length),
    headlines.join(' · '),
  ]);
  const fitted = shorten(line, width);
  return placeholders.length > 0 ? chalk.yellow(fitted) : fitted;
}

const inColumns = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => {
      const width = BRIEF_WIDTHS[i];
      return width === undefined ? cell : pad(shorten(cell, width - 2), width);
    })
    .join('')
    .trimEnd();

const reportLines = (record: GaigeRecord, style: SummaryStyle): string[] => [
  ...headLines(record, style),
  ...countLines(record, style),
  ...indicatorLines(record, style),
  ...placeholderLines(record.placeholders, style),
  '',
];

function headLines({ report }: GaigeRecord, { language, chalk }: SummaryStyle): string[] {
  const { title, name, path, region, year, kind, chars } = report;
  const facts = [path, region, year, REPORT_KIND_LABELS[kind][language], `${chars} ${SUMMARY_LABELS.chars[language]}`];
  return [chalk.bold(shown(title ?? name)), chalk.dim(shown(facts.filter((fact) => fact !== null).join(' · ')))];
}

function countLines({ sections, indicators, placeholders, domains }: GaigeRecord, style: SummaryStyle): string[] {
  const kinds = tally(
    indicators.map(({ kind }) => kind),
    INDICATOR_KIND_LABELS,
    style,
  );
  const statuses = tally(
    indicators.map(({ status }) => status),
    STATUS_LABELS,
    style,
  );
  const masks = tally(
    placeholders.map(({ kind }) => kind),
    PLACEHOLDER_KIND_LABELS,
    style,
  );
  const fields = domains.slice(0, SHOWN_DOMAINS).map(({ label, score }) => `${shown(label)} ${score.toFixed(2)}`);
  return [
    countLine('sections', sections.length, [], style),
    countLine('indicators', indicators.length, [kinds, statuses], style),
    countLine('placeholders', placeholders.length, [masks], style),
    countLine('domains', domains.length, [fields.join(' · ')], style),
  ];
}

function countLine(
  what: keyof typeof SUMMARY_LABELS,
  count: number,
  details: readonly string[],
  style: SummaryStyle,
): string {
  const { language, chalk } = style;
  const label = pad(SUMMARY_LABELS[what][language], 14);
  const [number, shown] = [chalk.bold(String(count).padStart(5)), details.filter((detail) => detail !== '')];
  return [`  ${label}${number}`, ...shown].join('   ').trimEnd();
}

/** How many of each, in the order of the vocabulary. */
function tally<Key extends string>(
  keys: readonly Key[],
  labels: Record<Key, Wording>,
  { language }: SummaryStyle,
): string {
  return (Object.keys(labels) as Key[])
    .map((key) => ({ label: labels[key][language], count: keys.filter((other) => other === key).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${count}`)
    .join(' · ');
}

/** Headline indicators under their standard names, then others that tell something. */
function indicatorLines(record: GaigeRecord, style: SummaryStyle): string[] {
  const { headlines, owners } = style.concepts;
  const first = headlineFigures(record, headlines).slice(0, SHOWN_INDICATORS);
  const known = new Set(first.map(({ headline }) => headline.id));
  const others = record.indicators.filter(({ concept, name }) => !known.has(concept ?? '') && !owners.has(name ?? ''));
  const lines = [
    ...first.map(({ headline, figures }) => figureLine(headline.label[style.language], figures, style)),
    ...salientIndicators(others, SHOWN_INDICATORS - first.length).map((each) =>
      figureLine(each.name ?? '', [each], style),
    ),
  ];
  return lines.length === 0 ? [] : ['', heading('telling', style), ...lines];
}

/** What stands before a figure that the report leaves open. */
const BOUND_SIGNS: Record<Bound, string> = { eq: '', range: '', approx: '≈', gte: '≥', lte: '≤' };

function figureText({ text, value: { bound }, direction }: Indicator): string {
  const arrow = direction === null ? '' : direction === 'up' ? '↑' : '↓';
  return BOUND_SIGNS[bound] + shorten(oneLine(text), VALUE_WIDTH - 4) + arrow;
}

const areTargets = (figures: readonly Indicator[]): boolean => figures.every(({ status }) => status === 'target');

function figureLine(name: string, figures: readonly Indicator[], { language, chalk }: SummaryStyle): string {
  const value = figures.map(figureText).join('  ');
  const gap = ' '.repeat(Math.max(2, VALUE_WIDTH - widthOf(value)));
  const target = areTargets(figures) ? gap + chalk.yellow(STATUS_LABELS.target[language]) : '';
  return `    ${pad(shorten(shown(name), NAME_WIDTH), NAME_WIDTH + 2)}${chalk.cyan(value)}${target}`;
}

function placeholderLines(placeholders: readonly Placeholder[], style: SummaryStyle): string[] {
  if (placeholders.length === 0) return [];
  const lines = placeholders.slice(0, SHOWN_PLACEHOLDERS).map((placeholder) => placeholderLine(placeholder, style));
  const rest = placeholders.length - lines.length;
  return ['', heading('unfilled', style), ...lines, ...(rest > 0 ? [moreLine(rest, style)] : [])];
}

function placeholderLine(
  { line, column, text, kind, context }: Placeholder,
  { language, chalk }: SummaryStyle,
): string {
  const place = `${line}:${column}`.padEnd(10);
  const label = pad(PLACEHOLDER_KIND_LABELS[kind][language], 10);
  return `    ${chalk.dim(place)}${chalk.red(pad(shorten(oneLine(text), 10), 12))}${label}${shorten(oneLine(context), CONTEXT_WIDTH)}`;
}

const oneLine = (text: string): string => shown(text.replace(/\s+/g, ' ').trim());

const heading = (what: keyof typeof SUMMARY_LABELS, { language, chalk }: SummaryStyle): string =>
  `  ${chalk.underline(SUMMARY_LABELS[what][language])}`;

const moreLine = (count: number, { language, chalk }: SummaryStyle): string =>
  `    ${chalk.dim(SUMMARY_LABELS.more[language].replace('{count}', String(count)))}`;

function totalLine(counts: FindingCounts, { language, chalk }: SummaryStyle): string {
  const parts = (['reports', 'sections', 'indicators', 'placeholders'] as const).map(
    (what) => `${SUMMARY_LABELS[what][language]} ${counts[what]}`,
  );
  return chalk.bold(parts.join(' · '));
}
