/** The text of a web page as lines: paragraphs, headings, rows of tables, with the places in the file they come from. */

import { raisedText, TELLING } from '../raised.ts';
import type { Article } from './article.ts';
import { BLOCK_NAMES, type DomElement, type DomNode, isElement, isText, type NodeMeasure, walk } from './dom.ts';
import { type TextPiece, textReader } from './text.ts';

export type HtmlBlock = {
  pieces: TextPiece[];
  /** Heading level of h1 to h6. */
  level: number | null;
  /** All of it is bold type. */
  bold: boolean;
  /** In the article, and not in a dropped part of it. */
  inArticle: boolean;
  inTitle: boolean;
};

/** What holds for the text within an element, from its own name and from what it stands in. */
type Frame = {
  level: number | null;
  /** The row of a data table; what stands in it is one line. */
  row: DomElement | null;
  /** Superscript. */
  raised: boolean;
  bold: boolean;
  pre: boolean;
  dropped: boolean;
  inArticle: boolean;
  inTitle: boolean;
};

const OUTSIDE: Frame = {
  level: null,
  row: null,
  raised: false,
  bold: false,
  pre: false,
  dropped: false,
  inArticle: false,
  inTitle: false,
};

const BOLD = new Set(['strong', 'b']);
const CELLS = new Set(['td', 'th']);

/** All lines of a page, in order. `html` is the source that the tree was parsed from. */
export function blocksOf(body: DomElement, html: string, article: Article, title: DomElement | null): HtmlBlock[] {
  const readText = textReader(html);
  const isData = dataTables(article.measures);
  const tabsBefore = cellTabs();
  const writer = new BlockWriter();
  const outer: Frame[] = [];
  let frame = OUTSIDE;
  for (const { node, leaving } of walk(body)) {
    if (isText(node)) writer.addText(readText(node, frame.pre), frame);
    if (!isElement(node)) continue;
    if (leaving) frame = outer.pop() ?? OUTSIDE;
    addEdge(writer, node, frame, leaving, tabsBefore);
    if (leaving) continue;
    outer.push(frame);
    frame = frameOf(node, frame, article, title, isData);
  }
  return writer.finish();
}

function frameOf(
  node: DomElement,
  outer: Frame,
  article: Article,
  title: DomElement | null,
  isData: (row: DomElement) => boolean,
): Frame {
  const row = outer.row ?? (node.name === 'tr' && outer.level === null && isData(node) ? node : null);
  return {
    row,
    raised: outer.raised || node.name === 'sup',
    level: outer.level ?? (row ? null : headingLevel(node.name)),
    bold: outer.bold || BOLD.has(node.name),
    pre: outer.pre || node.name === 'pre',
    dropped: outer.dropped || article.dropped.has(node),
    inArticle: outer.inArticle || node === article.container,
    inTitle: outer.inTitle || node === title,
  };
}

const headingLevel = (name: string): number | null => (/^h[1-6]$/.test(name) ? Number(name[1]) : null);

/** Elements begin and end lines; within a heading or a row they only part words, and cells are parted by a tab. */
function addEdge(
  writer: BlockWriter,
  node: DomElement,
  outer: Frame,
  leaving: boolean,
  tabsBefore: (cell: DomElement, row: DomElement) => number,
): void {
  if (node.name !== 'br' && !BLOCK_NAMES.has(node.name)) return;
  if (!outer.row && outer.level === null) writer.endLine();
  else if (outer.row && CELLS.has(node.name) && node.parent === outer.row && !leaving)
    writer.addTabs(tabsBefore(node, outer.row));
  else writer.addBlank();
}

/** Merged over more columns or rows than any page shows. */
const MOST_COLUMNS = 64;
const MOST_ROWS = 1000;
const MOST_COVERED = 512;

/**
 * How many tabs part a cell from the one before it, or from the start of its row. What is merged over several columns or rows stands in the
 * first of them; the others are empty.
 */
function cellTabs(): (cell: DomElement, row: DomElement) => number {
  const rows = new Map<DomElement, ReadonlyMap<DomNode, number>>();
  const taken = new Map<DomNode | null, number[]>();
  return (cell, row) => {
    const known = rows.get(row) ?? placeCells(row, taken);
    rows.set(row, known);
    return known.get(cell) ?? 1;
  };
}

