/** `table --format html`: one page with charts, the wide table, what reports disagree on, and the sentences. In pieces. */
import { GRID_PAGE_WORDS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import type { SheetGrid } from '../model/grid.ts';
import type { Definitions } from '../observe/axes.ts';
import type { Row } from '../observe/fold.ts';
import type { ReadUnit } from '../observe/units.ts';
import { type ChartStyle, cardPart, conceptCards, pointsOf } from './cards.ts';
import { conflictParts } from './conflicts.ts';
import { type EvidenceItem, evidenceParts } from './evidence.ts';
import { type GridPageFrame, gridPageFrame } from './frame.ts';
import { MOST } from './limits.ts';
import { html, type Markup } from './markup.ts';
import { figuresIn, matrixOf, matrixParts } from './matrix.ts';
import { shownNumber } from './numbers.ts';
import { seriesOf } from './observed.ts';
import { rowTitle } from './titles.ts';

export type TablePageSource = {
  rows: Iterable<Row>;
  sheet: SheetGrid;
  definitions: Definitions;
  readUnit: ReadUnit;
  language: Language;
  /** Reports that could not be read. */
  unread: number;
};

/** What is counted and gathered of all rows. */
type Gathered = {
  rows: number;
  conflicts: number;
  regions: Set<string>;
  years: Set<number>;
  concepts: Set<string>;
  shownConflicts: Row[];
  evidence: EvidenceItem[];
};

export function* tablePage({
  rows,
  sheet,
  definitions,
  readUnit,
  language,
  unread,
}: TablePageSource): Generator<string> {
  const words = GRID_PAGE_WORDS[language];
  const matrix = matrixOf(sheet);
  const allCards = conceptCards(seriesOf(rows, readUnit), definitions, language);
  const cards = allCards.slice(0, MOST.charts);
  const cells = new Set(figuresIn(matrix));
  const wanted = [...new Set([...cells, ...cards.flatMap(pointsOf).map(({ index }) => index)])];
  const chosen = new Set(wanted.slice(0, MOST.evidence));
  const gathered = gather(rows, chosen, cells, definitions, language);
  const evidenceOf = (index: number) => (chosen.has(index) ? `#e${index}` : null);
  const style: ChartStyle = { language, evidenceOf };
  const charted = new Set(cards.map(({ id }) => id));
  const frame = gridPageFrame(words.tableTitle, language);
  yield frame.head;
  yield headPart(frame, words.tableTitle, [
    [gathered.regions.size, words.tiles.regions, null],
    [gathered.years.size, words.tiles.years, null],
    [gathered.concepts.size, words.tiles.concepts, cards.length > 0 ? '#charts' : null],
    [gathered.rows, words.tiles.observations, '#matrix'],
    [gathered.conflicts, words.tiles.conflicts, '#conflicts'],
    ...(unread > 0 ? [[unread, words.tiles.unread, null] as const] : []),
  ]).text;
  yield '<main id="main">\n';
  yield cutPart(
    [
      matrix.allLines > matrix.lines.length && words.cut.lines({ shown: matrix.lines.length, all: matrix.allLines }),
      matrix.allColumns > MOST.columns && words.cut.columns({ shown: MOST.columns, all: matrix.allColumns }),
      allCards.length > cards.length && words.cut.charts({ shown: cards.length, all: allCards.length }),
      wanted.length > chosen.size && words.cut.evidence({ shown: chosen.size, all: wanted.length }),
      gathered.conflicts > gathered.shownConflicts.length &&
        words.cut.conflicts({ shown: gathered.shownConflicts.length, all: gathered.conflicts }),
    ],
    language,
  ).text;
  if (cards.length > 0) {
    yield html`<section id="charts" aria-labelledby="charts-head">
<h2 id="charts-head">${words.charts}</h2>
<p class="hint">${words.chartsHint}</p>
<details class="concepts"><summary>${words.contents} <span class="badge">${cards.length}</span></summary><nav aria-label="${words.contents}">${cards.map(({ id, title }) => html`<a href="#concept-${id}">${title}</a> `)}</nav></details>
<div class="cards">
`.text;
    for (const card of cards) yield cardPart(card, style).text;
    yield '</div>\n</section>\n';
  }
  for (const part of matrixParts(matrix, { definitions, charted, ...style })) yield part.text;
  for (const part of conflictParts(gathered.shownConflicts, definitions, language)) yield part.text;
  for (const part of evidenceParts(gathered.evidence, language)) yield part.text;
  yield frame.tail;
}

function gather(
  rows: Iterable<Row>,
  chosen: ReadonlySet<number>,
  cells: ReadonlySet<number>,
  definitions: Definitions,
  language: Language,
): Gathered {
  const gathered: Gathered = {
    rows: 0,
    conflicts: 0,
    regions: new Set(),
    years: new Set(),
    concepts: new Set(),
    shownConflicts: [],
    evidence: [],
  };
  for (const row of rows) {
    const index = gathered.rows++;
    if (row.region !== null) gathered.regions.add(row.region);
    if (row.year !== null) gathered.years.add(row.year);
    gathered.concepts.add(row.concept);
    if (row.isConflict && gathered.conflicts++ < MOST.conflicts) gathered.shownConflicts.push(row);
    if (!chosen.has(index)) continue;
    const { text, sentence, report, line, column, start } = row;
    gathered.evidence.push({
      id: String(index),
      label: rowTitle(row, definitions, language),
      statement: { text, sentence, report, line, column, start },
      hasCell: cells.has(index),
    });
  }
  return gathered;
}

export const headPart = (
  { schemes }: Pick<GridPageFrame, 'schemes'>,
  title: string,
  tiles: readonly (readonly [count: number, label: string, href: string | null])[],
): Markup => html`<header>${schemes}<div class="page-head"><div class="page-title"><h1>${title}</h1></div>
<div class="tiles">${tiles.map(([count, label, href]) => {
  const content = html`<b>${shownNumber(count)}</b> <span>${label}</span>`;
  return href === null
    ? html`<span class="tile">${content}</span>`
    : html`<a class="tile" href="${href}">${content}</a>`;
})}</div></div></header>
`;

/** What the page leaves out, and who has it. */
export function cutPart(told: readonly (string | false)[], language: Language): Markup {
  const cut = told.filter((words) => words !== false);
  if (cut.length === 0) return html``;
  return html`<div class="cut" role="note"><ul>${cut.map((words) => html`<li>${words}</li>`)}</ul><p>${GRID_PAGE_WORDS[language].cutRemedy}</p></div>
`;
}
