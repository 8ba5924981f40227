/** The text of a report as paragraphs and headings: stretches that together are all of it. */
import type { Section } from '../../../model/record.ts';

export type TextBlock = {
  start: number;
  end: number;
  /** `row`: a line of cells parted by tabs. `run-in`: a heading and the text that goes on behind it. */
  kind: 'title' | 'heading' | 'run-in' | 'text' | 'row';
  /** The section that begins here, and where its title ends. */
  section: Section | null;
  titleEnd: number;
  /** Of its section, 1 for one that is in no other. */
  depth: number;
};

/** Longer paragraphs are shown as several, lest a browser lay out a megabyte at once. */
const LONGEST = 3000;

export function blocksOf(text: string, sections: readonly Section[], title: string | null): TextBlock[] {
  const blocks: TextBlock[] = [];
  const depths = new Map<string, number>();
  let at = 0;
  for (const [i, section] of sections.entries()) {
    const { span, titleSpan, parent } = section;
    const depth = 1 + (depths.get(parent ?? '') ?? 0);
    depths.set(section.id, depth);
    const start = Math.max(at, span.start);
    pushLines(blocks, text, at, start, title);
    at = start;
    if (titleSpan.end <= at) continue;
    const end = headingEnd(text, titleSpan.end);
    if (end !== null) {
      blocks.push({ start: at, end, kind: 'heading', section, titleEnd: titleSpan.end, depth });
      at = end;
    } else {
      const lineEnd = Math.min(endOfLine(text, titleSpan.end), sections[i + 1]?.span.start ?? text.length);
      const stop = Math.min(lineEnd, cutAfter(text, titleSpan.end, lineEnd));
      blocks.push({ start: at, end: stop, kind: 'run-in', section, titleEnd: titleSpan.end, depth });
      at = stop;
    }
  }
  pushLines(blocks, text, at, text.length, title);
  return blocks;
}

/** Of a heading that has its line, or a blank, behind it; null where the text goes on. */
function headingEnd(text: string, titleEnd: number): number | null {
  const rest = /^[。.：:；;]?[^\S\n]*(?:\n+|$|(?<=\s))/.exec(text.slice(titleEnd, titleEnd + 200));
  return rest ? titleEnd + rest[0].length : null;
}

/** With all line breaks that follow. */
function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  let end = newline + 1;
  while (text[end] === '\n') end++;
  return end;
}

function pushLines(blocks: TextBlock[], text: string, from: number, to: number, title: string | null): void {
  let at = from;
  while (at < to) {
    const end = Math.min(to, endOfLine(text, at));
    const stop = cutAfter(text, at, end);
    const kind = kindOf(text.slice(at, Math.min(stop, at + 400)), title, at);
    blocks.push({ start: at, end: stop, kind, section: null, titleEnd: at, depth: 1 });
    at = stop;
  }
}

/** A title is looked for where titles stand. */
const TITLE_WITHIN = 1000;

function kindOf(line: string, title: string | null, at: number): TextBlock['kind'] {
  if (title !== null && at < TITLE_WITHIN && line.trim() === title) return 'title';
  return line.trim().includes('\t') ? 'row' : 'text';
}

/** A line that holds so much may be a text whose line breaks were lost. */
const MANY = 400;

/** In such a text a blank behind a sentence is what is left of a line break. */
function lostBreak(text: string, from: number, end: number): number | null {
  if (end - from <= MANY) return null;
  const found = /[。！？；][^\S\n]+(?=\S)/.exec(text.slice(from, Math.min(end, from + LONGEST)));
  return found ? from + found.index + found[0].length : null;
}

/** The end of a paragraph, or of a sentence of one that is too long. */
function cutAfter(text: string, from: number, end: number): number {
  const lost = lostBreak(text, from, end);
  if (lost !== null) return lost;
  if (end - from <= LONGEST) return end;
  const stretch = text.slice(from, from + LONGEST);
  const sentence = Math.max(...['。', '；', '！', '？', '\t', ' '].map((mark) => stretch.lastIndexOf(mark)));
  if (sentence > LONGEST / 2) return from + sentence + 1;
  const last = stretch.charCodeAt(LONGEST - 1);
  const splitsPair = last >= 0xd800 && last < 0xdc00;
  return from + LONGEST - (splitsPair ? 1 : 0);
}
