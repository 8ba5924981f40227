import { BUILT } from '../../../built/places.ts';
import { type Diagnostic, diagnostic } from '../../../model/diagnostic.ts';
import type { Document, Source } from '../../../model/document.ts';
import { GaigeError } from '../../../model/error.ts';
import { LibraryError, runApart } from '../../apart/index.ts';
import { makeDocument } from '../../document.ts';
import { MAX_PAGES } from '../../limits.ts';
import { confirmedTitle, joinParagraphs } from '../../paragraphs.ts';
import type { DecodeOptions } from '../../reader.ts';
import { layOut } from '../layout/index.ts';
import type { Page } from '../layout/page.ts';
import { unmappedCharacters } from './unmapped.ts';

type PdfFacts = { pages: number; title: string | null };
type PdfPage = Page & { isPicture: boolean };

export async function decodePdf(source: Source, { boilerplate }: DecodeOptions): Promise<Document> {
  const [facts, ...pages] = (await pagesOf(source.bytes)) as [PdfFacts, ...PdfPage[]];
  if (facts.pages > MAX_PAGES) throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_PAGES, problem: 'pages' });
  const { text, blocks } = joinParagraphs(layOut(pages), boilerplate);
  const title = confirmedTitle(facts.title ?? undefined, text);
  return makeDocument(source, {
    format: 'pdf',
    encoding: 'utf-16be',
    text,
    blocks,
    metadata: title ? { title } : {},
    diagnostics: [...pictures(pages), ...unmappedCharacters(text)],
  });
}

async function pagesOf(bytes: Uint8Array): Promise<unknown[]> {
  try {
    // What the characters of fonts that are not in the file mean: most PDFs of Chinese offices before 2010 need the maps.
    return await runApart('pdf', bytes, { cMapUrl: BUILT.cmaps, maxPages: MAX_PAGES });
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    if (error.name === 'PasswordException') throw new GaigeError('ENCRYPTED', { kind: 'pdf' }, error);
    throw new GaigeError('DAMAGED', { kind: 'pdf', problem: 'structure' }, error);
  }
}

/** Pages that are pictures of text. */
function pictures(pages: readonly PdfPage[]): Diagnostic[] {
  const count = pages.filter(({ isPicture }) => isPicture).length;
  if (count === 0) return [];
  const hasText = pages.some(({ runs }) => runs.some(({ text }) => /\S/.test(text)));
  return hasText
    ? [diagnostic('warning', 'PAGES_WITHOUT_TEXT', null, { count, total: pages.length })]
    : [diagnostic('warning', 'SCANNED_DOCUMENT', null, { count: pages.length })];
}
