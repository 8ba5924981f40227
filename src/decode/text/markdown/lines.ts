/** Signs of markdown that belong to whole lines: headings, bullets, quotes, rules, fences, tables. */
import type { Boilerplate } from '../../../knowledge/boilerplate/table.ts';
import type { TextEdit } from '../../../text/rewrite.ts';
import type { LineKind } from '../lines.ts';
import { inlineEdits } from './inline.ts';

type MarkdownLine = { start: number; end: number };

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)/;
/** Fences around text, as programs that write markdown put them. */
const TEXT_FENCE = /^(?:markdown|md|text|txt|plain)$/i;
const RULE = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const HEADING = /^ {0,3}(?:(#)[ \t]+|(#{2,6})[ \t]*(?=[^#\s]))/;
const PREFIX = /^(?:[ \t]*>){0,20}[ \t]*(?:[-+*][ \t]+(?:\[[ xX]\][ \t]+)?)?/;
const LINK_DEFINITION = /^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*(?=\S{0,999}[/#.])\S{1,2000}[ \t]*(?:"[^"\n]*")?$/;
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
/** A longer line over `---` is a paragraph over a rule. */
const LONGEST_HEADING = 60;

/** A longer line is no sign of markdown; V8's stack does not hold the steps of these patterns on a line without end. */
const LONGEST_SIGN = 1000;

const isSign = (pattern: RegExp, line: string): boolean => line.length <= LONGEST_SIGN && pattern.test(line);

const TEXT: LineKind = { role: 'text', level: null };
const CODE: LineKind = { role: 'boilerplate', level: null };

/** Every line from `from` on: what leaves it, and what it is. */
export function readLines(
  text: string,
  from: number,
  boilerplate: Boilerplate,
): { edits: TextEdit[]; kinds: LineKind[] } {
  const lines = linesOf(text, from);
  const fences = fencesOf(text, lines);
  const edits: TextEdit[] = [];
  const kinds: LineKind[] = [];
  let titled = false;
  let inTable = false;
  for (const [i, { start, end }] of lines.entries()) {
    const fence = fences.get(i);
    if (fence) {
      if (fence === 'fence') edits.push({ start, end, text: '' });
      kinds.push(CODE);
      continue;
    }
    const line = text.slice(start, end);
    const [before, after] = [lineAt(text, lines[i - 1]), lineAt(text, lines[i + 1])];
    const level = headingLevel(line, after);
    const kind: LineKind = level === null ? TEXT : headingKind(level, titled);
    titled ||= kind.role === 'title';
    inTable = isTableLine(line, after, inTable);
    const lineEdits = inTable ? tableEdits(line, boilerplate) : textEdits(line, before, boilerplate);
    for (const edit of lineEdits) edits.push({ ...edit, start: start + edit.start, end: start + edit.end });
    kinds.push(level === null && isBoldAlone(line, lineEdits) ? { role: 'heading', level: null } : kind);
  }
  return { edits, kinds };
}

/** The lines of fences and of the code within. A fence that is never closed is none: all that follows would be lost. */
function fencesOf(text: string, lines: readonly MarkdownLine[]): Map<number, 'fence' | 'code'> {
  const found = new Map<number, 'fence' | 'code'>();
  let open: { line: number; marks: string; isText: boolean } | null = null;
  for (const [i, { start, end }] of lines.entries()) {
    const [, marks, info = ''] = FENCE.exec(text.slice(start, Math.min(end, start + 100))) ?? [];
    if (!marks) continue;
    if (open === null) {
      open = { line: i, marks, isText: TEXT_FENCE.test(info) };
    } else if (info === '' && marks.startsWith(open.marks)) {
      found.set(open.line, 'fence').set(i, 'fence');
      for (let inside = open.line + 1; inside < i && !open.isText; inside++) found.set(inside, 'code');
      open = null;
    }
  }
  return found;
}

function linesOf(text: string, from: number): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  for (let start = from; ; ) {
    const end = text.indexOf('\n', start);
    lines.push({ start, end: end < 0 ? text.length : end });
    if (end < 0) return lines;
    start = end + 1;
  }
}

const lineAt = (text: string, line: MarkdownLine | undefined): string => (line ? text.slice(line.start, line.end) : '');

const headingKind = (level: number, titled: boolean): LineKind =>
  level === 1 && !titled ? { role: 'title', level } : { role: 'heading', level };

/** `# 标题`, `##标题`, or a short line over === or ---. */
function headingLevel(line: string, next: string): number | null {
  const [, one, more] = HEADING.exec(line) ?? [];
  const marks = one ?? more;
  if (marks) return marks.length;
  return isUnderlined(line, next) ? (next.includes('=') ? 1 : 2) : null;
}

const isUnderlined = (line: string, underline: string): boolean =>
  isSign(UNDERLINE, underline) &&
  /\S/.test(line) &&
  line.length <= LONGEST_HEADING &&
  !/[。；]$|^\s*[|>#]/.test(line) &&
  !RULE.test(line);

/** Two signs at its start and two at its end, and nothing else left out: a line of bold type, which stands for a heading. */
function isBoldAlone(line: string, edits: readonly TextEdit[]): boolean {
  const [first, last] = edits;
  if (edits.length !== 2 || !first || !last) return false;
  const isBold = ({ start, end }: TextEdit): boolean => /^[*_]{2,3}$/.test(line.slice(start, end));
  return isBold(first) && isBold(last) && first.start === 0 && last.end === line.trimEnd().length;
}

function textEdits(line: string, previous: string, boilerplate: Boilerplate): TextEdit[] {
  const whole: TextEdit[] = [{ start: 0, end: line.length, text: '' }];
  if (isSign(RULE, line) || isSign(LINK_DEFINITION, line) || isUnderlined(previous, line)) return whole;
  const heading = HEADING.exec(line)?.[0];
  const start = (heading ?? PREFIX.exec(line)?.[0] ?? '').length;
  const end = heading ? headingEnd(line, start) : line.length;
  return [...cut(0, start), ...inlineEdits(line, start, end, boilerplate.emphasis), ...cut(end, line.length)];
}

/** Where the words of a heading end: before white space and closing signs (`## 标题 ##`). */
function headingEnd(line: string, start: number): number {
  const trimmed = line.trimEnd();
  let end = trimmed.length;
  while (end > start && line[end - 1] === '#') end--;
  const closes = end === start || /\s/.test(line.charAt(end - 1));
  return Math.max(start, closes ? line.slice(0, end).trimEnd().length : trimmed.length);
}

const cut = (start: number, end: number): TextEdit[] => (start < end ? [{ start, end, text: '' }] : []);

/** A table's lines begin with a bar, or follow on a head with a rule under it, and all have bars. */
const isTableLine = (line: string, after: string, inTable: boolean): boolean =>
  line.includes('|') && (inTable || line.trimStart().startsWith('|') || isTableRule(line) || isTableRule(after));

const isTableRule = (line: string): boolean => line.includes('|') && isSign(TABLE_RULE, line.trim());

/** Cells are parted by a tab; bars at the ends and the rule under the head go. */
function tableEdits(line: string, boilerplate: Boilerplate): TextEdit[] {
  if (isTableRule(line)) return cut(0, line.length);
  const edits: TextEdit[] = [];
  let from = 0;
  for (let bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', bar + 1)) {
    if (line[bar - 1] === '\\') continue;
    const [start, end] = [blanksBefore(line, bar, from), blanksAfter(line, bar + 1)];
    for (const edit of inlineEdits(line, from, start, boilerplate.emphasis)) edits.push(edit);
    edits.push({ start, end, text: start === 0 || end === line.length ? '' : '\t' });
    from = end;
  }
  return [...edits, ...inlineEdits(line, from, line.length, boilerplate.emphasis)];
}

function blanksBefore(line: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && isBlank(line[start - 1])) start--;
  return start;
}

function blanksAfter(line: string, at: number): number {
  let end = at;
  while (isBlank(line[end])) end++;
  return end;
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';
