import type { Document, Source } from '../../../model/document.ts';
import { GaigeError } from '../../../model/error.ts';
import { makeDocument } from '../../document.ts';
import { joinParagraphs, type Paragraph } from '../../paragraphs.ts';
import type { DecodeOptions } from '../../reader.ts';
import { readDocBody } from './body.ts';
import { openDoc } from './file.ts';

export function decodeDoc(source: Source, { boilerplate }: DecodeOptions): Document {
  const { text, blocks } = joinParagraphs(readParagraphs(source.bytes), boilerplate);
  return makeDocument(source, { format: 'doc', encoding: 'utf-16le', text, blocks });
}

/** Numbers in a broken file lead out of it, which Buffer does not allow. */
function readParagraphs(bytes: Uint8Array): Paragraph[] {
  try {
    return readDocBody(openDoc(bytes));
  } catch (error) {
    if (error instanceof RangeError) throw new GaigeError('DAMAGED', { kind: 'doc', problem: 'structure' }, error);
    throw error;
  }
}
