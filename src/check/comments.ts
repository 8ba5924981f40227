/** `<!-- gaige-ignore -->` in markdown and HTML: lets pass what stands in its paragraph, or in the next where it stands by itself. */
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { PLACEHOLDER_KINDS, type PlaceholderKind } from '../model/vocabulary.ts';
import { fileOffsetAt, positionAtFile } from '../text/positions.ts';
import { lastAtMost } from '../text/sorted.ts';

export type IgnoreComment = {
  /** Of the file, 1-based. */
  line: number;
  /** What it lets pass: stretches of the report's text. */
  span: Span;
  /** Null for all kinds. */
  kinds: readonly PlaceholderKind[] | null;
};

/** What may stand between the end of a paragraph's text and a comment that belongs to it, in the formats that have comments. */
const SAME_PARAGRAPH: ReadonlyMap<string, RegExp> = new Map([
  ['md', /^[^\n]*$/],
  ['html', /^(?:[^<]|<\/?(?:a|b|strong|em|i|u|s|span|font|sup|sub|mark|small|big)\b[^>]*>)*$/i],
]);

/** Kinds may be named; whatever else is said is a reason. */
const COMMENT = /<!--\s{0,99}gaige-ignore(?![\w-])([^>]{0,500}?)-->/g;

/** Whether the bytes of a file may hold such a comment, in whatever encoding. */
export const mayHoldComments = (format: string, bytes: Uint8Array): boolean =>
  SAME_PARAGRAPH.has(format) && ['latin1', 'utf16le'].some((encoding) => holds(bytes, encoding as BufferEncoding));

const holds = (bytes: Uint8Array, encoding: BufferEncoding): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('gaige-ignore', encoding));

/** `file` is the decoded file, which the document's positions refer to. */
export function ignoreComments(file: string, document: Document): IgnoreComment[] {
  return [...file.matchAll(COMMENT)].flatMap(({ index, 1: words = '' }) => {
    const span = governed(file, index, document);
    const kinds = PLACEHOLDER_KINDS.filter((kind) => new RegExp(`\\b${kind}\\b`).test(words));
    const { line } = positionAtFile(document.positions, index);
    return [{ line, span: span ?? { start: 0, end: 0 }, kinds: kinds.length > 0 ? kinds : null }];
  });
}

function governed(file: string, at: number, { blocks, positions, format }: Document): Span | null {
  const startOf = ({ span }: { span: Span }) => fileOffsetAt(positions, span.start);
  const index = lastAtMost(blocks, at, startOf);
  const block = blocks[index];
  if (block) {
    const end = fileOffsetAt(positions, block.span.end - 1) + 1;
    if (at < end || SAME_PARAGRAPH.get(format)?.test(file.slice(end, at).slice(0, 1000))) return block.span;
  }
  return blocks[index + 1]?.span ?? null;
}
