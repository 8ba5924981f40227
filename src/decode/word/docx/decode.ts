import type { Document, Source } from '../../../model/document.ts';
import { makeDocument } from '../../document.ts';
import { confirmedTitle, joinParagraphs } from '../../paragraphs.ts';
import type { DecodeOptions } from '../../reader.ts';
import { childOf, textOf } from '../../xml.ts';
import { readBody } from './body.ts';
import { openDocx } from './package.ts';

/** Of the properties only the title is taken, and only where the text bears it out: the author is no publisher, the file's date not the report's. */
export function decodeDocx(source: Source, { boilerplate, maxFileSize }: DecodeOptions): Document {
  const parts = openDocx(source.bytes, maxFileSize);
  const { text, blocks } = joinParagraphs(readBody(parts), boilerplate);
  const stated = childOf(parts.core, 'dc:title');
  const title = stated && confirmedTitle(textOf(stated), text);
  return makeDocument(source, { format: 'docx', encoding: 'utf-8', text, blocks, metadata: title ? { title } : {} });
}