/** `taken`: for each column of a table, how many of the rows to come a cell from above covers. */
function placeCells(row: DomElement, taken: Map<DomNode | null, number[]>): Map<DomNode, number> {
  const covered = taken.get(row.parent) ?? [];
  taken.set(row.parent, covered);
  const tabs = new Map<DomNode, number>();
  const added: [column: number, rows: number][] = [];
  let column = 0;
  let last = 0;
  for (const cell of row.children) {
    if (!isElement(cell) || !CELLS.has(cell.name)) continue;
    while ((covered[column] ?? 0) > 0) column++;
    tabs.set(cell, column - last);
    last = column;
    const rows = spanOf(cell, 'rowspan', MOST_ROWS);
    for (let end = column + spanOf(cell, 'colspan', MOST_COLUMNS); column < end; column++)
      if (rows > 1 && column < MOST_COVERED) added.push([column, rows - 1]);
  }
  for (const [i, rows] of covered.entries()) if (rows > 0) covered[i] = rows - 1;
  for (const [i, rows] of added) covered[i] = rows;
  return tabs;
}

function spanOf({ attribs }: DomElement, name: string, most: number): number {
  const span = Number(attribs[name] ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

/** Old pages are laid out in tables. A table holds data when none of its cells looks like a page, or holds another table. */
function dataTables(measures: ReadonlyMap<DomNode, NodeMeasure>): (row: DomElement) => boolean {
  const known = new Map<DomNode, boolean>();
  return (row) => {
    let table: DomNode | null = row;
    while (table && !(isElement(table) && table.name === 'table')) table = table.parent as DomNode | null;
    if (!table) return false;
    const isData =
      known.get(table) ??
      (measures.get(table)?.tables === 0 && !cellsOf(table).some((cell) => isPageLike(measures.get(cell))));
    known.set(table, isData);
    return isData;
  };
}

function cellsOf(table: DomNode): DomElement[] {
  const found: DomElement[] = [];
  for (const { node, leaving } of walk(table))
    if (!leaving && isElement(node) && CELLS.has(node.name)) found.push(node);
  return found;
}

const isPageLike = (cell: NodeMeasure | undefined): boolean =>
  cell !== undefined && (cell.han > 300 || (cell.prose > 20 && cell.blocks > 1));

/** The last characters of a block. */
const endOf = (pieces: readonly TextPiece[]): string =>
  pieces
    .slice(-TELLING)
    .map(({ part }) => part)
    .join('')
    .slice(-TELLING);

const newBlock = (): HtmlBlock => ({ pieces: [], level: null, bold: true, inArticle: false, inTitle: false });

/** Collects words into lines. */
class BlockWriter {
  readonly #blocks: HtmlBlock[] = [];
  #block = newBlock();
  /** White space that has been met and not been written: it never begins or ends a line. */
  #space = '';

  addText(pieces: readonly TextPiece[], frame: Frame): void {
    for (const { part, file } of pieces) {
      if (part === '\n') this.endLine();
      else if (file === null) this.addBlank(part);
      else this.#addWords(part, file, frame);
    }
  }

  addBlank(blank = ' '): void {
    this.#space ||= blank;
  }

  /** Those at the start of a line stay: they are empty cells. */
  addTabs(count: number): void {
    if (count > 0) this.#space = (this.#space.includes('\t') ? this.#space : '') + '\t'.repeat(count);
    else this.addBlank();
  }

  endLine(): void {
    if (this.#block.pieces.length > 0) this.#blocks.push(this.#block);
    this.#block = newBlock();
    this.#space = '';
  }

  finish(): HtmlBlock[] {
    this.endLine();
    return this.#blocks;
  }

  #addWords(part: string, file: number, frame: Frame): void {
    const block = this.#block;
    const raised = frame.raised ? raisedText(endOf(block.pieces), part) : part;
    if (raised === '') return;
    const isKept = block.pieces.length > 0 || this.#space.includes('\t');
    if (this.#space && isKept) block.pieces.push({ part: this.#space, file: null });
    this.#space = '';
    block.pieces.push({ part: raised, file });
    block.level = frame.level;
    block.bold &&= frame.bold;
    block.inArticle ||= frame.inArticle && !frame.dropped;
    block.inTitle ||= frame.inTitle;
  }
}
