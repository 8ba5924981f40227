/** Cells of a sheet as XML. */
import type { GridCell, GridColumn } from '../../model/grid.ts';
import type { Font, StyleTable } from './styles.ts';
import { cutText, escapeXml, textXml } from './text.ts';

/** What Excel takes in a sheet. */
const MOST_LINKS = 65_530;

/** A value in a format of its own, by which it is `shown`, or one that leads to another cell (`'long'!A2`). */
export type StyledCell = { value: GridCell; format?: string; shown?: string; font?: Font; link?: string };

export type SheetCell = GridCell | StyledCell;

const plainOf = (cell: SheetCell): GridCell => (isStyled(cell) ? cell.value : cell);

/** What a reader sees, so far as it tells how wide the cell is. */
export const shownText = (cell: SheetCell): string =>
  (isStyled(cell) ? cell.shown : undefined) ?? String(plainOf(cell) ?? '');

const isStyled = (cell: SheetCell): cell is StyledCell => typeof cell === 'object' && cell !== null;

/** What a workbook could not hold: texts that were cut, with the place of the first, and links that were left out. */
export type Losses = { cut: number; firstCut: string | null; unlinked: number };

export type CellWriter = { xml: (cell: SheetCell, column: number, row: number) => string; linksXml: () => string };

/** Of one sheet. `losses` are added to. */
export function cellWriter(
  { name, columns }: { name: string; columns: readonly GridColumn[] },
  styles: StyleTable,
  losses: Losses,
): CellWriter {
  const letters = columns.map((_, i) => columnLetters(i));
  const formats = columns.map(formatOf);
  const usual = formats.map((format) => styles.idOf({ format, font: 'plain' }));
  const links: string[] = [];

  const link = (place: string, to: string) => {
    if (links.length < MOST_LINKS) links.push(`<hyperlink ref="${place}" location="${escapeXml(to)}"/>`);
    else losses.unlinked++;
  };
  const fitting = (text: string, place: string): string => {
    const cut = cutText(text);
    if (cut === null) return text;
    losses.cut++;
    losses.firstCut ??= `${name}!${place}`;
    return cut;
  };
  const styleOf = (cell: SheetCell, column: number): number | undefined => {
    if (!isStyled(cell)) return usual[column];
    const { format = formats[column] ?? 'General', link, font = link === undefined ? 'plain' : 'link' } = cell;
    return styles.idOf({ format, font });
  };

  return {
    xml: (cell, column, row) => {
      const value = plainOf(cell);
      if (value === null) return '';
      const place = `${letters[column]}${row}`;
      if (isStyled(cell) && cell.link !== undefined) link(place, cell.link);
      const attributes = `r="${place}" s="${styleOf(cell, column)}"`;
      return valueXml(attributes, typeof value === 'string' ? fitting(value, place) : value);
    },
    linksXml: () => (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''),
  };
}

/** Text in its own place, not in a list of all texts that would have to be kept. */
function valueXml(attributes: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return `<c ${attributes} t="b"><v>${Number(value)}</v></c>`;
  if (Number.isFinite(value)) return `<c ${attributes}><v>${value}</v></c>`;
  return `<c ${attributes} t="inlineStr"><is>${textXml(String(value))}</is></c>`;
}

function formatOf({ type }: GridColumn): string {
  if (type === 'text') return '@';
  return type === 'integer' ? '0' : 'General';
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
