/**
 * .md: the report's words without the signs of markdown. Headings, bullets, rules, quotes, links, tables and emphasis lose their signs;
 * ordered numbers stay (they number sections), and so do backticks (what they hold is code, no report). Fenced code is boilerplate.
 * Line breaks stay as they are: most reports put a paragraph on a line.
 */
import type { Document, Source } from '../../../model/document.ts';
import { composeRuns, rewrite } from '../../../text/rewrite.ts';
import { makeDocument } from '../../document.ts';
import type { DecodeOptions } from '../../reader.ts';
import { lineBlocks } from '../lines.ts';
import { openText } from '../plain.ts';
import { frontMatter } from './front-matter.ts';
import { readLines } from './lines.ts';

export async function decodeMarkdown(source: Source, options: DecodeOptions): Promise<Document> {
  const opened = openText(source, options);
  const front = await frontMatter(opened.text, options.boilerplate);
  const { edits, kinds } = readLines(opened.text, front.end, options.boilerplate);
  const { text, runs } = rewrite(opened.text, [{ start: 0, end: front.end, text: '' }, ...edits]);
  return makeDocument(source, {
    format: 'md',
    encoding: opened.encoding,
    text,
    blocks: lineBlocks(text, options.boilerplate, kinds),
    origin: { file: opened.file, runs: composeRuns(runs, opened.runs) },
    metadata: front.metadata,
    diagnostics: opened.diagnostics,
  });
}
