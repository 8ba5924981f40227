/** What a report says of itself. The container's word comes first, then the text's; nothing is guessed. */

import type { KindPlace, MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block } from '../../model/document.ts';
import type { NormalText } from '../../model/normal-text.ts';
import type { ReportMetadata } from '../../model/report.ts';
import type { ReportKind } from '../../model/vocabulary.ts';
import { withPlainYears } from '../../text/dates.ts';
import { findPublisher, findPublishingDate } from './byline.ts';
import { linesOf } from './line.ts';
import { findRegion } from './region.ts';
import { findTitle } from './title.ts';
import { findYear } from './year.ts';

/** How much of the beginning, and of the end, tells what kind of report it is. */
const START = 600;
const END = 300;
/** Longer lines at the start are no bylines. */
const LONGEST_HEAD_LINE = 60;
/** Where a news page may name its source, if not at the start. */
const TAIL_LINES = 8;

/** `blocks`: those of the text that may tell; rows of tables do not. */
export function readMetadata(normal: NormalText, blocks: readonly Block[], pack: RulePack): ReportMetadata {
  const { text } = normal;
  const { metadata } = normal.document;
  const rules = pack.metadata;
  const head = linesOf(text, blocks.slice(0, rules.headLines));
  const tail = linesOf(text, blocks.slice(rules.headLines).slice(-TAIL_LINES));
  const title = metadata.title ?? findTitle(head, normal.blocks.length, pack);
  // Years are compared as digits; nothing that is taken from these words is shown.
  const plain = (words: string): string => withPlainYears(words, pack.numerals.digits);
  const plainTitle = title && plain(normal.simplified(title));
  const plainHead = head.map((line) => ({ ...line, text: plain(line.text) }));
  return {
    title,
    date: metadata.date ?? findPublishingDate(head, rules),
    year: metadata.year ?? findYear(plainTitle, plainHead, pack),
    region: metadata.region ?? findRegion(text, plainTitle, plainHead, pack),
    publisher: metadata.publisher ?? findPublisher(head, rules) ?? findPublisher(tail, rules),
    kind: kindOf(
      text,
      plainTitle,
      head.map((line) => line.text),
      rules,
    ),
  };
}

function kindOf(text: string, title: string | null, head: readonly string[], rules: MetadataRules): ReportKind {
  const places: Record<KindPlace, string> = {
    title: title ?? '',
    head: head.filter((line) => line.length < LONGEST_HEAD_LINE).join('\n'),
    start: text.slice(0, START),
    end: text.slice(-END),
  };
  return rules.kinds.find(({ in: place, words }) => words.isIn(places[place]))?.kind ?? 'other';
}
