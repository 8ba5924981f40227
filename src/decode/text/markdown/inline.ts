/** Signs within a line of markdown: escapes, code, links, emphasis. */
import type { EmphasisWords } from '../../../knowledge/boilerplate/table.ts';
import type { TextEdit } from '../../../text/rewrite.ts';
import { type DelimiterRun, emphasisRuns } from '../emphasis.ts';

const ESCAPED = /\\([!-/:-@[-`{-~])/y;
/** The address must look like one: 投资[待填](万元) is no link. Bounded, so that a line of brackets takes linear time. */
const LINK =
  /(!?\[)([^[\]\n]{0,300})(\]\((?:<[^<>\n]{0,500}>|(?=[^()\s]{0,500}[./#:@])[^()\s\u3000-\uffef]{1,500})(?:[ \t]+"[^"\n]{0,300}")?\))/y;
const REFERENCE = /(\[)([^[\]\n]{1,300})(\]\[[^[\]\n]{0,100}\])/y;
const FOOTNOTE = /\[\^[^[\]\s]{1,50}\]:?/y;
const AUTOLINK = /<((?:https?|mailto):[^<>\s]{1,1000})>/y;

/** Edits that leave out the signs of line[from, end). */
export function inlineEdits(line: string, from: number, end: number, words: EmphasisWords): TextEdit[] {
  const part = line.slice(from, end);
  const edits: TextEdit[] = [];
  const runs: DelimiterRun[] = [];
  const code = codeSpans(part);
  const linkEnds = new Map<number, number>();
  const signs = /[\\`*_~![\]<]/g;
  for (let sign = signs.exec(part); sign; sign = signs.exec(part)) {
    const at = sign.index;
    if (sign[0] === '`') signs.lastIndex = code.get(at) ?? at + 1;
    else if (sign[0] === '*' || sign[0] === '_' || sign[0] === '~') signs.lastIndex = addRun(part, at, runs);
    else signs.lastIndex = linkEnds.get(at) ?? addSigns(part, at, edits, linkEnds);
  }
  for (const { start, end: stop } of emphasisRuns(part, runs, words)) edits.push({ start, end: stop, text: '' });
  return edits
    .sort((a, b) => a.start - b.start)
    .map((edit) => ({ ...edit, start: from + edit.start, end: from + edit.end }));
}

/** Ends of code spans by their starts. Backticks stay: what they hold is shown to be code. */
function codeSpans(line: string): Map<number, number> {
  const spans = new Map<number, number>();
  const ticks = [...line.matchAll(/`+/g)];
  const next = new Map<number, number>();
  for (const { index, 0: run } of ticks.reverse()) {
    const end = index + run.length;
    spans.set(index, next.get(run.length) ?? end);
    next.set(run.length, end);
  }
  return spans;
}

function addRun(line: string, start: number, runs: DelimiterRun[]): number {
  let end = start + 1;
  while (line[end] === line[start]) end++;
  runs.push({ start, end });
  return end;
}

/** Escapes, links and notes at a place; returns where to go on. What a link says is looked into, its address (see `linkEnds`) is not. */
function addSigns(line: string, at: number, edits: TextEdit[], linkEnds: Map<number, number>): number {
  if (line[at] === '\\') return addEscape(line, at, edits);
  const autolink = matchAt(AUTOLINK, line, at);
  if (autolink) {
    const end = at + autolink[0].length;
    edits.push({ start: at, end: at + 1, text: '' }, { start: end - 1, end, text: '' });
    return end;
  }
  const footnote = matchAt(FOOTNOTE, line, at);
  if (footnote) {
    edits.push({ start: at, end: at + footnote[0].length, text: '' });
    return at + footnote[0].length;
  }
  const link = matchAt(LINK, line, at) ?? matchAt(REFERENCE, line, at);
  if (!link) return at + 1;
  const [whole, opening = '', , closing = ''] = link;
  const end = at + whole.length;
  edits.push({ start: at, end: at + opening.length, text: '' }, { start: end - closing.length, end, text: '' });
  linkEnds.set(end - closing.length, end);
  return at + opening.length;
}

function addEscape(line: string, at: number, edits: TextEdit[]): number {
  if (!matchAt(ESCAPED, line, at)) return at + 1;
  edits.push({ start: at, end: at + 1, text: '' });
  return at + 2;
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
