/**
 * Remains of web pages in plain text: comments, entities, `<U+00A0>` (how R prints a character it cannot show), and tags where a file plainly
 * has tags. Everything else stays as it is. One pass; every search is bounded or remembered, so that the time is linear.
 */
import type { TextEdit } from '../../text/rewrite.ts';

/** HTML's own element names; `<待填>` and `<XX>` are none. */
const NAMES =
  'a|abbr|article|aside|b|big|blockquote|body|br|button|center|code|col|colgroup|dd|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|' +
  'head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|noscript|ol|option|p|pre|script|section|select|small|span|strike|strong|style|' +
  'sub|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|video';
/** Bounded: V8 keeps a stack of every step of a greedy repetition. */
const TAG = new RegExp(`<(/?)(${NAMES})(?:\\s[^<>]{0,100000})?/?>`, 'iy');
const PLAINLY_TAGGED = new RegExp(`</(?:${NAMES})>|<(?:br|hr|p)\\s{0,4}/?>`, 'i');
const BREAKS_LINE =
  /^(?:article|aside|blockquote|body|br|center|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/i;
const PARTS_CELLS = /^t[dh]$/i;
const COMMENT_END = /-->/g;
/** Elements whose content is no text, with their ends. */
const CODE_ENDS = new Map([
  ['script', /<\/script\s{0,9}>/gi],
  ['style', /<\/style\s{0,9}>/gi],
]);

const TOKEN = /<U\+([0-9A-F]{4,6})>/iy;
/** Entities may be encoded twice: &amp;nbsp; */
const ENTITY = /&(?:amp;){0,3}(?:#x([0-9a-f]{1,6});|#([0-9]{1,7});|([a-z]{2,6}[0-9]?);|nbsp)/iy;

const NAMED = new Map(
  Object.entries({
    nbsp: ' ',
    ensp: ' ',
    emsp: '　',
    thinsp: ' ',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    laquo: '«',
    raquo: '»',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    middot: '·',
    bull: '•',
    times: '×',
    divide: '÷',
    plusmn: '±',
    permil: '‰',
    deg: '°',
    sup2: '²',
    sup3: '³',
    yen: '¥',
    copy: '©',
    reg: '®',
    trade: '™',
    sect: '§',
    le: '≤',
    ge: '≥',
    ne: '≠',
  }),
);

/** Edits that remove or decode markup left in plain text. */
export function* markupEdits(text: string): Generator<TextEdit> {
  const tagged = PLAINLY_TAGGED.test(text);
  const endOf = forwardSearch(text);
  const signs = /[<&]/g;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    const at = sign.index;
    const edit = sign[0] === '&' ? entityAt(text, at) : angleAt(text, at, tagged, endOf);
    if (!edit) continue;
    yield edit;
    signs.lastIndex = edit.end;
  }
}

/** Edits that decode `<U+00A0>` alone: to an HTML parser it is an element. */
export function* tokenEdits(text: string): Generator<TextEdit> {
  for (let at = text.indexOf('<U+'); at >= 0; at = text.indexOf('<U+', at + 3)) {
    const edit = tokenAt(text, at);
    if (edit) yield edit;
  }
}

/** End of the next match at or after `from`, or -1. */
type EndSearch = (pattern: RegExp, from: number) => number;

/**
 * A search for places that only go forward: a match is remembered until it is passed, and what is not there is looked for once. A file of nothing
 * but `<!--` would else take quadratic time.
 */
function forwardSearch(text: string): EndSearch {
  const known = new Map<RegExp, { start: number; end: number } | null>();
  return (pattern, from) => {
    let match = known.get(pattern);
    if (match === undefined || (match && match.start < from)) {
      pattern.lastIndex = from;
      const found = pattern.exec(text);
      match = found && { start: found.index, end: pattern.lastIndex };
      known.set(pattern, match);
    }
    return match?.end ?? -1;
  };
}

const angleAt = (text: string, start: number, tagged: boolean, endOf: EndSearch): TextEdit | null =>
  commentAt(text, start, endOf) ?? tokenAt(text, start) ?? (tagged ? tagAt(text, start, endOf) : null);

/** A comment; one without an end is kept: what follows may be the report. */
function commentAt(text: string, start: number, endOf: EndSearch): TextEdit | null {
  if (!text.startsWith('<!--', start)) return null;
  const end = endOf(COMMENT_END, start + 4);
  return end < 0 ? null : { start, end, text: '' };
}

function tokenAt(text: string, start: number): TextEdit | null {
  TOKEN.lastIndex = start;
  const hex = TOKEN.exec(text)?.[1];
  const char = hex === undefined ? null : characterOf(Number.parseInt(hex, 16));
  return char === null ? null : { start, end: TOKEN.lastIndex, text: char };
}

function entityAt(text: string, start: number): TextEdit | null {
  ENTITY.lastIndex = start;
  const match = ENTITY.exec(text);
  if (!match) return null;
  const char = entityCharacter(match[1], match[2], match[3] ?? 'nbsp');
  return char === null ? null : { start, end: ENTITY.lastIndex, text: char };
}

function entityCharacter(hex: string | undefined, decimal: string | undefined, name: string): string | null {
  if (hex) return characterOf(Number.parseInt(hex, 16));
  if (decimal) return characterOf(Number.parseInt(decimal, 10));
  return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? null;
}

/** Null for what is no character: surrogates, controls, numbers beyond Unicode. A no-break space becomes a plain one. */
function characterOf(code: number): string | null {
  if (code === 0xa0) return ' ';
  if ((code < 0x20 && code !== 9 && code !== 10) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}

function tagAt(text: string, start: number, endOf: EndSearch): TextEdit | null {
  TAG.lastIndex = start;
  const match = TAG.exec(text);
  if (!match) return null;
  const [, slash, name = ''] = match;
  const end = TAG.lastIndex;
  const codeEnd = slash ? undefined : CODE_ENDS.get(name.toLowerCase());
  if (codeEnd) return { start, end: Math.max(end, endOf(codeEnd, end)), text: '' };
  if (BREAKS_LINE.test(name)) return { start, end, text: '\n' };
  return { start, end, text: slash && PARTS_CELLS.test(name) ? '\t' : '' };
}
