/** Lines of a text as its blocks are, with what tells whether they end where a paragraph does. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Block } from '../model/document.ts';
import { BLANKS_AND_TABS } from '../text/char-set.ts';
import { columnsIn, unitColumns } from './columns.ts';
import { type Evidence, type EvidenceRules, evidenceAt } from './evidence.ts';
import { endsInResidue } from './residue.ts';

export type Line = {
  /** Its place among the blocks. */
  index: number;
  /** Without the blanks at its ends. */
  start: number;
  end: number;
  /** So many blanks stand before it and after it. */
  indent: number;
  padding: number;
  /** A row of a table, in columns. */
  isRow: boolean;
  /** What the reader took for no part of the report. */
  isBoilerplate: boolean;
  /** So many columns from the line's beginning to its end, the blanks at the end of a row counted in. */
  columns: number;
  /** Ends without a sign that ends a statement; what a page adds behind it counts as none of the line. */
  isOpen: boolean;
  /** Holds the end of a statement, as no heading does, and goes on behind it. */
  isAmid: boolean;
};

/** Two lines that may be parts of one paragraph. Nothing but blanks and page furniture stands between them. */
export class Pair {
  readonly before: Line;
  readonly after: Line;
  /** A blank line stands between them. */
  readonly isApart: boolean;
  readonly #text: string;
  readonly #rules: EvidenceRules;
  #evidence: Evidence | null = null;
  #reach: number | null = null;

  constructor(text: string, before: Line, after: Line, rules: EvidenceRules) {
    this.before = before;
    this.after = after;
    this.isApart = text.indexOf('\n', before.end) !== text.lastIndexOf('\n', after.start);
    this.#text = text;
    this.#rules = rules;
  }

  get isOverFurniture(): boolean {
    return this.after.index > this.before.index + 1;
  }

  get evidence(): Evidence {
    this.#evidence ??= evidenceAt(this.#text, this.before.end, this.after.start, this.#rules);
    return this.#evidence;
  }

  /** So many columns the line would have if it held what the next begins with. */
  get reach(): number {
    this.#reach ??= this.before.columns + unitColumns(this.#text, this.after, this.#rules.punctuation);
    return this.#reach;
  }
}

/** A block that goes on in a later one; what stands between `start` and `end` is no part of the paragraph, which has `gap` there. */
export type Join = { before: number; after: number; start: number; end: number; gap: '' | ' ' };

/** Columns: a tab, a bar, or wide blanks, twice and more within a line, or once and at its end. */
const COLUMNS = /\t|\|.*\||\S(?:\u3000|[ \u3000]{2})[ \u3000]*\S.*\S(?:\u3000|[ \u3000]{2})/;
/** So much of a line shows them. */
export const SHOWING = 400;

/** A line that may be joined to others; null for a heading of the format's own. */
export function lineOf(
  text: string,
  { span: { start, end }, role }: Block,
  index: number,
  rules: Pick<RulePack, 'punctuation' | 'boilerplate'>,
): Line | null {
  const { punctuation } = rules;
  const isBoilerplate = role === 'boilerplate';
  if (role !== 'text' && !isBoilerplate) return null;
  const from = BLANKS_AND_TABS.startOfRun(text, start);
  const to = BLANKS_AND_TABS.endOfRun(text, end);
  const isLine = (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n');
  const lineEnd = text.indexOf('\n', start);
  const isWhole = lineEnd < 0 || lineEnd >= end;
  if (!isLine || !isWhole) return null;
  const isRow = COLUMNS.test(text.slice(start, Math.min(to, start + SHOWING)));
  const columns = columnsIn(text, from, isRow ? to : end);
  const isOpen = !endsStatement(text, end, punctuation) && !endsInResidue(text, start, end, rules);
  const isAmid = isOpen && punctuation.statementEnds.isIn(text, start, end);
  return { index, start, end, indent: start - from, padding: to - end, isRow, isBoilerplate, columns, isOpen, isAmid };
}

/** Holds a sign that no heading has. */
export const isSentence = (text: string, { start, end }: Line, { statementEnds, commas }: Punctuation): boolean =>
  statementEnds.isIn(text, start, end) || commas.isIn(text, start, end);

/** A closing mark belongs to the statement that it closes. */
function endsStatement(text: string, end: number, { statementEnds, colons, closers }: Punctuation): boolean {
  let last = end - 1;
  while (last > 0 && closers.at(text, last)) last--;
  return statementEnds.at(text, last) || colons.at(text, end - 1);
}
