/** The wide table as a table of the page: heads by indicator, heat by column, each figure a link to its sentence. */
import { GRID_PAGE_WORDS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import type { FigureCell, GridCell, SheetGrid } from '../model/grid.ts';
import type { Axis, Definitions } from '../observe/axes.ts';
import { MOST } from './limits.ts';
import { html, Markup } from './markup.ts';
import { extentOf, HEAT_STEPS, heatStep, type NumberExtent } from './numbers.ts';
import { conceptTitle, keyTitle } from './titles.ts';

type MatrixCell = FigureCell | GridCell;

export type Matrix = {
  columns: SheetGrid['columns'];
  /** How many of the first columns tell the rows. */
  keys: number;
  lines: (readonly MatrixCell[])[];
  /** How many there are, of which these are the first. */
  allLines: number;
  allColumns: number;
};

export function matrixOf(sheet: SheetGrid): Matrix {
  const keys = sheet.keys?.length ?? 0;
  const shown = keys + MOST.columns;
  const lines: (readonly MatrixCell[])[] = [];
  let allLines = 0;
  for (const line of sheet.rows) if (allLines++ < MOST.lines) lines.push(line.slice(0, shown));
  return { columns: sheet.columns.slice(0, shown), keys, lines, allLines, allColumns: sheet.columns.length - keys };
}

const isFigure = (cell: MatrixCell): cell is FigureCell => typeof cell === 'object' && cell !== null;

/** Which observations its figures are made of, in reading order. */
export const figuresIn = ({ lines }: Matrix): number[] =>
  lines.flatMap((line) => line.filter(isFigure).map(({ evidence }) => evidence));

type MatrixStyle = {
  definitions: Definitions;
  language: Language;
  evidenceOf: (index: number) => string | null;
  /** Ids of concepts that have a chart. */
  charted: ReadonlySet<string>;
};

export function* matrixParts(matrix: Matrix, style: MatrixStyle): Generator<Markup> {
  const words = GRID_PAGE_WORDS[style.language];
  const { lines, keys, columns } = matrix;
  const heads = headsOf(matrix, style);
  const extents = extentsOf(matrix);
  const isHot = extents.some((extent) => extent !== null);
  yield html`<section id="matrix" aria-labelledby="matrix-head">
<h2 id="matrix-head">${words.matrix}</h2>
<p class="hint">${words.matrixHint}${isHot && html` <span class="legend">${words.heat.low}${Array.from({ length: HEAT_STEPS }, (_, i) => html`<i class="h${i}"></i>`)}${words.heat.high}</span> ${words.heat.each}`}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="matrix-head"><table class="matrix${columns.length > FIT && ' is-wide'}">
${headRows(matrix, heads, style)}<tbody>
`;
  for (const line of lines) {
    yield html`<tr>${line.slice(0, keys).map((cell, i) => html`<th scope="row" class="key k${i}">${keyTitle(String(cell ?? ''), columns[i]?.key ?? '', style.definitions, style.language)}</th>`)}${line
      .slice(keys)
      .map((cell, i) => cellPart(cell, heads[i], extents[i] ?? null, style))}</tr>
`;
  }
  yield html`</tbody></table></div>
</section>
`;
}

/** So many columns have room on paper; of more, each figure is printed with its head. */
const FIT = 8;

/** Of numbers in the unit of their column; of a column that holds figures of several indicators nothing is to be compared. */
function extentsOf({ lines, keys, columns }: Matrix): (Heat | null)[] {
  const isMixed = columns.slice(0, keys).some(({ key }) => MATTERS.has(key));
  if (isMixed) return [];
  return columns.slice(keys).map(({ key }, i) => {
    // Of places in an order the first is the best, and less tells nothing of how much.
    if (key.split(':').includes('rank')) return null;
    const figures = lines.map((line) => line[keys + i] ?? null).filter(isFigure);
    const unit = mostUsual(figures.map(unitOf));
    const extent = extentOf(figures.filter((figure) => unitOf(figure) === unit).flatMap(({ number }) => number ?? []));
    return extent && extent.most > extent.least ? { unit, extent } : null;
  });
}

/** Axes that tell what is measured. */
const MATTERS: ReadonlySet<string> = new Set(['concept', 'label', 'name'] satisfies Axis[]);

type Heat = { unit: string; extent: NumberExtent };

/** Behind a number stand its unit and, after a blank, what is doubtful of it. */
const unitOf = ({ after }: FigureCell): string => after.split(' ', 1)[0] ?? '';

function mostUsual(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** A longer text takes several lines. */
const LONG = 24;

function cellPart(
  cell: MatrixCell,
  head: MatrixHead | undefined,
  heat: Heat | null,
  { evidenceOf }: MatrixStyle,
): Markup {
  if (!isFigure(cell)) return html`<td>${cell === null ? null : String(cell)}</td>`;
  const { number, text, evidence } = cell;
  const isHot = heat !== null && number !== null && unitOf(cell) === heat.unit;
  const look = `${isHot ? `h${heatStep(number, heat.extent)}` : ''}${text.length > LONG ? ' long' : ''}`;
  const title = head && [head.title, head.way].filter((part) => part !== '').join(' · ');
  const href = evidenceOf(evidence);
  const shown = href === null ? html`${text}` : html`<a href="${href}">${text}</a>`;
  return html`<td id="c${evidence}" class="${look}" title="${title ?? ''}">${shown}</td>`;
}

type MatrixHead = { title: string; way: string; id: string };

const headsOf = ({ columns, keys }: Matrix, { definitions, language }: MatrixStyle): MatrixHead[] =>
  columns.slice(keys).map(({ key, zh }) => {
    const [concept = '', ...way] = (language === 'zh' ? zh : key).split(':');
    const id = key.split(':', 1)[0] ?? '';
    const title = definitions.has(id) ? conceptTitle(id, definitions, language) : concept;
    return { title, way: way.join(' · '), id };
  });

/** One row of heads; two where columns are of indicators. */
function headRows({ columns, keys }: Matrix, shown: readonly MatrixHead[], { language, charted }: MatrixStyle): Markup {
  const keyHeads = columns
    .slice(0, keys)
    .map(({ key, zh }, i) => ({ title: language === 'zh' ? zh : key, place: `k${i}` }));
  const hasWays = shown.some(({ way }) => way !== '');
  const span = hasWays && new Markup(' rowspan="2"');
  const first = html`<tr>${keyHeads.map(({ title, place }) => html`<th scope="col" class="key ${place}"${span}>${title}</th>`)}${groupsOf(
    shown,
  ).map(
    ({ title, id, length }) =>
      html`<th scope="colgroup" colspan="${length}" class="group">${charted.has(id) ? html`<a href="#concept-${id}">${title}</a>` : title}</th>`,
  )}</tr>
`;
  const { level } = GRID_PAGE_WORDS[language];
  const second = hasWays
    ? html`<tr>${shown.map(({ way }) => html`<th scope="col" class="way">${way === '' ? level : way}</th>`)}</tr>
`
    : null;
  return html`<thead>${first}${second}</thead>`;
}

/** Columns of one indicator that follow each other. */
function groupsOf(columns: readonly MatrixHead[]): { title: string; id: string; length: number }[] {
  const groups: { title: string; id: string; length: number }[] = [];
  for (const { title, id } of columns) {
    const last = groups.at(-1);
    if (last && last.title === title) last.length++;
    else groups.push({ title, id, length: 1 });
  }
  return groups;
}
