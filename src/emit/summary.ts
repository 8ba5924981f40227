/** A short summary of each report, for reading. */
import { Chalk, type ChalkInstance } from 'chalk';
import {
  INDICATOR_KIND_LABELS,
  PLACEHOLDER_KIND_LABELS,
  REPORT_KIND_LABELS,
  STATUS_LABELS,
  SUMMARY_LABELS,
} from '../messages/labels.ts';
import type { Language, Wording } from '../messages/language.ts';
import type { GaigeRecord, Indicator, Placeholder } from '../model/record.ts';
import type { Bound } from '../model/vocabulary.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { pad, shorten, widthOf } from './fit.ts';
import { salientIndicators } from './salient.ts';
import type { FindingCounts } from './totals.ts';

const SHOWN_INDICATORS = 10;
const SHOWN_PLACEHOLDERS = 10;
const SHOWN_DOMAINS = 5;

/** Columns on a terminal. */
const NAME_WIDTH = 36;
const VALUE_WIDTH = 20;
const CONTEXT_WIDTH = 56;

type SummaryStyle = { language: Language; chalk: ChalkInstance };

export function summary({ language, colour }: Pick<EmitContext, 'language' | 'colour'>): Emitter {
  // Sixteen colours: all that is needed, and every terminal has them.
  const style: SummaryStyle = { language, chalk: new Chalk({ level: colour ? 1 : 0 }) };
  return {
    begin: () => '',
    record: (record) => reportLines(record, style).join('\n'),
    between: '\n',
    end: (counts) => (counts.reports > 1 ? `\n${totalLine(counts, style)}\n` : ''),
  };
}

const reportLines = (record: GaigeRecord, style: SummaryStyle): string[] => [
  ...headLines(record, style),
  ...countLines(record, style),
  ...indicatorLines(record.indicators, style),
  ...placeholderLines(record.placeholders, style),
  '',
];

function headLines({ report }: GaigeRecord, { language, chalk }: SummaryStyle): string[] {
  const { title, name, path, region, year, kind, chars } = report;
  const facts = [path, region, year, REPORT_KIND_LABELS[kind][language], `${chars} ${SUMMARY_LABELS.chars[language]}`];
  return [chalk.bold(title ?? name), chalk.dim(facts.filter((fact) => fact !== null).join(' · '))];
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
  const fields = domains.slice(0, SHOWN_DOMAINS).map(({ label, score }) => `${label} ${score.toFixed(2)}`);
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

function indicatorLines(indicators: readonly Indicator[], style: SummaryStyle): string[] {
  const shown = salientIndicators(indicators, SHOWN_INDICATORS);
  if (shown.length === 0) return [];
  return ['', heading('telling', style), ...shown.map((indicator) => indicatorLine(indicator, style))];
}

/** What stands before a figure that the report leaves open. */
const BOUND_SIGNS: Record<Bound, string> = { eq: '', range: '', approx: '≈', gte: '≥', lte: '≤' };

function indicatorLine({ name, text, value: { bound }, direction, status }: Indicator, style: SummaryStyle): string {
  const { language, chalk } = style;
  const arrow = direction === null ? '' : direction === 'up' ? '↑' : '↓';
  const value = BOUND_SIGNS[bound] + shorten(text, VALUE_WIDTH - 4) + arrow;
  const gap = ' '.repeat(VALUE_WIDTH - widthOf(value));
  const target = status === 'target' ? gap + chalk.yellow(STATUS_LABELS.target[language]) : '';
  return `    ${pad(shorten(name ?? '', NAME_WIDTH), NAME_WIDTH + 2)}${chalk.cyan(value)}${target}`;
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
  return `    ${chalk.dim(place)}${chalk.red(pad(shorten(text, 10), 12))}${label}${shorten(oneLine(context), CONTEXT_WIDTH)}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

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
