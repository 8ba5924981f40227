/** Finds a report's structure: headings and what they govern, sentences, and what the report says of itself. */
import type { Document } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { RulePack } from '../model/rulepack.ts';
import { findHeadings } from './headings.ts';
import { readMetadata } from './metadata.ts';
import { splitSentences } from './sentences.ts';

export function structure(document: Document, pack: RulePack): Report {
  const { text, blocks } = document;
  const metadata = readMetadata(document, pack.metadata, pack.masks);
  const body = blocks.filter((block) => text.slice(block.span.start, block.span.end).trim() !== metadata.title);
  const headings = findHeadings(text, body, pack.headings);
  return { document, text, headings, sentences: splitSentences(text, body, headings, pack.punctuation), metadata };
}
