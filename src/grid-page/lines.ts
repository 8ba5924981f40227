/** A chart of years: a line for each of a few regions, its last number at its end. */
import { linked, padded } from './bars.ts';
import { html, type Markup } from './markup.ts';
import { extentOf, rounded, shareOf, shownNumber } from './numbers.ts';
import type { SeriesPoint } from './observed.ts';

export type YearLine = { label: string; points: readonly SeriesPoint[] };

const WIDTH = 340;
const HEIGHT = 150;
const LEFT = 8;
const RIGHT = 132;
const TOP = 12;
const BOTTOM = 20;

/** Colours that the style has for lines. */
const HUES = 5;

export const MOST_LINES = HUES;

export function lineChart(
  lines: readonly YearLine[],
  { title, evidenceOf }: { title: string; evidenceOf: (index: number) => string | null },
): Markup {
  const points = lines.flatMap(({ points }) => points);
  const years = extentOf(points.map(({ year }) => year)) ?? { least: 0, most: 0 };
  const range = padded(extentOf(points.map(({ number }) => number)) ?? { least: 0, most: 0 });
  const xOf = ({ year }: SeriesPoint) => rounded(LEFT + shareOf(year, years) * (WIDTH - LEFT - RIGHT));
  const yOf = ({ number }: SeriesPoint) => rounded(HEIGHT - BOTTOM - shareOf(number, range) * (HEIGHT - TOP - BOTTOM));
  const ends = apart(lines.map(({ points }) => (points.length > 0 ? yOf(points.at(-1) as SeriesPoint) : 0)));
  return html`<svg class="chart lines" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${title}">
${lines.map(({ label, points }, i) => {
  const last = points.at(-1);
  return html`<g class="hue${i % HUES}"><polyline points="${points.map((point) => `${xOf(point)},${yOf(point)}`).join(' ')}"/>
${points.map((point) =>
  linked(
    evidenceOf(point.index),
    html`<title>${label} ${String(point.year)}: ${point.text}</title><circle class="hit" cx="${xOf(point)}" cy="${yOf(point)}" r="9"/><circle cx="${xOf(point)}" cy="${yOf(point)}" r="3.5"/>`,
  ),
)}${last ? html`<text class="name" x="${WIDTH - RIGHT + 8}" y="${(ends[i] ?? 0) + 4}">${label} ${shownNumber(last.number)}</text>` : null}</g>
`;
})}<text class="axis" x="${LEFT}" y="${HEIGHT - 4}">${String(years.least)}</text><text class="axis end" x="${WIDTH - RIGHT}" y="${HEIGHT - 4}">${String(years.most)}</text>
</svg>`;
}

const LEAST_DISTANCE = 15;

/** Words at the ends of lines do not lie on each other, nor on the axis: those that would are moved down, then all that are too low up. */
function apart(places: readonly number[]): number[] {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place);
  const moved = [...places];
  let floor = Number.NEGATIVE_INFINITY;
  for (const { place, i } of order) {
    floor = Math.max(place, floor + LEAST_DISTANCE);
    moved[i] = floor;
  }
  let ceiling = HEIGHT - BOTTOM - 2;
  for (const { i } of order.reverse()) {
    moved[i] = Math.min(moved[i] ?? 0, ceiling);
    ceiling = (moved[i] ?? 0) - LEAST_DISTANCE;
  }
  return moved;
}
