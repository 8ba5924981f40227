/** Finds a report's structure: headings and what they govern, sentences, and what the report says of itself. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Block } from '../model/document.ts';
import type { NormalText } from '../model/normal-text.ts';
import type { Report, ReportMetadata } from '../model/report.ts';
import type { Table } from '../model/table.ts';
import { findTables } from '../tables/index.ts';
import { lastAtMost } from '../text/sorted.ts';
import { findHeadings } from './headings/index.ts';
import { readMetadata } from './metadata/index.ts';
import { splitSentences } from './sentences.ts';

/** How far into a text, and how long, a part of its title is still taken for one. */
const START = 400;
const SHORTEST_LINE = 6;

export function structure(normal: NormalText, pack: RulePack): Report {
  const { text, blocks } = normal;
  const tables = findTables(text, blocks, pack);
  const isRow = rowTest(tables);
  const telling = tables.length === 0 ? blocks : blocks.filter((block) => !isRow(block));
  const { metadata: told, clues } = readMetadata(normal, telling, pack);
  const metadata = withWords(told, normal.simplified);
  const titled = blocks.map(
    (block): Block => (isTitle(text, block, metadata.title) && !isRow(block) ? { ...block, role: 'title' } : block),
  );
  const headings = findHeadings(text, titled, isRow, pack.headings);
  const sentences = splitSentences(text, titled, headings, pack.punctuation);
  return { normal, text, headings, tables, sentences, metadata, writtenMetadata: asWritten(told, normal), clues };
}

/** Whether a block is a row of a table, which is neither title nor heading. */
function rowTest(tables: readonly Table[]): (block: Block) => boolean {
  if (tables.length === 0) return () => false;
  return ({ span: { start } }) => {
    const table = tables[lastAtMost(tables, start, ({ span }) => span.start)];
    return table !== undefined && start < table.span.end;
  };
}

/** The container's words are as written already. */
const asWritten = (metadata: ReportMetadata, { text, asWritten }: NormalText): ReportMetadata =>
  withWords(metadata, (words) => asWritten(words, { start: 0, end: Math.min(START, text.length) }));

const withWords = (metadata: ReportMetadata, write: (words: string) => string): ReportMetadata => ({
  ...metadata,
  title: metadata.title && write(metadata.title),
  region: metadata.region && write(metadata.region),
  publisher: metadata.publisher && write(metadata.publisher),
});

/** A line that is the title, or one of the two lines that it stands on. */
function isTitle(text: string, { span, role }: Block, title: string | null): boolean {
  if (role !== 'text' || title === null) return false;
  const line = text.slice(span.start, span.end);
  return (
    line === title ||
    (span.end < START && line.length >= SHORTEST_LINE && (title.startsWith(line) || title.endsWith(line)))
  );
}
