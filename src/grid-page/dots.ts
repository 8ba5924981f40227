/** Promise beside result: a row a region, a ring for what was promised, a dot for what came of it, and the way between. */
import { linked } from './bars.ts';
import { html, type Markup } from './markup.ts';
import { extentOf, rounded, shareOf, shownNumber } from './numbers.ts';

export type DotRow = {
  label: string;
  /** What a pointer is told. */
  title: string;
  promised: number | null;
  result: number | null;
  /** How the row is coloured: a verdict, or none. */
  tone: string;
  evidence: string | null;
};

const WIDTH = 340;
const ROW = 19;
const LABEL = 92;
/** Room for the numbers behind a row, a digit being so wide. */
const DIGIT = 6.8;
/** Of the dots from the edges. */
const MARGIN = 6;
const AXIS = 16;

export function dotPlot(rows: readonly DotRow[], title: string): Markup | null {
  const numbers = rows.flatMap(({ promised, result }) => [promised, result]).filter((number) => number !== null);
  const extent = extentOf(numbers);
  if (extent === null) return null;
  const room = 12 + DIGIT * Math.max(...rows.map((row) => numbersOf(row).length));
  const xOf = (number: number) =>
    LABEL + MARGIN + rounded(shareOf(number, extent) * (WIDTH - LABEL - room - 2 * MARGIN));
  const height = rows.length * ROW + AXIS;
  const [left, right] = [LABEL, WIDTH - room];
  return html`<svg class="chart dots" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="${title}">
${rows.map(({ label, title, promised, result, tone, evidence }, i) => {
  const y = i * ROW + ROW / 2;
  return linked(
    evidence,
    html`<title>${title}</title><rect class="hit" x="0" y="${i * ROW}" width="${WIDTH}" height="${ROW}"/><text class="label" x="${LABEL - 6}" y="${y + 4}">${label}</text><line class="track" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>${
      promised !== null && result !== null
        ? html`<line class="way ${tone}" x1="${xOf(promised)}" x2="${xOf(result)}" y1="${y}" y2="${y}"/>`
        : null
    }${promised === null ? null : html`<circle class="ring" cx="${xOf(promised)}" cy="${y}" r="5"/>`}${
      result === null ? null : html`<circle class="dot ${tone}" cx="${xOf(result)}" cy="${y}" r="4"/>`
    }<text class="number" x="${WIDTH - 2}" y="${y + 4}">${numbersOf({ promised, result })}</text>`,
  );
})}
<text class="axis" x="${left}" y="${height - 3}">${shownNumber(extent.least)}</text><text class="axis end" x="${right}" y="${height - 3}">${shownNumber(extent.most)}</text>
</svg>`;
}

const numbersOf = ({ promised, result }: Pick<DotRow, 'promised' | 'result'>): string =>
  `${numberOr(result)} / ${numberOr(promised)}`;

const numberOr = (number: number | null): string => (number === null ? '–' : shownNumber(number));
