/** Bytes → documents: the text that spans refer to, its blocks, and the way back to the file. */
import type { Document, InputFailure, Source } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { plain } from './plain.ts';
import type { DecodeOptions, Reader } from './reader.ts';

export { encodingName } from './charset.ts';
export type { DecodeOptions, Reader } from './reader.ts';

/** Asked in order; the last takes what no other claims. */
export const READERS: readonly Reader[] = [html, markdown, plain];

/** Endings of the names that are read when they are met in a folder, without the dot. */
export const READABLE_EXTENSIONS: readonly string[] = READERS.flatMap((reader) => reader.extensions);

/** Whether a file of this name is read when it is met in a folder. */
export const isReadableName = (name: string): boolean => READABLE_EXTENSIONS.includes(extensionOf(name));

/** Yields the documents of a source: one for most formats, several for a container. What cannot be decoded is a value, not an exception. */
export async function* decode(source: Source, options: DecodeOptions): AsyncGenerator<Document | InputFailure> {
  try {
    yield* readerFor(source).decode(source, options);
  } catch (error) {
    if (!(error instanceof GaigeError)) throw error;
    yield { path: source.path, error: new GaigeError(error.code, { path: source.path, ...error.facts }, error.cause) };
  }
}

/** The content decides, then the name: a page saved as .txt is a page. */
function readerFor({ name, bytes }: Source): Reader {
  const extension = extensionOf(name);
  return (
    READERS.find((reader) => reader.sniff?.(bytes)) ??
    READERS.find((reader) => reader.extensions.includes(extension)) ??
    plain
  );
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
