/** Paragraphs and rows of tables as they come, for formats that mark their ends: .doc and .rtf. */

import { type Paragraph, paragraphOf } from '../paragraphs.ts';
import { layoutCells } from '../table-lines.ts';

export class Flow {
  readonly #paragraphs: Paragraph[] = [];
  #cell: Paragraph[] = [];
  #row: Paragraph[][] = [];
  #rows: Paragraph[][][] = [];

  /** Ends a paragraph; one in a table belongs to the cell that is open. */
  endParagraph(paragraph: Paragraph, inTable: boolean): void {
    const isBlank = !/\S/.test(paragraph.text);
    if (inTable || this.#row.length > 0) {
      if (!isBlank) this.#cell.push(paragraph);
      return;
    }
    this.#endTable();
    if (!isBlank) this.#paragraphs.push(paragraph);
  }

  endCell(text: string): void {
    if (/\S/.test(text)) this.#cell.push(paragraphOf(text));
    this.#row.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    if (this.#row.length > 0) this.#rows.push(this.#row);
    this.#row = [];
  }

  finish(): Paragraph[] {
    this.#endTable();
    return this.#paragraphs;
  }

  #endTable(): void {
    this.endRow();
    if (this.#cell.length > 0) this.#rows.push([this.#cell]);
    this.#cell = [];
    for (const paragraph of layoutCells(this.#rows)) this.#paragraphs.push(paragraph);
    this.#rows = [];
  }
}
