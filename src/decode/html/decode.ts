/** .html: the report in a web page, without the page. */
import type { Boilerplate } from '../../knowledge/boilerplate/table.ts';
import type { Block, Document, Source } from '../../model/document.ts';
import { composeRuns, lineEndEdits, type Rewritten, rewrite, textBuilder } from '../../text/rewrite.ts';
import { makeDocument, ordinaryText } from '../document.ts';
import type { DecodeOptions } from '../reader.ts';
import { decodeBytes } from '../text/charset.ts';
import { lineRoles } from '../text/lines.ts';
import { tokenEdits } from '../text/markup.ts';
import { findArticle } from './article.ts';
import { blocksOf, type HtmlBlock } from './blocks.ts';
import { pageFacts, titleElement } from './head.ts';
import { parsePage } from './parse.ts';

const DECLARED_CHARSET = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i;

const latin1 = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

export const decodeHtml = (source: Source, options: DecodeOptions): Document =>
  decodePage(source, source.bytes, null, 'html', options);

/** The report in a page that is a whole file, or a part of one. `stated` is the encoding that whatever holds the page says it has. */
export function decodePage(
  source: Source,
  bytes: Uint8Array,
  stated: string | null,
  format: string,
  { encoding, boilerplate }: DecodeOptions,
): Document {
  const declared = stated ?? DECLARED_CHARSET.exec(latin1(bytes, 4096))?.[1];
  const decoded = decodeBytes(bytes, { encoding, declared });
  const lines = rewrite(decoded.text, lineEndEdits(decoded.text));
  const page = rewrite(lines.text, tokenEdits(lines.text));
  const { text, blocks, title, date, publisher } = readPage(ordinaryText(page.text), boilerplate);
  return makeDocument(source, {
    format,
    encoding: decoded.encoding,
    text: text.text,
    blocks,
    ...(bytes === source.bytes && {
      origin: { file: decoded.text, runs: composeRuns(composeRuns(text.runs, page.runs), lines.runs) },
    }),
    metadata: { ...(title && { title }), ...(date && { date }), ...(publisher && { publisher }) },
    diagnostics: decoded.diagnostics,
  });
}

function readPage(page: string, boilerplate: Boilerplate) {
  const $ = parsePage(page);
  const article = findArticle($, boilerplate);
  const facts = pageFacts($, boilerplate);
  const shown = titleElement($, facts.title, article, boilerplate);
  const body = $('body')[0];
  const chosen = body ? chooseBlocks(blocksOf(body, page, article, shown), boilerplate) : [];
  const title = chosen.filter((block) => block.role === 'title').map((block) => block.text);
  return { ...facts, title: title.join(' ') || facts.title, ...joinBlocks(chosen) };
}

type ChosenArticle = HtmlBlock & { text: string; role: Block['role'] };

/** A page without a title in sight: so many lines before the article may hold its byline. */
const LINES_BEFORE = 5;

/** The title, the byline between it and the article, and the article without boilerplate. */
function chooseBlocks(blocks: readonly HtmlBlock[], boilerplate: Boilerplate): ChosenArticle[] {
  const lines = blocks.map((block) => ({
    ...block,
    text: block.pieces
      .map((piece) => piece.part)
      .join('')
      .trim(),
  }));
  const first = lines.findIndex((line) => line.inArticle);
  if (first < 0) return [];
  const title = lines.findIndex((line) => line.inTitle);
  const isHead = (i: number) => i < first && i >= (title >= 0 && title < first ? title : first - LINES_BEFORE);
  const candidates = lines.filter((line, i) => line.inArticle || (line.inTitle && i < first) || isHead(i));
  const roles = lineRoles(
    candidates.map((line) => line.text),
    boilerplate,
  );
  return candidates.flatMap((line, i): ChosenArticle[] => {
    if (line.inTitle) return [{ ...line, role: 'title' }];
    if (roles[i] === 'byline') return [{ ...line, role: 'boilerplate' }];
    if (roles[i] === 'boilerplate' || !line.inArticle) return [];
    return [{ ...line, role: line.level !== null || isBoldHeading(line) ? 'heading' : 'text' }];
  });
}

/** Longer lines of bold type are paragraphs that are meant to be noticed. */
const LONGEST_BOLD_HEADING = 60;

const isBoldHeading = ({ bold, text }: HtmlBlock & { text: string }): boolean =>
  bold && text.length <= LONGEST_BOLD_HEADING && !/[。；，：]$/.test(text);

function joinBlocks(chosen: readonly ChosenArticle[]): { text: Rewritten; blocks: Block[] } {
  const builder = textBuilder();
  const blocks: Block[] = [];
  for (const { pieces, role, level } of chosen) {
    if (builder.length() > 0) builder.append('\n');
    const first = pieces[0];
    // Empty cells at its start are no part of what a row says.
    const start = builder.length() + (first && first.file === null ? first.part.length : 0);
    for (const { part, file } of pieces) builder.append(part, file ?? undefined);
    blocks.push({ span: { start, end: builder.length() }, role, level });
  }
  return { text: builder.finish(), blocks };
}
