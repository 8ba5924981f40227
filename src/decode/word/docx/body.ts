/**
 * The text of a .docx as a reader of the printed report sees it: changes as accepted, fields by their results, no hidden text, numbers of lists
 * where Word would print them. Tables row by row; text boxes after the paragraph that holds them; notes at the end.
 */

import { type Paragraph, paragraphOf } from '../../paragraphs.ts';
import { layoutCells } from '../../table-lines.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '../../xml.ts';
import { WordFields } from '../fields.ts';
import { docxMarkers } from './numbering.ts';
import type { DocxParts } from './package.ts';
import { listPlaceOf, settingOf } from './properties.ts';
import { inlineText } from './runs.ts';
import { type BodyState, chosen, DELETED } from './state.ts';
import { outlineOf, type ParagraphStyle, readStyles } from './styles.ts';

export function readBody(parts: DocxParts): Paragraph[] {
  const styles = readStyles(parts.styles);
  const state: BodyState = {
    styles,
    marker: docxMarkers(parts.numbering, styles),
    fields: new WordFields(),
    last: '',
    carried: '',
    boxes: [],
    notes: [],
    titled: false,
  };
  const paragraphs = blocksIn(childOf(parts.document, 'w:body'), state);
  return [...paragraphs, ...notesOf(parts, state)];
}

/** Paragraphs and tables of a body, a cell, a text box or a note. */
const blocksIn = (container: XmlElement | undefined, state: BodyState): Paragraph[] =>
  container ? elementsOf(container).flatMap((child) => blockOf(child, state)) : [];

function blockOf(element: XmlElement, state: BodyState): Paragraph[] {
  const { name } = element;
  if (name === 'w:p') return paragraphsOf(element, state);
  if (name === 'w:tbl') return tableOf(element, state);
  if (name === 'w:sdt') return contentControl(element, state);
  if (name === 'mc:AlternateContent') return blocksIn(chosen(element), state);
  return DELETED.has(name) ? [] : blocksIn(element, state);
}

/** A table of contents repeats the headings. */
function contentControl(control: XmlElement, state: BodyState): Paragraph[] {
  const gallery = childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj');
  const isContents = /contents|目录/i.test(settingOf(gallery, 'w:docPartGallery') ?? '');
  const found = blocksIn(childOf(control, 'w:sdtContent'), state);
  return isContents ? found.map((paragraph): Paragraph => ({ ...paragraph, role: 'boilerplate', level: null })) : found;
}

function paragraphsOf(element: XmlElement, state: BodyState): Paragraph[] {
  const properties = childOf(element, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  const style = state.styles(settingOf(properties, 'w:pStyle'));
  const outer = state.boxes;
  state.boxes = [];
  const text = state.carried + inlineText(element, style, state);
  state.fields.endParagraph();
  const boxes = state.boxes;
  state.boxes = outer;
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) {
    state.carried = text;
    return boxes.flatMap((box) => blocksIn(box, state));
  }
  state.carried = '';
  const own = { ...roleOf(properties, style, text, state), text: marked(text, properties, style, state) };
  return [own, ...boxes.flatMap((box) => blocksIn(box, state))];
}

/** Paragraphs without text are numbered too where Word prints their number: their text may be a picture. */
const marked = (
  text: string,
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  { marker }: BodyState,
): string => {
  const words = marker(listPlaceOf(properties), style);
  return /\S/.test(text) ? words + text.trimStart() : '';
};

function roleOf(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  text: string,
  state: BodyState,
): Pick<Paragraph, 'role' | 'level'> {
  if (style.isContents) return { role: 'boilerplate', level: null };
  const stated = outlineOf(properties);
  const level = stated === undefined ? style.outline : stated;
  if (style.isTitle && !state.titled && /\S/.test(text)) {
    state.titled = true;
    return { role: 'title', level: null };
  }
  return level === null ? { role: 'text', level } : { role: 'heading', level };
}

function tableOf(table: XmlElement, state: BodyState): Paragraph[] {
  const rows = rowsOf(table).map((row) => [
    ...emptyCells(spanOf(childOf(row, 'w:trPr'), 'w:gridBefore', 0)),
    ...cellsOf(row).flatMap((cell) => [
      cellParagraphs(cell, state),
      // What is merged over several columns stands in the first of them.
      ...emptyCells(spanOf(childOf(cell, 'w:tcPr'), 'w:gridSpan', 1) - 1),
    ]),
  ]);
  return layoutCells(rows, hasTable(table));
}

/** No table of a printed page has more columns. */
const MOST_COLUMNS = 64;

function spanOf(properties: XmlElement | undefined, name: string, fallback: number): number {
  const columns = Number(settingOf(properties, name) ?? fallback);
  return Number.isInteger(columns) && columns <= MOST_COLUMNS ? columns : fallback;
}

const emptyCells = (count: number): Paragraph[][] => Array.from({ length: Math.max(0, count) }, () => []);

/** Rows and cells may stand in content controls and custom XML. */
function rowsOf(container: XmlElement): XmlElement[] {
  return elementsOf(container).flatMap((child) => {
    if (child.name === 'w:tr') return childOf(childOf(child, 'w:trPr'), 'w:del') ? [] : [child];
    return ['w:tblPr', 'w:tblGrid'].includes(child.name) ? [] : rowsOf(child);
  });
}

function cellsOf(container: XmlElement): XmlElement[] {
  return elementsOf(container).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name) ? cellsOf(child) : [];
  });
}

/** What was in a cell before it was merged into the one above is not printed. */
function cellParagraphs(cell: XmlElement, state: BodyState): Paragraph[] {
  const merge = childOf(childOf(cell, 'w:tcPr'), 'w:vMerge');
  const isContinued = merge !== undefined && (merge.attributes['val'] ?? 'continue') === 'continue';
  const paragraphs = blocksIn(cell, state);
  return isContinued ? [] : paragraphs.filter(({ text }) => /\S/.test(text));
}

const hasTable = (table: XmlElement): boolean =>
  rowsOf(table).some((row) => cellsOf(row).some((cell) => childrenOf(cell, 'w:tbl').length > 0));

/** Each note once, with the same words that stand under the page. */
function notesOf(parts: DocxParts, state: BodyState): Paragraph[] {
  const byId = {
    footnotes: notesById(parts.footnotes, 'w:footnote'),
    endnotes: notesById(parts.endnotes, 'w:endnote'),
  };
  const seen = new Set<XmlElement>();
  const found: Paragraph[] = [];
  // Notes may refer to notes: the list may grow.
  for (const { part, id } of state.notes) {
    const note = byId[part].get(id);
    if (!note || seen.has(note)) continue;
    seen.add(note);
    for (const { text } of blocksIn(note, state)) found.push(paragraphOf(text));
  }
  return found;
}

const notesById = (part: XmlElement | undefined, name: string): Map<string, XmlElement> =>
  new Map(childrenOf(part, name).map((note) => [note.attributes['id'] ?? '', note]));
