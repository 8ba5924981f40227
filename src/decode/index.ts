/** Bytes → documents: the text that spans refer to, its blocks, and the way back to the file. */
import type { Document, InputFailure, Source } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import { zip } from './container/zip.ts';
import { makeDocument } from './document.ts';
import { html } from './html/index.ts';
import { mht } from './html/mht.ts';
import { ofd } from './page/ofd/index.ts';
import { pdf } from './page/pdf/index.ts';
import type { DecodeOptions, Inner, Reader } from './reader.ts';
import { csv, json, xlsx } from './table/index.ts';
import { decodeBytes } from './text/charset.ts';
import { lineBlocks } from './text/lines.ts';
import { markdown } from './text/markdown/index.ts';
import { plain } from './text/plain.ts';
import { doc } from './word/doc/index.ts';
import { docx } from './word/docx/index.ts';
import { rtf } from './word/rtf/index.ts';
import { wordXml } from './word/word-xml.ts';

export type { DecodeOptions, Reader } from './reader.ts';
export { encodingName } from './text/charset.ts';

/** Asked in order; the last takes what no other claims. */
export const READERS: readonly Reader[] = [
  docx,
  doc,
  pdf,
  xlsx,
  ofd,
  rtf,
  zip,
  mht,
  wordXml,
  html,
  csv,
  json,
  markdown,
  plain,
];

/** Endings of the names that are read when they are met in a folder, without the dot. */
export const READABLE_EXTENSIONS: readonly string[] = READERS.flatMap((reader) => reader.extensions);

/** Whether a file of this name is read when it is met in a folder. */
export const isReadableName = (name: string): boolean => READABLE_EXTENSIONS.includes(extensionOf(name));

/** Whether a source is of a format that may hold any number of reports. */
export const holdsMany = (source: Source): boolean => readerFor(source).holdsMany === true;

/** The same, so far as a name tells. */
export const mayHoldMany = (name: string): boolean =>
  READERS.some((reader) => reader.holdsMany && reader.extensions.includes(extensionOf(name)));

/** A source within an archive: archives in it are refused. */
type DecodePlace = { isMember?: boolean | undefined };

/** Yields the documents of a source: one for most formats, several for a container. What cannot be decoded is a value, not an exception. */
export function decode(
  source: Source,
  options: DecodeOptions,
  { isMember = false }: DecodePlace = {},
): AsyncGenerator<Document | InputFailure> {
  const decodeInner = (member: Source) => decode(member, options, { isMember: true });
  return readWith(source, options, isMember, decodeInner);
}

/** The same, but for members of archives: they come as they are, to be decoded elsewhere. */
export const partsOf = (
  source: Source,
  options: DecodeOptions,
  { isMember = false }: DecodePlace = {},
): AsyncGenerator<Document | InputFailure | Source> => readWith(source, options, isMember, asItIs);

async function* asItIs(member: Source): AsyncGenerator<Source> {
  yield member;
}

async function* readWith<Member>(
  source: Source,
  options: DecodeOptions,
  isMember: boolean,
  decodeInner: (member: Source) => AsyncIterable<Member>,
): AsyncGenerator<Document | InputFailure | Member> {
  const inner: Inner<Member> = {
    decode: decodeInner,
    isReadable: isReadableName,
    formats: READABLE_EXTENSIONS.map((extension) => `.${extension}`).join(' '),
    isInner: isMember,
  };
  try {
    yield* readerFor(source).decode(source, options, inner);
  } catch (error) {
    if (!(error instanceof GaigeError)) throw error;
    yield { path: source.path, error: new GaigeError(error.code, { path: source.path, ...error.facts }, error.cause) };
  }
}

/** The text that positions of a document refer to: its file, as it was decoded. */
export const decodedFile = (
  bytes: Uint8Array,
  { encoding }: Pick<Document, 'encoding'>,
  options: Pick<DecodeOptions, 'encoding'>,
): string => decodeBytes(bytes, { encoding: options.encoding ?? encoding }).text;

/** A text that was decoded before, of which nothing else is left: lines and columns are counted in it. */
export const textDocument = (
  path: string,
  text: string,
  { boilerplate }: Pick<DecodeOptions, 'boilerplate'>,
): Document =>
  makeDocument(
    { path, name: path, bytes: new TextEncoder().encode(text) },
    { format: 'txt', encoding: 'utf-8', text, blocks: () => lineBlocks(text, boilerplate) },
  );

/** The content decides, then the name: a page saved as .txt is a page. */
function readerFor({ name, bytes }: Source): Reader {
  const extension = extensionOf(name);
  return (
    READERS.find((reader) => reader.sniff?.(bytes)) ??
    READERS.find((reader) => !reader.byContent && reader.extensions.includes(extension)) ??
    plain
  );
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
