/** The words of a text node, and where in the source they stand. */
import { load } from 'cheerio';
import { piecesOf, type Rewritten, rewrite, type TextEdit } from '../../text/rewrite.ts';
import { ordinaryText } from '../document.ts';
import type { DomText } from './dom.ts';

/** Words, one blank, or the end of a line of preformatted text. `file` is null for what is not in the source as it stands. */
export type TextPiece = { part: string; file: number | null };

export type TextReader = (node: DomText, preformatted: boolean) => TextPiece[];

const WORDS_OR_WHITE = /\s+|\S+/g;
/** Han, kana, full-width signs: scripts that put no blank between words. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffef“”‘’—…]/;
const ENTITY = /&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?/g;

/** Reads text nodes of a page whose source is `html`. */
export function textReader(html: string): TextReader {
  const decodeEntity = entityDecoder();
  return (node, preformatted) => {
    const located = locate(node, html, decodeEntity);
    const { text } = located;
    return [...text.matchAll(WORDS_OR_WHITE)].flatMap(({ 0: part, index }) =>
      /\S/.test(part)
        ? [...piecesOf(located, index, index + part.length)]
        : whitePieces(text, index, part, preformatted),
    );
  };
}

/** White space is one blank, but none where a line of the source is broken between two Han characters: that is how the source was wrapped. */
function whitePieces(text: string, start: number, white: string, preformatted: boolean): TextPiece[] {
  const newLine = white.includes('\n');
  if (preformatted && newLine) return [{ part: '\n', file: null }];
  const [before = ' ', after = ' '] = [text[start - 1], text[start + white.length]];
  if (newLine && WIDE.test(before) && WIDE.test(after)) return [];
  return [{ part: white.includes('\u3000') ? '\u3000' : ' ', file: null }];
}

type EntityDecoder = (entity: string) => string;

/** A node's text with its way back to the source. Where an entity shifts it, a new run begins. */
function locate({ data, sourceCodeLocation: place }: DomText, html: string, decodeEntity: EntityDecoder): Rewritten {
  const { startOffset: start, endOffset: end } = place ?? { startOffset: 0, endOffset: 0 };
  const source = html.slice(start, end);
  const found =
    locateIn(source, start, data, decodeEntity) ??
    locateIn(lead(html, start) + source, start - lead(html, start).length, data, decodeEntity);
  // Words count more than their place.
  return found ?? { text: ordinaryText(data), runs: { text: [0], file: [start] } };
}

function locateIn(source: string, start: number, data: string, decodeEntity: EntityDecoder): Rewritten | null {
  const decoded = rewrite(source, entityEdits(source, decodeEntity));
  // The parser makes one node of the text on both sides of a stray end tag, or of what it moves out of a table.
  const { text, runs } = decoded.text === data ? decoded : rewrite(source, alignedEdits(source, data, decodeEntity));
  if (text !== data) return null;
  return { text: ordinaryText(text), runs: { text: runs.text, file: runs.file.map((offset) => offset + start) } };
}

const LONGEST_ENTITY = 34;

/** After white space that means nothing, parse5 puts the start of a text behind its first character or entity: what may stand before. */
function lead(html: string, start: number): string {
  const before = html.slice(Math.max(0, start - LONGEST_ENTITY), start);
  return before.slice(before.lastIndexOf('>') + 1);
}

function* entityEdits(source: string, decodeEntity: EntityDecoder): Generator<TextEdit> {
  if (!source.includes('&')) return;
  for (const { 0: entity, index } of source.matchAll(ENTITY)) {
    yield { start: index, end: index + entity.length, text: decodeEntity(entity) };
  }
}

/** What the parser itself makes of an entity; a page has few different ones. */
function entityDecoder(): EntityDecoder {
  const known = new Map<string, string>();
  return (entity) => {
    const text = known.get(entity) ?? load(entity, null, false).root().text();
    known.set(entity, text);
    return text;
  };
}

/** What a parser takes for a tag or a comment; any other < is text. */
const TAG_START = /<[a-zA-Z/!?]/y;

/** Edits that leave of the source only what is in `data`, in order: tags go, and entities are decoded. */
function* alignedEdits(source: string, data: string, decodeEntity: EntityDecoder): Generator<TextEdit> {
  const entity = new RegExp(ENTITY.source, 'y');
  let at = 0;
  for (let seen = 0; seen < data.length && at < source.length; ) {
    const tag = matchAt(TAG_START, source, at);
    const found = tag ? null : matchAt(entity, source, at);
    const decoded = found === null ? source.charAt(at) : decodeEntity(found);
    if (!tag && data.startsWith(decoded, seen)) {
      if (found !== null) yield { start: at, end: at + found.length, text: decoded };
      seen += decoded.length;
      at += found?.length ?? 1;
      continue;
    }
    const end = tag ? source.indexOf('>', at) + 1 : at + 1;
    if (end === 0) break;
    yield { start: at, end, text: '' };
    at = end;
  }
  yield { start: at, end: source.length, text: '' };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
