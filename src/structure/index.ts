/** Finds a report's structure: headings and what they govern, sentences, and what the report says of itself. */
import type { Block, Document } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { RulePack } from '../model/rulepack.ts';
import { findHeadings } from './headings.ts';
import { readMetadata } from './metadata.ts';
import { splitSentences } from './sentences.ts';

export function structure(document: Document, pack: RulePack): Report {
  const { text, blocks } = document;
  const metadata = readMetadata(document, pack);
  const titled = blocks.map(
    (block): Block => (isTitle(text, block, metadata.title) ? { ...block, role: 'title' } : block),
  );
  const headings = findHeadings(text, titled, pack.headings);
  return { document, text, headings, sentences: splitSentences(text, titled, headings, pack.punctuation), metadata };
}

const isTitle = (text: string, { span, role }: Block, title: string | null): boolean =>
  role === 'text' && title !== null && text.slice(span.start, span.end) === title;
