/** A chart of regions: a bar for each, the longest first. What is no amount (a rate, a rank) is a dot, whose distance from nothing tells little. */

import { html, type Markup } from './markup.ts';
import { extentOf, rounded, shareOf, shownNumber } from './numbers.ts';
import type { SeriesPoint } from './observed.ts';

export type RegionBar = SeriesPoint & { label: string };

const WIDTH = 340;
const ROW = 17;
const LABEL = 92;
/** For the number behind a bar. */
const NUMBER = 70;
const TRACK = WIDTH - LABEL - NUMBER;

/** `isAmount`: bars from nothing; `evidenceOf` leads to the sentence, where the page has it. */
export function barChart(
  bars: readonly RegionBar[],
  { title, isAmount, evidenceOf }: { title: string; isAmount: boolean; evidenceOf: (index: number) => string | null },
): Markup {
  const extent = extentOf(bars.map(({ number }) => number)) ?? { least: 0, most: 0 };
  const range = isAmount ? { least: Math.min(0, extent.least), most: Math.max(0, extent.most) } : padded(extent);
  const xOf = (number: number) => LABEL + rounded(shareOf(number, range) * TRACK);
  const zero = xOf(Math.min(Math.max(0, range.least), range.most));
  const height = bars.length * ROW + 4;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="${title}">
${bars.map((bar, i) => {
  const y = i * ROW + 2;
  const x = xOf(bar.number);
  const mark = isAmount
    ? html`<rect class="bar" x="${rounded(Math.min(zero, x))}" y="${y + 3}" width="${rounded(Math.max(1, Math.abs(x - zero)))}" height="${ROW - 6}" rx="2"/>`
    : html`<line class="stem" x1="${LABEL}" x2="${x}" y1="${y + ROW / 2}" y2="${y + ROW / 2}"/><circle class="dot" cx="${x}" cy="${y + ROW / 2}" r="4"/>`;
  return linked(
    evidenceOf(bar.index),
    html`<title>${bar.label} ${String(bar.year)}: ${bar.text}</title><rect class="hit" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/><text class="label" x="${LABEL - 6}" y="${y + 12}">${bar.label}</text>${mark}<text class="number" x="${WIDTH - 4}" y="${y + 12}">${shownNumber(bar.number)}${bar.isConflict && ' ?'}</text>`,
  );
})}
</svg>`;
}

/** A margin, so that no dot lies at the edge. */
export const padded = ({ least, most }: { least: number; most: number }): { least: number; most: number } => {
  const margin = most > least ? (most - least) * 0.08 : Math.max(1, Math.abs(most) * 0.1);
  return { least: least - margin, most: most + margin };
};

export const linked = (href: string | null, content: Markup): Markup =>
  href === null ? html`<g>${content}</g>\n` : html`<a href="${href}">${content}</a>\n`;
