import { diagnostic } from '../../../model/diagnostic.ts';
import type { Document, Source } from '../../../model/document.ts';
import { makeDocument } from '../../document.ts';
import { confirmedTitle, joinParagraphs } from '../../paragraphs.ts';
import type { DecodeOptions } from '../../reader.ts';
import { layOut } from '../layout/index.ts';
import { openOfd } from './package.ts';
import { readPage } from './page.ts';

export function decodeOfd(source: Source, { boilerplate, maxFileSize }: DecodeOptions): Document {
  const { title, pages: contents, size } = openOfd(source.bytes, maxFileSize);
  const pages = contents.map((content) => readPage(content, size));
  const { text, blocks } = joinParagraphs(layOut(pages), boilerplate);
  const confirmed = confirmedTitle(title, text);
  const isScan = pages.length > 0 && pages.every(({ runs, isPicture }) => runs.length === 0 && isPicture);
  return makeDocument(source, {
    format: 'ofd',
    encoding: 'utf-8',
    text,
    blocks,
    metadata: confirmed ? { title: confirmed } : {},
    diagnostics: isScan ? [diagnostic('warning', 'SCANNED_DOCUMENT', null, { count: pages.length })] : [],
  });
}
