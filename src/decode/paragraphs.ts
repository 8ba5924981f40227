/** From paragraphs, as documents have them, to the text and blocks of a report: what the readers of .docx, .doc, .rtf, .pdf and .ofd end with. */

import type { Boilerplate } from '../knowledge/boilerplate/table.ts';
import type { Block, BlockRole } from '../model/document.ts';
import { ordinaryText } from './document.ts';
import { type LineKind, lineBlocks } from './text/lines.ts';

export type Paragraph = {
  /** A \n within is a line break that the author set. */
  text: string;
  role: BlockRole;
  level: number | null;
  /** A row of a table: tabs at its start are empty cells. */
  isRow?: true;
};

export const paragraphOf = (text: string): Paragraph => ({ text, role: 'text', level: null });

/** A longer paragraph is text, whatever its style says. */
const LONGEST_HEADING = 100;

/** One line for each paragraph that is not blank. */
export function joinParagraphs(
  paragraphs: readonly Paragraph[],
  boilerplate: Boilerplate,
): { text: string; blocks: Block[] } {
  const lines: string[] = [];
  const kinds: LineKind[] = [];
  for (const { text, role, level, isRow } of paragraphs) {
    for (const line of ordinaryText(text).split('\n')) {
      const words = isRow && line.trim() ? line.trimEnd() : line.trim();
      if (!words) continue;
      lines.push(words);
      const isLong = role === 'heading' && words.length > LONGEST_HEADING;
      kinds.push(isLong ? { role: 'text', level: null } : { role, level });
    }
  }
  const text = lines.join('\n');
  return { text, blocks: lineBlocks(text, boilerplate, kinds) };
}

/** So many lines at the start may hold the title. */
const HEAD_LINES = 12;

const fold = (words: string): string => words.replace(/\s+/g, '');

/**
 * The title that a file's properties state, where the text begins with the same words; properties are mostly left over from the file
 * that was copied, or name the program.
 */
export function confirmedTitle(stated: string | undefined, text: string): string | null {
  const wanted = fold(stated ?? '');
  if (wanted.length < 4) return null;
  const lines = text.split('\n', HEAD_LINES);
  for (const [i, line] of lines.entries()) {
    if (fold(line) === wanted) return line;
    // A long title stands on two lines.
    const both = line + (lines[i + 1] ?? '');
    if (fold(both) === wanted) return both;
  }
  return null;
}
